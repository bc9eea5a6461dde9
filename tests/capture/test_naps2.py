"""TWAIN scanners through NAPS2.Console, with a made-up console that takes NAPS2's options alone."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

import pytest
from PIL import Image

from hrdigitize.capture.naps2 import Naps2, _arguments
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings

_CONSOLE = Path(__file__).with_name("fake_naps2.py")
_NAPS2 = Naps2((sys.executable, str(_CONSOLE)), stack_time_s=30.0)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _twain(device: str, feed: Feed = Feed.FEEDER) -> ScanSettings:
    return ScanSettings(f"naps2:twain:{device}", feed=feed)


def test_the_scanners_that_answer() -> None:
    assert [one.id for one in _NAPS2.devices()] == ["naps2:twain:HP ScanJet", "naps2:twain:Canon DR-C225"]


def test_every_page_in_order_and_none_left_on_the_disk(own_folder: Path) -> None:
    pages = list(_NAPS2.pages(_twain("HP ScanJet", Feed.BOTH_SIDES)))
    assert [Image.open(io.BytesIO(page)).getpixel((0, 0)) for page in pages] == [1, 2, 3]
    assert list(own_folder.iterdir()) == []


def test_whoever_stops_listening_leaves_no_page_on_the_disk(own_folder: Path) -> None:
    pages = _NAPS2.pages(_twain("HP ScanJet"))
    next(pages)
    assert list(own_folder.iterdir()) != []
    pages.close()
    assert list(own_folder.iterdir()) == []


def test_what_it_is_asked(tmp_path: Path) -> None:
    settings = ScanSettings("naps2:twain:Canon DR-C225", 200, Colour.GREY, Feed.BOTH_SIDES)
    told = _arguments(settings, tmp_path)
    assert told == (
        *("--output", str(tmp_path / "$(nnnnnn).png")),
        *("--noprofile", "--driver", "twain", "--device", "Canon DR-C225"),
        *("--source", "duplex", "--dpi", "200", "--bitdepth", "gray", "--pagesize", "210x297mm"),
    )
    by_profile = _arguments(ScanSettings("naps2:profile:Phòng họp"), tmp_path)
    assert by_profile[2:4] == ("--profile", "Phòng họp")


@pytest.mark.parametrize(
    ("device", "code", "before"),
    [
        ("jams", "scanner-jammed", 3),
        ("open", "scanner-cover-open", 0),
        ("busy", "scanner-busy", 0),
        ("away", "scanner-lost", 0),
        ("gone", "scanner-unknown", 0),
        ("no-duplex", "scanner-cannot", 0),
        ("empty", "scanner-empty", 0),
        ("odd", "scanner-failed", 0),
    ],
)
def test_what_goes_wrong_has_a_name_and_keeps_what_came(device: str, code: str, before: int) -> None:
    came = 0
    with pytest.raises(UserFault) as caught:
        for _ in _NAPS2.pages(_twain(device)):
            came += 1
    assert (caught.value.code, came) == (code, before)


def test_a_console_that_hangs_is_given_up(own_folder: Path) -> None:
    slow = Naps2(_NAPS2.program, stack_time_s=2.0)
    with pytest.raises(UserFault) as caught:
        list(slow.pages(_twain("hangs")))
    assert caught.value.code == "scanner-stuck"
    assert list(own_folder.iterdir()) == []


def test_where_it_is_not_installed() -> None:
    for absent in (Naps2(), Naps2(("no-such-program",))):
        with pytest.raises(UserFault) as caught:
            absent.devices()
        assert caught.value.code == "naps2-missing"


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (ScanSettings("naps2:HP ScanJet"), "scanner-unknown"),
        (ScanSettings("naps2:twain:x", colour=Colour.LINEART, threshold=40), "scanner-cannot"),
    ],
)
def test_what_it_cannot_be_asked(settings: ScanSettings, code: str) -> None:
    with pytest.raises(UserFault) as caught:
        list(_NAPS2.pages(settings))
    assert caught.value.code == code
