"""Choosing one of many by typing without marks: a document type, a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hrdigitize.domain.vietnamese import folded

_VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen, and what is known of it beside its name."""

    value: str
    words: str
    remark: str = ""


class Picker(QFrame):
    """`typed` (str): what was typed; `picked` (str): the value that was chosen; `left`: Esc.

    filters: whether what is typed is sought in the choices that are there; otherwise others are shown.
    """

    typed = Signal(str)
    picked = Signal(str)
    left = Signal()

    def __init__(self, title: str, hint: str, *, filters: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = filters
        self._choices: tuple[Choice, ...] = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(title)
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setObjectName("Picker")
        self.list.setWordWrap(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = QLabel()
        self.empty.setObjectName("Hint")
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        heading = QLabel(title)
        heading.setObjectName("PanelTitle")
        keys = QLabel(self.tr("↑ ↓ chọn · Enter lấy · Esc thôi"))
        keys.setObjectName("Hint")
        column = QVBoxLayout(self)
        # As far from the edge as the details in whose place it comes.
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for widget in (heading, self.line, self.empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(keys)
        self.line.textChanged.connect(self._change)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda item: self.picked.emit(item.data(_VALUE)))

    def open(self, choices: Sequence[Choice], chosen: str = "") -> None:
        """The hands are in the line; chosen: the value that counts now."""
        self.line.clear()
        self.show_choices(choices)
        for row in range(self.list.count()):
            if self.list.item(row).data(_VALUE) == chosen:
                self.list.setCurrentRow(row)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_choices(self, choices: Sequence[Choice], nothing: str = "") -> None:
        """What may be chosen now; nothing: what is said where nothing may."""
        self._choices = tuple(choices)
        self.empty.setText(nothing)
        self._show(self._choices)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Enter and Esc belong to the list while the hands stay in the line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            row = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self.picked.emit(item.data(_VALUE))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return super().eventFilter(watched, event)
        return True

    def _change(self, text: str) -> None:
        self.typed.emit(text)
        if self._filters:
            words = folded(text).split()
            self._show([one for one in self._choices if all(word in folded(one.words) for word in words)])

    def _show(self, choices: Sequence[Choice]) -> None:
        self.list.clear()
        for one in choices:
            item = QListWidgetItem(f"{one.words}\n{one.remark}" if one.remark else one.words)
            item.setData(_VALUE, one.value)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if choices else -1)
        self.empty.setVisible(bool(self.empty.text()) and not choices)
