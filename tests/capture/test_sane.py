"""Scanners through SANE, with SANE's own simulated one: its feeder is empty after ten sheets."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from hrdigitize.capture import sane
from hrdigitize.capture.sane import Sane
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SANE is Linux's way to scanners")

DEVICE = "test:0"
FEEDER = ScanSettings(DEVICE, dpi=75)
IN_THE_FEEDER = 10


@pytest.fixture(autouse=True)
def only_the_simulated_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dll.conf").write_text("test\n", "utf-8")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))


def _left_over() -> list[Path]:
    return list(Path("/dev/shm").glob("hrdigitize-scan-*"))


def _failing(status: str) -> Sane:
    return Sane(options=("--read-return-value", f"SANE_STATUS_{status}"))


def test_the_scanners_that_answer() -> None:
    found = Sane().devices()
    assert [device.id for device in found] == ["test:0", "test:1"]
    assert "frontend-tester" in found[0].name


def test_the_feeder_gives_page_by_page_until_it_is_empty() -> None:
    pages = list(Sane().pages(FEEDER))
    assert len(pages) == IN_THE_FEEDER
    with Image.open(io.BytesIO(pages[0])) as page:
        assert (page.format, page.mode) == ("PNG", "RGB")
        # The simulated glass is 200 mm wide and high.
        assert page.size == (590, 590)
        assert round(page.info["dpi"][0]) == FEEDER.dpi
    assert _left_over() == []


def test_the_glass_gives_one_page_in_grey() -> None:
    (page,) = Sane().pages(ScanSettings(DEVICE, dpi=75, colour=Colour.GREY, feed=Feed.GLASS))
    with Image.open(io.BytesIO(page)) as image:
        assert image.mode == "L"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("JAMMED", "scanner-jammed"),
        ("COVER_OPEN", "scanner-cover-open"),
        ("DEVICE_BUSY", "scanner-busy"),
        ("IO_ERROR", "scanner-lost"),
        ("ACCESS_DENIED", "scanner-denied"),
        ("NO_MEM", "scanner-failed"),
    ],
)
def test_what_goes_wrong_has_a_name(status: str, code: str) -> None:
    with pytest.raises(UserFault) as caught:
        list(_failing(status).pages(FEEDER))
    assert caught.value.code == code
    assert _left_over() == []


def test_no_such_scanner() -> None:
    with pytest.raises(UserFault) as caught:
        list(Sane().pages(ScanSettings("test:9")))
    assert caught.value.code == "scanner-unknown"


def test_a_feeder_that_takes_one_side_says_so() -> None:
    with pytest.raises(UserFault) as caught:
        list(Sane().pages(ScanSettings(DEVICE, feed=Feed.BOTH_SIDES)))
    assert caught.value.code == "scanner-cannot"


def test_a_scanner_that_says_nothing_is_given_up() -> None:
    slow = Sane(page_time_s=0.5, options=("--read-delay=yes", "--read-delay-duration", "200000"))
    begun = time.monotonic()
    with pytest.raises(UserFault) as caught:
        list(slow.pages(ScanSettings(DEVICE, dpi=600)))
    assert caught.value.code == "scanner-stuck"
    assert time.monotonic() - begun < 20
    assert _left_over() == []


def test_whoever_stops_listening_stops_the_scanner() -> None:
    pages = Sane().pages(FEEDER)
    next(pages)
    pages.close()
    assert _left_over() == []
    assert len(list(Sane().pages(FEEDER))) == IN_THE_FEEDER, "nobody holds it any more"


def test_pages_that_a_killed_program_left_are_cleared_away(monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = 2**22 + 1  # beyond the highest number that a process may have
    left = Path("/dev/shm") / f"hrdigitize-scan-{nobody}-x"
    left.mkdir()
    (left / "000001.png").write_bytes(b"page")
    next(Sane().pages(ScanSettings(DEVICE, dpi=75, feed=Feed.GLASS)))
    assert not left.exists()


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sane, "_PROGRAM", "no-such-program")
    with pytest.raises(UserFault) as caught:
        Sane().devices()
    assert caught.value.code == "scanner-program-missing"


#: What drivers print of their options, shortened: no two call the feeder the same.
_HELP = """
Options specific to device `x':
  Scan Mode:
    --source {sources} [Flatbed]
    --mode Lineart|Gray|Color [Color]
{more}
"""


@pytest.mark.parametrize(
    ("sources", "more", "feed", "told"),
    [
        ("Flatbed|ADF|ADF Duplex", "", Feed.BOTH_SIDES, ["--source", "ADF Duplex"]),
        ("Flatbed|ADF|ADF Duplex", "", Feed.FEEDER, ["--source", "ADF"]),
        ("Flatbed|ADF|ADF Duplex", "", Feed.GLASS, ["--source", "Flatbed"]),
        ("ADF Front|ADF Back|ADF Duplex", "", Feed.FEEDER, ["--source", "ADF Front"]),
        (
            "Flatbed|Automatic Document Feeder",
            "    --adf-mode Simplex|Duplex [Simplex]",
            Feed.BOTH_SIDES,
            ["--source", "Automatic Document Feeder", "--adf-mode", "Duplex"],
        ),
        (
            "Flatbed|ADF",
            "    --duplex[=(yes|no)] [no]",
            Feed.BOTH_SIDES,
            ["--source", "ADF", "--duplex=yes"],
        ),
        ("Flatbed|ADF", "    --duplex[=(yes|no)] [inactive]", Feed.BOTH_SIDES, None),
        ("Flatbed", "", Feed.FEEDER, None),
    ],
)
def test_the_feed_is_asked_for_in_the_drivers_words(
    monkeypatch: pytest.MonkeyPatch, sources: str, more: str, feed: Feed, told: list[str] | None
) -> None:
    monkeypatch.setattr(Sane, "_asked", lambda *_: (_HELP.format(sources=sources, more=more), ""))
    settings = ScanSettings("x", feed=feed)
    if told is None:
        with pytest.raises(UserFault) as caught:
            Sane()._options_for(settings)
        assert caught.value.code == "scanner-cannot"
        return
    assert Sane()._options_for(settings) == [*told, "--mode", "Color"]


@pytest.mark.parametrize(
    ("modes", "colour", "told"),
    [
        ("Black & White|True Gray|24bit Color", Colour.COLOUR, ["--mode", "24bit Color"]),
        ("Black & White|True Gray|24bit Color", Colour.GREY, ["--mode", "True Gray"]),
        ("Black & White|True Gray|24bit Color", Colour.LINEART, ["--mode", "Black & White"]),
        ("Lineart|Gray", Colour.COLOUR, None),
    ],
)
def test_the_colour_is_asked_for_in_the_drivers_words(
    monkeypatch: pytest.MonkeyPatch, modes: str, colour: Colour, told: list[str] | None
) -> None:
    monkeypatch.setattr(Sane, "_asked", lambda *_: (f"    --mode {modes} [Gray]\n", ""))
    settings = ScanSettings("x", colour=colour, feed=Feed.GLASS)
    if told is None:
        with pytest.raises(UserFault) as caught:
            Sane()._options_for(settings)
        assert caught.value.code == "scanner-cannot"
        return
    assert Sane()._options_for(settings) == told


@pytest.mark.parametrize(
    ("more", "threshold", "told"),
    [
        ("    --threshold 0..100% (in steps of 1) [inactive]", 45, ["--threshold", "45"]),
        ("    --threshold 0..100% (in steps of 1) [50]", None, []),
        ("", None, []),
        ("    --threshold-curve 0..127 [inactive]", 45, None),
    ],
)
def test_the_threshold_is_asked_for_where_the_driver_has_one(
    monkeypatch: pytest.MonkeyPatch, more: str, threshold: int | None, told: list[str] | None
) -> None:
    monkeypatch.setattr(Sane, "_asked", lambda *_: (f"    --mode Lineart|Gray [Gray]\n{more}\n", ""))
    settings = ScanSettings("x", colour=Colour.LINEART, feed=Feed.GLASS, threshold=threshold)
    if told is None:
        with pytest.raises(UserFault) as caught:
            Sane()._options_for(settings)
        assert caught.value.code == "scanner-cannot"
        return
    assert Sane()._options_for(settings) == ["--mode", "Lineart", *told]


def test_a_scanner_that_cannot_be_asked_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sane, "_asked", lambda *_: ("", "scanimage: open of device x failed: Device busy"))
    with pytest.raises(UserFault) as caught:
        Sane()._options_for(ScanSettings("x"))
    assert caught.value.code == "scanner-busy"


def test_a_name_with_quotation_marks_is_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sane, "_asked", lambda *_: ('x:1\tMaker "Fast" 3\nnote\n', ""))
    assert [(one.id, one.name) for one in Sane().devices()] == [("x:1", 'Maker "Fast" 3')]
