"""Network scanners by eSCL, against a simulated one that Debian's sane-airscan accepts as well."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from hrdigitize.capture.choosing import scanner_for
from hrdigitize.capture.escl import Escl
from hrdigitize.capture.plain_xml import BadXmlError, parsed
from hrdigitize.capture.sane import Sane
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings
from tests.capture.escl_simulator import Simulated, number_of, simulated

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="SANE is Linux's way to scanners")


def _fault(call: Callable[[], object]) -> str:
    with pytest.raises(UserFault) as caught:
        call()
    return caught.value.code


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_a_scanner_on_the_network_needs_consent(platform: str) -> None:
    device = "escl:http://127.0.0.1/eSCL"
    assert isinstance(scanner_for(device, platform=platform, network=True), Escl)
    assert _fault(lambda: scanner_for(device, platform=platform, network=False)) == "scanner-network-consent"


def test_nothing_is_looked_for_on_the_network() -> None:
    assert Escl().devices() == ()


def test_the_feeder_gives_page_by_page_until_it_is_empty() -> None:
    inside = Simulated(sheets=3)
    with simulated(inside) as device:
        pages = list(Escl().pages(ScanSettings(device, dpi=75)))
    assert [number_of(page) for page in pages] == [1, 2, 3]
    with Image.open(io.BytesIO(pages[0])) as picture:
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
    told = inside.settings
    assert (told["InputSource"], told["Duplex"], told["ColorMode"]) == ("Feeder", "false", "RGB24")
    assert (told["XResolution"], told["Width"], told["Height"]) == ("75", "2480", "3508")
    assert "DELETE /eSCL/ScanJobs/1" in inside.asked


def test_both_sides_and_the_glass() -> None:
    inside = Simulated(sheets=2)
    with simulated(inside) as device:
        both = list(Escl().pages(ScanSettings(device, dpi=75, feed=Feed.BOTH_SIDES)))
        glass = list(Escl().pages(ScanSettings(device, dpi=75, colour=Colour.GREY, feed=Feed.GLASS)))
    assert ([number_of(page) for page in both], len(glass)) == ([1, 2, 3, 4], 1)
    assert (inside.settings["InputSource"], inside.settings["ColorMode"]) == ("Platen", "Grayscale8")


@pytest.mark.parametrize(
    ("inside", "code", "before"),
    [
        (Simulated(sheets=5, jams_after=2), "scanner-jammed", 2),
        (Simulated(sheets=5, breaks_after=3), "scanner-lost", 3),
        (Simulated(sheets=0), "scanner-empty", 0),
        (Simulated(sheets=5, state="ScannerAdfHatchOpen"), "scanner-cover-open", 0),
        (Simulated(sheets=5, busy=1), "scanner-busy", 0),
        (Simulated(sheets=5, slow_s=30), "scanner-stuck", 0),
    ],
)
def test_what_goes_wrong_has_a_name_and_keeps_what_came(inside: Simulated, code: str, before: int) -> None:
    came = list[bytes]()
    begun = time.monotonic()
    with simulated(inside) as device:

        def scan() -> None:
            for page in Escl(page_time_s=1.0).pages(ScanSettings(device, dpi=75)):
                came.append(page)

        assert _fault(scan) == code
    assert len(came) == before
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "settings",
    [
        {"dpi": 1200},
        {"colour": Colour.LINEART},
        {"feed": Feed.BOTH_SIDES},
        {"threshold": 50},
    ],
)
def test_what_the_scanner_does_not_have_is_refused_before_paper_moves(settings: dict[str, object]) -> None:
    inside = Simulated(sheets=1, duplex=False)
    with simulated(inside) as device:
        wanted = ScanSettings(device, **{"dpi": 75} | settings)  # type: ignore[arg-type]
        assert _fault(lambda: list(Escl().pages(wanted))) == "scanner-cannot"
    assert inside.jobs == 0


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"<!DOCTYPE x [<!ENTITY a 'aa'>]><x>&a;</x>", "scanner-failed"),
        (b"<x><y></x>", "scanner-failed"),
        (b"", "scanner-failed"),
        (b"<x>" * 100 + b"</x>" * 100, "scanner-failed"),
        (b"<x>" + b"<y/>" * 30_000 + b"</x>", "scanner-failed"),
        (b"<x>" + b" " * (2 << 20) + b"</x>", "scanner-failed"),
        (b"<x/>", "scanner-cannot"),
    ],
)
def test_an_answer_that_is_no_sound_xml(answer: bytes, code: str) -> None:
    with simulated(Simulated(sheets=1, answers={"/ScannerCapabilities": answer})) as device:
        assert _fault(lambda: list(Escl().pages(ScanSettings(device)))) == code


@pytest.mark.parametrize(
    "address",
    [
        "",
        "192.168.1.20",
        "http://",
        "ftp://a/eSCL",
        "http://a b/",
        "http://a:99999/",
        "http://a/?x",
        "http://ạ/",
    ],
)
def test_an_address_that_is_none(address: str) -> None:
    assert _fault(lambda: list(Escl().pages(ScanSettings(f"escl:{address}")))) == "scanner-address"


def test_nobody_at_the_address() -> None:
    with simulated(Simulated()) as device:
        pass
    assert _fault(lambda: list(Escl().pages(ScanSettings(device)))) == "scanner-lost"


def test_another_server_at_the_address() -> None:
    with simulated(Simulated()) as device:
        elsewhere = device.replace("/eSCL", "/other")
        assert _fault(lambda: list(Escl().pages(ScanSettings(elsewhere)))) == "scanner-unknown"


def test_whoever_stops_listening_ends_the_job() -> None:
    inside = Simulated(sheets=5)
    with simulated(inside) as device:
        pages = Escl().pages(ScanSettings(device, dpi=75))
        next(pages)
        pages.close()
        assert inside.asked[-1] == "DELETE /eSCL/ScanJobs/1"


def test_names_without_their_namespaces() -> None:
    root = parsed(b'<a:x xmlns:a="urn:1"><a:y b="1">text</a:y></a:x>')
    assert (root.tag, root[0].tag, root[0].get("b"), root[0].text) == ("x", "y", "1", "text")
    with pytest.raises(BadXmlError):
        parsed(b"<!DOCTYPE x><x/>")


@pytest.fixture
def airscan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """SANE knows the simulated scanner alone, and looks for none; gives what SANE calls it."""

    def configure(device: str) -> str:
        address = device.removeprefix("escl:")
        (tmp_path / "dll.conf").write_text("airscan\n", "utf-8")
        (tmp_path / "airscan.conf").write_text(
            f'[devices]\n"Simulated" = {address}, eSCL\n[options]\ndiscovery = disable\n', "utf-8"
        )
        monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
        (found,) = Sane().devices()
        assert "Simulated" in found.name
        return found.id

    return configure


@on_linux
def test_another_client_accepts_the_simulated_scanner(airscan: Callable[[str], str]) -> None:
    inside = Simulated(sheets=3)
    with simulated(inside) as device:
        named = airscan(device)
        single = list(Sane().pages(ScanSettings(named, dpi=75)))
        assert [number_of(page) for page in single] == [1, 2, 3]
        inside.sheets = 2
        both = list(Sane().pages(ScanSettings(named, dpi=75, feed=Feed.BOTH_SIDES)))
    assert [number_of(page) for page in both] == [4, 5, 6, 7]
    assert inside.settings["Duplex"] == "true"


@on_linux
@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (Simulated(sheets=5, jams_after=4), "scanner-jammed"),
        (Simulated(sheets=5, breaks_after=4), "scanner-lost"),
    ],
)
def test_a_jam_between_two_sheets_through_sane(
    airscan: Callable[[str], str], inside: Simulated, code: str
) -> None:
    came = list[int]()
    with simulated(inside) as device:
        settings = ScanSettings(airscan(device), dpi=75, feed=Feed.BOTH_SIDES)

        def scan() -> None:
            for page in Sane().pages(settings):
                came.append(number_of(page))

        assert _fault(scan) == code
    assert came == [1, 2, 3, 4]
