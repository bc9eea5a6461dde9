"""The room "Kiểm tra": the desk, and what comes after a document is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui.desk.diary_panel import holding_words
from hrdigitize.gui.desk.effort_watch import EffortWatch
from hrdigitize.gui.desk.page_words import PageWords
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.desk.verify_page import VerifyPage
from hrdigitize.gui.desk.views import View, ViewStrip
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.running import garbage


class VerifyRoom(RoomPage):
    """Opens what waits, says what is done, and leads on to the next document.

    views: other ways of working than document by document, for who may.
    """

    def __init__(self, frame: Frame, views: Sequence[View] = ()) -> None:
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
        self._views = tuple(view for view in views if view.is_for(frame.actor))
        self._made: dict[int, RoomPage] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        desk = QApplication.translate("Views", "Từng tài liệu"), Key.VIEW_DOCUMENTS
        self.strip = ViewStrip([desk, *((view.words, view.key) for view in self._views)])
        self.strip.show_view(0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        self.strip.setVisible(bool(self._views))
        column.addWidget(self._stack, 1)
        self._effort = EffortWatch(frame, self.session, self.page.card.editor, self)
        self._bind_views(desk[0])
        self.session.documents_listed.connect(self._open_first, Qt.ConnectionType.SingleShotConnection)
        self.session.completed.connect(self._say_completed)
        self.session.approved.connect(self._say_approved)
        self.session.held.connect(self._say_held)
        self.session.failed.connect(frame.fail)
        self.page.print_wanted.connect(self._print_current)
        frame.ways.changed.connect(self.session.list_documents)
        self.session.list_documents()
        frame.aside.start(
            lambda: app.desk.prepare_suggestions(actor=frame.actor), lambda _: garbage.leave_out_what_came()
        )

    def open_document(self, document: DocumentId) -> None:
        """Opens a document on the desk."""
        self._named = True
        self.show_view(0)
        self.session.open(document)

    def _bind_views(self, desk: str) -> None:
        self.strip.chosen.connect(self.show_view)
        if self._views:
            bind(Key.VIEW_DOCUMENTS, self, partial(self.show_view, 0), desk)
        for place, view in enumerate(self._views, start=1):
            bind(view.key, self, partial(self.show_view, place), view.words)

    @property
    def view(self) -> RoomPage | None:
        """The way of working on screen; None: document by document."""
        shown_now = self._stack.currentWidget()
        return shown_now if isinstance(shown_now, RoomPage) else None

    def show_view(self, place: int) -> None:
        """Comes to another way of working (0: document by document); what was typed counts."""
        if place and place not in self._made:
            self._made[place] = self._views[place - 1].make(self._frame, self.pictures)
            self._stack.addWidget(self._made[place])
        before = self.view
        coming = self._made.get(place)
        if coming is before:
            self.strip.show_view(place)
            return
        self.left()
        self._stack.setCurrentWidget(self.page if coming is None else coming)
        self.strip.show_view(place)
        self.notice = self.page.notice if coming is None else coming.notice
        if coming is None:
            self.page.card.editor.setFocus()
        else:
            coming.opened()

    def opened(self) -> None:
        if self.view is not None:
            self.view.opened()

    def left(self) -> None:
        if self.view is not None:
            self.view.left()
            return
        self.page.keep_typed()
        self._effort.keep()

    def shut(self) -> None:
        self.left()
        self.words.shut()
        for made in self._made.values():
            made.shut()

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
