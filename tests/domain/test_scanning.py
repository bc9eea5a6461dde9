"""Scan settings, and the order of a stack that was turned over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.scanning import Colour, ScanProfile, ScanSettings, fits
from hrdigitize.domain.turning import sheet_by_sheet


@given(st.lists(st.integers(), unique=True))
def test_a_turned_stack_comes_out_front_and_back(sheets: list[int]) -> None:
    fronts = [("front", sheet) for sheet in sheets]
    backs = [("back", sheet) for sheet in reversed(sheets)]
    wanted = [(side, sheet) for sheet in sheets for side in ("front", "back")]
    assert list(sheet_by_sheet(fronts, backs)) == wanted


@pytest.mark.parametrize(("fronts", "backs"), [([1, 2], [1]), ([1], [1, 2]), ([], [1])])
def test_a_stack_with_a_side_too_few_has_no_order(fronts: list[int], backs: list[int]) -> None:
    with pytest.raises(ValueError):
        sheet_by_sheet(fronts, backs)


@pytest.mark.parametrize(
    ("change", "good"),
    [
        ({}, True),
        ({"dpi": 74}, False),
        ({"dpi": 1201}, False),
        ({"width_mm": 29}, False),
        ({"height_mm": 1001}, False),
        ({"threshold": 50}, False),
        ({"threshold": 50, "colour": Colour.LINEART}, True),
        ({"threshold": 0, "colour": Colour.LINEART}, False),
        ({"threshold": 100, "colour": Colour.LINEART}, False),
    ],
)
def test_what_a_scanner_can_be_asked_for(change: dict[str, object], good: bool) -> None:
    assert fits(replace(ScanSettings("x"), **change)) is good  # type: ignore[arg-type]


def test_a_rule_holds_between_its_days() -> None:
    rule = ScanProfile("x", ScanSettings(""), source="rule", valid_from=date(2025, 7, 1))
    assert [rule.holds_on(date(2025, 6, 30)), rule.holds_on(date(2025, 7, 1))] == [False, True]
    ended = replace(rule, valid_from=None, valid_until=date(2025, 7, 1))
    assert [ended.holds_on(date(2025, 7, 1)), ended.holds_on(date(2025, 7, 2))] == [True, False]
