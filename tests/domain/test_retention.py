"""Seven days and five weeks of backups stay, the newest of each, whatever the clock did."""

from __future__ import annotations

from datetime import date, timedelta

from hrdigitize.domain.retention import Generation, kept

MONDAY = date(2026, 11, 2)


def test_one_of_each_of_seven_days_and_five_weeks_stays() -> None:
    daily = [Generation(number, MONDAY + timedelta(days=number)) for number in range(60)]
    stay = sorted(one.number for one in kept(daily))
    # Day 59 is a Friday: seven days back, and before them the Sundays that close a week.
    assert stay == [34, 41, 48, 53, 54, 55, 56, 57, 58, 59]


def test_of_one_day_the_newest_stays() -> None:
    same = [Generation(number, MONDAY) for number in range(1, 9)]
    assert kept(same) == {Generation(8, MONDAY)}


def test_the_newest_stays_though_the_clock_was_set_back() -> None:
    back = Generation(9, date(2009, 1, 1))
    assert back in kept([*(Generation(number, MONDAY) for number in range(1, 9)), back])
    assert kept([]) == frozenset()
