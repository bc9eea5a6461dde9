"""Two entries that differ, one above the other, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.services.second_keying import Compared


class DifferencePanel(QWidget):
    """Shown only while there is something to decide."""

    def __init__(self, *, may_decide: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The keys that decide are heard only where the focus is.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = QLabel(
            self.tr("Hai lần nhập khác nhau. Xin so với ảnh rồi chọn.")
            if may_decide
            else self.tr("Hai lần nhập khác nhau. Người kiểm tra sẽ quyết định; xin sang trường sau.")
        )
        said.setObjectName("Reasons")
        said.setProperty("tone", "refused")
        said.setWordWrap(True)
        self._first, self._second = _entered(), _entered()
        self.first_button = _button(self.tr("Giữ lần đầu ({key})").format(key=shown(Key.KEEP_FIRST)))
        self.second_button = _button(self.tr("Giữ lần hai ({key})").format(key=shown(Key.KEEP_SECOND)))
        self.later_button = _button(self.tr("Để lại sau ({key})").format(key=shown(Key.EDITOR)))
        for button in (self.first_button, self.second_button):
            button.setEnabled(may_decide)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value, button) in enumerate(
            (
                (self.tr("Lần đầu"), self._first, self.first_button),
                (self.tr("Lần hai"), self._second, self.second_button),
            )
        ):
            grid.addWidget(QLabel(name), row, 0)
            grid.addWidget(value, row, 1)
            grid.addWidget(button, row, 2)
        later = QHBoxLayout()
        later.addStretch(1)
        later.addWidget(self.later_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(said)
        column.addLayout(grid)
        column.addLayout(later)

    def show_compared(self, compared: Compared) -> None:
        self._first.setText(self._words(compared.first))
        self._second.setText(self._words(compared.second))

    def _words(self, answer: Answer) -> str:
        if answer.state is State.ILLEGIBLE:
            return self.tr("(không đọc được)")
        return answer.text or self.tr("(để trống)")

    @property
    def texts(self) -> tuple[str, str]:
        """The two entries as they are shown."""
        return self._first.text(), self._second.text()


def _entered() -> QLabel:
    label = QLabel()
    label.setObjectName("Entered")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
