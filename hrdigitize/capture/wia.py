"""Scanners on Windows: WIA 2.0 by its automation objects, in a helper process of its own.

Drivers crash and hang; the helper takes that, and pages never lie in a file. WIA exists on Windows only:
the tests drive this module with made-up objects, and no real scanner has been tried with it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from PIL import Image

from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings
from hrdigitize.processes import wire
from hrdigitize.processes.helper import Helper, HelperLostError
from hrdigitize.processes.limits import Limits

#: How the identifier of such a scanner begins.
WIA = "wia:"
#: As for SANE.
PAGE_TIME_S = 180.0
_LIMITS = Limits(memory_bytes=3 << 30, open_files=256, file_bytes=1 << 30, children=True)
_MOST_NOTE_BYTES = 1 << 16
_MOST_PAGE_BYTES = 300 << 20
#: Gives WIA's `DeviceManager` in the helper; picklable.
Connect = Callable[[], Any]

#: Microsoft's names of the properties (wiadef.h), as text: WIA's automation takes a number for a position.
_FEED_CHOICE, _FEED_STATE, _FEED_ABILITIES, _PAGES = "3088", "3087", "3086", "3096"
_INTENT, _DPI_X, _DPI_Y, _LEFT, _TOP = "6146", "6147", "6148", "6149", "6150"
_WIDTH, _HEIGHT, _THRESHOLD = "6151", "6152", "6159"
_FEEDER, _FLATBED, _DUPLEX = 0x1, 0x2, 0x4
_CAN_FEED, _CAN_DUPLEX = 0x1, 0x4
_PAPER_READY = 0x1
_INTENTS = {Colour.COLOUR: 0x1, Colour.GREY: 0x2, Colour.LINEART: 0x4}
_SCANNER_KIND = 1
#: Every driver has to give BMP.
_BMP = "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"
#: wiadef.h and winerror.h; `hresult & 0xFFFFFFFF`.
_FAULTS = {
    0x80210002: "scanner-jammed",
    0x80210003: "scanner-empty",
    0x80210004: "scanner-jammed",
    0x80210005: "scanner-lost",
    0x80210006: "scanner-busy",
    0x80210007: "scanner-busy",
    0x8021000A: "scanner-lost",
    0x8021000D: "scanner-busy",
    0x80210014: "scanner-jammed",
    0x80210015: "scanner-unknown",
    0x80210016: "scanner-cover-open",
    0x80070005: "scanner-denied",
}
#: What goes wrong inside a called method comes wrapped in this; the reason is the last of the details.
_INSIDE = 0x80020009


def device_manager() -> Any:
    """WIA's own object. On Windows alone, in the helper."""
    from comtypes.client import CreateObject

    return CreateObject("WIA.DeviceManager", dynamic=True)


@dataclass(frozen=True, slots=True)
class Wia:
    """Speaks to scanners through WIA. page_time_s: how long the next page may take."""

    page_time_s: float = PAGE_TIME_S
    connect: Connect = device_manager

    def devices(self) -> tuple[Device, ...]:
        """As `Scanner.devices`."""
        with _helper(partial(serve_devices, connect=self.connect)) as helper:
            found = _note(helper, self.page_time_s)["devices"]
        return tuple(Device(f"{WIA}{device}", name) for device, name in found)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        """As `Scanner.pages`."""
        wanted = asdict(settings) | {"device": settings.device.removeprefix(WIA)}
        with _helper(partial(serve_pages, connect=self.connect, wanted=json.dumps(wanted))) as helper:
            while "page" in _note(helper, self.page_time_s):
                with helper.within(self.page_time_s):
                    page = bytes(wire.receive(helper.connection, _MOST_PAGE_BYTES))
                yield page


@contextmanager
def _helper(work: Callable[[Connection], None]) -> Iterator[Helper]:
    """The helper; UserFault "scanner-stuck", "scanner-failed" where it does not come back."""
    helper = Helper(work, limits=_LIMITS)
    try:
        yield helper
    except HelperLostError as lost:
        raise UserFault("scanner-stuck" if lost.reason == "stuck" else "scanner-failed") from lost
    finally:
        helper.stop()


def _note(helper: Helper, time_s: float) -> dict[str, Any]:
    """What the helper says next; UserFault for what went wrong there."""
    with helper.within(time_s):
        note: dict[str, Any] = json.loads(bytes(wire.receive(helper.connection, _MOST_NOTE_BYTES)))
    if "fault" in note:
        raise UserFault(note["fault"])
    return note


def serve_devices(connection: Connection, *, connect: Connect) -> None:
    """The helper's life when it is asked for scanners."""
    _served(connection, lambda: _tell(connection, devices=list(_devices(connect()))))


