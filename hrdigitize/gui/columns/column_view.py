"""Review by column: which batch, which field, and the rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdigitize.domain.columns import OpenBatch
from hrdigitize.domain.mark_cycles import next_shape, next_tone
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import BatchId, FieldPath
from hrdigitize.formdefs.model import FieldDef
from hrdigitize.gui.columns.column_list import ColumnList
from hrdigitize.gui.columns.session import ColumnSession
from hrdigitize.gui.columns.strips import Strips
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.desk.state import Refusal, Typed
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind

#: The field that most offices begin with.
_FIRST_FIELD = "birth_date"
_CHOICE_PX = 190


class ColumnView(RoomPage):
    """One field of all documents that are not approved, the odd ones first."""

    def __init__(self, frame: Frame, _pictures: PagePictures) -> None:
        super().__init__()
        self._frame = frame
        self.session = ColumnSession(frame, self)
        self._strips = Strips(partial(frame.app.desk.picture, actor=frame.actor), frame.aside, self)
        self.list = ColumnList(self._strips)
        self.batches = self._choice(self.tr("Đợt quét"))
        self.fields = self._choice(self.tr("Trường"))
        self._title = ElidedLabel("Title", self.tr("Kiểm tra theo cột"))
        self._count = QLabel()
        self._count.setObjectName("Count")
        self._said = QLabel()
        self._said.setObjectName("Reasons")
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._empty = QLabel()
        self._empty.setObjectName("Welcome")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.accept_button = self._button("accept", self.tr("Nhận"), Key.ACCEPT)
        self.blank_button = self._button("blank", self.tr("Để trống"), Key.BLANK)
        self.illegible_button = self._button("illegible", self.tr("Không đọc được"), Key.ILLEGIBLE)
        self.reopen_button = self._button("reopen", self.tr("Mở lại"), Key.REOPEN)
        self._open: tuple[OpenBatch, ...] = ()
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._say_empty(self.tr("Đang mở…"))

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.setMinimumWidth(_CHOICE_PX)
        choice.setMaxVisibleItems(16)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return choice

    def _button(self, drawing: str, words: str, key: Key) -> QPushButton:
        button = QPushButton(f"{words} ({shown(key)})")
        button.setIcon(icons.icon(drawing, theme.colours().accent))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 12, 8)
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self.batches, 1)
        head.addWidget(self.fields, 1)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 0)
        notices.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(notices)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._answers())
        column.addWidget(self._foot())

    def _answers(self) -> QWidget:
        self._band = QFrame()
        self._band.setObjectName("Band")
        row = QHBoxLayout(self._band)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for button in (self.accept_button, self.blank_button, self.illegible_button, self.reopen_button):
            row.addWidget(button)
        return self._band

    def _foot(self) -> Foot:
        return Foot(
            Hint(("↑", "↓"), self.tr("dòng trước, dòng sau")),
            Hint((shown(Key.NEXT_PROBLEM),), self.tr("dòng còn phải xem")),
            Hint((shown(Key.AS_WRITTEN),), self.tr("giấy ghi đúng như vậy")),
            Hint((shown(Key.TONE), shown(Key.SHAPE)), self.tr("đổi dấu, đổi chữ")),
            Hint((shown(Key.OPEN_FOLDER),), self.tr("mở tài liệu")),
            Hint((shown(Key.FILTER),), self.tr("chọn trường")),
        )

    def _connect(self) -> None:
        session, editor = self.session, self.list.editor
        session.batches_listed.connect(self._show_batches)
        session.shown.connect(self._show_column)
        session.changed.connect(self._row_changed)
        session.moved.connect(self._show_current)
        session.refused.connect(self._say_refused)
        session.completed.connect(self._say_completed)
        editor.entered.connect(self._enter)
        editor.moved.connect(self._step)
        self.list.stepped.connect(self._step)
        self.list.picked.connect(self._pick)
        self.accept_button.clicked.connect(lambda: self._enter(as_written=False))
        self.blank_button.clicked.connect(lambda: session.answer_without_value(State.BLANK))
        self.illegible_button.clicked.connect(lambda: session.answer_without_value(State.ILLEGIBLE))
        self.reopen_button.clicked.connect(session.reopen)
        self.batches.activated.connect(self._choose)
        self.fields.activated.connect(self._choose)

    def _bind_keys(self) -> None:
        editor = self.list.editor
        bind_button(Key.BLANK, self, self.blank_button, self.tr("Để trống: giấy không ghi"))
        bind_button(Key.ILLEGIBLE, self, self.illegible_button, self.tr("Không đọc được"))
        bind_button(Key.REOPEN, self, self.reopen_button, self.tr("Mở lại dòng đã trả lời"))
        bind(Key.TONE, self, lambda: editor.change_letter(next_tone), self.tr("Đổi dấu thanh"))
        bind(Key.SHAPE, self, lambda: editor.change_letter(next_shape), self.tr("Đổi chữ (a, ă, â)"))
        bind(Key.NEXT_PROBLEM, self, self._to_next_open, self.tr("Đến dòng còn phải xem"))
        bind(Key.OPEN_FOLDER, self, self._open_document, self.tr("Mở tài liệu của dòng này"))
        bind(Key.FILTER, self, self._choose_field, self.tr("Chọn trường của cột"))
        bind(Key.EDITOR, self, editor.setFocus, self.tr("Về ô giá trị"))

    def opened(self) -> None:
        self.session.list_batches()
        self.list.editor.setFocus()

    def left(self) -> None:
        self.session.keep(self.list.editor.typed())

    def shut(self) -> None:
        self.left()

    def _show_batches(self, batches: Sequence[OpenBatch]) -> None:
        """Keeps what was chosen where it is still there."""
        self._open = tuple(batches)
        chosen, path = self.batches.currentData(), self.fields.currentData() or _FIRST_FIELD
        self.batches.clear()
        self.batches.addItem(self.tr("Mọi đợt quét"), None)
        for batch in batches:
            self.batches.addItem(self._batch_words(batch), batch.id)
        self.batches.setCurrentIndex(max(self.batches.findData(chosen), 0))
        self.fields.clear()
        for one in self._field_choices():
            self.fields.addItem(one.label, one.key)
        self.fields.setCurrentIndex(max(self.fields.findData(path), 0))
        self._choose()

    def _batch_words(self, batch: OpenBatch) -> str:
        count = self.tr("%n tài liệu", "", batch.documents)
        return f"{batch.created_at.astimezone():%d/%m/%Y %H:%M} · {batch.created_by} · {count}"

    def _field_choices(self) -> list[FieldDef]:
        """The plain fields of the forms that are there, each once."""
        forms = sorted({form for batch in self._open for form in batch.forms})
        known = (self._frame.app.forms[form] for form in forms if form in self._frame.app.forms)
        found: dict[str, FieldDef] = {}
        for form in known:
            for key, one in form.fields.items():
                found.setdefault(key, one)
        return list(found.values())

    def _choose(self) -> None:
        """Opens the column that is chosen; what was typed in the one before counts."""
        self.session.keep(self.list.editor.typed())
        key = self.fields.currentData()
        if not key:
            self.list.show_state(None)
            self.list.show_current(None)
            self._say_empty(self.tr("Chưa có tài liệu nào chờ kiểm tra. Xin quét hoặc nhận tài liệu trước."))
            return
        batch = self.batches.currentData()
        self.session.show_column(FieldPath(key), BatchId(batch) if batch else None)

    def _show_column(self) -> None:
        state = self.session.state
        self._strips.forget()
        self.list.show_state(state)
        self._title.setText(self.tr("Theo cột: {field}").format(field=self.fields.currentText()))
        empty = state is None or not state.rows
        self._say_empty(
            self.tr("Không tài liệu nào ở đây có trường này. Xin chọn trường khác.") if empty else ""
        )
        self._show_count()

    def _say_empty(self, sentence: str) -> None:
        self._empty.setText(sentence)
        self._empty.setVisible(bool(sentence))
        self.list.setVisible(not sentence)
        self._band.setVisible(not sentence)
        self._count.setVisible(not sentence)

    def _show_current(self) -> None:
        state = self.session.state
        self.list.show_current(state.row if state is not None else None)
        self._say("", "calm")
        self._show_count()
        if self.isVisible() and not self.batches.hasFocus() and not self.fields.hasFocus():
            self.list.editor.setFocus()

    def _row_changed(self, place: int) -> None:
        self.list.row_changed(place)
        state = self.session.state
        if state is not None and place == state.current and not self.list.editor.by_hand:
            self.list.show_current(state.row)
        self._show_count()

    def _show_count(self) -> None:
        state = self.session.state
        if state is None:
            return
        left = state.remaining
        words = self.tr("Còn %n dòng", "", left) if left else self.tr("Đã xem hết")
        self._count.setText(words)
        self._count.setProperty("done", "false" if left else "true")
        self._count.style().polish(self._count)
        self.reopen_button.setEnabled(self.session.can_reopen)

    def _say(self, sentence: str, tone: str) -> None:
        self._said.setText(sentence)
        self._said.setProperty("tone", tone)
        self._said.style().polish(self._said)

    @property
    def said(self) -> str:
        """What is said about the last Enter."""
        return self._said.text()

    def _say_refused(self, why: Refusal) -> None:
        words = {
            Refusal.EMPTIED: self.tr("Ô đang trống. Xin chọn “Để trống” hoặc “Không đọc được”."),
            Refusal.MUST_BE_TYPED: self.tr(
                "Máy đọc không chắc, xin gõ lại theo giấy. Nếu giấy ghi đúng như vậy, xin nhấn Shift+Enter."
            ),
            Refusal.NOT_FITTING: self.tr(
                "Giá trị không đúng dạng. Nếu giấy ghi đúng như vậy, xin nhấn Shift+Enter."
            ),
        }
        self._say(words[why], "refused")

    def _say_completed(self) -> None:
        self.notice.say(
            NoticeKind.DONE,
            self.tr("Đã xem hết cột “{field}”. Xin nhấn {key} để chọn trường khác.").format(
                field=self.fields.currentText(), key=shown(Key.FILTER)
            ),
        )

    def _enter(self, as_written: bool) -> None:  # noqa: FBT001 - the editor's signal
        editor = self.list.editor
        self.session.enter(Typed(editor.typed(), by_hand=editor.by_hand, as_written=as_written))

    def _step(self, by: int) -> None:
        self.session.keep(self.list.editor.typed())
        self.session.step(by)

    def _pick(self, place: int) -> None:
        self.session.keep(self.list.editor.typed())
        self.session.select(place)

    def _to_next_open(self) -> None:
        state = self.session.state
        target = state.next_open() if state is not None else None
        if target is not None:
            self._pick(target)

    def _choose_field(self) -> None:
        self.fields.setFocus()
        self.fields.showPopup()

    def _open_document(self) -> None:
        row = self.session.state.row if self.session.state is not None else None
        if row is not None:
            self._frame.ways.document.emit(row.cell.document)
