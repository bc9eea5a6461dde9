"""Asking for a correction, beside the value that is to be corrected: what stands there, why, which paper."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentId


class CorrectionForm(QFrame):
    """Signals: asked (text, state, reason, the paper as DocumentId or None), closed. Esc puts it away."""

    asked = Signal(str, object, str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self.text = QLineEdit()
        self.reason = QLineEdit()
        self.paper = QComboBox()
        self.paper.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paper.setMinimumContentsLength(12)
        self.send = QPushButton(self.tr("&Gửi đề nghị"))
        self.send.setObjectName("Primary")
        self.cancel = QPushButton(self.tr("Thôi"))
        self._states = {
            State.VALUE: QRadioButton(self.tr("Giá trị")),
            State.BLANK: QRadioButton(self.tr("Để trống")),
            State.ILLEGIBLE: QRadioButton(self.tr("Không đọc được")),
        }
        group = QButtonGroup(self)
        states = QGridLayout()
        states.setVerticalSpacing(2)
        for place, one in enumerate(self._states.values()):
            group.addButton(one)
            states.addWidget(one, place // 2, place % 2)
        states.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        column.addWidget(_label(self.tr("Giá trị &đúng:"), self.text))
        column.addWidget(self.text)
        column.addLayout(states)
        column.addWidget(_label(self.tr("&Lý do (được lưu cùng giá trị):"), self.reason))
        column.addWidget(self.reason)
        column.addWidget(_label(self.tr("&Theo tài liệu:"), self.paper))
        column.addWidget(self.paper)
        buttons = QHBoxLayout()
        buttons.addWidget(self.send)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._sent = False
        self.text.textChanged.connect(self._show_state)
        self.reason.textChanged.connect(self._show_state)
        group.buttonToggled.connect(lambda *_: self._show_state())
        self.text.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self.send.click)
        self.send.clicked.connect(self._send)
        self.cancel.clicked.connect(self._put_away)
        self.hide()

    @property
    def state(self) -> State:
        """Which of the three answers is meant."""
        return next(state for state, one in self._states.items() if one.isChecked())

    def start(self, place: str, answer: Answer, papers: Mapping[DocumentId, str]) -> None:
        """For a place and what counts there now."""
        self.setAccessibleName(self.tr("Đề nghị sửa: {place}").format(place=place))
        self.text.setText(answer.text)
        self.reason.clear()
        self._states[State.VALUE].setChecked(True)
        self.paper.clear()
        self.paper.addItem(self.tr("(không có tài liệu)"), None)
        for document, title in papers.items():
            self.paper.addItem(title, document)
        self._sent = False
        self.show()
        self._show_state()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # All of it is chosen, the caret at its start: of an address the beginning is what one knows it by.
        self.text.setSelection(len(self.text.text()), -len(self.text.text()))

    def done(self) -> None:
        """It is stored: the form is put away. Until then what was typed stays."""
        if self._sent:
            self._put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
            return
        super().keyPressEvent(event)

    def _put_away(self) -> None:
        self._sent = False
        self.hide()
        self.closed.emit()

    def _show_state(self) -> None:
        value = self.state is State.VALUE if any(one.isChecked() for one in self._states.values()) else True
        self.text.setEnabled(value)
        ready = bool(self.reason.text().strip()) and (not value or bool(self.text.text().strip()))
        self.send.setEnabled(ready)
        self.send.setToolTip("" if ready else self.tr("Xin ghi giá trị đúng và lý do trước khi gửi"))

    def _send(self) -> None:
        self._sent = True
        text = self.text.text() if self.state is State.VALUE else ""
        self.asked.emit(text, self.state, self.reason.text(), self.paper.currentData())


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setObjectName("Context")
    label.setBuddy(buddy)
    return label
