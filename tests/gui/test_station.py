"""The station with SANE's simulated feeder: one button, every page safe, what is wrong told in a word."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize import messages
from hrdigitize.app import App
from hrdigitize.capture.decode import decode
from hrdigitize.capture.sane import Sane
from hrdigitize.capture.scanners import Device, Scanner
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.look.sounds import Sound, Sounds
from hrdigitize.gui.station.door import open_station
from hrdigitize.gui.station.session import StationSession
from hrdigitize.gui.station.state import Light, PileStage
from hrdigitize.gui.station.station import Station
from hrdigitize.services.batch_run import Archive
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.reading_queue import ReadingQueue
from hrdigitize.workers.reading import Reader
from tests.gui.conftest import CLERK, REVIEWER, Office, TickingClock
from tests.services.made_up import scan, telling_engine

_SETTINGS = ScanSettings("test:0", dpi=75)
_PATIENCE_MS = 60_000
#: What sentences about scanners may name.
_LONG = {"address": "escl:http://192.168.100.200:8080/eSCL", "name": "NAPS2.Console", "detail": "0x80210006"}

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="SANE is Linux's way to scanners")


@dataclass
class Feeder:
    """Gives pages of these widths, the next so many at each turn, then a fault where one is due."""

    widths: list[int]
    fault: str = ""
    pause_s: float = 0.0

    def devices(self) -> tuple[Device, ...]:
        return (Device("feeder", "Feeder"),)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        while self.widths:
            time.sleep(self.pause_s)
            yield scan(self.widths.pop(0))
        fault, self.fault = self.fault, ""
        if fault:
            raise UserFault(fault)


class Heard(Sounds):
    """Notes what was to be played."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> None:
        if not self.muted:
            self.played.append(sound)


@pytest.fixture
def app(office: Office) -> Iterator[App]:
    """The real program; its queue reads in this process, by an engine that says what it is told."""
    identifiers = Identifiers(TickingClock(), os.urandom)
    pictures = Pictures(office.app.store.originals, decode)
    queue = ReadingQueue(
        Archive(office.app.store, office.app.lane, pictures, identifiers),
        lambda: Reader(inline=True, engines=telling_engine),
        time.monotonic,
    )
    yield replace(office.app, queue=queue)
    queue.close()


@pytest.fixture
def opened(app: App, dressed: QApplication, qtbot: QtBot) -> Iterator[Callable[[Scanner], Station]]:
    """Opens a station on a scanner, at 1366 x 768; closed at the end."""
    made: list[Station] = []

    def open_it(scanner: Scanner) -> Station:
        station = Station(StationSession(app, CLERK, scanner, _SETTINGS, decode), Heard())
        station.resize(1366, 768)
        made.append(station)
        with qtbot.waitExposed(station):
            station.show()
        return station

    yield open_it
    for station in made:
        station.close()
        station.deleteLater()


def _until(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true, timeout=_PATIENCE_MS)


def _heard(station: Station) -> list[Sound]:
    assert isinstance(station.sounds, Heard)
    return station.sounds.played


def _stored_pages(app: App, batch: BatchId | None) -> int:
    assert batch is not None

    def count() -> int:
        with app.store.view() as view:
            return len(view.batches.pages(batch))

    return app.lane.run(count)


@linux_only
def test_a_dossier_goes_through_the_real_feeder_and_is_read(
    app: App,
    opened: Callable[[Scanner], Station],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "dll.conf").write_text("test\n", "utf-8")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    station = opened(Sane())
    assert station.parts.word.text() == "Sẵn sàng"
    QTest.keyClick(station, Qt.Key.Key_Space)
    assert station.parts.word.text() == "Đang quét"
    _until(qtbot, lambda: not station.session.scanning)
    assert (station.parts.word.text(), station.parts.number.text()) == ("Xong", "10")
    assert _heard(station)[0] is Sound.DONE
    _until(qtbot, lambda: not station.thumbnail.image.isNull())
    batch = station.session.state.pile.batch
    assert _stored_pages(app, batch) == 10
    QTest.keyClick(station, Qt.Key.Key_N)
    assert station.parts.number.text() == "0", "the next dossier"
    _until(qtbot, lambda: station.session.state.piles[0].stage is PileStage.READ)
    assert "cả buổi: 10" in station.parts.unit.text()


