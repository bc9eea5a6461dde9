"""The editor of the current value: doubtful characters underlined, Enter and Tab told to the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from hrdigitize.gui.desk.suggestion_list import SuggestionList
from hrdigitize.gui.desk.value_box import doubt_format

_MOST_LINES = 3
_FRAME_PX = 10


class _DoubtHighlighter(QSyntaxHighlighter):
    """Underlines places of one text; another text has no such places."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._text = ""
        self._places: tuple[int, ...] = ()
        self._grave: frozenset[int] = frozenset()

    def point_at(self, text: str, places: Sequence[int], grave: Sequence[int]) -> None:
        self._text = text
        self._places = tuple(sorted({*places, *grave}))
        self._grave = frozenset(grave)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if text != self._text:
            return
        for place in self._places:
            self.setFormat(place, 1, doubt_format(grave=place in self._grave))


class ValueEditor(QPlainTextEdit):
    """One value, wrapped over a few lines. Ctrl+Z stays inside it and ends at the value as it was shown.

    most_lines: as high as it grows; a longer value is scrolled.
    """

    #: Whether the person says that the paper has it just so (Shift).
    entered = Signal(bool)
    moved = Signal(int)
    #: The text as somebody has just typed it.
    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = _MOST_LINES) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self.setObjectName("Value")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Giá trị của trường đang kiểm tra"))
        self._doubts = _DoubtHighlighter(self.document())
        self.document().contentsChanged.connect(self._grow)
        self.textChanged.connect(self._tell)
        self.suggestions: SuggestionList | None = None
        self._grow()

    def show_text(self, text: str, doubtful_at: Sequence[int] = (), grave_at: Sequence[int] = ()) -> None:
        """Another field's value: the cursor at its end (or at the first doubt), nothing to undo."""
        with QSignalBlocker(self):  # it would pass for typing
            self.setPlainText(text)
        self._doubts.point_at(text, doubtful_at, grave_at)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if doubtful_at:
            cursor.setPosition(doubtful_at[0] + 1)
        self.setTextCursor(cursor)

    def show_beginning(self) -> None:
        """Of a value longer than the editor, the first lines; the caret stays, and typing leads to it."""
        self.verticalScrollBar().setValue(0)

    def typed(self) -> str:
        """The text, with the letters that an input method still holds back."""
        self._let_go()
        return self.toPlainText()

    def put(self, text: str, *, adding: bool) -> None:
        """A text taken from elsewhere, as if it were typed: in the place of all, or behind it."""
        self._let_go()
        cursor = self.textCursor()
        if adding:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            text = f" {text}" if self.toPlainText().strip() else text
        else:
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def _let_go(self) -> None:
        """What an input method holds back becomes text; not every one does so when it is asked."""
        QGuiApplication.inputMethod().commit()
        held_back = self.textCursor().block().layout().preeditAreaText()
        if held_back:
            event = QInputMethodEvent()
            event.setCommitString(held_back)
            QCoreApplication.sendEvent(self, event)

    def _tell(self) -> None:
        if self.by_hand and not self.isReadOnly():
            self.edited.emit(self.toPlainText())

    def offer(self, suggestions: SuggestionList) -> None:
        """Down, Up and Enter go to this list while it is shown; what is taken of it replaces the text."""
        self.suggestions = suggestions
        suggestions.taken.connect(self._replace)

    def _replace(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        with QSignalBlocker(self):
            cursor.insertText(text)

    @property
    def by_hand(self) -> bool:
        """Whether somebody typed since the text was shown; what was undone does not count."""
        return self.document().isModified()

    def change_letter(self, change: Callable[[str], str]) -> None:
        """Puts another letter in the place of the one before the cursor, or behind it at the start."""
        if self.isReadOnly():
            return
        self._let_go()
        text, cursor = self.toPlainText(), self.textCursor()
        place = cursor.selectionStart() if cursor.hasSelection() else max(cursor.position() - 1, 0)
        letter = text[place : place + 1]
        if change(letter) == letter:
            return
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change(letter))
        self.setTextCursor(cursor)

    def show_editable(self, *, editable: bool) -> None:
        """Whether it can be typed into; one that cannot looks so."""
        if editable is not self.isReadOnly():
            return
        self.setReadOnly(not editable)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_for_suggestions(event.key()):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Tab:
            self.moved.emit(1)
        elif event.key() == Qt.Key.Key_Backtab:
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)

    def _is_for_suggestions(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self.suggestions is None:
            return False
        if key in steps:
            return self.suggestions.step(steps[Qt.Key(key)])
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.suggestions.take()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = max(round(self.document().size().height()), 1)
        rows = min(lines, self._most_lines)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > rows else policy.ScrollBarAlwaysOff
        )
        # Of a longer value nothing is seen of the line below the last whole one.
        sides = 1 if lines > rows else 2
        around = sides * round(self.document().documentMargin())
        self.setFixedHeight(rows * self.fontMetrics().lineSpacing() + around + _FRAME_PX)
