"""A working life as the record tells it: stretches, gaps, decisions, and what cannot be placed in time."""

from __future__ import annotations

from datetime import date

from hrdigitize.domain.career import Gap, life_of
from hrdigitize.domain.reading import Period, State, Value
from hrdigitize.domain.record import Answer, FieldPath


def said(*rows: tuple[str, int, str, str, Value]) -> dict[FieldPath, Answer]:
    return {
        FieldPath(column, table, row): Answer(State.VALUE, text, value)
        for table, row, column, text, value in rows
    }


def post(row: int, text: str, start: str, end: str | None) -> dict[FieldPath, Answer]:
    return said(
        ("career", row, "period", f"{start}-{end}", Period(start, end)),
        ("career", row, "description", text, text),
    )


def test_posts_stand_in_the_order_of_time_and_the_gap_between_them_is_told() -> None:
    life = life_of(post(0, "Trưởng phòng", "2005-03", None) | post(1, "Chuyên viên", "1999-01", "2004-06"))
    assert [one.text for one in life.stretches["career"]] == ["Chuyên viên", "Trưởng phòng"]
    assert life.gaps == (Gap(date(2004, 6, 30), date(2005, 2, 28)),)
    assert life.gaps[0].months == 8
    assert life.between(date(2026, 1, 1)) == (date(1999, 1, 1), date(2026, 1, 1))


def test_a_post_that_still_goes_on_leaves_no_gap_behind_it() -> None:
    life = life_of(post(0, "A", "1999-01", None) | post(1, "B", "2010-01", "2011-01"))
    assert life.gaps == ()


def test_a_longer_earlier_post_covers_what_lies_between() -> None:
    long, short, last = post(0, "A", "1999", "2010"), post(1, "B", "2001", "2002"), post(2, "C", "2011", None)
    assert life_of(long | short | last).gaps == ()


def test_a_row_whose_time_is_unclear_is_counted_and_not_dropped_in_silence() -> None:
    unclear = said(("career", 0, "period", "hồi trẻ", None), ("career", 0, "description", "Bộ đội", "Bộ đội"))
    life = life_of(unclear | post(1, "B", "2001", "2002"))
    assert (len(life.stretches["career"]), life.untold) == (1, 1)


def test_decisions_stand_at_the_day_from_which_they_count() -> None:
    life = life_of(
        said(
            ("decisions", 0, "issued_on", "01/02/2010", "2010-02-01"),
            ("decisions", 0, "effective_on", "01/03/2010", "2010-03-01"),
            ("decisions", 0, "kind", "Bổ nhiệm", "Bổ nhiệm"),
        )
    )
    (event,) = life.events
    assert (event.on.iso(), event.text) == ("2010-03-01", "Bổ nhiệm")


def test_nothing_told_is_no_life() -> None:
    assert life_of({}).between(date(2026, 1, 1)) is None
