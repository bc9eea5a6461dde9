"""One sampled value beside its place on the paper: right, or what stands there instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer
from hrdigitize.domain.sampling import SampledValue
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.desk.place_view import PlaceView
from hrdigitize.gui.desk.value_editor import ValueEditor
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.keys import Key, shown


class JudgingCard(QFrame):
    """The value as it counted when it was drawn; an empty editor means that it is right."""

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self.setObjectName("Card")
        self._context = ElidedLabel("Context")
        self._field = QLabel()
        self._field.setObjectName("FieldLabel")
        self.crop = PlaceView(pictures)
        entered = QLabel(self.tr("Đã nhập:"))
        entered.setObjectName("Context")
        self._value = QLabel()
        self._value.setObjectName("Entered")
        self._value.setTextFormat(Qt.TextFormat.PlainText)
        self._value.setWordWrap(True)
        self.editor = ValueEditor()
        self.editor.setAccessibleName(self.tr("Giá trị đúng trên giấy"))
        self.editor.setPlaceholderText(self.tr("Nếu sai: gõ giá trị trên giấy rồi nhấn Enter"))
        self._said = QLabel()
        self._said.setObjectName("Reasons")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self.right_button = _button("accept", self.tr("Đúng ({key})").format(key=shown(Key.ACCEPT)))
        self.blank_button = _button("blank", self.tr("Sai, để trống ({key})").format(key=shown(Key.BLANK)))
        self.illegible_button = _button(
            "illegible", self.tr("Không đọc được ({key})").format(key=shown(Key.ILLEGIBLE))
        )
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for button in (self.right_button, self.blank_button, self.illegible_button):
            answers.addWidget(button)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(7)
        above = (self._context, self._field, self.crop, entered, self._value)
        for widget in (*above, self.editor, self._said):
            column.addWidget(widget)
        column.addLayout(answers)

    def show_value(self, value: SampledValue, context: str, label: str) -> None:
        """Another value, and what was said of it before."""
        self._context.setText(context)
        self._field.setText(label)
        self._value.setText(self._words(value.answer))
        self.editor.show_text("")
        judgement = value.judgement
        self._said.setVisible(judgement is not None)
        if judgement is not None:
            said = (
                self.tr("Đã xem: đúng.")
                if judgement.right
                else self.tr("Đã xem: sai, giấy ghi “{text}”.").format(text=self._words(judgement.answer))
            )
            self._said.setText(said)
            self._said.setProperty("tone", "calm" if judgement.right else "refused")
            self._said.style().polish(self._said)

    def _words(self, answer: Answer) -> str:
        if answer.state is State.ILLEGIBLE:
            return self.tr("(không đọc được)")
        return answer.text or self.tr("(để trống)")

    @property
    def value_text(self) -> str:
        """The value as it is shown."""
        return self._value.text()


def _button(drawing: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setIcon(icons.icon(drawing, theme.colours().accent))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
