"""The room "Sắp xếp", by keys: split, join, move, turn, set aside, undo; the store is as the screen says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.domain.arranging import Aside, documents_of
from hrdigitize.domain.record import BatchId, DocumentStatus
from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.pages.items import Sign
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import CLERK, REVIEWER, Office, opened_copy
from tests.gui.paper import open_window, prepared, reading_here, written
from tests.gui.typing_hands import press, type_text
from tests.services.made_up import FORM_WIDTH_PX, LETTER_WIDTH_PX, scan, stack

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def read_store(
    filled_store: Path, dressed: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, BatchId]:
    """The filled store with a form, two letters behind it, then another form; read."""
    folder = tmp_path_factory.mktemp("read")
    files = written(
        folder / "scans",
        a=stack(FORM_WIDTH_PX, LETTER_WIDTH_PX, LETTER_WIDTH_PX),
        b=scan(FORM_WIDTH_PX),
    )

    def read(app: App) -> BatchId:
        made = app.intake.capture(files, actor=CLERK).batch
        app.reading.read(made, actor=CLERK)
        return made

    return prepared(filled_store, folder, read)


@pytest.fixture
def office(read_store: tuple[Path, BatchId], tmp_path: Path) -> Iterator[Office]:
    with opened_copy(read_store[0], tmp_path) as office:
        yield office


@pytest.fixture
def app(office: Office) -> Iterator[App]:
    with reading_here(office) as app:
        yield app


@pytest.fixture
def batch(read_store: tuple[Path, BatchId]) -> BatchId:
    return read_store[1]


@pytest.fixture
def window(app: App, batch: BatchId, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    another = written(tmp_path / "another", new=scan(LETTER_WIDTH_PX))
    with open_window(app, CLERK, qtbot, files=another, room=RoomName.ARRANGE) as window:
        window.ways.batch.emit(batch)
        yield window


@pytest.fixture
def room(window: MainWindow, batch: BatchId, qtbot: QtBot) -> ArrangeRoom:
    room = window.page(RoomName.ARRANGE)
    assert isinstance(room, ArrangeRoom)
    _wait(qtbot, lambda: room.page.grid.cards and room.session.batch == batch and window.idle)
    return room


def _wait(qtbot: QtBot, true: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(true()), timeout=30_000)


def _laid(app: App, batch: BatchId) -> list[list[int]]:
    return [
        [page.number for page in pages]
        for pages in documents_of(app.arranging.layout(batch, actor=CLERK)).values()
    ]


class Fingers:
    """At the pages: a key, then all that it sets going is waited for."""

    def __init__(self, window: MainWindow, room: ArrangeRoom, qtbot: QtBot) -> None:
        self._window, self._room, self._qtbot = window, room, qtbot

    def at(self, number: int) -> None:
        found = next(c for c in self._room.page.grid.cards if c.laid and c.laid.number == number)
        self._room.page.grid.look_at(found.key)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self._room.page.grid, key, modifier)
        self.rest()

    def rest(self) -> None:
        _wait(self._qtbot, lambda: self._room.session.idle and self._window.idle)


@pytest.fixture
def fingers(window: MainWindow, room: ArrangeRoom, qtbot: QtBot) -> Fingers:
    return Fingers(window, room, qtbot)


def test_split_and_join_and_undo_step_by_step(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers
) -> None:
    before = _laid(app, batch)
    fingers.at(3)
    fingers.press(Qt.Key.Key_J, _CTRL)
    joined = _laid(app, batch)
    assert len(joined) == len(before) - 1
    fingers.press(Qt.Key.Key_Return, _CTRL)
    split = _laid(app, batch)
    assert [3] in split
    assert [card.opens for card in room.page.grid.cards if card.laid and card.laid.number == 3] == [True]
    fingers.press(Qt.Key.Key_Z, _CTRL)
    assert _laid(app, batch) == joined
    fingers.press(Qt.Key.Key_Z, _CTRL)
    assert _laid(app, batch) == before
    assert not room.page.tools.buttons[next(t for t in room.page.tools.buttons if t == "undo")].isEnabled()
    fingers.press(Qt.Key.Key_Y, _CTRL)
    assert _laid(app, batch) == joined


def test_keys_that_come_faster_than_the_store_all_count(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers
) -> None:
    fingers.at(1)
    for _ in range(6):
        press(room.page.grid, Qt.Key.Key_Down, _ALT)
    fingers.rest()
    layout = app.arranging.layout(batch, actor=CLERK)
    assert layout[-1].number == 1
    assert room.page.grid.current() is not None
    for _ in range(6):
        press(room.page.grid, Qt.Key.Key_Up, _ALT)
    fingers.rest()
    assert app.arranging.layout(batch, actor=CLERK)[0].number == 1


def test_several_pages_are_turned_and_seen_so(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers
) -> None:
    fingers.at(1)
    fingers.press(Qt.Key.Key_Right, _SHIFT)
    fingers.press(Qt.Key.Key_Right, _CTRL)
    turns = {page.number: page.recipe.turn for page in app.arranging.layout(batch, actor=CLERK)}
    assert (turns[1], turns[2], turns[3]) == (90, 90, None)
    fingers.at(1)
    fingers.press(Qt.Key.Key_Left, _CTRL)
    assert app.arranging.layout(batch, actor=CLERK)[0].recipe.turn == 0


def test_a_page_is_set_aside_with_its_reason_and_brought_back(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers, qtbot: QtBot
) -> None:
    fingers.at(2)
    fingers.press(Qt.Key.Key_Delete)
    assert room.aside_menu.isVisible()
    press(room.aside_menu, Qt.Key.Key_3)
    fingers.rest()
    page = app.arranging.layout(batch, actor=CLERK)[1]
    assert page.aside is Aside.FOREIGN
    assert room.page.grid.cards[1].sign is Sign.ASIDE
    room.window().activateWindow()  # without a screen nobody gives the focus back from a menu
    _wait(qtbot, room.isActiveWindow)
    fingers.at(2)
    fingers.press(Qt.Key.Key_Insert)
    assert app.arranging.layout(batch, actor=CLERK)[1].aside is None


def test_a_file_is_put_in_and_takes_a_page_s_place(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers
) -> None:
    fingers.at(4)
    fingers.press(Qt.Key.Key_I, _CTRL)
    assert [page.number for page in app.arranging.layout(batch, actor=CLERK)] == [1, 2, 3, 4, 5]
    fingers.at(1)
    fingers.press(Qt.Key.Key_H, _CTRL)
    layout = app.arranging.layout(batch, actor=CLERK)
    assert layout[0].aside is Aside.REPLACED


def test_what_changed_is_read_again(
    app: App, batch: BatchId, window: MainWindow, room: ArrangeRoom, fingers: Fingers
) -> None:
    fingers.at(3)
    fingers.press(Qt.Key.Key_J, _CTRL)
    assert app.rereading.waiting(batch, actor=CLERK)
    fingers.press(Qt.Key.Key_G, _CTRL)
    assert app.rereading.waiting(batch, actor=CLERK) == ()
    assert "Đã đọc lại" in room.notice.sentence
    assert window.jobs.all[-1].said


def test_a_type_is_chosen_by_typing_without_marks(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers
) -> None:
    fingers.at(2)
    card = room.page.grid.current()
    assert card is not None
    assert card.document is not None
    fingers.press(Qt.Key.Key_T, _CTRL)
    picker = room.page.types
    type_text(picker.line, "don xin")
    assert picker.list.count() >= 1
    wanted = picker.list.item(0).text()
    press(picker.line, Qt.Key.Key_Return)
    fingers.rest()
    kind = app.desk.open(card.document, actor=CLERK).type
    assert kind is not None
    assert wanted in room.page.details.heading.text()


def test_an_index_field_is_corrected_and_a_date_that_is_none_says_so(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers
) -> None:
    fingers.at(2)
    line = room.page.details.lines["issuer"]
    line.setFocus()
    type_text(line, "UBND xã Suối Trong <b>")
    press(line, Qt.Key.Key_Return)
    fingers.rest()
    card = room.page.grid.current()
    assert card is not None
    paper = next(one for one in app.batches.contents(batch, actor=CLERK).papers if one.id == card.document)
    assert paper.index["issuer"] == "UBND xã Suối Trong <b>"
    date = room.page.details.lines["issued_on"]
    date.setFocus()
    type_text(date, "ngày nào đó")
    press(date, Qt.Key.Key_Return)
    fingers.rest()
    assert room.notice.isVisible()


def test_a_page_is_looked_at_closely_and_left_by_keys(room: ArrangeRoom, fingers: Fingers) -> None:
    fingers.at(1)
    fingers.press(Qt.Key.Key_Return)
    close = room.page.close_look
    assert close.isVisible()
    press(close, Qt.Key.Key_PageDown)
    assert close.pages[0].laid.number == 2
    press(close, Qt.Key.Key_Escape)
    assert room.page.work.isVisible()
    card = room.page.grid.current()
    assert card is not None
    assert card.laid is not None
    assert card.laid.number == 2


def test_pages_scanned_twice_are_compared_and_one_is_set_aside(
    app: App, window: MainWindow, room: ArrangeRoom, fingers: Fingers, qtbot: QtBot, tmp_path: Path
) -> None:
    files = written(tmp_path / "twice", one=scan(FORM_WIDTH_PX), two=scan(FORM_WIDTH_PX))
    batch = app.intake.capture(files, actor=CLERK).batch
    app.reading.read(batch, actor=CLERK)
    window.ways.batch.emit(batch)
    _wait(qtbot, lambda: room.session.doubles and len(room.page.grid.cards) == 2)
    double, first = next(iter(room.session.doubles.items()))
    fingers.at(double)
    assert str(first) in room.page.details.state.text()
    fingers.press(Qt.Key.Key_B, _CTRL)
    close = room.page.close_look
    assert [page.laid.number for page in close.pages] == [first, double]
    press(close, Qt.Key.Key_Delete)
    fingers.rest()
    asides = {page.number: page.aside for page in app.arranging.layout(batch, actor=CLERK)}
    assert asides[double] is Aside.DOUBLED
    assert room.page.work.isVisible()


def test_what_lies_in_a_dossier_stays_as_it_is_and_the_screen_says_so(
    app: App, batch: BatchId, office: Office, room: ArrangeRoom, fingers: Fingers
) -> None:
    card = room.page.grid.cards[0]
    assert card.document is not None
    document = card.document

    def approve() -> None:
        with app.store.work(REVIEWER) as work:
            work.documents.set_status(document, DocumentStatus.APPROVED)
            work.commit("document-approved", document)

    app.lane.run(approve)
    before = app.arranging.layout(batch, actor=CLERK)
    fingers.at(1)
    fingers.press(Qt.Key.Key_Down, _ALT)
    assert app.arranging.layout(batch, actor=CLERK) == before
    assert room.notice.isVisible()


def test_pages_are_dragged_behind_another_one(
    app: App, batch: BatchId, room: ArrangeRoom, fingers: Fingers
) -> None:
    room.page.grid.dropped.emit([1], 4, True)
    fingers.rest()
    assert [page.number for page in app.arranging.layout(batch, actor=CLERK)] == [2, 3, 4, 1]
