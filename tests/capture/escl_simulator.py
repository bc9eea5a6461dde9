"""A network scanner made of threads: speaks eSCL as Debian's sane-airscan and the program expect it.

It is a server of its own on this PC's loopback; what it does wrong is set by a test.
"""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.etree import ElementTree

from PIL import Image

_HEADER = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<scan:{root} xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
    ' xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:Version>2.6</pwg:Version>'
)
_CAPS = (
    "<scan:{name}><scan:MinWidth>1</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>"
    "<scan:MinHeight>1</scan:MinHeight><scan:MaxHeight>4200</scan:MaxHeight>"
    "<scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles><scan:SettingProfile>"
    "<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode>"
    "</scan:ColorModes><scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
    "<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>"
    "<scan:SupportedResolutions><scan:DiscreteResolutions>{resolutions}</scan:DiscreteResolutions>"
    "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles></scan:{name}>"
)
_RESOLUTION = (
    "<scan:DiscreteResolution><scan:XResolution>{0}</scan:XResolution>"
    "<scan:YResolution>{0}</scan:YResolution></scan:DiscreteResolution>"
)


@dataclass
class Simulated:
    """The scanner's inside. sheets: how many lie in the feeder.

    jams_after, breaks_after: so many sides come, then the paper jams, the connection breaks. busy: so many
    times it says that it is busy first. answers: what it says instead of its own answer, by path.
    """

    sheets: int = 0
    duplex: bool = True
    jams_after: int | None = None
    breaks_after: int | None = None
    busy: int = 0
    slow_s: float = 0.0
    answers: dict[str, bytes] = field(default_factory=dict)
    given: int = 0
    state: str = ""
    asked: list[str] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    sides: list[str] = field(default_factory=list)
    jobs: int = 0

    @property
    def feeder_state(self) -> str:
        return self.state or ("ScannerAdfLoaded" if self.sheets else "ScannerAdfEmpty")

    def begin(self, wanted: bytes) -> int:
        """A job; the number of its HTTP answer."""
        self.settings = {
            one.tag.rpartition("}")[2]: one.text or "" for one in ElementTree.fromstring(wanted).iter()
        }
        feeder = self.settings.get("InputSource") == "Feeder"
        if feeder and not self.sheets:
            return 409
        self.jobs += 1
        sheets = range(self.sheets) if feeder else range(1)
        both = feeder and self.settings.get("Duplex") == "true"
        self.sides = [f"{n}{side}" for n in sheets for side in (("-front", "-back") if both else ("-front",))]
        return 201

    def next_side(self) -> bytes | int:
        """The next page, or the number of the answer that there is none."""
        if self.state:
            return 409
        if self.breaks_after is not None and self.given >= self.breaks_after:
            return 0
        if self.jams_after is not None and self.given >= self.jams_after:
            self.state = "ScannerAdfJam"
            return 409
        if not self.sides:
            return 404
        self.sides.pop(0)
        if self.settings.get("InputSource") == "Feeder":
            self.sheets = len({side[: side.index("-")] for side in self.sides})
        self.given += 1
        return page(self.given, int(self.settings["XResolution"]))


def page(number: int, dpi: int) -> bytes:
    """A page as the scanner gives it: its grey tells its number."""
    content = io.BytesIO()
    shade = 255 - number
    Image.new("RGB", (dpi * 2, dpi * 3), (shade, shade, shade)).save(
        content, "JPEG", dpi=(dpi, dpi), quality=95
    )
    return content.getvalue()


def number_of(content: bytes) -> int:
    """Which page it is."""
    with Image.open(io.BytesIO(content)) as picture:
        red = picture.convert("RGB").getpixel((20, 20))
    assert isinstance(red, tuple)
    return 255 - int(red[0])


@contextmanager
def simulated(inside: Simulated) -> Iterator[str]:
    """The scanner, switched on; gives the identifier by which the program knows it."""

    class _Handler(_Speaking):
        scanner = inside

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    running.start()
    try:
        yield f"escl:http://127.0.0.1:{server.server_port}/eSCL"
    finally:
        server.shutdown()
        running.join()
        server.server_close()


class _Speaking(BaseHTTPRequestHandler):
    scanner: Simulated
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's word
        self.scanner.asked.append(f"{self.command} {self.path}")

    def do_GET(self) -> None:
        path = self.path.removeprefix("/eSCL")
        if path in self.scanner.answers:
            self._answer(200, self.scanner.answers[path])
        elif path == "/ScannerCapabilities":
            self._answer(200, _capabilities(self.scanner).encode())
        elif path == "/ScannerStatus":
            self._answer(200, _status(self.scanner).encode())
        elif path.endswith("/NextDocument"):
            self._next()
        else:
            self._answer(404)

    def do_POST(self) -> None:
        wanted = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.scanner.busy:
            self.scanner.busy -= 1
            self._answer(503)
            return
        status = self.scanner.begin(wanted)
        host = self.headers.get("Host", "")
        self._answer(status, location=f"http://{host}/eSCL/ScanJobs/{self.scanner.jobs}")

    def do_DELETE(self) -> None:
        self.scanner.sides.clear()
        self._answer(200)

    def _next(self) -> None:
        time.sleep(self.scanner.slow_s)
        found = self.scanner.next_side()
        if found == 0:
            # Half a page, then nothing: as when a cable is pulled.
            whole = page(1, 75)
            self.send_response(200)
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            self.wfile.write(whole[: len(whole) // 2])
            self.close_connection = True
        elif isinstance(found, int):
            self._answer(found)
        else:
            self._answer(200, found, kind="image/jpeg")

    def _answer(
        self, status: int, content: bytes = b"", *, kind: str = "text/xml", location: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(content)


def _capabilities(scanner: Simulated) -> str:
    resolutions = "".join(_RESOLUTION.format(dpi) for dpi in (75, 150, 200, 300))
    platen, simplex, duplex = (
        _CAPS.format(name=name, resolutions=resolutions)
        for name in ("PlatenInputCaps", "AdfSimplexInputCaps", "AdfDuplexInputCaps")
    )
    return (
        _HEADER.format(root="ScannerCapabilities")
        + "<pwg:MakeAndModel>Simulated Feeder</pwg:MakeAndModel><pwg:SerialNumber>1</pwg:SerialNumber>"
        + "<scan:UUID>4d1f4a34-0000-1000-8000-000000000001</scan:UUID>"
        + f"<scan:Platen>{platen}</scan:Platen><scan:Adf>{simplex}{duplex if scanner.duplex else ''}"
        + "<scan:FeederCapacity>50</scan:FeederCapacity></scan:Adf></scan:ScannerCapabilities>"
    )


def _status(scanner: Simulated) -> str:
    return (
        _HEADER.format(root="ScannerStatus")
        + "<pwg:State>Idle</pwg:State>"
        + f"<scan:AdfState>{scanner.feeder_state}</scan:AdfState></scan:ScannerStatus>"
    )
