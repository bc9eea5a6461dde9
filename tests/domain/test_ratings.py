"""The period of a rating: a year, a quarter or a month, in one style; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.ratings import RatingPeriod, parse_rating_period


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024", "2024"),
        (" Năm  2024. ", "2024"),
        ("2025-Q1", "2025-Q1"),
        ("2025 q4", "2025-Q4"),
        ("Quý I/2025", "2025-Q1"),
        ("QUÝ III năm 2025", "2025-Q3"),
        ("quý 4 - 2025", "2025-Q4"),
        ("Q2/2025", "2025-Q2"),
        ("2026-03", "2026-03"),
        ("3/2026", "2026-03"),
        ("03.2026", "2026-03"),
        ("tháng 3 năm 2026", "2026-03"),
        ("Tha\u0301ng 12/2026", "2026-12"),
    ],
)
def test_a_period_has_one_code_however_it_is_written(text: str, code: str) -> None:
    found = parse_rating_period(text)
    assert found is not None
    assert found.code() == code
    assert parse_rating_period(found.code()) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hôm qua",
        "2026-13",
        "13/2026",
        "quý 5/2025",
        "quý 0/2025",
        "2025-Q",
        "1899",
        "24",
        "06/07/2024",
        "2024-2025",
        "9" * 5000,
    ],
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_rating_period(text) is None


@pytest.mark.parametrize(
    ("period", "last"),
    [
        (RatingPeriod(2024), date(2024, 12, 31)),
        (RatingPeriod(2024, quarter=1), date(2024, 3, 31)),
        (RatingPeriod(2024, month=2), date(2024, 2, 29)),
    ],
)
def test_a_period_ends_on_its_last_day(period: RatingPeriod, last: date) -> None:
    assert period.latest() == last


@given(st.text())
def test_any_text_is_a_period_of_one_code_or_none(text: str) -> None:
    found = parse_rating_period(text)
    assert found is None or parse_rating_period(found.code()) == found
