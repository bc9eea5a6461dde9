"""The window: its rooms side by side in one frame, and the door that opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import DocumentId, StoredDocument
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui import errors, garbage
from hrdigitize.gui.desk_session import DeskSession
from hrdigitize.gui.dossier_page import AskTarget, DossierPage
from hrdigitize.gui.dressing import dressed
from hrdigitize.gui.idle import LOCK_AFTER_MS, IdleWatch
from hrdigitize.gui.keys import Key, bind, shown
from hrdigitize.gui.notice import Notice, NoticeKind
from hrdigitize.gui.pictures import PagePictures
from hrdigitize.gui.profile_session import ProfileSession
from hrdigitize.gui.rail import Rail, Room
from hrdigitize.gui.reason import AskReason, ask_reason
from hrdigitize.gui.sentences import clock_sentence
from hrdigitize.gui.tasks import Tasks
from hrdigitize.gui.verify_page import VerifyPage
from hrdigitize.services.backups import BackupStanding

_SIZE_PX = (1366, 700)
_SMALLEST_PX = (900, 480)
_VERIFY, _DOSSIERS = 0, 1


def ask_target(parent: QWidget, name: str) -> Path | None:
    """The usual file dialog, opened in the person's documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title = QApplication.translate("AskTarget", "Lưu phiếu PDF")
    start = str(Path(folder) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, "PDF (*.pdf)")
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")


