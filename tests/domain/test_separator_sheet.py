"""The code of a separator sheet says again what was put into it, whatever that was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.separator_sheet import SeparatorSheet, parse

_SHORT = st.text(max_size=60)


def test_a_sheet_is_told_by_its_code() -> None:
    sheet = SeparatorSheet("HS 12/2026", "party-061", "Lò Thị Ước")
    assert sheet.payload == "HRDS1|HS 12/2026|party-061|Lò Thị Ước"
    assert parse(sheet.payload) == sheet


def test_an_empty_sheet_divides_and_says_nothing_else() -> None:
    assert parse(SeparatorSheet().payload) == SeparatorSheet()


def test_dividers_and_line_breaks_become_spaces() -> None:
    assert SeparatorSheet("a|b", "", "Lò\nThị").payload == "HRDS1|a b||Lò Thị"


def test_what_a_later_program_adds_is_passed_over() -> None:
    assert parse("HRDS1|d|party-001|n|more") == SeparatorSheet("d", "party-001", "n")


@pytest.mark.parametrize(
    "text", ["", "HRDS1", "HRDS1|a|b", "HRDS2|a|b|c", "hrds1|a|b|c", "HRDS1|" + "a" * 500 + "||"]
)
def test_other_codes_are_no_sheets(text: str) -> None:
    assert parse(text) is None


@given(_SHORT, _SHORT, _SHORT)
def test_whatever_stands_on_a_sheet_is_read_again_the_same(dossier: str, type_id: str, person: str) -> None:
    again = parse(SeparatorSheet(dossier, type_id, person).payload)
    assert again is not None
    assert parse(again.payload) == again
    assert again.person.split() == person.replace("|", " ").split() or not person.isprintable()
