"""Damaged pictures and a full disk in the rooms that take in, sort and print: said plainly, none is lost."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.domain.arranging import documents_of
from hrdigitize.domain.record import BatchId
from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.intake.state import Progress
from hrdigitize.gui.window import MainWindow
from hrdigitize.store import durable
from tests.gui.conftest import CLERK, Office
from tests.gui.paper import open_window, reading_here, written
from tests.gui.typing_hands import Hands, press
from tests.services.made_up import LETTER_WIDTH_PX, scan

_CTRL = Qt.KeyboardModifier.ControlModifier
_FULL = "Ổ đĩa đã đầy"
_DAMAGED = "không còn nguyên vẹn nên không hiển thị"


@pytest.fixture
def app(office: Office, dressed: QApplication) -> Iterator[App]:
    with reading_here(office) as app:
        yield app


@pytest.fixture
def letters(tmp_path: Path) -> tuple[Path, ...]:
    """Three letters of different sizes, so that no two files are the same."""
    names = {f"thu{number}": scan(LETTER_WIDTH_PX + number) for number in (1, 2, 3)}
    return written(tmp_path / "letters", **names)


@pytest.fixture
def damaged(app: App, office: Office, letters: tuple[Path, ...]) -> BatchId:
    """A batch that was taken in and read; then a disk went bad under the second of its pages."""
    before = _originals(office)
    batch = app.intake.capture([letters[0]], actor=CLERK).batch
    first = _originals(office)
    app.intake.capture(letters[1:2], actor=CLERK, into=batch)
    (second,) = _originals(office) - first
    app.intake.capture(letters[2:], actor=CLERK, into=batch)
    app.reading.read(batch, actor=CLERK)
    assert len(_originals(office) - before) == 3
    second.chmod(0o600)
    second.write_bytes(b"\0" * 200)
    return batch


def _originals(office: Office) -> set[Path]:
    return {path for path in (office.folder / "store" / "originals").rglob("*") if path.is_file()}


def _wait(qtbot: QtBot, true: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(true()), timeout=30_000)


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """A disk that has room for so many more files."""
    write, left = durable._write_synced, [room]

    def fill_up(part: Path, pieces: Iterable[bytes]) -> None:
        if not left[0]:
            raise OSError(errno.ENOSPC, "no space left")
        left[0] -= 1
        write(part, pieces)

    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(durable, "_write_synced", fill_up)
        yield


def test_a_page_whose_picture_is_damaged_says_so_where_papers_come_in(
    app: App, damaged: BatchId, qtbot: QtBot
) -> None:
    with open_window(app, CLERK, qtbot, room=RoomName.INTAKE) as window:
        room = window.room
        assert isinstance(room, IntakeRoom)
        room.session.choose(damaged)
        _wait(qtbot, lambda: len(room.page.grid.cards) == 3)
        pages = [card.laid.page for card in room.page.grid.cards if card.laid is not None]
        _wait(qtbot, lambda: room.previews.fault(pages[1]) is not None and room.previews.image(pages[2]))
        grid = room.page.grid
        grid.setFocus()
        press(grid, Qt.Key.Key_Home)
        assert _DAMAGED not in room.page.why.text()
        press(grid, Qt.Key.Key_Right)
        assert room.page.why.isVisible()
        assert _DAMAGED in room.page.why.text()
        press(grid, Qt.Key.Key_Right)
        assert _DAMAGED not in room.page.why.text()


def test_a_page_whose_picture_is_damaged_can_still_be_sorted(
    app: App, damaged: BatchId, qtbot: QtBot
) -> None:
    with open_window(app, CLERK, qtbot, room=RoomName.ARRANGE) as window:
        window.ways.batch.emit(damaged)
        room = window.room
        assert isinstance(room, ArrangeRoom)
        _wait(qtbot, lambda: len(room.page.grid.cards) == 3 and window.idle)
        press(room.page.grid, Qt.Key.Key_Home)
        press(room.page.grid, Qt.Key.Key_Right)
        _wait(qtbot, lambda: _DAMAGED in room.page.why.text())
        press(room.page.grid, Qt.Key.Key_Return)
        side = room.page.close_look.sides[0]
        _wait(qtbot, lambda: _DAMAGED in side._said.text())
        assert side._said.isVisible()
        press(room.page.close_look, Qt.Key.Key_Escape)
        press(room.page.grid, Qt.Key.Key_J, _CTRL)
        _wait(qtbot, lambda: room.session.idle and window.idle)
        laid = documents_of(app.arranging.layout(damaged, actor=CLERK)).values()
        assert [[page.number for page in pages] for pages in laid] == [[1, 2], [3]]


def test_a_disk_that_fills_up_while_files_come_in_says_so_and_the_rest_goes_into_the_same_batch(
    app: App, letters: tuple[Path, ...], qtbot: QtBot
) -> None:
    with open_window(app, CLERK, qtbot, files=letters, room=RoomName.INTAKE) as window:
        room = window.room
        assert isinstance(room, IntakeRoom)
        _wait(qtbot, lambda: room.session.lines)
        with full_disk(room=2):
            press(room, Qt.Key.Key_O, _CTRL)
            _wait(qtbot, lambda: room.notice.isVisible() and not room.session.feeding and window.idle)
        assert room.notice.sentence.startswith(_FULL)
        batch = room.session.batch
        assert batch is not None
        assert len(app.arranging.layout(batch, actor=CLERK)) == 2, "what had come is safe"
        assert room.page.into.isVisible()
        assert room.page.into.isChecked()
        press(room, Qt.Key.Key_O, _CTRL)
        _wait(qtbot, lambda: _is_read(room))
        assert room.session.batch == batch
        assert len(app.arranging.layout(batch, actor=CLERK)) == 3
        assert not room.notice.sentence.startswith(_FULL)


def _is_read(room: IntakeRoom) -> bool:
    line = room.session.line
    return line is not None and line.progress is Progress.READ and not room.session.feeding


def test_a_profile_that_finds_no_room_is_printed_once_there_is_some(
    window: MainWindow, hands: Hands, office: Office, qtbot: QtBot
) -> None:
    hands.settle_everything()
    hands.approve()
    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(Path, "write_bytes", _no_space)
        hands.press(Qt.Key.Key_P, _CTRL)
        hands.rest()
        assert window.room is window.prints
        assert "Xin kiểm tra thư mục, chỗ trống" in window.prints.notice.sentence
        assert not window.prints.shows_profile
    assert list(office.folder.glob("*.pdf*")) == [], "nothing is left half written"
    press(window.prints, Qt.Key.Key_P, _CTRL)
    _wait(qtbot, lambda: window.prints.shows_profile)
    assert len(list(office.folder.glob("*.pdf"))) == 1


def _no_space(path: Path, content: bytes) -> int:
    """The disk is full behind the first half of a file."""
    with path.open("wb") as file:
        file.write(content[: len(content) // 2])
    raise OSError(errno.ENOSPC, "no space left")
