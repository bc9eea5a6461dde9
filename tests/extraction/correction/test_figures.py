"""Signs in figures come back only where one reading alone is possible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.extraction.correction import figures


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("22I12I1993", "22/12/1993"),
        ("8i1997", "8/1997"),
        ("7l9", "7/9"),
        ("9\u20449", "9/9"),
        ("02.007 2", "02.007/2"),
        ("khu vực I", "khu vực I"),
        ("B1", "B1"),
        ("1m61", "1m61"),
    ],
)
def test_a_slash_taken_for_a_letter_is_read_anew(read: str, meant: str) -> None:
    assert figures.with_slashes(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("ó/8/19óó", "6/8/1966"),
        ("0ó.031/1", "06.031/1"),
        ("3,óó", "3,66"),
        ("trồng cà phê ó0.000.000 đồng", "trồng cà phê 60.000.000 đồng"),
        ("năm 200ó.", "năm 2006."),
        ("ó tháng", "ó tháng"),
        ("có 3 con", "có 3 con"),
        ("Óc Eo, số 12", "Óc Eo, số 12"),
        ("A1ó", "A1ó"),
    ],
)
def test_a_six_that_read_as_a_letter_is_a_six_within_figures_alone(read: str, meant: str) -> None:
    assert figures.with_sixes(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("1211997", "12/1997"),
        ("111995", "1/1995"),
        ("41987", "4/1987"),
        ("2111111968", "21/11/1968"),
        ("25/0111998", "25/01/1998"),
        ("08:2001", "08-2001"),
        ("04:05:1954", "04-05-1954"),
        ("21 11 1968", "21/11/1968"),
        ("6 1999", "6/1999"),
        ("03/199 6", "03/1996"),
        ("23/1 1/2018", "23/11/2018"),
        ("6-4-2016 31", "6-4-2016"),
        # Nothing to mend, or no date comes of it: as it was.
        ("1311997", "1311997"),
        ("10:40-1983", "10:40-1983"),
        ("0124103185", "0124103185"),
        ("28/8/1972", "28/8/1972"),
        ("01.06.2016", "01.06.2016"),
        ("06 tháng 07 năm 1970", "06 tháng 07 năm 1970"),
        ("1990", "1990"),
        ("không", "không"),
        ("", ""),
    ],
)
def test_dates_come_apart_only_where_one_reading_is_possible(read: str, meant: str) -> None:
    assert figures.date(read) == meant


@given(st.dates(), st.sampled_from("/-."), st.booleans())
def test_a_date_that_is_whole_is_never_touched(day, sign, padded) -> None:  # type: ignore[no-untyped-def]
    written = f"{day:%d}{sign}{day:%m}{sign}{day:%Y}"
    if not padded:
        written = f"{day.day}{sign}{day.month}{sign}{day.year}"
    assert figures.date(written) == written


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("9/1988 - 611992", "9/1988 - 6/1992"),
        ("52002 - 12/2012", "5/2002 - 12/2012"),
        ("Từ 8/1997 đến 51998", "Từ 8/1997 đến 5/1998"),
        ("11/2011 05/2012", "11/2011 - 05/2012"),
        ("8/1997-5/1998", "8/1997-5/1998"),
        ("9/1990 - nay", "9/1990 - nay"),
        ("1980 - 1985", "1980 - 1985"),
    ],
)
def test_periods(read: str, meant: str) -> None:
    assert figures.period(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("06.0312", "06.031/2"),
        ("06.03113", "06.031/3"),
        ("06.031/14", "06.031/4"),
        ("06.03112", "06.03112"),
        ("15a.205", "15a.205"),
        ("06.031/12", "06.031/12"),
        ("năm 2012", "năm 2012"),
    ],
)
def test_a_step_comes_apart_from_its_rank_code(read: str, meant: str) -> None:
    assert figures.code_with_step(read) == meant


def test_coefficients() -> None:
    assert [figures.coefficient(text) for text in ("234", "1033", "2,34", "9")] == [
        "2,34",
        "10,33",
        "2,34",
        "9",
    ]


def test_the_sign_of_decimals_is_the_hands_own() -> None:
    assert figures.decimal_sign(["2,34", "2,67", "3.00", "x", "1990"]) == ","
    assert figures.decimal_sign(["2.34", "2.67"]) == "."
    assert figures.decimal_sign(["2,34"]) == figures.decimal_sign([]) == ""
    assert figures.with_decimal_sign("3.00", ",") == "3,00"
    assert figures.with_decimal_sign("3.00", ".") == figures.with_decimal_sign("3.00", "") == "3.00"
    assert figures.with_decimal_sign("01.003", ",") == "01.003"


def test_codes_by_their_lists() -> None:
    codes = ("01.003", "04.025", "15a.205")
    assert [
        figures.known_code(code, codes) for code in ("94.025", "15.205", "01.003", "01.999", "không")
    ] == [
        "04.025",
        "15a.205",
        "01.003",
        "01.999",
        "không",
    ]
    assert figures.only_number("/ŒŒCD: 001186164501") == "001186164501"
    assert figures.only_number("001186164501 001186164502") == "001186164501 001186164502"
    assert [figures.digits(text) for text in ("7l", "O5", "7 kg", "Il")] == ["71", "05", "7 kg", "Il"]


def test_a_number_in_two_groups_has_a_point() -> None:
    assert figures.code_in_two("43 3268", "") == "43.3268"
    assert figures.code_in_two("001 186164501", "id") == "001 186164501"
    assert figures.code_in_two("CB 7038", "") == "CB 7038"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Im65", "1m65"),
        ("lm /8", "1m 78"),
        ("101,000.000 đồng", "101.000.000 đồng"),
        ("101,000,000", "101,000,000"),
        ("12.5, 7.000", "12.5, 7.000"),
    ],
)
def test_heights_and_amounts(read: str, meant: str) -> None:
    assert figures.digits(read) == meant
