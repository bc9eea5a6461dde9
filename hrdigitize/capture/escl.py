"""Network scanners by eSCL (AirScan): the program's only way onto a network besides the centre's database.

Nothing is looked for: somebody names the address, and agrees each time (`choosing.scanner_for`). What a
scanner answers is foreign: sizes, times and depths are bounded, and no XML may declare a document type,
which leaves no entities. Plain HTTP is what most scanners speak; HTTPS is used where the address says so,
and then the certificate has to be one that this PC trusts.
"""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ssl import SSLCertVerificationError
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from hrdigitize.capture.plain_xml import BadXmlError, parsed
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings

#: How the identifier of such a scanner begins.
ESCL = "escl:"
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(?::(?P<port>[0-9]{1,5}))?(?P<path>/[\w./-]*)?",
    re.ASCII,
)
_DEFAULT_PATH = "/eSCL"
_CONNECT_S = 10.0
#: As for SANE: a page at 600 dpi takes a slow scanner a minute and more.
PAGE_TIME_S = 180.0
_LOOK_S = 0.5
_MOST_XML_BYTES = 1 << 20
_MOST_PAGE_BYTES = 300 << 20
_PIECE_BYTES = 256 << 10
_OK, _CREATED, _NOT_FOUND, _CONFLICT, _BUSY = 200, 201, 404, 409, 503
_DENIED = (401, 403)
#: The standard's words for what is wrong with a feeder; in a scanner without one there is nothing to say.
_FEEDER_FAULTS: Mapping[str, str] = {
    "ScannerAdfJam": "scanner-jammed",
    "ScannerAdfMispick": "scanner-jammed",
    "ScannerAdfMultipickDetected": "scanner-jammed",
    "ScannerAdfHatchOpen": "scanner-cover-open",
    "ScannerAdfEmpty": "scanner-empty",
}
_MODES: Mapping[Colour, str] = {
    Colour.LINEART: "BlackAndWhite1",
    Colour.GREY: "Grayscale8",
    Colour.COLOUR: "RGB24",
}
_CAPS: Mapping[Feed, str] = {
    Feed.GLASS: "PlatenInputCaps",
    Feed.FEEDER: "AdfSimplexInputCaps",
    Feed.BOTH_SIDES: "AdfDuplexInputCaps",
}
#: Without loss where the scanner can; PDF last, for it may hold several pages.
_FORMATS = ("image/png", "image/tiff", "image/jpeg", "application/pdf")
#: Lengths are told in three-hundredths of an inch.
_UNITS_A_MM = 300 / 25.4