def test_a_jam_says_what_to_do_and_the_dossier_goes_on(
    app: App, opened: Callable[[Scanner], Station], qtbot: QtBot
) -> None:
    feeder = Feeder([400, 401, 402], "scanner-jammed")
    station = opened(feeder)
    station.go.click()
    _until(qtbot, lambda: not station.session.scanning)
    assert station.parts.word.text() == "Xem lại"
    assert "kẹt giấy" in station.parts.why.text()
    assert _heard(station) == [Sound.LOOK]
    feeder.widths = [403, 404]
    QTest.keyClick(station, Qt.Key.Key_Return)
    _until(qtbot, lambda: not station.session.scanning)
    state = station.session.state
    assert (state.light, state.pile.pages, len(state.piles)) == (Light.DONE, 5, 1)
    assert _stored_pages(app, state.pile.batch) == 5


def test_an_empty_feeder_is_no_dossier(opened: Callable[[Scanner], Station], qtbot: QtBot) -> None:
    station = opened(Feeder([]))
    station.go.click()
    _until(qtbot, lambda: not station.session.scanning)
    assert "Khay giấy trống" in station.parts.why.text()
    assert not station.next.isEnabled()


def test_the_button_stops_behind_the_page_that_is_under_way(
    app: App, opened: Callable[[Scanner], Station], qtbot: QtBot
) -> None:
    feeder = Feeder(list(range(400, 440)), pause_s=0.05)
    station = opened(feeder)
    station.go.click()
    _until(qtbot, lambda: station.session.state.pile.pages >= 2)
    station.go.click()
    _until(qtbot, lambda: not station.session.scanning)
    state = station.session.state
    assert 2 <= state.pile.pages < 40
    assert state.pile.pages == 40 - len(feeder.widths) == _stored_pages(app, state.pile.batch)


def test_what_reading_finds_wrong_with_a_page_is_told(
    opened: Callable[[Scanner], Station], qtbot: QtBot
) -> None:
    """The drawn pages have 72 dots per inch: too few."""
    station = opened(Feeder([620]))
    station.go.click()
    _until(qtbot, lambda: not station.session.scanning)
    station.next.click()
    _until(qtbot, lambda: bool(station.session.state.piles[0].troubles))
    assert (station.parts.word.text(), _heard(station)[-1]) == ("Xem lại", Sound.LOOK)
    assert station.parts.why.text().startswith("Hồ sơ 1, trang 1: Ảnh quét dưới 200 dpi")
    assert not station.parts.troubles.isVisible(), "it is said once"
    station.go.click()
    _until(qtbot, lambda: not station.session.scanning)
    assert station.session.state.pile.number == 2
    assert "Hồ sơ 1, trang 1" in station.parts.troubles.text()


@pytest.mark.parametrize(
    ("marking", "told"), [(Secrecy.CONFIDENTIAL, "không khai báo"), (Secrecy.SECRET, "không được số hóa")]
)
def test_a_marking_of_secrecy_is_told_while_the_paper_is_there(
    app: App, opened: Callable[[Scanner], Station], qtbot: QtBot, marking: Secrecy, told: str
) -> None:
    app.queue.pause(actor=CLERK)
    station = opened(Feeder([620, 640]))
    station.go.click()
    _until(qtbot, lambda: station.session.state.light is Light.DONE)
    batch = station.session.state.pile.batch
    assert batch is not None

    def note() -> None:
        with app.store.work(CLERK) as work:
            work.markings.note(work.batches.pages(batch)[1].page.id, marking)
            work.commit("marking-found", batch, pages=1)

    app.lane.run(note)
    app.queue.resume(actor=CLERK)
    _until(qtbot, lambda: any("Hồ sơ 1, trang 2:" in one for one in station.session.state.pile.troubles))
    assert any(told in one for one in station.session.state.pile.troubles)
    assert station.parts.word.text() == "Xem lại"