def serve_pages(connection: Connection, *, connect: Connect, wanted: str) -> None:
    """The helper's life when it scans: page by page out, each as PNG, then the end or a fault."""
    told = json.loads(wanted)
    settings = ScanSettings(**told | {"colour": Colour(told["colour"]), "feed": Feed(told["feed"])})

    def scan() -> None:
        with closing(_pages(connect(), settings)) as pages:
            for page in pages:
                _tell(connection, page=len(page))
                wire.send(connection, page)
        _tell(connection, end=True)

    _served(connection, scan)


def _served(connection: Connection, work: Callable[[], None]) -> None:
    try:
        work()
    except UserFault as fault:
        _tell(connection, fault=fault.code)
    except Exception as error:  # noqa: BLE001 - the door of the helper: drivers raise anything
        _tell(connection, fault=_FAULTS.get(_reason(error), "scanner-failed"))


def _tell(connection: Connection, **note: object) -> None:
    wire.send(connection, json.dumps(note).encode())


def _reason(error: Exception) -> int:
    """The number of a COM error, 0 for any other."""
    outer, details = getattr(error, "hresult", 0) & 0xFFFFFFFF, getattr(error, "details", None)
    if outer == _INSIDE and isinstance(details, tuple) and details and isinstance(details[-1], int):
        return details[-1] & 0xFFFFFFFF
    return outer


def _devices(manager: Any) -> Iterator[tuple[str, str]]:
    for info in _members(manager.DeviceInfos):
        if info.Type == _SCANNER_KIND:
            yield info.DeviceID, info.Properties("Name").Value


def _members(collection: Any) -> Iterator[Any]:
    """Automation counts from 1."""
    return (collection(number) for number in range(1, collection.Count + 1))


def _pages(manager: Any, settings: ScanSettings) -> Generator[bytes, None, None]:
    info = next((one for one in _members(manager.DeviceInfos) if one.DeviceID == settings.device), None)
    if info is None:
        raise UserFault("scanner-unknown")
    device = info.Connect()
    _choose_feed(device, settings.feed)
    item = device.Items(1)
    _choose_picture(item, settings)
    given = 0
    while True:
        try:
            picture = item.Transfer(_BMP)
        except Exception as error:
            if given and _FAULTS.get(_reason(error)) == "scanner-empty":
                return
            raise
        given += 1
        yield _as_png(bytes(picture.FileData.BinaryData), settings.dpi)
        if settings.feed is Feed.GLASS:
            return


def _choose_feed(device: Any, feed: Feed) -> None:
    """Where the paper lies. UserFault "scanner-cannot", "scanner-empty"."""
    abilities = _value(device, _FEED_ABILITIES)
    if feed is Feed.GLASS:
        if abilities:
            device.Properties(_FEED_CHOICE).Value = _FLATBED
        return
    needed = _CAN_FEED | (_CAN_DUPLEX if feed is Feed.BOTH_SIDES else 0)
    if abilities & needed != needed:
        raise UserFault("scanner-cannot")
    device.Properties(_FEED_CHOICE).Value = _FEEDER | (_DUPLEX if feed is Feed.BOTH_SIDES else 0)
    if not _value(device, _FEED_STATE) & _PAPER_READY:
        raise UserFault("scanner-empty")
    # One side at each transfer: a page is handed on before the next one moves.
    device.Properties(_PAGES).Value = 1


def _choose_picture(item: Any, settings: ScanSettings) -> None:
    """Colour first: it sets what the others may be. UserFault "scanner-cannot"."""
    wanted = {
        _INTENT: _INTENTS[settings.colour],
        _DPI_X: settings.dpi,
        _DPI_Y: settings.dpi,
        _LEFT: 0,
        _TOP: 0,
        _WIDTH: round(settings.width_mm * settings.dpi / 25.4),
        _HEIGHT: round(settings.height_mm * settings.dpi / 25.4),
    }
    if settings.threshold is not None:
        if not item.Properties.Exists(_THRESHOLD):
            raise UserFault("scanner-cannot")
        wanted[_THRESHOLD] = settings.threshold * 255 // 100
    for name, value in wanted.items():
        found = item.Properties(name)
        # A glass that is a little smaller than the paper gives what it has.
        most = found.SubTypeMax if name in (_WIDTH, _HEIGHT) else value
        found.Value = min(value, most)


def _value(device: Any, name: str) -> int:
    """0 for what the device does not know."""
    return int(device.Properties(name).Value) if device.Properties.Exists(name) else 0


def _as_png(content: bytes, dpi: int) -> bytes:
    """Without loss, and a tenth of the size."""
    packed = io.BytesIO()
    with Image.open(io.BytesIO(content), formats=("BMP",)) as picture:
        picture.save(packed, "PNG", dpi=(dpi, dpi), compress_level=3)
    return packed.getvalue()
