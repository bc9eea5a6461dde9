"""The window: its rooms side by side in one frame, and the door that opens it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.overview import CadresOf
from hrdigitize.domain.record import BatchId, CadreId, DocumentId, StoredDocument
from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.desk.reason import ask_reason
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.desk.verify_page import VerifyPage
from hrdigitize.gui.dossiers.room import DossiersRoom
from hrdigitize.gui.entry.idle import IdleWatch
from hrdigitize.gui.frame import window_state
from hrdigitize.gui.frame.asking import ask_files, ask_folder, ask_target
from hrdigitize.gui.frame.jobs import Jobs
from hrdigitize.gui.frame.jobs_panel import JobsChip
from hrdigitize.gui.frame.overlays import Overlays
from hrdigitize.gui.frame.rail import Rail
from hrdigitize.gui.frame.room import Asking, Frame, Room, RoomName, RoomPage
from hrdigitize.gui.frame.ways import Ways
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.notice import Notice, NoticeKind
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.look.sentences import clock_sentence
from hrdigitize.gui.plan import rooms
from hrdigitize.gui.prints.print_page import PrintPage
from hrdigitize.gui.running import errors, garbage
from hrdigitize.gui.running.dressing import dressed
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.backups import BackupStanding

_SIZE_PX = (1366, 700)
_SMALLEST_PX = (900, 480)
_MINUTE_MS = 60_000
#: How the system's dialogs ask.
ASKING = Asking(ask_target, ask_reason, ask_files, ask_folder)


class MainWindow(QWidget):
    """Hosts the rooms. Use cases run on the lane, pictures and printing on a thread of the window's own.

    lockable: whether there is a login behind which it can be locked. preferences: what the person chose for
    it, and how it was left; without any it is as usual. room: where to begin, if the person may enter it.
    """

    def __init__(
        self,
        app: App,
        actor: Actor,
        *,
        asking: Asking = ASKING,
        lockable: bool = False,
        preferences: PreferenceFile | None = None,
        room: RoomName | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Số hóa hồ sơ cán bộ"))
        self.setMinimumSize(*_SMALLEST_PX)
        self.resize(*_SIZE_PX)
        self._preferences = preferences or PreferenceFile()
        window_state.restore(self, self._preferences)
        self._aside = ThreadPoolExecutor(1, "window-aside")
        self._lane_tasks = Tasks(app.lane, self._fail, self)
        self._aside_tasks = Tasks(self._aside, self._fail, self)
        self.locked = self.reopens = False
        self.ways = Ways(self)
        self.jobs = Jobs(self)
        self._frame = Frame(
            app,
            actor,
            self._lane_tasks,
            self._aside_tasks,
            self.ways,
            self.jobs,
            asking,
            self._fail,
            self._preferences,
        )
        self._rooms = {room.name: room for room in rooms() if room.is_for(actor)}
        self._pages: dict[RoomName, RoomPage] = {}
        self._stack = QStackedWidget()
        self._rail = Rail(tuple(self._rooms.values()), actor.name, lockable=lockable)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self.overlays = Overlays(self, self._frame, self._rooms, lambda: self._pages, lambda: self.room_name)
        chip = JobsChip(self.jobs)
        chip.clicked.connect(self.overlays.jobs.toggle)
        self._rail.add_to_foot(chip)
        self._connect()
        if lockable:
            self._rail.lock_wanted.connect(self.lock)
            bind(Key.LOCK, self, self.lock, self.tr("Khóa chương trình"))
            self._lane_tasks.start(lambda: app.backups.standing(actor=actor), self._say_backup)
        self.show_room(room if room in self._rooms else self._first_room())

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_room)
        for room in self._rooms.values():
            bind(room.key, self, partial(self.show_room, room.name), self._words_of(room))
        self.ways.room.connect(self.show_room)
        self.ways.document.connect(self.open_document)
        self.ways.batch.connect(self._open_batch)
        self.ways.intake.connect(self._open_intake)
        self.ways.profile.connect(self._print_profile)
        self.ways.cadre.connect(self.open_cadre)
        self.ways.cadres.connect(self._list_cadres)
        self.ways.reopen.connect(self.reopen)

    def _words_of(self, room: Room) -> str:
        return self.tr("Đến phần {room}").format(room=room.words)

    def _first_room(self) -> RoomName:
        return RoomName.VERIFY if RoomName.VERIFY in self._rooms else next(iter(self._rooms))

    def _say_backup(self, standing: BackupStanding) -> None:
        self._rail.say_backup(standing.last, standing.today)

    def page(self, name: RoomName) -> RoomPage:
        """A room's page, made when somebody first wants it. KeyError where the person has no such room."""
        if name not in self._pages:
            page = self._rooms[name].make(self._frame)
            self._pages[name] = page
            self._stack.addWidget(page)
            window_state.keep_splitters(page, name.value, self._preferences)
        return self._pages[name]

    @property
    def verify(self) -> VerifyPage:
        """The desk."""
        return self._verify_room.page

    @property
    def session(self) -> DeskSession:
        """What goes on at the desk."""
        return self._verify_room.session

    @property
    def _verify_room(self) -> VerifyRoom:
        page = self.page(RoomName.VERIFY)
        assert isinstance(page, VerifyRoom)
        return page

    @property
    def prints(self) -> PrintPage:
        """The room "In ấn"."""
        page = self.page(RoomName.PRINT)
        assert isinstance(page, PrintPage)
        return page

    def open_document(self, document: DocumentId) -> None:
        """Opens a document on the verification desk."""
        self._verify_room.open_document(document)
        self.show_room(RoomName.VERIFY)

    @property
    def dossiers(self) -> DossiersRoom:
        """The room "Hồ sơ"."""
        page = self.page(RoomName.DOSSIERS)
        assert isinstance(page, DossiersRoom)
        return page

    def open_cadre(self, cadre: CadreId) -> None:
        """Opens a dossier."""
        self.dossiers.open_cadre(cadre)
        self.show_room(RoomName.DOSSIERS)

    def _list_cadres(self, which: CadresOf, words: str) -> None:
        self.show_room(RoomName.DOSSIERS)
        self.dossiers.show_only(which, words)

    def _open_batch(self, batch: str) -> None:
        """Opens a batch to be arranged."""
        room = self.page(RoomName.ARRANGE)
        assert isinstance(room, ArrangeRoom)
        room.open_batch(BatchId(batch))
        self.show_room(RoomName.ARRANGE)

    def _open_intake(self, batch: str) -> None:
        """Opens a batch where it is read."""
        room = self.page(RoomName.INTAKE)
        assert isinstance(room, IntakeRoom)
        room.session.choose(BatchId(batch))
        self.show_room(RoomName.INTAKE)

    def show_room(self, name: RoomName) -> None:
        """Comes into a room; what was typed in the one that is left counts."""
        self.overlays.dismiss()
        page, before = self.page(name), self.room
        if before is not None and before is not page:
            before.left()
        self._stack.setCurrentWidget(page)
        self._rail.show_room(name)
        page.opened()

    def reopen(self) -> None:
        """Closes the window so that it is opened anew, in other colours or another language.

        Not while a job runs: nobody would hear how it ended.
        """
        if self.jobs.running:
            self._notice().say(
                NoticeKind.FAULT,
                self.tr("Đã lưu lựa chọn. Cửa sổ sẽ đổi ở lần mở sau, vì còn việc đang chạy ({key}).").format(
                    key=shown(Key.JOBS)
                ),
            )
            return
        self.reopens = True
        self.close()

    def lock(self) -> None:
        """Closes the window for whoever has to log in again; what was typed is kept as at any closing."""
        self.locked = True
        self.close()

    @property
    def room(self) -> RoomPage | None:
        """The room on screen."""
        page = self._stack.currentWidget()
        return page if isinstance(page, RoomPage) else None

    @property
    def room_name(self) -> RoomName | None:
        """Which room is on screen."""
        return next((name for name, page in self._pages.items() if page is self.room), None)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way: every call has come back."""
        return not (self._lane_tasks.busy or self._aside_tasks.busy)

    def _notice(self) -> Notice:
        return self.room.notice if self.room is not None else self.verify.notice

    def _fail(self, fault: Exception) -> None:
        errors.report(fault, self._notice())

    def _print_profile(self, document: StoredDocument, title: str) -> None:
        self.show_room(RoomName.PRINT)
        self.prints.show_document(document, title)
        self.prints.print_profile()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Answers given, a text typed and not yet entered too, are still stored; pictures are given up."""
        self.overlays.dismiss()
        for page in self._pages.values():
            page.shut()
        window_state.keep(self, self._preferences)
        self._lane_tasks.close()
        self._aside_tasks.close()
        self._aside.shutdown(wait=True, cancel_futures=True)
        super().closeEvent(event)