class MainWindow(QWidget):
    """Hosts the rooms. Use cases run on the lane, pictures and printing on a thread of the window's own.

    lockable: whether there is a login behind which it can be locked.
    """

    def __init__(
        self,
        app: App,
        actor: Actor,
        *,
        ask: AskTarget = ask_target,
        ask_why: AskReason = ask_reason,
        lockable: bool = False,
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Số hóa hồ sơ cán bộ"))
        self.setMinimumSize(*_SMALLEST_PX)
        self.resize(*_SIZE_PX)
        self._aside = ThreadPoolExecutor(1, "window-aside")
        self._lane_tasks = Tasks(app.lane, self._fail, self)
        self._aside_tasks = Tasks(self._aside, self._fail, self)
        self._desk = app.desk
        self._actor = actor
        self._named = False
        self.locked = False
        names = {key: form.name.partition(":")[0] for key, form in app.forms.items()}
        self.session = DeskSession(app.desk, actor, app.forms, self._lane_tasks, self)
        self.pictures = PagePictures(partial(app.desk.picture, actor=actor), self._aside_tasks, self)
        self.profiles = ProfileSession(app.profiles, actor, self._aside_tasks, self)
        self.verify = VerifyPage(self.session, self.pictures, names, ask_why)
        self.dossiers = DossierPage(self.profiles, ask, names)
        rooms = (
            Room(self.tr("Kiểm tra"), "verify", Key.ROOM_VERIFY),
            Room(self.tr("Hồ sơ"), "dossier", Key.ROOM_DOSSIERS),
        )
        lock = Room(self.tr("Khóa"), "lock", Key.LOCK) if lockable else None
        self._rail = Rail(rooms, actor.name, lock=lock)
        if lockable:
            self._rail.lock_wanted.connect(self.lock)
            bind(Key.LOCK, self, self.lock)
            self._lane_tasks.start(lambda: app.backups.standing(actor=actor), self._say_backup)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.verify)
        self._stack.addWidget(self.dossiers)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self._connect()
        self.show_room(_VERIFY)
        self.session.list_documents()
        self._aside_tasks.start(lambda: app.desk.prepare_suggestions(actor=actor), lambda _: None)

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_room)
        bind(Key.ROOM_VERIFY, self, lambda: self.show_room(_VERIFY))
        bind(Key.ROOM_DOSSIERS, self, lambda: self.show_room(_DOSSIERS))
        self.session.documents_listed.connect(self.dossiers.show_documents)
        self.session.documents_listed.connect(self._open_first, Qt.ConnectionType.SingleShotConnection)
        self.session.completed.connect(self._say_completed)
        self.session.approved.connect(self._say_approved)
        self.session.failed.connect(self._fail)
        self.profiles.failed.connect(self._fail)
        self.verify.print_wanted.connect(self._print_current)
        self.dossiers.document_wanted.connect(self._open_dossier)

    def _say_backup(self, standing: BackupStanding) -> None:
        self._rail.say_backup(standing.last, standing.today)

    def open_document(self, document: DocumentId) -> None:
        """Opens a document on the verification desk."""
        self._named = True
        self.show_room(_VERIFY)
        self.session.open(document)

    def _open_first(self, summaries: Sequence[DocumentSummary]) -> None:
        """Nobody named a document: the work that waits comes on screen, or else what there is."""
        if not self._named and summaries:
            self.session.open(self.session.next_waiting() or summaries[0].id)

    def show_room(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._rail.show_room(place)

    def lock(self) -> None:
        """Closes the window for whoever has to log in again; what was typed is kept as at any closing."""
        self.locked = True
        self.close()

    @property
    def room(self) -> QWidget | None:
        """The room on screen."""
        return self._stack.currentWidget()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way: every call has come back."""
        return not (self._lane_tasks.busy or self._aside_tasks.busy)

    def _notice(self) -> Notice:
        return self.dossiers.notice if self.room is self.dossiers else self.verify.notice

    def _fail(self, fault: Exception) -> None:
        errors.report(fault, self._notice())

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
            self.verify.notice.say(NoticeKind.DONE, sentence)
            return
        sentence += " " + self.tr("Tài liệu chờ người có quyền duyệt.")
        if findings:
            self.verify.notice.say(NoticeKind.DONE, sentence, action=self._next_document())
        else:
            self._go_on(f"{self.verify.title}: {sentence}")

    def _say_approved(self) -> None:
        sentence = self.tr("Đã duyệt {name}. Tài liệu đã vào lý lịch điện tử, nay có thể in phiếu.")
        self._go_on(sentence.format(name=self.verify.title))

    def _go_on(self, sentence: str) -> None:
        """Says it of the document that is done and opens the next that waits; stays where none does."""
        state = self.session.state
        if state is None or self.session.next_waiting() is None:
            self.verify.notice.say(NoticeKind.DONE, sentence)
            return
        done = state.document.id
        back = self.tr("Xem lại tài liệu vừa xong"), lambda: self.session.open(done)
        self.session.opened.connect(
            lambda: self.verify.notice.say(NoticeKind.DONE, sentence, action=back),
            Qt.ConnectionType.SingleShotConnection,
        )
        self.verify.open_next()

    def _next_document(self) -> tuple[str, Callable[[], None]] | None:
        """The button that leads on; None when no other document waits."""
        if self.session.next_waiting() is None:
            return None
        words = self.tr("Tài liệu kế tiếp ({key})").format(key=shown(Key.NEXT_DOCUMENT))
        return words, self.verify.open_next

    def _print_current(self) -> None:
        state = self.session.state
        if state is None or state.document.cadre is None:
            return
        self._show_dossier(state.document)
        self.dossiers.print_profile()

    def _open_dossier(self, document: DocumentId) -> None:
        self._lane_tasks.start(lambda: self._desk.open(document, actor=self._actor), self._show_dossier)

    def _show_dossier(self, document: StoredDocument) -> None:
        self.show_room(_DOSSIERS)
        self.dossiers.show_document(document, self.dossiers.title_of(document.id))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Answers given, a text typed and not yet entered too, are still stored; pictures are given up."""
        self.verify.keep_typed()
        self._lane_tasks.close()
        self._aside_tasks.close()
        self._aside.shutdown(wait=True, cancel_futures=True)
        self.dossiers.pdf.close()
        super().closeEvent(event)


def open_window(app: App, actor: Actor, document: DocumentId | None) -> int:
    """Opens the window and stays until it is closed; gives the exit code.

    document: what to open first; None: the first that still has to be looked at.
    """
    qt = dressed()
    with errors.hook_installed(), garbage.collected_here():
        return _stay_open(qt, app, actor, document)


def _stay_open(qt: QApplication, app: App, actor: Actor, document: DocumentId | None) -> int:
    """The window's whole life: when this returns nothing refers to it any more."""
    garbage.leave_out_what_lives()
    window = MainWindow(app, actor)
    if document is not None:
        window.open_document(document)
    window.show()
    return qt.exec()


def stay_until_locked(qt: QApplication, app: App, actor: Actor, lock_after_ms: int = LOCK_AFTER_MS) -> bool:
    """As `_stay_open`; whether the window was locked rather than closed."""
    garbage.leave_out_what_lives()
    window = MainWindow(app, actor, lockable=True)
    window.show()
    if app.clock_behind is not None:
        errors.warn(clock_sentence(app.clock_behind), window)
    watch = IdleWatch(lock_after_ms, window)
    watch.idle.connect(window.lock)
    window.windowHandle().installEventFilter(watch)
    qt.exec()
    return window.locked
