"""Cells, places and widths of the printed layout."""

from __future__ import annotations

import pytest

from hrdigitize.formdefs.layout import LEADER, Place, cells, parts, runs, shares


def test_cells() -> None:
    assert cells("6) Dân tộc: {ethnicity}, | 7) Tôn giáo: {religion}") == (
        "6) Dân tộc: {ethnicity},",
        "7) Tôn giáo: {religion}",
    )
    assert cells("Số CMND|CCCD") == ("Số CMND|CCCD",)


def test_places_within_printed_text() -> None:
    assert parts("Cân nặng: {weight} kg, ngày {day:…/…/……}") == (
        "Cân nặng: ",
        Place("weight", LEADER),
        " kg, ngày ",
        Place("day", "…/…/……"),
    )


def test_a_place_may_print_nothing_for_a_blank() -> None:
    assert parts("{weight:}") == (Place("weight", ""),)


def test_runs_of_leaders() -> None:
    assert runs("… tháng ……") == ("…", " tháng ", "……")
    assert runs("") == ()


@pytest.mark.parametrize(
    ("widths", "expected"), [("60 40", (0.6, 0.4)), ("60", (0.6,)), ("100 100", (0.5, 0.5))]
)
def test_shares(widths: str, expected: tuple[float, ...]) -> None:
    assert shares(widths) == expected