def test_papers_that_are_never_digitised_open_no_station(app: App) -> None:
    with pytest.raises(UserFault) as refused:
        open_station(app, CLERK, Feeder([]), _SETTINGS, marking=Secrecy.TOP_SECRET)
    assert refused.value.code == "secrecy-refused"


def test_the_reading_that_is_left_is_told(
    app: App, opened: Callable[[Scanner], Station], qtbot: QtBot
) -> None:
    app.queue.pause(actor=CLERK)
    station = opened(Feeder([620, 640, 620]))
    station.go.click()
    _until(qtbot, lambda: "0/3 trang" in station.parts.reading.text())
    app.queue.resume(actor=CLERK)
    station.next.click()
    _until(qtbot, lambda: "không còn trang nào" in station.parts.reading.text())


def test_closing_waits_for_the_page_that_is_under_way(
    app: App, opened: Callable[[Scanner], Station], qtbot: QtBot
) -> None:
    feeder = Feeder(list(range(400, 440)), pause_s=0.05)
    station = opened(feeder)
    station.go.click()
    _until(qtbot, lambda: station.session.state.pile.pages >= 1)
    QTest.keyClick(station, Qt.Key.Key_Escape)
    assert station.isVisible()
    _until(qtbot, lambda: not station.isVisible())
    assert _stored_pages(app, station.session.state.piles[0].batch) == 40 - len(feeder.widths)


def test_a_foot_that_rests_on_the_switch_counts_once(
    opened: Callable[[Scanner], Station], qtbot: QtBot
) -> None:
    station = opened(Feeder(list(range(400, 405)), pause_s=0.05))
    for repeated in (False, True, True):
        key = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", repeated
        )
        QApplication.sendEvent(station, key)
    _until(qtbot, lambda: station.session.state.light is Light.DONE)
    assert station.session.state.pile.pages == 5


@pytest.mark.parametrize("size", [(900, 560), (1366, 768), (1920, 1080)])
def test_every_sentence_has_room(opened: Callable[[Scanner], Station], size: tuple[int, int]) -> None:
    station = opened(Feeder([]))
    station.resize(*size)
    session, why = station.session, station.parts.why
    told = [
        code
        for code in messages.codes()
        if code.startswith(("scanner-", "quality-", "secrecy-refused", "station-"))
    ]
    assert len(told) > 15
    for code in told:
        sentence = messages.sentence(code, _LONG)
        session.state = session.state.stopped(f"Hồ sơ 12, trang 118: {sentence}")
        session.changed.emit()
        QApplication.processEvents()
        assert why.heightForWidth(why.width()) <= why.height(), code
        assert station.parts.word.sizeHint().width() <= station.light.width(), code


def test_muted_it_says_nothing(opened: Callable[[Scanner], Station], qtbot: QtBot) -> None:
    station = opened(Feeder([620]))
    QTest.keyClick(station, Qt.Key.Key_F2)
    station.go.click()
    _until(qtbot, lambda: station.session.state.light is Light.DONE)
    assert _heard(station) == []


def test_the_door_lets_no_one_in_who_may_not_scan(app: App) -> None:
    with pytest.raises(UserFault) as refused:
        open_station(app, REVIEWER, Feeder([]), _SETTINGS)
    assert refused.value.code == "action-not-allowed"


def test_a_station_left_alone_closes(app: App, dressed: QApplication) -> None:
    assert open_station(app, CLERK, Feeder([]), _SETTINGS, lock_after_ms=300) == 0


@linux_only
def test_a_tone_goes_to_the_player_of_the_system(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told.txt"
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\necho "$1" > {told}.part; mv {told}.part {told}\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    Sounds().play(Sound.LOOK)
    _until(qtbot, told.exists)
    assert told.read_text().endswith("resources/sounds/look.wav\n")