@dataclass(frozen=True, slots=True)
class _Address:
    """Where a scanner is. path: where its resources begin, without a slash at the end."""

    secure: bool
    host: str
    port: int | None
    path: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a scanner said: the status, where it points to, and the content."""

    status: int
    location: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Escl:
    """Speaks eSCL to the scanner whose address its identifier holds ("escl:http://192.168.1.20/eSCL").

    page_time_s: how long the next page may take.
    """

    page_time_s: float = PAGE_TIME_S

    def devices(self) -> tuple[Device, ...]:
        """None: whoever wants a network scanner names it, nothing is searched for."""
        return ()

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        """As `Scanner.pages`, UserFault "scanner-address" as well."""
        address = _address(settings.device)
        accepted = _accepted(_capabilities(address), settings)
        if settings.feed is not Feed.GLASS:
            _require_paper(address)
        job = self._begun(address, accepted)
        try:
            yield from self._given(address, job, feeds=settings.feed is not Feed.GLASS)
        finally:
            _end(address, job)

    def _begun(self, address: _Address, wanted: str) -> str:
        """The path of the new job. UserFault "scanner-busy", or what is wrong with the feeder."""
        answer = _asked(address, "POST", "/ScanJobs", wanted.encode())
        if answer.status == _CREATED and (job := _path_of(answer.location)):
            return job
        if answer.status in (_BUSY, _CONFLICT):
            raise UserFault(_feeder_fault(address) or "scanner-busy")
        raise _failure(answer.status)

    def _given(self, address: _Address, job: str, *, feeds: bool) -> Generator[bytes, None, None]:
        given = 0
        while True:
            answer = self._next(address, job)
            if answer.status != _OK:
                # "Not found" is the end of the stack, also where the feeder jammed: its status tells which.
                fault = _feeder_fault(address)
                if answer.status == _NOT_FOUND and given and fault in (None, "scanner-empty"):
                    return
                if answer.status == _NOT_FOUND and fault is None and feeds:
                    raise UserFault("scanner-empty")
                raise UserFault(fault) if fault else _failure(answer.status)
            given += 1
            yield answer.content

    def _next(self, address: _Address, job: str) -> _Answer:
        """The next page, or why there is none; one that is not ready is waited for. "scanner-stuck"."""
        late = time.monotonic() + self.page_time_s
        while True:
            answer = _asked(
                address, "GET", f"{job}/NextDocument", most=_MOST_PAGE_BYTES, until=late, whole=True
            )
            if answer.status != _BUSY:
                return answer
            fault = _feeder_fault(address)
            if fault not in (None, "scanner-empty"):
                raise UserFault(fault)
            if time.monotonic() >= late:
                raise UserFault("scanner-stuck")
            time.sleep(_LOOK_S)


def _address(device: str) -> _Address:
    found = _ADDRESS.fullmatch(device.removeprefix(ESCL))
    if found is None or int(found["port"] or 80) > 65535:
        raise UserFault("scanner-address")
    path = (found["path"] or "").rstrip("/") or _DEFAULT_PATH
    port = int(found["port"]) if found["port"] else None
    return _Address(found["scheme"] == "https", found["host"].strip("[]"), port, path)


def _asked(
    address: _Address,
    method: str,
    path: str,
    body: bytes | None = None,
    *,
    most: int = _MOST_XML_BYTES,
    until: float | None = None,
    whole: bool = False,
) -> _Answer:
    """One question, on a connection of its own. whole: the path is from the root, not below the address.

    until: by `time.monotonic`, when the whole answer has to be there. UserFault "scanner-lost",
    "scanner-stuck", "scanner-denied" (a certificate that is not trusted), "scanner-failed" (too much).
    """
    late = until if until is not None else time.monotonic() + _CONNECT_S
    made = HTTPSConnection if address.secure else HTTPConnection
    headers = {"Content-Type": "text/xml"} if body is not None else {}
    try:
        with closing(made(address.host, address.port, timeout=_CONNECT_S)) as connection:
            connection.connect()
            connection.sock.settimeout(max(_LOOK_S, late - time.monotonic()))
            connection.request(method, path if whole else f"{address.path}{path}", body, headers)
            answer = connection.getresponse()
            content = _content(answer, most, late)
            return _Answer(answer.status, answer.getheader("Location", ""), content)
    except SSLCertVerificationError:
        raise UserFault("scanner-denied") from None
    except TimeoutError:
        raise UserFault("scanner-stuck") from None
    except (OSError, HTTPException, ValueError):
        raise UserFault("scanner-lost") from None


def _content(answer: HTTPResponse, most: int, late: float) -> bytes:
    """All of it, or a fault: a page that breaks off is no page."""
    whole = bytearray()
    while piece := answer.read1(_PIECE_BYTES):
        whole += piece
        if len(whole) > most:
            raise UserFault("scanner-failed")
        if time.monotonic() >= late:
            raise UserFault("scanner-stuck")
    if answer.length:
        raise UserFault("scanner-lost")
    return bytes(whole)


def _xml(address: _Address, path: str) -> Element:
    """What a resource says. UserFault "scanner-unknown" where there is no such scanner at the address."""
    answer = _asked(address, "GET", path)
    if answer.status == _NOT_FOUND:
        raise UserFault("scanner-unknown")
    if answer.status != _OK:
        raise _failure(answer.status)
    try:
        return parsed(answer.content)
    except BadXmlError:
        raise UserFault("scanner-failed") from None


def _capabilities(address: _Address) -> Element:
    return _xml(address, "/ScannerCapabilities")


def _accepted(capabilities: Element, settings: ScanSettings) -> str:
    """The settings in the scanner's words. UserFault "scanner-cannot" for what it does not have."""
    source = next(capabilities.iter(_CAPS[settings.feed]), None)
    if source is None:
        raise UserFault("scanner-cannot")
    profiles = _profiles(capabilities, source)
    mode = _MODES[settings.colour]
    if mode not in _texts(profiles, "ColorMode") or not _has_resolution(profiles, settings.dpi):
        raise UserFault("scanner-cannot")
    has_threshold = next(capabilities.iter("ThresholdSupport"), None) is not None
    if settings.threshold is not None and not has_threshold:
        raise UserFault("scanner-cannot")
    offered = _texts(profiles, "DocumentFormatExt") | _texts(profiles, "DocumentFormat")
    file = next((one for one in _FORMATS if one in offered), "image/jpeg")
    width, height = (
        min(round(side * _UNITS_A_MM), _number(source, most) or 1 << 16)
        for side, most in ((settings.width_mm, "MaxWidth"), (settings.height_mm, "MaxHeight"))
    )
    version = next((one.text or "" for one in capabilities.iter("Version")), "2.0")
    return _scan_settings(settings, version, mode, file, width, height)


