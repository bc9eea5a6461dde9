"""The scan settings that come with the program say what the rules say, and where that stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hrdigitize.domain.scanning import Colour
from hrdigitize.reference.scan_profiles import load_scan_profiles, read_scan_profiles

_ONE = '[[profiles]]\nname = "x"\nsource = "y"\ndpi = 300\ncolour = "colour"\nfeed = "feeder"\n'


def test_the_settings_of_party_and_state() -> None:
    found = {one.name: one for one in load_scan_profiles()}
    assert all(one.locked and one.ready and one.source for one in found.values())
    assert all(one.settings.colour is Colour.COLOUR and not one.settings.device for one in found.values())
    party = {one.settings.dpi for name, one in found.items() if name.startswith("Hồ sơ Đảng")}
    state = {one.settings.dpi for name, one in found.items() if "hồ sơ nhà nước" in name.lower()}
    assert (party, state, found["Bản vẽ (hồ sơ nhà nước)"].settings.dpi) == ({300}, {200, 300}, 300)
    assert not found["Hồ sơ nhà nước"].holds_on(date(2025, 6, 30))
    assert found["Hồ sơ nhà nước"].holds_on(date(2025, 7, 1))


@pytest.mark.parametrize(
    "text", ["", _ONE + _ONE, _ONE + "typo = 1\n", _ONE.replace("300", "3"), _ONE.replace('"y"', '""'), "["]
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "profiles.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"profiles\.toml"):
        read_scan_profiles(file)
