"""Pictures of the scanning station: each light, over the open sample store."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from hrdigitize.app import App
from hrdigitize.capture.decode import decode
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.gui.desk.page_image import page_image
from hrdigitize.gui.look.sounds import Sounds
from hrdigitize.gui.station.session import StationSession
from hrdigitize.gui.station.state import Light, Pile, PileStage, StationState, ToRead
from hrdigitize.gui.station.station import Station
from tests.screenshots.camera import Camera
from tests.screenshots.office import CLERK

_BATCH = BatchId("01900000-0000-7000-8000-000000000002")
_PAINTING_S = 0.3


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


def keep_station(camera: Camera, app: App) -> None:
    """A picture of each light; the last sheet shows the first page of the first document."""
    session = StationSession(app, CLERK, _NoScanner(), ScanSettings("fujitsu:fi-7160:1148"), decode)
    station = Station(session, Sounds(muted=True))
    station.resize(camera.size)
    station.show()
    first = app.desk.documents(actor=CLERK)[0].id
    page = app.desk.open(first, actor=CLERK).pages[0].id
    image = page_image(app.desk.picture(page, actor=CLERK)).levels[1]
    for name, state in _states().items():
        session.state = state
        session.changed.emit()
        if name != "ready":
            session.seen.emit(image)
        camera.wait(_PAINTING_S)
        session.state = state
        camera.keep(station, f"station-{name}", main=name == "scanning")
    session.state = StationState()
    station.close()
