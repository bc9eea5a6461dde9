"""A whole day at the keyboard: nobody touches a mouse from the first login to the last lock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.arranging import documents_of
from hrdigitize.domain.record import BatchId, DocumentStatus, FieldPath, StoredDocument
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.users import NewUser
from hrdigitize.gui.admin.admin_page import AdminPage
from hrdigitize.gui.admin.backups import BackupSection
from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.entry.login import LoginDialog
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.intake.state import Progress
from hrdigitize.gui.window import ASKING, MainWindow
from hrdigitize.services.backups import generations
from tests.gui.day_office import CLERK, HEAD, NAME, REVIEWER, TRUTH, paper_of_the_day, set_up_office, ticking
from tests.gui.keyboard import FlashWatch, Keyboard, MouseWatch

_ENTER = Qt.Key.Key_Return
_ALT_UP = Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier


class Day:
    """The PC of an office: one person after the other sits down at it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.keys = Keyboard(qtbot)
        self.folder = folder
        self.usb = folder / "usb"
        self._qtbot = qtbot
        self._door = set_up_office(folder / "store", folder / "sheets", ticking())
        self._files = paper_of_the_day(folder / "scans")
        self._before = ""
        self._app: App | None = None
        self._window: MainWindow | None = None
        self._actor: Actor | None = None

    @property
    def app(self) -> App:
        assert self._app is not None
        return self._app

    @property
    def actor(self) -> Actor:
        assert self._actor is not None
        return self._actor

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    def come_in(self, user: NewUser) -> None:
        """Types name and passphrase; whoever was there before stands in the line for the name."""
        dialog = LoginDialog(self._door, self._before)
        with self._qtbot.waitActive(dialog):
            dialog.show()
        if self._before:
            self.keys.tab_to(dialog.name)
        self.keys.type_anew(user.name)
        self.keys.tab_to(dialog.passphrase)
        self.keys.type(user.passphrase)
        self.keys.press(_ENTER)
        self.keys.until(lambda: dialog.result_given is not None)
        dialog.close_tasks()
        assert dialog.result_given is not None
        self._app, who = dialog.result_given
        dialog.deleteLater()
        self._before, self._actor = user.name, who.actor
        asking = replace(
            ASKING, files=lambda _parent: self._files, target=lambda _parent, name: self.folder / name
        )
        self._window = MainWindow(self._app, self._actor, asking=asking, lockable=True)
        self._window.resize(1366, 768)
        with self._qtbot.waitActive(self._window):
            self._window.show()
        self.rest()

    def rest(self) -> None:
        self.keys.until(lambda: self.window.idle)

    def lock(self) -> None:
        """As the window's own loop does: it is closed, and the store behind it."""
        self.keys.ctrl(Qt.Key.Key_L)
        assert self.window.locked
        self.go()

    def go(self) -> None:
        """Nobody sits there any more."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
        if self._app is not None:
            self._app.close()
        self._window = self._app = None
        QApplication.processEvents()


@pytest.fixture
def watch(dressed: QApplication) -> Iterator[MouseWatch]:
    with MouseWatch(dressed) as watch:
        yield watch


@pytest.fixture
def flashes(dressed: QApplication) -> Iterator[FlashWatch]:
    with FlashWatch(dressed) as flashes:
        yield flashes


@pytest.fixture
def day(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> Iterator[Day]:
    day = Day(tmp_path, qtbot)
    yield day
    day.go()


def test_a_whole_day_without_a_mouse(day: Day, watch: MouseWatch, flashes: FlashWatch) -> None:
    day.come_in(CLERK)
    batch = takes_in(day)
    sorts(day, batch)
    document = verifies(day)
    day.lock()
    day.come_in(REVIEWER)
    approves(day, document)
    searches_and_prints(day)
    day.lock()
    day.come_in(HEAD)
    backs_up(day)
    day.lock()
    assert watch.touched == []
    assert flashes.flashed == []


def test_the_watches_hear_a_mouse_and_a_flash(watch: MouseWatch, flashes: FlashWatch, qtbot: QtBot) -> None:
    button = QPushButton("Nút")
    qtbot.addWidget(button)
    button.show()
    assert flashes.flashed == ["QPushButton "]
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert watch.touched == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert "MouseButtonPress on QPushButton" in watch.touched


def takes_in(day: Day) -> BatchId:
    """Top secret papers are refused; open ones come in, and one turns out to be marked: that is declared."""
    keys = day.keys
    keys.ctrl(Qt.Key.Key_2)
    room = day.window.room
    assert isinstance(room, IntakeRoom)
    day.rest()
    keys.tab_to(room.page.marking)
    keys.press(Qt.Key.Key_End)
    keys.ctrl(Qt.Key.Key_O)
    keys.until(lambda: "Tuyệt mật" in room.notice.sentence)
    assert day.app.batches.all(actor=day.actor) == ()
    keys.press(Qt.Key.Key_Home)
    keys.ctrl(Qt.Key.Key_O)
    keys.until(lambda: room.page.marked_button.isVisible())
    keys.ctrl(Qt.Key.Key_M)
    keys.until(lambda: _is_read(room))
    day.rest()
    (summary,) = day.app.batches.all(actor=day.actor)
    assert (summary.pages, summary.marking) == (3, Secrecy.CONFIDENTIAL)
    assert len(room.page.grid.cards) == 3
    return summary.id


def _is_read(room: IntakeRoom) -> bool:
    line, contents = room.session.line, room.session.contents
    return (
        line is not None
        and line.progress is Progress.READ
        and contents is not None
        and contents.summary == line.summary
    )


def sorts(day: Day, batch: BatchId) -> None:
    """The letter is parted, put together again, all of it undone; a page looked at closely."""
    keys = day.keys
    keys.press(Qt.Key.Key_F10)
    room = day.window.room
    assert isinstance(room, ArrangeRoom)

    def settled() -> bool:
        return room.session.idle and day.window.idle and bool(room.page.grid.cards)

    def pressed(key: Qt.Key, modifier: Qt.KeyboardModifier) -> list[list[int]]:
        keys.press(key, modifier)
        keys.until(settled)
        return _laid(day, batch)

    ctrl = Qt.KeyboardModifier.ControlModifier
    keys.until(settled)
    before = _laid(day, batch)
    keys.press(Qt.Key.Key_End)
    joined = pressed(Qt.Key.Key_J, ctrl)
    assert len(joined) == len(before) - 1
    assert pressed(_ENTER, ctrl) != joined
    assert pressed(Qt.Key.Key_Z, ctrl) == joined
    assert pressed(Qt.Key.Key_Z, ctrl) == before
    keys.press(_ENTER)
    assert room.page.close_look.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert room.page.work.isVisible()
    keys.press(Qt.Key.Key_Home)


def _laid(day: Day, batch: BatchId) -> list[list[int]]:
    laid = documents_of(day.app.arranging.layout(batch, actor=day.actor)).values()
    return [[page.number for page in pages] for pages in laid]


def verifies(day: Day) -> StoredDocument:
    """Every doubtful field gets its answer: what was misread is typed, what is right or blank confirmed."""
    keys = day.keys
    keys.press(Qt.Key.Key_F10)
    assert day.window.room_name is RoomName.VERIFY
    day.rest()
    session = day.window.session
    state = session.state
    assert state is not None
    document = state.document.id
    assert state.remaining > 10
    while state.remaining:
        left, entry = state.remaining, state.entry
        assert entry is not None
        text = TRUTH.get(entry.path.field, entry.answer.text)
        if not text:
            keys.press(Qt.Key.Key_F3)
        elif entry.must_be_typed or text != entry.answer.text:
            keys.type_anew(text)
            keys.press(_ENTER)
        else:
            keys.press(_ENTER)
        assert state.remaining == left - 1, f"{entry.path} took no answer"
    day.rest()
    stored = day.app.desk.open(document, actor=day.actor)
    assert stored.status is DocumentStatus.VERIFIED
    assert {key: stored.answer(FieldPath(key)).text for key in TRUTH} == TRUTH
    return stored


def approves(day: Day, document: StoredDocument) -> None:
    """What was verified waits on the desk of whoever may approve."""
    session = day.window.session
    assert session.state is not None
    assert session.state.document.id == document.id
    day.keys.ctrl(Qt.Key.Key_D)
    day.rest()
    assert day.app.desk.open(document.id, actor=day.actor).status is DocumentStatus.APPROVED
    assert "Đã duyệt" in day.window.verify.notice.sentence


def searches_and_prints(day: Day) -> None:
    """The dossier is found by its name without marks; its profile is printed and on screen."""
    keys, window = day.keys, day.window
    keys.ctrl(Qt.Key.Key_5)
    day.rest()
    keys.type("hoai thuong")
    keys.press(_ENTER)
    keys.until(lambda: window.dossiers.session.dossier is not None and window.idle)
    assert window.dossiers.dossier.head.name.text() == NAME
    assert window.dossiers.dossier.isVisible()
    keys.ctrl(Qt.Key.Key_P)
    keys.until(lambda: window.prints.shows_profile)
    keys.until(lambda: window.prints.pdf.status() is QPdfDocument.Status.Ready)
    assert [path.name for path in day.folder.glob("*.pdf")] == [f"Phiếu 2C - {NAME}.pdf"]
    assert NAME in " ".join(window.prints.pdf.getAllText(0).text().split())


def backs_up(day: Day) -> None:
    """Whoever looks after the store keeps it on another disk."""
    keys = day.keys
    keys.ctrl(Qt.Key.Key_9)
    day.rest()
    room = day.window.room
    assert isinstance(room, AdminPage)
    keys.ctrl(Qt.Key.Key_Tab)
    assert isinstance(room.section, BackupSection)
    day.rest()
    keys.type_anew(str(day.usb))
    keys.ctrl(_ENTER)
    keys.until(lambda: room.notice.isVisible() and day.window.idle)
    assert [one.number for one in generations(day.usb)] == [1]
    assert room.notice.sentence.startswith("Đã sao lưu")