def open_window(
    app: App, actor: Actor, document: DocumentId | None, preferences: PreferenceFile | None = None
) -> int:
    """Opens the window and stays until it is closed; gives the exit code.

    document: what to open first; None: the first that still has to be looked at. preferences: as
    `MainWindow`.
    """
    kept = preferences or PreferenceFile()
    qt = dressed(kept.now)
    with errors.hook_installed(), garbage.collected_here():
        room = _stay_open(qt, app, actor, document, kept, None)
        while room is not None:
            dressed(kept.now)
            room = _stay_open(qt, app, actor, None, kept, room)
    return 0


def _stay_open(
    qt: QApplication,
    app: App,
    actor: Actor,
    document: DocumentId | None,
    preferences: PreferenceFile,
    room: RoomName | None,
) -> RoomName | None:
    """The window's whole life: when this returns nothing refers to it any more.

    Gives the room to open it anew in, None where it was closed for good.
    """
    garbage.leave_out_what_lives()
    window = MainWindow(app, actor, preferences=preferences, room=room)
    if document is not None:
        window.open_document(document)
    window.show()
    qt.exec()
    room = window.room_name if window.reopens else None
    garbage.let_go(window)
    return room


def stay_until_locked(
    qt: QApplication,
    app: App,
    actor: Actor,
    lock_after_ms: int | None = None,
    preferences: PreferenceFile | None = None,
) -> bool:
    """As `open_window`; whether the window was locked rather than closed.

    lock_after_ms: None: as long as the preferences say.
    """
    kept = preferences or PreferenceFile()
    left = _stay_lockable(qt, app, actor, lock_after_ms, kept, None)
    while left.reopens:
        dressed(kept.now)
        left = _stay_lockable(qt, replace(app, clock_behind=None), actor, lock_after_ms, kept, left.room)
    return left.locked


class _Left(NamedTuple):
    """How a window was left, and in which room."""

    locked: bool
    reopens: bool
    room: RoomName | None


def _stay_lockable(
    qt: QApplication,
    app: App,
    actor: Actor,
    lock_after_ms: int | None,
    preferences: PreferenceFile,
    room: RoomName | None,
) -> _Left:
    """The life of a window behind a login, as `_stay_open`."""
    garbage.leave_out_what_lives()
    window = MainWindow(app, actor, lockable=True, preferences=preferences, room=room)
    window.show()
    if app.clock_behind is not None:
        errors.warn(clock_sentence(app.clock_behind), window)
    watch = IdleWatch(lock_after_ms or preferences.now.idle_minutes * _MINUTE_MS, window)
    watch.idle.connect(window.lock)
    window.windowHandle().installEventFilter(watch)
    qt.exec()
    left = _Left(window.locked, window.reopens, window.room_name)
    garbage.let_go(window)
    return left
