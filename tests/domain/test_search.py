"""Queries, filters and snippets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdigitize.domain.record import CadreId
from hrdigitize.domain.search import Filters, Query, Summary, born_of_ages, snippet

_ONE = Summary(
    cadre=CadreId("c"),
    name="Nguyễn Thị Ước",
    birth_date="1970-07-06",
    units=("Uỷ ban nhân dân xã Suối Trong", "Sở Nội vụ"),
    sex="Nữ",
    ethnicity="Ê đê",
    party=True,
    ranks=("01.003", "Chuyên viên"),
    qualifications=("Đại học Luật",),
    documents=frozenset({"party-001"}),
)


def test_a_query_knows_words_marks_and_whether_the_last_goes_on() -> None:
    query = Query.parse("Nguyễn văn A")
    assert (query.words, query.plain, query.open_ended) == (
        ("nguyễn", "văn", "a"),
        ("nguyen", "van", "a"),
        True,
    )
    assert query.has_marks
    assert not Query.parse("nguyen van ").has_marks
    assert not Query.parse("nguyen van ").open_ended
    assert Query.parse(' "*" ') == Query((), open_ended=False)
    assert len(Query.parse("a " * 500).words) == 12


def test_digits_may_be_an_id_number() -> None:
    assert Query.parse("079 170").number == "079170"
    assert Query.parse("07").number == ""
    assert Query.parse("079a").number == ""
    assert Query.parse("٠٧٩").number == ""


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        (Filters(), True),
        (Filters(unit="suoi trong"), True),
        (Filters(unit="noi vu"), True),
        (Filters(unit="trong suối"), False),
        (Filters(sex="nữ"), True),
        (Filters(sex="Nam"), False),
        (Filters(ethnicity="Ê-đê"), True),
        (Filters(ethnicity="Kinh"), False),
        (Filters(party=True), True),
        (Filters(party=False), False),
        (Filters(rank="01003"), True),
        (Filters(rank="chuyên viên"), True),
        (Filters(rank="chuyên viên chính"), False),
        (Filters(qualification="luat"), True),
        (Filters(qualification="dai hoc su pham"), False),
        (Filters(missing=("party-005",)), True),
        (Filters(missing=("party-005", "party-001")), False),
        (Filters(unit="suoi trong", sex="nữ", party=True, missing=("party-005",)), True),
        (Filters(unit="suoi trong", sex="nam", party=True), False),
    ],
)
def test_a_filter_lets_through_what_is_true_of_a_cadre(filters: Filters, fits: bool) -> None:
    assert filters.fit(_ONE) is fits


@pytest.mark.parametrize(
    ("birth_date", "first", "last", "fits"),
    [
        ("1970-07-06", date(1970, 7, 6), date(1970, 7, 6), True),
        ("1970-07-06", date(1970, 7, 7), None, False),
        ("1970-07-06", None, date(1970, 7, 5), False),
        ("1970", date(1970, 12, 31), None, True),
        ("1970", None, date(1970, 1, 1), True),
        ("1970", date(1971, 1, 1), None, False),
        ("1970-02", date(1970, 2, 28), date(1970, 2, 28), True),
        ("1970-02", date(1970, 3, 1), None, False),
        ("", None, date(2000, 1, 1), False),
    ],
)
def test_who_may_be_born_then_is_found(
    birth_date: str, first: date | None, last: date | None, fits: bool
) -> None:
    assert Filters(born_from=first, born_to=last).fit(replace(_ONE, birth_date=birth_date)) is fits


def test_birthdays_of_those_who_have_an_age_today() -> None:
    assert born_of_ages(55, 60, date(2026, 11, 26)) == (date(1965, 11, 27), date(1971, 11, 26))
    assert born_of_ages(None, None, date(2026, 11, 26)) == (None, None)
    # Who was born on 29 February is a year older on 1 March.
    assert born_of_ages(27, 27, date(2027, 2, 28)) == (date(1999, 3, 1), date(2000, 2, 28))
    assert born_of_ages(27, 27, date(2028, 2, 29)) == (date(2000, 3, 1), date(2001, 2, 28))


def test_a_snippet_shows_where_the_text_says_it() -> None:
    text = "Căn cứ Luật Cán bộ, công chức; " * 5 + "bổ nhiệm bà Hoà\ngiữ chức vụ " + "kế toán " * 20
    found = snippet(text, Query.parse("hòa"))
    assert found.startswith("…") and found.endswith("…")
    assert "bổ nhiệm bà Hoà giữ chức vụ" in found
    assert snippet("không có gì", Query.parse("hòa")) == ""
