"""The register of places: the counts that the law gives, and what a look-up finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.reference.places import COMMUNE, DISTRICT, PROVINCE, load_places, read_places

REGISTER = load_places()


def units(level: int, scheme: str) -> int:
    return sum(place.scheme == scheme for found in REGISTER.by_level[level].values() for place in found)


def test_units_before_and_since_the_reform_of_2025() -> None:
    assert [units(level, "2024") for level in (PROVINCE, DISTRICT)] == [63, 696]
    assert [units(level, "2025") for level in (PROVINCE, DISTRICT, COMMUNE)] == [34, 0, 3321]


def test_a_name_is_found_by_its_letters() -> None:
    assert REGISTER.spellings(COMMUNE, "coloa") == {"Cổ Loa"}
    assert len(REGISTER.spellings(COMMUNE, "tanthanh")) > 1
    assert REGISTER.is_name("Tứ Xã")
    assert not REGISTER.is_name("từ xa")


def test_communes_lie_in_their_district(tmp_path: Path) -> None:
    (hanoi,) = (place for place in REGISTER.provinces["hanoi"] if place.scheme == "2024")
    (district,) = hanoi.within["donganh"]
    assert (district.kind, district.name, district.level) == ("huyện", "Đông Anh", DISTRICT)
    assert [place.name for place in district.within["coloa"]] == ["Cổ Loa"]


@pytest.mark.parametrize("content", ["= 2024\n\tHuyện A|1\n", "= 2024\nHà Nội|01\n", "= 2024\nTỉnh A\n"])
def test_a_line_out_of_place_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "places.txt").write_text(content, "utf-8")
    with pytest.raises(ValueError, match=r"lies in nothing|no kind or no code"):
        read_places(tmp_path / "places.txt")
