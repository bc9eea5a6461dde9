"""What else the value may say, as another reader has it: one key puts it into the editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from rapidfuzz.distance import Postfix, Prefix

from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.keys import Key, shown

#: Letters on either side of what differs that are shown with it, up to the end of their word.
_AROUND = 12


def differing_part(text: str, other: str) -> str:
    """What a text has otherwise than another, with the words around it; "…" stands for what is left out.

    The whole text where it is hardly longer.
    """
    same = Prefix.similarity(text, other)
    alike_behind = Postfix.similarity(text[same:], other[same:])
    start = text.rfind(" ", 0, max(same - _AROUND, 0)) + 1
    end = text.find(" ", min(len(text) - alike_behind + _AROUND, len(text)))
    ending = end if end >= 0 else len(text)
    return f"{'… ' * (start > 0)}{text[start:ending]}{' …' * (ending < len(text))}"


class OtherReadings(QWidget):
    """The readings of a value by turns: the one that is not in the editor is shown, and can be taken."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._next = 0
        self._label = ElidedLabel("Context")
        self.button = QPushButton(self.tr("Dùng cách đọc này ({key})").format(key=shown(Key.OTHER_READING)))
        self.button.setObjectName("Quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def offered(self) -> str:
        """What the button would put into the editor; "" where there is no other reading."""
        return self._texts[self._next] if self._texts else ""

    def show_texts(self, read: str, others: Sequence[str]) -> None:
        """Another field: what stands in the editor, and what may stand there instead."""
        self._texts = (read, *others) if others else ()
        self._next = 1 if others else 0
        self._show_next()

    def _take(self) -> None:
        text = self.offered
        self._next = (self._next + 1) % len(self._texts)
        self._show_next()
        self.taken.emit(text)

    def _show_next(self) -> None:
        before = self._texts[self._next - 1] if self._texts else ""
        words = differing_part(self.offered, before) or self.tr("(trên giấy để trống)")
        self._label.setText(self.tr("Máy còn đọc là: {text}").format(text=words))
        self.setVisible(bool(self._texts))
