"""The current field: what it is, its picture enlarged, its value, why it is doubtful, the three answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Spot
from hrdigitize.gui.desk.crop_view import CropView
from hrdigitize.gui.desk.entries import Entry
from hrdigitize.gui.desk.mark_chip import MarkChip
from hrdigitize.gui.desk.other_readings import OtherReadings
from hrdigitize.gui.desk.page_image import PageImage
from hrdigitize.gui.desk.reasons import reasons
from hrdigitize.gui.desk.state import PlacedFinding, Refusal, Typed
from hrdigitize.gui.desk.value_editor import ValueEditor
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown

_ICON_PX = 16
_ROOM_FOR_DRAWINGS_PX = 490


class FieldCard(QFrame):
    """Always in the same place, so that the eyes and the hands stay where they are."""

    entered = Signal(Typed)
    blank_chosen = Signal()
    illegible_chosen = Signal()
    reopen_chosen = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._label = _plain_label("FieldLabel")
        self._context = _plain_label("Context")
        self._chip = MarkChip()
        self._answers = QWidget()
        self.crop = CropView()
        self.editor = ValueEditor()
        self.others = OtherReadings()
        self._reasons = _plain_label("Reasons")
        self._doubts = ""
        self.accept_button = self._button("accept", self.tr("Nhận"), Key.ACCEPT)
        self.accept_button.setObjectName("Primary")
        self.accept_button.setIcon(icons.icon("accept", theme.colours().on_accent))
        self.blank_button = self._button("blank", self.tr("Để trống"), Key.BLANK)
        self.blank_button.setToolTip(self.tr("Trên giấy để trống"))
        self.illegible_button = self._button("illegible", self.tr("Không đọc được"), Key.ILLEGIBLE)
        self.reopen_button = self._button("reopen", self.tr("Mở lại"), Key.REOPEN)
        self.reopen_button.setToolTip(self.tr("Mở lại trường đã kiểm tra để sửa"))
        self.accept_button.setToolTip(self.tr("Nhận giá trị trong ô và sang chỗ kế tiếp cần kiểm tra"))
        self.reopen_button.setObjectName("Quiet")
        self._lay_out()
        self.editor.entered.connect(lambda as_written: self._enter(as_written=as_written))
        self.editor.moved.connect(self.moved)
        self.others.taken.connect(lambda text: self.editor.put(text, adding=False))
        self.editor.cursorPositionChanged.connect(self._follow_caret)
        self.accept_button.clicked.connect(lambda: self._enter(as_written=False))
        self.blank_button.clicked.connect(self.blank_chosen)
        self.illegible_button.clicked.connect(self.illegible_chosen)
        self.reopen_button.clicked.connect(self.reopen_chosen)

    def _button(self, drawing: str, words: str, key: Key) -> QPushButton:
        button = QPushButton(f"{words} ({shown(key)})")
        button.setIcon(icons.icon(drawing, theme.colours().accent))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._context)
        names.addWidget(self._label)
        head.addLayout(names, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.reopen_button)
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(0, 2, 0, 0)
        answers.setSpacing(8)
        for button in (self.accept_button, self.blank_button, self.illegible_button):
            answers.addWidget(button)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.crop)
        column.addWidget(self.editor)
        column.addWidget(self.others)
        column.addWidget(self._reasons)
        column.addWidget(self._answers)

    def show_entry(
        self, entry: Entry | None, findings: Sequence[PlacedFinding] = (), *, editable: bool
    ) -> None:
        """Another field, or the same with another answer, and what rules say about it.

        None: the document has no fields.
        """
        self.setVisible(entry is not None)
        if entry is None:
            return
        self._label.setText(entry.label)
        self._context.setText(self._context_of(entry))
        self._context.setVisible(bool(entry.table))
        self._chip.show_mark(entry.mark)
        answer = entry.answer
        text = answer.text if answer.state is State.VALUE else ""
        self.editor.show_editable(editable=editable)
        self.editor.setPlaceholderText("" if text else self._state_words(entry))
        self.editor.show_text(text, entry.doubtful_at, entry.grave_at)
        self.others.show_texts(text, entry.others if editable else ())
        for button in (self.accept_button, self.blank_button, self.illegible_button):
            button.setEnabled(editable)
        self._answers.setVisible(editable)
        self._doubts = reasons(entry, findings)
        self.say_doubts()

    def show_crop(self, image: PageImage | None, spot: Spot | None, said: str = "") -> None:
        """The field's place cut from its page; image None while the page is not here yet.

        said: why it will not come, where that is known.
        """
        if spot is None:
            self.crop.show_sentence(
                self.tr("Máy không tìm thấy trường này trên ảnh. Xin xem trang bên trái.")
            )
        elif image is None:
            self.crop.show_sentence(said or self.tr("Đang mở ảnh trang…"))
        else:
            self.crop.show_place(image, spot.box)
            self._follow_caret()

    def refuse(self, refusal: Refusal) -> None:
        """Enter was not enough: what to press instead."""
        if not self.editor.toPlainText():
            words = self.tr(
                "Ô giá trị đang trống."
                " Xin nhấn {blank} nếu trên giấy để trống, {illegible} nếu không đọc được."
            )
        elif refusal is Refusal.MUST_BE_TYPED:
            words = self.tr(
                "Chỗ màu đỏ xin gõ lại theo giấy. Nếu trên giấy ghi đúng như vậy, xin nhấn {as_written}."
            )
        else:
            words = self.tr(
                "Nội dung vừa gõ không đúng dạng của trường này (ngày, số hoặc mã)."
                " Nếu trên giấy ghi đúng như vậy, xin nhấn {as_written}."
            )
        keys = {"blank": Key.BLANK, "illegible": Key.ILLEGIBLE, "as_written": Key.AS_WRITTEN}
        self._say(words.format(**{name: shown(key) for name, key in keys.items()}), tone="refused")

    def say_read_only(self, *, reopenable: bool) -> None:
        """The document is approved: why nothing can be typed, and what somebody who may can do."""
        words = self.tr("Tài liệu đã duyệt nên chỉ xem được.")
        if reopenable:
            words += " " + self.tr("Nếu cần sửa trường này, xin nhấn {key} để mở lại.").format(
                key=shown(Key.REOPEN)
            )
        self._say(words, tone="calm")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Three buttons with their keys are wider than the card of a small screen: drawings give way to words.
        drawn = _ICON_PX if self.width() >= _ROOM_FOR_DRAWINGS_PX else 0
        for button in (self.blank_button, self.illegible_button):
            button.setIconSize(QSize(drawn, drawn))
        self._keep_room()

    def _keep_room(self) -> None:
        """Room for every line of value and reasons: a layout gives wrapped text less than it needs."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(layout.minimumHeightForWidth(self.width()), 0))

    def say_doubts(self) -> None:
        """Why a person has to look at the field, as when it came."""
        self._say(self._doubts)

    def say_taking(self, sentence: str) -> None:
        """What becomes of a place that somebody pointed at."""
        self._say(sentence, tone="calm")

    def _follow_caret(self) -> None:
        """Of a long line, the part of the picture that is being typed stands right above the caret."""
        text, at = self.editor.toPlainText(), self.editor.textCursor().position()
        self.crop.follow(at, len(text))

    @property
    def said(self) -> str:
        """The sentence under the value: reasons of doubt, or why Enter was refused."""
        return self._reasons.text()

    def _enter(self, *, as_written: bool) -> None:
        text = self.editor.typed()
        self.entered.emit(Typed(text, self.editor.by_hand, as_written))

    def _context_of(self, entry: Entry) -> str:
        if not entry.table:
            return ""
        return self.tr("{table} · dòng {row}").format(table=entry.table, row=entry.path.row + 1)

    def _state_words(self, entry: Entry) -> str:
        if entry.answer.state is State.ILLEGIBLE:
            return self.tr("(không đọc được)")
        if entry.unseen:
            return self.tr("(máy không thấy trên ảnh)")
        return self.tr("(trên giấy để trống)")

    def _say(self, sentence: str, *, tone: str = "doubt") -> None:
        """tone: which look of the style sheet the sentence gets (doubt, refused, calm)."""
        self._reasons.setText(sentence)
        self._reasons.setVisible(bool(sentence))
        if self._reasons.property("tone") != tone:
            self._reasons.setProperty("tone", tone)
            self._reasons.style().polish(self._reasons)
        self._keep_room()


def _plain_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
