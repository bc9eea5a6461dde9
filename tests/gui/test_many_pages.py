"""A dossier of 250 pages, scrolled through: the window's thread never works long at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.domain.stored import PageText
from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.pages.page_grid import PageGrid
from hrdigitize.gui.pages.previews import Previews
from tests.conftest import TellFigure
from tests.gui.conftest import CLERK, opened_copy
from tests.gui.paper import open_window, prepared, reading_here
from tests.gui.typing_hands import press

_PAGES, _IN_A_DOCUMENT = 250, 5
_MOST_AT_A_TIME_S = 0.1


@pytest.fixture(scope="module")
def thick_store(
    filled_store: Path, dressed: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, BatchId]:
    """As it lies after reading: fifty papers of five pages."""
    folder = tmp_path_factory.mktemp("thick")
    file = folder / "dossier.tif"
    page = Image.new("L", (200, 283), 240)
    page.save(file, save_all=True, append_images=[page] * (_PAGES - 1), dpi=(72, 72))
    return prepared(filled_store, folder, lambda app: _taken_in(app, file))


def _taken_in(app: App, file: Path) -> BatchId:
    batch = app.intake.capture([file], actor=CLERK).batch

    def keep() -> None:
        with app.store.work(CLERK) as work:
            pages = [page.page.id for page in work.batches.pages(batch)]
            for number, first in enumerate(range(0, _PAGES, _IN_A_DOCUMENT)):
                texts = {page: PageText("") for page in pages[first : first + _IN_A_DOCUMENT]}
                document = DocumentId(f"01900000-0000-7000-9000-{number:012}")
                reading = FormReading(None, None, 1, _IN_A_DOCUMENT, {}, {})
                work.documents.add(document, batch, reading, texts, at=work.at)
            work.batches.note_all_read(batch)
            work.commit("batch-read", batch)

    app.lane.run(keep)
    return batch


@pytest.fixture
def app(thick_store: tuple[Path, BatchId], tmp_path: Path) -> Iterator[App]:
    with opened_copy(thick_store[0], tmp_path) as office, reading_here(office) as app:
        yield app


@pytest.fixture
def batch(thick_store: tuple[Path, BatchId]) -> BatchId:
    return thick_store[1]


class _Stopwatch:
    """The longest time that the window's thread worked between two turns of its loop.

    Not the time that passed: beside other programs of a busy machine that says nothing about the room.
    """

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.thread_time()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest_s


def _scrolled(grid: PageGrid, previews: Previews, qtbot: QtBot) -> float:
    """Page by page to the end while the pictures come; then until all of them are there."""
    grid.setFocus()
    press(grid, Qt.Key.Key_Home)
    watch = _Stopwatch()
    for _ in range(60):
        press(grid, Qt.Key.Key_PageDown)
        qtbot.wait(15)
    press(grid, Qt.Key.Key_End)
    laid = [card.laid for card in grid.cards if card.laid is not None]
    assert grid.currentIndex().row() == _PAGES - 1
    qtbot.waitUntil(lambda: all(previews.image(page.page) is not None for page in laid[-5:]), timeout=60_000)
    return watch.stop()


def test_intake_shows_250_pages_without_a_stall(
    app: App, batch: BatchId, qtbot: QtBot, tell_figure: TellFigure
) -> None:
    with open_window(app, CLERK, qtbot) as window:
        window.show_room(RoomName.INTAKE)
        room = window.page(RoomName.INTAKE)
        assert isinstance(room, IntakeRoom)
        room.session.choose(batch)
        qtbot.waitUntil(lambda: len(room.page.grid.cards) == _PAGES, timeout=20_000)
        longest = _scrolled(room.page.grid, room.previews, qtbot)
    tell_figure(f"intake, {_PAGES} pages scrolled: at most {longest * 1000:.0f} ms of work at a time")
    assert longest < _MOST_AT_A_TIME_S


def test_arranging_shows_250_pages_without_a_stall(
    app: App, batch: BatchId, qtbot: QtBot, tell_figure: TellFigure
) -> None:
    with open_window(app, CLERK, qtbot) as window:
        window.ways.batch.emit(batch)
        room = window.page(RoomName.ARRANGE)
        assert isinstance(room, ArrangeRoom)
        qtbot.waitUntil(lambda: len(room.page.grid.cards) == _PAGES, timeout=20_000)
        longest = _scrolled(room.page.grid, room.previews, qtbot)
    tell_figure(f"arranging, {_PAGES} pages scrolled: at most {longest * 1000:.0f} ms of work at a time")
    assert longest < _MOST_AT_A_TIME_S
