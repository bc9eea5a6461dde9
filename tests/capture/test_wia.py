"""Scanners through WIA, with made-up automation objects in a real helper process."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from hrdigitize.capture.wia import Wia
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings
from tests.capture.fake_wia import TOLD, connect

_WIA = Wia(page_time_s=30.0, connect=connect)


@pytest.fixture(autouse=True)
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the made-up scanner writes what it was asked for."""
    monkeypatch.setenv(TOLD, str(tmp_path / "told.json"))
    return tmp_path / "told.json"


def _reds(pages: list[bytes]) -> list[int]:
    found = []
    for page in pages:
        with Image.open(io.BytesIO(page)) as picture:
            assert picture.format == "PNG"
            pixel = picture.getpixel((0, 0))
            assert isinstance(pixel, tuple)
            found.append(255 - int(pixel[0]))
    return found


def test_the_scanners_that_answer_without_cameras() -> None:
    found = _WIA.devices()
    assert [one.id for one in found][:2] == ["wia:feeder", "wia:one-side"]
    assert found[0].name == "Scanner feeder"
    assert "wia:camera" not in {one.id for one in found}


def test_the_feeder_gives_page_by_page_from_both_sides(told: Path) -> None:
    settings = ScanSettings("wia:feeder", dpi=100, feed=Feed.BOTH_SIDES)
    pages = list(_WIA.pages(settings))
    assert _reds(pages) == [1, 2, 3]
    set_on_it = json.loads(told.read_text("utf-8"))
    assert set_on_it["3088"] == 0x1 | 0x4
    assert set_on_it["3096"] == 1
    assert [set_on_it[name] for name in ("6146", "6147", "6148")] == [1, 100, 100]
    # The paper is 827 dots wide and 1169 high; this feeder takes 1100.
    assert [set_on_it[name] for name in ("6151", "6152")] == [827, 1100]


def test_the_glass_gives_one_page_in_grey(told: Path) -> None:
    pages = list(_WIA.pages(ScanSettings("wia:glass", colour=Colour.GREY, feed=Feed.GLASS)))
    assert _reds(pages) == [1]
    assert json.loads(told.read_text("utf-8"))["6146"] == 2


@pytest.mark.parametrize(
    ("device", "code", "before"),
    [
        ("jams", "scanner-jammed", 2),
        ("gone", "scanner-lost", 2),
        ("open", "scanner-cover-open", 0),
        ("denied", "scanner-denied", 0),
        ("odd", "scanner-failed", 0),
        ("dies", "scanner-failed", 1),
        ("no-paper", "scanner-empty", 0),
        ("nobody", "scanner-unknown", 0),
    ],
)
def test_what_goes_wrong_has_a_name_and_keeps_what_came(device: str, code: str, before: int) -> None:
    came = 0
    with pytest.raises(UserFault) as caught:
        for _ in _WIA.pages(ScanSettings(f"wia:{device}")):
            came += 1
    assert (caught.value.code, came) == (code, before)


def test_a_driver_that_hangs_is_given_up() -> None:
    slow = Wia(page_time_s=15.0, connect=connect)
    came = 0
    with pytest.raises(UserFault) as caught:
        for _ in slow.pages(ScanSettings("wia:hangs")):
            came += 1
    assert (caught.value.code, came) == ("scanner-stuck", 1)


@pytest.mark.parametrize(
    "settings",
    [
        ScanSettings("wia:one-side", feed=Feed.BOTH_SIDES),
        ScanSettings("wia:glass"),
        ScanSettings("wia:feeder", colour=Colour.LINEART, threshold=50),
    ],
)
def test_what_the_scanner_does_not_have(settings: ScanSettings) -> None:
    with pytest.raises(UserFault) as caught:
        list(_WIA.pages(settings))
    assert caught.value.code == "scanner-cannot"
