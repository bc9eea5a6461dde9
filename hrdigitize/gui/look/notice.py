"""A notice above the work: one sentence and at most one thing to do; it never blocks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from hrdigitize.gui.look import icons, theme


class NoticeKind(StrEnum):
    """Whether something was done, or something went wrong."""

    DONE = "done"
    FAULT = "fault"


class Notice(QFrame):
    """Hidden until there is something to say; the person closes it, or the next thing replaces it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self._icon = QLabel()
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._action: Callable[[], None] | None = None
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        close = QToolButton()
        close.setIcon(icons.icon("close", theme.colours().muted))
        close.setAccessibleName(self.tr("Đóng thông báo"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def say(
        self, kind: NoticeKind, sentence: str, *, action: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Shows a sentence. action: the words of a button and what it does."""
        drawing, colour = (
            ("mark-answered", theme.colours().good)
            if kind is NoticeKind.DONE
            else ("mark-doubtful", theme.colours().fault)
        )
        self._icon.setPixmap(icons.icon(drawing, colour).pixmap(20, 20))
        self._sentence.setText(sentence)
        self.button.setVisible(action is not None)
        self._action = None
        if action is not None:
            words, self._action = action
            self.button.setText(words)
        self.setProperty("kind", kind.value)
        self.style().polish(self)
        self.show()

    def _act(self) -> None:
        if self._action is not None:
            self._action()
