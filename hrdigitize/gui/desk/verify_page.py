"""The room "Kiểm tra": documents, the page picture left, the fields right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.mark_cycles import next_shape, next_tone
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, FieldPath
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui.desk.diary_panel import DiaryPanel, HeldBar
from hrdigitize.gui.desk.document_list import DocumentList
from hrdigitize.gui.desk.field_card import FieldCard
from hrdigitize.gui.desk.field_list import FieldList
from hrdigitize.gui.desk.foot import DeskFoot
from hrdigitize.gui.desk.head import DeskHead, title_of
from hrdigitize.gui.desk.page_panel import PagePanel
from hrdigitize.gui.desk.page_words import PageWords
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.desk.state import DeskState, Typed
from hrdigitize.gui.desk.suggestion_list import SuggestionList
from hrdigitize.gui.desk.taking import Taking
from hrdigitize.gui.frame.room import AskReason
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import Notice

_LIST_PX = 240
_ROOM_FOR_LIST_PX = 1180
_ROOM_FOR_WORDS_PX = 1000
#: The list of fields under the card keeps at least this height.
_LEAST_LIST_PX = 32


class VerifyPage(QWidget):
    """Puts the parts of the desk together; what they mean is decided by the session.

    print_wanted: the person wants the approved document's profile.
    """

    print_wanted = Signal()

    def __init__(
        self,
        session: DeskSession,
        pictures: PagePictures,
        words: PageWords,
        form_names: Mapping[str, str],
        ask_reason: AskReason,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Room")
        self.session = session
        self._ask_reason = ask_reason
        self.documents = DocumentList(
            self.tr("Tài liệu"),
            form_names,
            self.tr("Chưa có tài liệu nào. Tài liệu đã quét sẽ hiện ở đây."),
            source=session.source,
        )
        self.documents.setFixedWidth(_LIST_PX)
        self.notice = Notice()
        self.pages = PagePanel(pictures)
        self.card = FieldCard()
        self.fields = FieldList()
        self.suggestions = SuggestionList(self)
        self.card.editor.offer(self.suggestions)
        self.head = DeskHead(session)
        self.list_button = self.head.list_button
        self.approve_button = self.head.approve_button
        self.print_button = self.head.print_button
        self.held_bar = HeldBar()
        self.diary = DiaryPanel()
        self.taking = Taking(session, self.pages, self.card, words, self)
        self._welcome = QLabel()
        self._welcome.setObjectName("Welcome")
        self._welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._welcome.setWordWrap(True)
        self._list_by_hand: bool | None = None
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._show_state()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 10, 10, 0)
        column.setSpacing(10)
        column.addWidget(self.card)
        # On a small screen at 200 % a long value with its reasons leaves the list no more than a line.
        self.fields.setMinimumHeight(_LEAST_LIST_PX)
        column.addWidget(self.fields, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.pages)
        self._split.addWidget(right)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(3)
        self._split.setSizes([500, 500])
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        work = QVBoxLayout()
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addWidget(self.head)
        notices = QVBoxLayout()
        notices.setContentsMargins(12, 0, 12, 0)
        notices.setSpacing(6)
        for bar in (self.notice, self.held_bar, self.diary):
            notices.addWidget(bar)
        work.addLayout(notices)
        work.addWidget(self._split, 1)
        work.addWidget(self._welcome, 1)
        work.addWidget(DeskFoot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.documents)
        row.addLayout(work, 1)

    def _connect(self) -> None:
        session = self.session
        session.documents_listed.connect(self._show_documents)
        session.glanced.connect(self.documents.show_one)
        session.opened.connect(self._show_document)
        session.changed.connect(self._show_state)
        session.moved.connect(self._show_current)
        session.refused.connect(self.card.refuse)
        session.completed.connect(self._to_unseen_finding)
        self.documents.chosen.connect(self._open)
        self.fields.picked.connect(self._pick)
        self.fields.row_wanted.connect(self._add_row)
        self.taking.field_picked.connect(self._pick)
        self.taking.done.connect(self._to_the_editor)
        session.pointed.connect(self._show_place)
        session.unkept.connect(self._put_back)
        self.pages.picture_ready.connect(self._show_crop)
        self.pages.picture_lost.connect(self._show_crop)
        self.card.editor.edited.connect(self._suggest)
        self.card.entered.connect(self._enter)
        self.card.blank_chosen.connect(lambda: session.answer_without_value(State.BLANK))
        self.card.illegible_chosen.connect(lambda: session.answer_without_value(State.ILLEGIBLE))
        self.card.moved.connect(self._step)
        self.list_button.clicked.connect(self.toggle_list)
        self.card.reopen_chosen.connect(self._reopen)
        self.approve_button.clicked.connect(self._approve)
        self.print_button.clicked.connect(self.print_wanted)
        self._connect_diary()

    def _connect_diary(self) -> None:
        session, head = self.session, self.head
        head.hold_button.clicked.connect(self.diary.ask_reason)
        head.note_button.clicked.connect(self.diary.ask_note)
        self.held_bar.button.clicked.connect(session.release)
        self.diary.hold_wanted.connect(session.hold)
        self.diary.note_wanted.connect(session.note)
        self.diary.closed.connect(self._to_the_editor)
        session.held.connect(self.diary.kept)
        session.noted.connect(self.diary.kept)

    def _bind_keys(self) -> None:
        self.pages.bind_keys(self)
        bind_button(Key.BLANK, self, self.card.blank_button, self.tr("Để trống: giấy không ghi"))
        bind_button(Key.ILLEGIBLE, self, self.card.illegible_button, self.tr("Không đọc được"))
        bind_button(Key.REOPEN, self, self.card.reopen_button, self.tr("Mở lại trường đã trả lời"))
        bind_button(Key.NOTE, self, self.head.note_button, self.tr("Ghi chú về tài liệu"))
        bind(Key.HOLD, self, self._hold_or_release, self.tr("Tạm giữ tài liệu, hoặc thôi tạm giữ"))
        bind(Key.TAKE, self, self.taking.begin, self.tr("Lấy chữ từ ảnh bằng bàn phím"))
        bind_button(Key.APPROVE, self, self.approve_button, self.tr("Duyệt tài liệu"))
        bind_button(Key.PRINT, self, self.print_button, self.tr("In phiếu của tài liệu này"))
        bind(
            Key.TONE,
            self,
            lambda: self.card.editor.change_letter(next_tone),
            self.tr("Đổi dấu thanh của chữ ở con trỏ"),
        )
        bind(
            Key.SHAPE,
            self,
            lambda: self.card.editor.change_letter(next_shape),
            self.tr("Đổi chữ ở con trỏ (a, ă, â)"),
        )
        bind(Key.SUGGEST, self, self._suggest_here, self.tr("Hiện gợi ý"))
        bind_button(
            Key.OTHER_READING, self, self.card.others.button, self.tr("Đổi sang cách đọc khác của máy")
        )
        bind(Key.NEXT_PROBLEM, self, lambda: self._to_page_with_problem(1), self.tr("Trang sau còn việc"))
        bind(
            Key.PREVIOUS_PROBLEM,
            self,
            lambda: self._to_page_with_problem(-1),
            self.tr("Trang trước còn việc"),
        )
        bind(Key.FINDING, self, self._to_next_finding, self.tr("Đến cảnh báo kế tiếp"))
        bind(Key.ADD_ROW, self, self._add_row_here, self.tr("Thêm dòng vào bảng"))
        bind(Key.LIST, self, self.toggle_list, self.tr("Hiện hoặc ẩn danh sách tài liệu"))
        bind(Key.NEXT_DOCUMENT, self, self.open_next, self.tr("Tài liệu kế tiếp đang chờ"))
        bind(Key.FILTER, self, self._filter, self.tr("Lọc danh sách tài liệu"))
        bind(Key.EDITOR, self, self._escape, self.tr("Về ô giá trị"))

    @property
    def progress(self) -> str:
        """How much is left, as the screen says it."""
        return self.head.progress

    @property
    def title(self) -> str:
        """The open document as the screen calls it."""
        return title_of(self.session.state) if self.session.state is not None else ""

    def keep_typed(self) -> bool:
        """The person turns elsewhere: what was typed counts. Whether something was."""
        return self.session.keep(self.card.editor.typed())

    def open_next(self) -> None:
        """The next document that waits."""
        self.keep_typed()
        self.session.open_next()

    def _open(self, document: DocumentId) -> None:
        self.keep_typed()
        self.session.open(document)

    def _step(self, by: int) -> None:
        self.keep_typed()
        self.session.step(by)

    def _add_row(self, table: str) -> None:
        self.keep_typed()
        self.session.add_row(table)

    def _add_row_here(self) -> None:
        self.keep_typed()
        self.session.add_row_here()

    def _to_unseen_finding(self) -> None:
        """Nothing is doubtful any more; what somebody types just then comes first."""
        if not self.keep_typed():
            self.session.to_unseen_finding()

    def _to_page_with_problem(self, step: int) -> None:
        self.keep_typed()
        self.session.to_page_with_problem(step)

    def _to_next_finding(self) -> None:
        self.keep_typed()
        self.session.to_next_finding()

    def _reopen(self) -> None:
        """What the notice said of the finished document is not so any more."""
        reason = self._ask_reason(self) if self.session.needs_reason else ""
        if reason is None:
            return
        self.notice.hide()
        self.session.reopen(reason)

    def _approve(self) -> None:
        """What was typed last is part of what is approved: the person sees it stand before it counts."""
        if not self.keep_typed():
            self.session.approve()

    def _enter(self, typed: Typed) -> None:
        self.suggestions.hide()
        self.session.enter(typed)

    def _suggest(self, text: str) -> None:
        self.suggestions.offer(self.session.suggestions(text), self.card.editor)

    def _suggest_here(self) -> None:
        self._suggest(self.card.editor.typed())

    def _filter(self) -> None:
        self._list_by_hand = True
        self._place_list()
        self.documents.start_filtering()

    def toggle_list(self) -> None:
        """Shows or hides the list of documents; the person's wish counts from now on."""
        self._list_by_hand = not self.documents.isVisible()
        self._place_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.suggestions.hide()
        self._place_list()

    def _place_list(self) -> None:
        self.head.fit(self.width())
        roomy = self.width() >= _ROOM_FOR_LIST_PX or self.session.state is None
        self.documents.setVisible(roomy if self._list_by_hand is None else self._list_by_hand)

    def _show_documents(self, summaries: Sequence[DocumentSummary]) -> None:
        self.documents.look_again()
        if not summaries:
            self._welcome.setText(
                self.tr(
                    "Chưa có tài liệu nào để kiểm tra. Xin nhận giấy tờ ở phần Tiếp nhận ({key}) trước."
                ).format(key=shown(Key.ROOM_INTAKE))
            )

    def _show_document(self) -> None:
        state = self.session.state
        if state is None:
            return
        self.notice.hide()
        self.pages.show_pages(state.document.pages, state.document.findings)
        self.fields.show_sections(state.sections, self._no_fields(state), editable=state.editable)
        self.documents.select(state.document.id)
        self._place_list()
        self._show_state()

    def _no_fields(self, state: DeskState) -> str:
        """What stands in place of fields: the paper's text as the machine read it."""
        words = self.tr("Tài liệu này không thuộc mẫu nào mà chương trình biết.")
        text = state.document.text.strip()
        return f"{words}\n\n{text}" if text else words

    def _show_state(self) -> None:
        state = self.session.state
        self._split.setVisible(state is not None)
        self.head.show_state(state)
        self.held_bar.show_holding(state.held if state is not None else None)
        self.card.reopen_button.setEnabled(self.session.can_reopen)
        self._welcome.setVisible(state is None)
        if state is None:
            self._welcome.setText(self.tr("Xin chọn một tài liệu trong danh sách bên trái."))
            return
        self.fields.show_answers(state.sections, self._no_fields(state), editable=state.editable)
        self.fields.show_findings(state.placed_findings())
        self.diary.show_diary(state.document.diary)

    def _show_current(self) -> None:
        state = self.session.state
        if state is None:
            return
        entry = state.entry
        findings = state.findings_about(entry.path) if entry is not None else ()
        self.card.show_entry(entry, findings, editable=state.editable)
        self.card.reopen_button.setEnabled(self.session.can_reopen)
        if not state.editable:
            self.card.say_read_only(reopenable=self.session.can_reopen)
        self.fields.show_current(entry.path if entry is not None else None)
        self._show_place()
        self._to_the_editor()

    def _show_place(self) -> None:
        """Where on the paper the current field stands, as far as anybody knows by now."""
        self.pages.show_spot(self.session.state.spot if self.session.state is not None else None)
        self._show_crop()

    def _put_back(self, text: str) -> None:
        """What was typed and could not be stored: it is in the editor again, to be given once more."""
        if text:
            self.card.editor.put(text, adding=False)

    def _hold_or_release(self) -> None:
        state = self.session.state
        if state is None or not state.editable:
            return
        if state.held is not None:
            self.session.release()
        else:
            self.diary.ask_reason()

    def _escape(self) -> None:
        """Out of whatever is open, to the value."""
        if self.diary.isVisible():
            self.diary.close_panel()
        self._to_the_editor()

    def _to_the_editor(self) -> None:
        self.taking.end()
        self.suggestions.hide()
        self.card.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_crop(self) -> None:
        spot = self.session.state.spot if self.session.state is not None else None
        number = spot.page if spot is not None else 0
        self.card.show_crop(self.pages.image_of(number), spot, self.pages.why_lost(number))

    def _pick(self, path: object) -> None:
        if isinstance(path, FieldPath):
            self.keep_typed()
            self.session.select(path)
