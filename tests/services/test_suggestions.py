"""What is offered while somebody types without marks."""

from __future__ import annotations

import pytest

from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import load_lists
from hrdigitize.services.suggestions import MOST, Suggestions

SUGGESTIONS = Suggestions(load_lists())
PLACE, NAME = FieldType(Kind.PLACE), FieldType(Kind.NAME)
ETHNICITY, RANK = FieldType(Kind.LIST, "ethnicity"), FieldType(Kind.CODE, "rank")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("xa yen tr, phu l", "xã Yên Trạch, huyện Phú Lương, tỉnh Thái Nguyên"),
        ("Xã Hòa Xá, huyện Ứng H", "Xã Hòa Xá, huyện Ứng Hòa, thành phố Hà Nội"),
        ("xóm 4, X. Yen Tr, cao loc", "xóm 4, Xã Yên Trạch, huyện Cao Lộc, tỉnh Lạng Sơn"),
        ("tp. ha noi", "thành phố Hà Nội"),
        ("cu mgar", "huyện Cư M'gar, tỉnh Đắk Lắk"),
    ],
)
def test_a_place_is_found_by_its_letters_in_what_it_lies_in(typed: str, offered: str) -> None:
    found = SUGGESTIONS.for_text(typed, PLACE)
    assert offered.casefold() in [one.casefold() for one in found]


def test_a_unit_is_offered_as_it_was_and_as_it_is_since_the_reform() -> None:
    found = SUGGESTIONS.for_text("xa yen trach", PLACE)
    assert {"xã Yên Trạch, tỉnh Thái Nguyên", "xã Yên Trạch, huyện Phú Lương, tỉnh Thái Nguyên"} <= set(found)


def test_larger_units_come_first_and_there_are_no_more_than_ten() -> None:
    found = SUGGESTIONS.for_text("th", PLACE)
    assert len(found) == MOST
    assert found[0].startswith(("tỉnh", "thành phố"))


def test_a_kind_that_is_typed_leaves_out_other_kinds() -> None:
    assert all(one.startswith("huyện") for one in SUGGESTIONS.for_text("huyen phu", PLACE))


@pytest.mark.parametrize(
    ("typed", "offered"), [("tay", "Tày"), ("hmong", "Mông"), ("GIA RAI", "Gia Rai"), ("lu", "Lự")]
)
def test_an_entry_of_a_list_is_found_without_marks(typed: str, offered: str) -> None:
    assert offered in SUGGESTIONS.for_text(typed, ETHNICITY)


def test_the_last_word_of_a_name_is_offered_with_its_marks_in_its_case() -> None:
    assert "NGUYỄN THỊ THƯƠNG" in SUGGESTIONS.for_text("NGUYỄN THỊ THUONG", NAME)
    assert SUGGESTIONS.for_text("nguyen", NAME)[0] == "Nguyễn"


def test_rank_codes_begin_with_what_is_typed() -> None:
    found = SUGGESTIONS.for_text("01.00", RANK)
    assert "01.003" in found
    assert all(one.startswith("01.00") for one in found)


@pytest.mark.parametrize("typed", ["", "   ", "x", ",", "?!", "()[\\", "🙂🙂", "a" * 5000])
def test_nothing_is_offered_for_what_says_nothing(typed: str) -> None:
    assert SUGGESTIONS.for_text(typed, PLACE) == ()


def test_what_is_typed_already_is_not_offered() -> None:
    assert "Tày" not in SUGGESTIONS.for_text("Tày", ETHNICITY)


def test_free_text_has_no_suggestions() -> None:
    assert SUGGESTIONS.for_text("Chủ tịch", FieldType(Kind.TEXT)) == ()
