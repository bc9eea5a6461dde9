"""Dates and periods in every style of the forms, and nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.dates import PartialDate, is_now, parse_date, parse_iso, parse_period
from hrdigitize.domain.reading import Period

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_DAY_STYLES = (
    "{d}/{m}/{y}",
    "{d:02}/{m:02}/{y}",
    "{d} / {m} / {y}",
    "{d:02}-{m:02}-{y}",
    "{d}.{m}.{y}",
    "ngày {d} tháng {m} năm {y}",
    "{d:02} tháng {m:02} năm {y}",
    "{d:02}, tháng {m:02}, năm {y}",
    "Ngày {d:02} tháng {m}/{y}",
)
_MONTH_STYLES = ("{m}/{y}", "{m:02}/{y}", "{m:02} - {y}", "tháng {m} năm {y}", "tháng {m}/{y}", "{m}.{y}")
_YEAR_STYLES = ("{y}", "năm {y}")
_PERIOD_STYLES = ("{}-{}", "{} - {}", "{} – {}", "{}—{}", "{} đến {}", "Từ {} đến {}", "từ {} - đến {}")


def _mixed_case(text: str, *, upper: bool) -> str:
    return text.upper() if upper else text


@given(day=_DAYS, style=st.sampled_from(_DAY_STYLES), upper=st.booleans())
def test_a_day_in_any_style_is_that_day(day: date, style: str, upper: bool) -> None:
    text = _mixed_case(style.format(d=day.day, m=day.month, y=day.year), upper=upper)
    assert parse_date(text) == PartialDate(day.year, day.month, day.day)


@given(day=_DAYS, style=st.sampled_from(_MONTH_STYLES), upper=st.booleans())
def test_a_month_stays_a_month(day: date, style: str, upper: bool) -> None:
    text = _mixed_case(style.format(m=day.month, y=day.year), upper=upper)
    assert parse_date(text) == PartialDate(day.year, day.month)


@given(year=st.integers(1900, 2100), style=st.sampled_from(_YEAR_STYLES))
def test_a_year_stays_a_year(year: int, style: str) -> None:
    assert parse_date(style.format(y=year)) == PartialDate(year)


@given(
    year=st.integers(1900, 2100),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 28),
)
def test_iso_comes_back(year: int, month: int | None, day: int | None) -> None:
    made = PartialDate(year, month, day if month else None)
    assert parse_iso(made.iso()) == made
    assert made.earliest() <= made.latest()


@given(st.text(alphabet="0123456789/-. thángnăy", max_size=24))
def test_whatever_is_read_is_a_date_of_the_calendar(text: str) -> None:
    found = parse_date(text)
    if found is not None:
        assert parse_iso(found.iso()) == found
        assert str(found.year) in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/1990",
        "29/02/1900",
        "00/00/1990",
        "13/1990",
        "07/03/92",
        "92",
        "1899",
        "2101",
        "07/03-1992",
        "07/03/1992 (âm lịch)",
        "khoảng năm 1992",
        "tháng giêng năm 1990",
        "1 1/03/1992",
        "nay",
        "không",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert parse_date(text) is None


def test_misread_marks_on_the_printed_words_do_no_harm() -> None:
    assert parse_date("07 thảng 03 nãm 1992") == PartialDate(1992, 3, 7)


def test_precision_decides_how_far_a_date_reaches() -> None:
    assert PartialDate(1992, 2).earliest() == date(1992, 2, 1)
    assert PartialDate(1992, 2).latest() == date(1992, 2, 29)
    assert PartialDate(1992).latest() == date(1992, 12, 31)


@pytest.mark.parametrize(("month", "day"), [(None, 3), (2, 30), (13, 1)])
def test_a_day_that_never_was_cannot_be_made(month: int | None, day: int) -> None:
    with pytest.raises(ValueError):
        PartialDate(1990, month, day)


@pytest.mark.parametrize("value", [None, "", "1992-3", "07/03/1992", "1992-02-31", Period("1992", None)])
def test_only_iso_is_iso(value: object) -> None:
    assert parse_iso(value) is None


_PARTS = st.tuples(
    _DAYS, st.sampled_from((*_DAY_STYLES[:5], *_MONTH_STYLES, *_YEAR_STYLES)), st.integers(0, 1)
)


def _written(day: date, style: str) -> tuple[str, str]:
    text = style.format(d=day.day, m=day.month, y=day.year)
    found = parse_date(text)
    assert found is not None
    return text, found.iso()


@given(start=_PARTS, end=_PARTS, style=st.sampled_from(_PERIOD_STYLES[1:]))
def test_a_period_is_its_two_dates(
    start: tuple[date, str, int], end: tuple[date, str, int], style: str
) -> None:
    (from_text, from_iso), (to_text, to_iso) = _written(*start[:2]), _written(*end[:2])
    found = parse_period(style.format(from_text, to_text))
    assert found == Period(from_iso, to_iso)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("09/2010-06/2014", "2010-09", "2014-06"),
        ("9/1988 đến 6/1992", "1988-09", "1992-06"),
        ("Từ 09/2010 đến nay", "2010-09", None),
        ("02/2023-nay", "2023-02", None),
        ("02/2023 - Đến nay", "2023-02", None),
        ("2010 - 2014", "2010", "2014"),
        ("09/2010 – 06/2014", "2010-09", "2014-06"),
        ("09/2010—06/2014", "2010-09", "2014-06"),
        ("05-2004 - 11-2007", "2004-05", "2007-11"),
        ("05-2004-11-2007", "2004-05", "2007-11"),
        ("Từ tháng 9 năm 2010 đến tháng 6 năm 2014", "2010-09", "2014-06"),
        ("1/9/2010-30/6/2014", "2010-09-01", "2014-06-30"),
        ("06/2014-09/2010", "2014-06", "2010-09"),
    ],
)
def test_periods_as_forms_write_them(text: str, start: str, end: str | None) -> None:
    assert parse_period(text) == Period(start, end)


@pytest.mark.parametrize(
    "text", ["", "2010", "09/2010", "09/2010 06/2014", "nay - 2010", "2010-", "9-12/2010", "1988-1992-1995"]
)
def test_half_a_period_is_none(text: str) -> None:
    assert parse_period(text) is None


def test_nay_is_an_end_without_a_date() -> None:
    assert is_now("nay")
    assert is_now("Đến nay")
    assert not is_now("ngày nay năm ngoái")