def _scan_settings(
    settings: ScanSettings, version: str, mode: str, file: str, width: int, height: int
) -> str:
    feeder = settings.feed is not Feed.GLASS
    both = str(settings.feed is Feed.BOTH_SIDES).lower()
    # From nought (black) to 255; the standard's word, where a scanner says that it knows it.
    threshold = (
        ""
        if settings.threshold is None
        else f"<scan:Threshold>{settings.threshold * 255 // 100}</scan:Threshold>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
        ' xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">'
        f"<pwg:Version>{escape(version)}</pwg:Version><scan:Intent>Document</scan:Intent>"
        "<pwg:ScanRegions><pwg:ScanRegion>"
        "<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>"
        f"<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>"
        f"<pwg:Width>{width}</pwg:Width><pwg:Height>{height}</pwg:Height>"
        "</pwg:ScanRegion></pwg:ScanRegions>"
        f"<pwg:InputSource>{'Feeder' if feeder else 'Platen'}</pwg:InputSource>"
        f"<scan:ColorMode>{mode}</scan:ColorMode>{threshold}"
        f"<scan:XResolution>{settings.dpi}</scan:XResolution><scan:YResolution>{settings.dpi}</scan:YResolution>"
        f"<pwg:DocumentFormat>{file}</pwg:DocumentFormat>"
        f"<scan:DocumentFormatExt>{file}</scan:DocumentFormatExt>"
        + (f"<scan:Duplex>{both}</scan:Duplex>" if feeder else "")
        + "</scan:ScanSettings>"
    )


def _profiles(capabilities: Element, source: Element) -> list[Element]:
    """The setting profiles of a source; some scanners put them once for all and refer to them."""
    own = list(source.iter("SettingProfile"))
    if any(len(profile) for profile in own):
        return own
    named = {profile.get("ref") for profile in own}
    return [one for one in capabilities.iter("SettingProfile") if len(one) and one.get("name") in named]


def _texts(profiles: list[Element], name: str) -> set[str]:
    return {(one.text or "").strip() for profile in profiles for one in profile.iter(name)}


def _has_resolution(profiles: list[Element], dpi: int) -> bool:
    if str(dpi) in _texts(profiles, "XResolution"):
        return True
    spans = (span for profile in profiles for span in profile.iter("XResolutionRange"))
    return any((_number(span, "Min") or dpi + 1) <= dpi <= (_number(span, "Max") or 0) for span in spans)


def _number(element: Element, name: str) -> int | None:
    text = next((one.text or "" for one in element.iter(name)), "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def _require_paper(address: _Address) -> None:
    """UserFault "scanner-empty", "scanner-jammed", "scanner-cover-open" before any paper moves."""
    fault = _feeder_fault(address)
    if fault is not None:
        raise UserFault(fault)


def _feeder_fault(address: _Address) -> str | None:
    status = _xml(address, "/ScannerStatus")
    state = next((one.text or "" for one in status.iter("AdfState")), "").strip()
    return _FEEDER_FAULTS.get(state)


def _failure(status: int) -> UserFault:
    if status in _DENIED:
        return UserFault("scanner-denied")
    return UserFault("scanner-busy" if status == _BUSY else "scanner-failed")


def _path_of(location: str) -> str:
    """The path that a scanner points to; whatever host it names, it is asked at its own address."""
    path = re.sub(r"^https?://[^/]*", "", location).rstrip("/")
    return path if re.fullmatch(r"/[\w./-]+", path, re.ASCII) else ""


def _end(address: _Address, job: str) -> None:
    """The job goes, finished or not; a scanner that cannot be told is none of the sitting's faults."""
    try:
        _asked(address, "DELETE", job, whole=True)
    except UserFault:
        return
