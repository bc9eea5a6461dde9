"""The room "Kiểm tra": the desk, and what comes after a document is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui.desk.diary_panel import holding_words
from hrdigitize.gui.desk.page_words import PageWords
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.desk.verify_page import VerifyPage
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.notice import NoticeKind


class VerifyRoom(RoomPage):
    """Opens what waits, says what is done, and leads on to the next document."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        app = frame.app
        self._frame = frame
        self._named = False
        names = {key: form.name.partition(":")[0] for key, form in app.forms.items()}
        self.session = DeskSession(app.desk, app.holding, frame.actor, app.forms, frame.lane, self)
        self.pictures = PagePictures(partial(app.desk.picture, actor=frame.actor), frame.aside, self)
        self.words = PageWords(app.pointing, frame.actor, frame.lane, self)
        self.page = VerifyPage(self.session, self.pictures, self.words, names, frame.ask.reason)
        self.notice = self.page.notice
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.session.documents_listed.connect(self._open_first, Qt.ConnectionType.SingleShotConnection)
        self.session.completed.connect(self._say_completed)
        self.session.approved.connect(self._say_approved)
        self.session.held.connect(self._say_held)
        self.session.failed.connect(frame.fail)
        self.page.print_wanted.connect(self._print_current)
        frame.ways.changed.connect(self.session.list_documents)
        self.session.list_documents()
        frame.aside.start(lambda: app.desk.prepare_suggestions(actor=frame.actor), lambda _: None)

    def open_document(self, document: DocumentId) -> None:
        """Opens a document on the desk."""
        self._named = True
        self.session.open(document)

    def left(self) -> None:
        self.page.keep_typed()

    def shut(self) -> None:
        self.page.keep_typed()
        self.words.shut()

    def _open_first(self, summaries: Sequence[DocumentSummary]) -> None:
        """Nobody named a document: the work that waits comes on screen, or else what there is."""
        if not self._named and summaries:
            self.session.open(self.session.next_waiting() or summaries[0].id)

    def _say_completed(self) -> None:
        """Nothing is open any more: who may approve is told so, who may not goes on to the next document."""
        findings = len(self.session.state.placed_findings()) if self.session.state is not None else 0
        sentence = self.tr("Đã kiểm tra hết.")
        if findings:
            sentence += " " + self.tr("Còn {count} cảnh báo, xin xem lại bằng phím {key}.").format(
                count=findings, key=shown(Key.FINDING)
            )
        if self.session.may_approve:
            sentence += " " + self.tr("Xin nhấn {key} để duyệt.").format(key=shown(Key.APPROVE))
            self.notice.say(NoticeKind.DONE, sentence)
            return
        sentence += " " + self.tr("Tài liệu chờ người có quyền duyệt.")
        if findings:
            self.notice.say(NoticeKind.DONE, sentence, action=self._next_document())
        else:
            self._go_on(f"{self.page.title}: {sentence}")

    def _say_approved(self) -> None:
        sentence = self.tr("Đã duyệt {name}. Tài liệu đã vào lý lịch điện tử, nay có thể in phiếu.")
        self._go_on(sentence.format(name=self.page.title))

    def _say_held(self) -> None:
        """Who puts a document by wants to go on with another."""
        self._frame.ways.changed.emit()
        state = self.session.state
        if state is not None and state.held is not None:
            self._go_on(
                self.tr("Đã tạm giữ {name}. {reason}").format(
                    name=self.page.title, reason=holding_words(state.held)
                )
            )

    def _go_on(self, sentence: str) -> None:
        """Says it of the document that is done and opens the next that waits; stays where none does."""
        state = self.session.state
        if state is None or self.session.next_waiting() is None:
            self.notice.say(NoticeKind.DONE, sentence)
            return
        done = state.document.id
        back = self.tr("Xem lại tài liệu vừa xong"), lambda: self.session.open(done)
        self.session.opened.connect(
            lambda: self.notice.say(NoticeKind.DONE, sentence, action=back),
            Qt.ConnectionType.SingleShotConnection,
        )
        self.page.open_next()

    def _next_document(self) -> tuple[str, Callable[[], None]] | None:
        """The button that leads on; None when no other document waits."""
        if self.session.next_waiting() is None:
            return None
        words = self.tr("Tài liệu kế tiếp ({key})").format(key=shown(Key.NEXT_DOCUMENT))
        return words, self.page.open_next

    def _print_current(self) -> None:
        state = self.session.state
        if state is not None and state.document.cadre is not None:
            self._frame.ways.profile.emit(state.document, self.page.title)
