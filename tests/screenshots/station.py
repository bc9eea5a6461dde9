"""Pictures of the scanning station: each light, over the open sample store."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hrdigitize.app import App
from hrdigitize.capture.decode import decode
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import BatchId, PageId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.gui.desk.page_image import page_image
from hrdigitize.gui.look.sounds import Sounds
from hrdigitize.gui.station.session import StationSession
from hrdigitize.gui.station.state import Light, Pile, PileStage, StationState, ToRead
from hrdigitize.gui.station.station import Station

_CLERK = Actor("Lê Thị Mai", Role.CLERK)
_BATCH = BatchId("01900000-0000-7000-8000-000000000002")


class _NoScanner:
    def devices(self) -> tuple[Device, ...]:
        return ()

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        yield from ()


def _states() -> dict[str, StationState]:
    trouble = (
        "Hồ sơ 2, trang 17: Trang bị đặt nghiêng nhiều. Xin đặt giấy ngay ngắn rồi quét lại nếu còn bản giấy."
    )
    jam = "Máy quét bị kẹt giấy. Xin mở nắp, lấy tờ bị kẹt ra, đặt lại từ tờ đó vào khay rồi quét tiếp."
    first, second = (Pile(n, _BATCH, pages, PileStage.READING) for n, pages in ((1, 64), (2, 118)))
    third = Pile(3, _BATCH, 47)
    working = StationState(
        Light.SCANNING, "", (first, second, third), ToRead(131, 229, waiting=1, remaining_s=190.0)
    )
    troubled = (first, replace(second, troubles=(trouble,)), third)
    return {
        "ready": StationState(),
        "scanning": working,
        "done": replace(working, light=Light.DONE),
        "jam": replace(working, light=Light.LOOK, why=jam),
        "trouble": replace(working, light=Light.LOOK, why=trouble, piles=troubled),
    }


def keep_station(qt: QApplication, app: App, page: PageId, target: Path, series: str) -> None:
    """A picture of each light. page: what the last sheet shows."""
    session = StationSession(app, _CLERK, _NoScanner(), ScanSettings("fujitsu:fi-7160:1148"), decode)
    station = Station(session, Sounds(muted=True))
    width, height = (int(side) for side in series.split(" ")[1].split("x"))
    station.resize(width, height)
    station.show()
    image = page_image(app.desk.picture(page, actor=_CLERK)).levels[1]
    for name, state in _states().items():
        session.state = state
        session.changed.emit()
        if name != "ready":
            session.seen.emit(image)
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            qt.processEvents()
            session.state = state
        path = target / f"{series.split(' ')[0]}-6-station-{name}.png"
        station.grab().save(str(path))
        sys.stdout.write(f"{path}\n")
    session.state = StationState()
    station.close()
