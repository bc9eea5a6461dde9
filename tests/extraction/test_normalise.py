"""Typed normalisation of every kind: the value where the text fits, a doubt where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize import messages
from hrdigitize.domain.reading import Doubt, Period, Value
from hrdigitize.extraction.normalise import NOT_IN_LIST, ODD_CHARACTERS, WRONG_TYPE, normalise
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.formdefs.types import DETAILS, parse_type
from hrdigitize.reference.lists import load_lists

_LISTS = load_lists()
_TYPES = [FieldType(kind, detail) for kind in Kind for detail in sorted(DETAILS.get(kind, {""}))]


def _value(text: str, spelled: str) -> Value:
    found = normalise(text, parse_type(spelled), _LISTS)
    assert found.doubts == ()
    return found.value


def _doubts(text: str, spelled: str) -> tuple[Value, tuple[Doubt, ...]]:
    found = normalise(text, parse_type(spelled), _LISTS)
    return found.value, found.doubts


@pytest.mark.parametrize("kind", _TYPES, ids=lambda kind: f"{kind.kind}:{kind.detail}")
@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_blank_is_no_value_and_no_doubt(kind: FieldType, text: str) -> None:
    found = normalise(text, kind, _LISTS)
    assert found.value is None
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "spelled", "value"),
    [
        ("Trung cấp  Luật\nhành chính", "text", "Trung cấp Luật hành chính"),
        ("Xã Đông Sơn - Huyện Chương Mỹ", "place", "Xã Đông Sơn - Huyện Chương Mỹ"),
        ("NGUYỄN VĂN MẪU", "name", "NGUYỄN VĂN MẪU"),
        ("K’Brêu Y-Bih", "name", "K’Brêu Y-Bih"),
        ("06 tháng 07 năm 1970", "date", "1970-07-06"),
        ("05/2022", "date", "2022-05"),
        ("1995", "date", "1995"),
        ("nay", "date", None),
        ("09/2010 - nay", "period", Period("2010-09", None)),
        ("9/1988 đến 6/1992", "period", Period("1988-09", "1992-06")),
        ("NỮ", "list:gender", "Nữ"),
        ("không", "list:religion", "Không"),
        ("cao cấp", "list:political_theory", "Cao cấp"),
        ("hoàn thành tốt", "list:rating", "Hoàn thành tốt nhiệm vụ"),
        ("Quý I/2025", "text:rating_period", "2025-Q1"),
        ("001 085 437 430", "code:id", "001085437430"),
        ("012345678", "code:id", "012345678"),
        ("012.345.678", "code:id", "012345678"),
        ("01. 003", "code:rank", "01.003"),
        ("01a.003", "code:rank", "01a.003"),
        ("0124103185", "code:bhxh", "0124103185"),
        ("CH 4 01 0161880227", "code:bhyt", "CH4010161880227"),
        ("215/QĐ-SNV", "code:document_number", "215/QĐ-SNV"),
        ("CB-7038", "code", "CB-7038"),
        ("4,06", "decimal", "4.06"),
        ("4 , 06", "decimal", "4.06"),
        ("3.00", "decimal", "3.00"),
        ("Không", "decimal|word", "Không"),
        ("0,25", "decimal|word", "0.25"),
        ("85%", "percent", "85"),
        ("5,5 %", "percent", "5.5"),
        ("5.340.000", "number", "5340000"),
        ("5 340 000 đồng", "number", "5340000"),
        ("5340000", "number", "5340000"),
        ("0955.579.052", "phone", "0955579052"),
        ("(024) 3825 1234", "phone", "02438251234"),
        ("+84 955 579 052", "phone", "+84955579052"),
        ("X", "check", "có"),
        ("☐", "check", "không"),
    ],
)
def test_a_text_that_fits_has_a_value_without_doubt(text: str, spelled: str, value: Value) -> None:
    assert _value(text, spelled) == value


@pytest.mark.parametrize(("text", "at"), [("1.17510758", (0, 2)), ("11751075.8", (8, 10))])
def test_a_point_within_a_card_number_that_parts_no_groups_is_odd(text: str, at: tuple[int, ...]) -> None:
    found = normalise(text, parse_type("code:id"), _LISTS)
    assert (found.value, found.doubts) == ("117510758", (Doubt(ODD_CHARACTERS, tuple(range(*at))),))


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("31/02/1990", "date"),
        ("nạy", "date"),
        ("07/03/92", "date"),
        ("không", "date"),
        ("2010", "period"),
        ("0010854374", "code:id"),
        ("00108543743O", "code:id"),
        ("01003", "code:rank"),
        ("01,003", "code:rank"),
        ("012410318", "code:bhxh"),
        ("4010161880227", "code:bhyt"),
        ("406", "decimal"),
        ("4,0б", "decimal"),
        ("không", "decimal"),
        ("0,2 và 0,3", "decimal|word"),
        ("120%", "percent"),
        ("5.34.000", "number"),
        ("không", "number"),
        ("12345", "phone"),
        ("?", "check"),
        ("cuối năm", "text:rating_period"),
    ],
)
def test_what_does_not_fit_has_a_doubt_and_no_value(text: str, spelled: str) -> None:
    assert _doubts(text, spelled) == (None, (Doubt(WRONG_TYPE),))


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("bậc", "text:grade"),
        ("1m", "text:height"),
        ("m", "text:height"),
        ("1,6", "text:height"),
        ("kg", "text:weight"),
        ("27", "text:weight"),
    ],
)
def test_what_a_form_prints_around_a_figure_is_not_the_figure(text: str, spelled: str) -> None:
    value, (doubt,) = _doubts(text, spelled)
    assert (value, doubt.code) == (text, WRONG_TYPE)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("bậc 6", "text:grade"),
        ("Bậc III", "text:grade"),
        ("1m65", "text:height"),
        ("1,54 m", "text:height"),
        ("60", "text:weight"),
        ("105 kg", "text:weight"),
    ],
)
def test_grades_heights_and_weights_with_their_figures_are_taken_as_written(text: str, spelled: str) -> None:
    assert _value(text, spelled) == text


def test_a_lost_mark_is_doubted_where_it_stands() -> None:
    assert _doubts("Mương", "list:ethnicity") == (None, (Doubt(NOT_IN_LIST, (2,)),))
    assert _doubts("Kİnh", "list:ethnicity") == (None, (Doubt(NOT_IN_LIST, (1,)),))


def test_what_is_in_no_list_is_doubted_as_a_whole() -> None:
    assert _doubts("Sao Hoả", "list:ethnicity") == (None, (Doubt(NOT_IN_LIST),))


def test_a_well_built_rank_code_that_nobody_knows_keeps_its_value() -> None:
    assert _doubts("99.999", "code:rank") == ("99.999", (Doubt(NOT_IN_LIST),))
    assert _doubts("V.99.03.29", "code:rank") == ("V.99.03.29", (Doubt(NOT_IN_LIST),))


def test_digits_and_specks_in_a_name_are_doubted_but_kept() -> None:
    assert _doubts("NGUYỄN V4N MẪU|", "name") == ("NGUYỄN V4N MẪU|", (Doubt(ODD_CHARACTERS, (8, 14)),))


def test_specks_in_a_code_are_doubted_but_kept() -> None:
    assert _doubts("CB~703", "code") == ("CB~703", (Doubt(ODD_CHARACTERS, (2,)),))
    assert _doubts("huyện Cần Giờ", "code") == (None, (Doubt(WRONG_TYPE),))


@given(text=st.text(max_size=30), kind=st.sampled_from(_TYPES))
def test_any_text_gives_a_value_or_a_doubt(text: str, kind: FieldType) -> None:
    found = normalise(text, kind, _LISTS)
    assert all(0 <= place < len(text) for doubt in found.doubts for place in doubt.at)
    if found.value is None and text.strip() and kind.kind is not Kind.DATE:
        assert found.doubts


@pytest.mark.parametrize("code", [NOT_IN_LIST, WRONG_TYPE, ODD_CHARACTERS])
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_doubt_has_a_sentence(code: str, language: str) -> None:
    assert messages.sentence(code, {}, language=language).endswith(".")
