"""The room "Tiếp nhận", by keys: files come in and are seen, a damaged one stops no other, all is read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.batches import BatchStage
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.frame.jobs import JobStage
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.intake.scanning import WaysToScan
from hrdigitize.gui.intake.state import Progress
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.pages.items import Sign
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import CLERK, REVIEWER, Office
from tests.gui.paper import open_window, reading_here, written
from tests.gui.typing_hands import press
from tests.services.made_up import FORM_WIDTH_PX, LETTER_WIDTH_PX, scan, stack

_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def app(office: Office, dressed: QApplication) -> Iterator[App]:
    with reading_here(office) as app:
        yield app


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    """A form, a damaged file whose name is markup, two letters in one file."""
    return written(
        tmp_path / "scans",
        to1=scan(FORM_WIDTH_PX),
        **{"<b>hỏng<i>": b"\x89PNG\r\n no picture"},
        to3=stack(LETTER_WIDTH_PX, LETTER_WIDTH_PX),
    )


@pytest.fixture
def window(app: App, files: tuple[Path, ...], qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(app, CLERK, qtbot, files=files, folder=files[0].parent, room=RoomName.INTAKE) as window:
        yield window


def _room(window: MainWindow, qtbot: QtBot) -> IntakeRoom:
    press(window, Qt.Key.Key_2, _CTRL)
    room = window.page(RoomName.INTAKE)
    assert isinstance(room, IntakeRoom)
    assert window.room is room
    qtbot.waitUntil(lambda: bool(room.session.lines), timeout=20_000)
    return room


def _wait(qtbot: QtBot, true: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(true()), timeout=30_000)


def _all_read(room: IntakeRoom) -> bool:
    line, contents = room.session.line, room.session.contents
    same = contents is not None and line is not None and contents.summary == line.summary
    return same and line is not None and line.progress is Progress.READ and not room.session.feeding


def test_files_come_in_by_a_key_and_are_seen_and_read(window: MainWindow, qtbot: QtBot) -> None:
    room = _room(window, qtbot)
    press(room, Qt.Key.Key_O, _CTRL)
    _wait(qtbot, lambda: _all_read(room))
    cards = room.page.grid.cards
    assert [card.sign for card in cards] == [Sign.DOUBT, Sign.FAULT, Sign.DOUBT, Sign.DOUBT]
    _wait(qtbot, lambda: all(room.previews.image(card.laid.page) for card in cards if card.laid))
    assert [job.stage for job in window.jobs.all] == [JobStage.DONE, JobStage.DONE]
    assert room.session.line is not None
    assert "3 trang" in room.page.subtitle.text()
    assert "1 tệp không nhận được" in room.page.batches.texts()[0] or room.session.line.summary.refused == 1


def test_a_damaged_file_is_said_plainly_and_its_name_is_shown_as_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    room = _room(window, qtbot)
    press(room, Qt.Key.Key_O, _CTRL)
    _wait(qtbot, lambda: _all_read(room))
    room.page.grid.look_at(room.page.grid.cards[0].key)
    press(room.page.grid, Qt.Key.Key_Down, _CTRL)
    card = room.page.grid.current()
    assert card is not None
    assert card.odd_file is not None
    assert card.odd_file.name == "<b>hỏng<i>.png"
    assert room.page.why.isVisible()
    assert room.page.why.text().startswith("⚠ <b>hỏng<i>.png: ")
    assert room.page.why.textFormat() is Qt.TextFormat.PlainText
    press(room.page.grid, Qt.Key.Key_Down, _CTRL)
    assert "200 dpi" in room.page.why.text()


def test_a_folder_comes_in_in_the_order_of_its_numbers(
    app: App, tmp_path: Path, qtbot: QtBot, dressed: QApplication
) -> None:
    folder = tmp_path / "pages"
    names = {f"trang {n}": scan(LETTER_WIDTH_PX) for n in (10, 9, 2, 1)}
    written(folder, **names)
    (folder / "ghi chú.txt").write_text("không phải ảnh", "utf-8")
    with open_window(app, CLERK, qtbot, folder=folder, room=RoomName.INTAKE) as window:
        room = _room(window, qtbot)
        press(room, Qt.Key.Key_O, _CTRL_SHIFT)
        _wait(qtbot, lambda: _all_read(room))
        found = [card.page.name for card in room.page.grid.cards if card.page]
    assert found == [f"trang {n}.png" for n in (1, 2, 9, 10)]


def test_a_folder_without_scans_says_so(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    empty = tmp_path / "trống"
    empty.mkdir()
    with open_window(app, CLERK, qtbot, folder=empty, room=RoomName.INTAKE) as window:
        room = _room(window, qtbot)
        press(room, Qt.Key.Key_O, _CTRL_SHIFT)
        _wait(qtbot, lambda: "trống" in room.notice.sentence)
        assert room.notice.isVisible()


def test_what_was_left_unread_is_gone_on_with(
    app: App, office: Office, files: tuple[Path, ...], qtbot: QtBot
) -> None:
    left = app.intake.capture([files[0]], actor=CLERK).batch
    with open_window(app, CLERK, qtbot, room=RoomName.INTAKE) as window:
        room = _room(window, qtbot)
        assert room.notice.isVisible()
        room.session.choose(left)
        _wait(qtbot, lambda: room.page.read_button.isVisible() and room.session.contents is not None)
        press(room, Qt.Key.Key_G, _CTRL)
        _wait(qtbot, lambda: _all_read(room))
        summaries = {one.id: one for one in app.batches.all(actor=CLERK)}
    assert summaries[left].stage is BatchStage.READ


def test_secret_papers_are_refused_before_anything_of_them_is_kept(
    app: App, window: MainWindow, qtbot: QtBot
) -> None:
    room = _room(window, qtbot)
    before = app.batches.all(actor=CLERK)
    room.page.marking.setFocus()
    press(room.page.marking, Qt.Key.Key_End)
    assert room.page.chosen_marking is Secrecy.TOP_SECRET
    press(room, Qt.Key.Key_O, _CTRL)
    _wait(qtbot, lambda: room.notice.isVisible())
    assert "Tuyệt mật" in room.notice.sentence
    assert app.batches.all(actor=CLERK) == before


class _Feeder:
    """Gives pages of these widths, then jams where it is to."""

    def __init__(self, *widths: int, jams: bool = False) -> None:
        self._widths, self._jams = list(widths), jams

    def devices(self) -> tuple[Device, ...]:
        return (Device("feeder", "Máy quét <b>thử</b>"),)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        for width in self._widths:
            yield scan(width)
        if self._jams:
            raise UserFault("scanner-jammed")


def _with_feeder(room: IntakeRoom, feeder: _Feeder) -> None:
    room.scanning.ways = WaysToScan(feeder.devices, lambda _device: feeder)


def test_paper_is_scanned_by_a_key_pressed_twice(window: MainWindow, qtbot: QtBot) -> None:
    room = _room(window, qtbot)
    _with_feeder(room, _Feeder(FORM_WIDTH_PX, LETTER_WIDTH_PX))
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: room.page.scan_bar.device)
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: _all_read(room) and len(room.page.grid.cards) == 2)


def test_the_scanner_that_was_chosen_last_comes_first(app: App, qtbot: QtBot) -> None:
    kept = PreferenceFile()
    kept.change(scanner="epson:1")
    found = (Device("canon:1", "Canon"), Device("epson:1", "EPSON"), Device("fi:1", "fi-7160"))
    window = MainWindow(app, CLERK, preferences=kept)
    qtbot.addWidget(window)
    window.show()
    _wait(qtbot, lambda: window.idle and window.isActiveWindow())
    room = _room(window, qtbot)
    room.scanning.ways = WaysToScan(lambda: found)
    press(room, Qt.Key.Key_N, _CTRL)
    bar = room.page.scan_bar
    _wait(qtbot, lambda: bar.devices.count() == 3)
    assert bar.device == "epson:1"
    named = {label.buddy(): label.text() for label in bar.findChildren(QLabel) if label.isVisible()}
    assert {named.get(box) for box in (bar.devices, bar.profiles)} == {"Máy quét", "Thiết lập quét"}
    press(bar.devices, Qt.Key.Key_Down)
    assert (bar.device, kept.now.scanner) == ("fi:1", "fi:1")
    _wait(qtbot, lambda: window.idle)
    window.close()


def test_a_jam_says_so_and_the_rest_goes_into_the_same_batch(window: MainWindow, qtbot: QtBot) -> None:
    room = _room(window, qtbot)
    _with_feeder(room, _Feeder(FORM_WIDTH_PX, jams=True))
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: room.page.scan_bar.device)
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: room.notice.isVisible() and room.page.into.isVisible())
    assert "kẹt giấy" in room.notice.sentence
    assert room.page.into.isChecked()
    batch = room.session.batch
    _with_feeder(room, _Feeder(LETTER_WIDTH_PX))
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: _all_read(room) and len(room.page.grid.cards) == 2)
    assert room.session.batch == batch


def test_both_sides_of_a_stack_are_put_in_order(window: MainWindow, qtbot: QtBot) -> None:
    room = _room(window, qtbot)
    bar = room.page.scan_bar
    _with_feeder(room, _Feeder(FORM_WIDTH_PX, LETTER_WIDTH_PX))
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: bar.device)
    bar.by_hand.setChecked(True)
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: room.session.line and room.session.line.progress is Progress.HALF_SCANNED)
    _wait(qtbot, lambda: bar.standing is not None and not room.session.feeding)
    assert "2 mặt sau" in bar.button.text()
    _with_feeder(room, _Feeder(LETTER_WIDTH_PX, LETTER_WIDTH_PX))
    press(room, Qt.Key.Key_N, _CTRL)
    _wait(qtbot, lambda: _all_read(room) and len(room.page.grid.cards) == 4)
    assert bar.standing is None


def test_a_reviewer_reads_on_but_takes_nothing_in(app: App, qtbot: QtBot) -> None:
    with open_window(app, REVIEWER, qtbot, room=RoomName.INTAKE) as window:
        room = _room(window, qtbot)
        _wait(qtbot, lambda: room.page.grid.cards)
        assert not room.page.files_button.isVisible()
        press(room, Qt.Key.Key_O, _CTRL)
        assert not room.session.feeding


def test_the_way_to_the_desk(window: MainWindow, qtbot: QtBot) -> None:
    room = _room(window, qtbot)
    press(room, Qt.Key.Key_O, _CTRL)
    _wait(qtbot, lambda: _all_read(room))
    press(room, Qt.Key.Key_F9)
    _wait(qtbot, lambda: window.idle)
    assert window.session.state is not None
    assert room.session.contents is not None
    assert window.session.state.document.id == room.session.contents.papers[0].id
