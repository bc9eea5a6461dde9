"""Every change leaves a doubt at the characters it touched; a text that is right is left without one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.reading import Doubt
from hrdigitize.extraction.correction.listed import entry_put_right
from hrdigitize.extraction.correction.steps import Known, corrected
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import load_lists

LISTS = load_lists()
KNOWN = Known(LISTS)
TEXT, PLACE, NAME = FieldType(Kind.TEXT), FieldType(Kind.PLACE), FieldType(Kind.NAME)


def test_marks_carry_their_places_through_later_changes() -> None:
    found = corrected("Chỉ cục.Thuế huyện Tiếu Cần", TEXT, KNOWN)
    assert found.text == "Chi cục Thuế huyện Tiểu Cần"
    assert Doubt("doubt-marks-mended", (2, 21)) in found.doubts
    assert Doubt("doubt-sign-mended", (7,)) in found.doubts


def test_a_text_that_is_right_has_no_doubt() -> None:
    for text, kind in (("UBND xã Cổ Loa", TEXT), ("LÒ THỊ ƯỚC", NAME), ("", PLACE)):
        found = corrected(text, kind, KNOWN)
        assert (found.text, found.doubts) == (text, ())


def test_names_are_nobodys_phrases() -> None:
    assert corrected("Trần Tô Chức", NAME, KNOWN).text == "Trần Tô Chức"


@pytest.mark.parametrize(
    ("list_name", "read", "meant"),
    [
        ("blood_type", "Ó+", "O+"),
        ("blood_type", "0+", "O+"),
        ("gender", "Nư", "Nữ"),
        ("ethnicity", "Kinh, Z", "Kinh"),
        ("ethnicity", "kinh", "kinh"),
        ("religion", "KHÔNG", "KHÔNG"),
        ("ethnicity", "Người lạ", "Người lạ"),
    ],
)
def test_entries_of_lists(list_name: str, read: str, meant: str) -> None:
    assert entry_put_right(read, LISTS.lists[list_name]) == meant


@given(
    st.text(max_size=40), st.sampled_from([TEXT, PLACE, NAME, FieldType(Kind.DATE), FieldType(Kind.DECIMAL)])
)
def test_any_text_is_taken_and_doubts_lie_within_it(text: str, kind: FieldType) -> None:
    found = corrected(text, kind, KNOWN)
    assert all(0 <= at < max(1, len(found.text)) for doubt in found.doubts for at in doubt.at)
    assert bool(found.doubts) == (found.text != text)


def test_words_that_readers_agree_on_are_not_put_right_by_rules_of_thumb() -> None:
    sure = frozenset({"Trinh", "Lêch", "Nguyên", "Êñuôl"})
    for name in ("Trinh Lệ Cẩm", "Y Lêch Niê", "Nguyên Thị Ry", "Y Bhăm Êñuôl"):
        assert corrected(name, NAME, KNOWN, sure).text == name
        assert corrected(name, NAME, KNOWN).text != name
