"""Waits grow with each wrong passphrase, and no clock shortens them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hrdigitize.domain.lockout import Attempts
from tests.conftest import TellFigure

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)


def failed(times: int) -> Attempts:
    attempts = Attempts()
    for _ in range(times):
        attempts = attempts.after_failure(NOW)
    return attempts


@pytest.mark.parametrize(
    ("times", "seconds"), [(0, 0), (1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (9, 60), (10, 900), (500, 900)]
)
def test_waits_grow_from_a_second_to_a_quarter_of_an_hour(times: int, seconds: int) -> None:
    assert failed(times).wait_left(NOW) == timedelta(seconds=seconds)
    assert failed(times).wait_left(NOW + timedelta(seconds=seconds)) == timedelta()


def test_a_clock_set_back_waits_the_whole_time_again_and_not_for_years() -> None:
    back = datetime(2009, 1, 1, tzinfo=UTC)
    rebased = failed(10).rebased(back)
    assert rebased.failed == 10
    assert rebased.wait_left(back) == timedelta(minutes=15)
    assert rebased.wait_left(back + timedelta(minutes=15)) == timedelta()
    assert failed(10).rebased(NOW + timedelta(minutes=5)) == failed(10)


def test_a_thousand_attempts_come_to_no_more_than_sixty_an_hour(tell_figure: TellFigure) -> None:
    attempts, now, times = Attempts(), NOW, []
    for _ in range(1000):
        now += attempts.wait_left(now)
        attempts = attempts.after_failure(now)
        times.append(now)
    most = max(sum(start <= one < start + timedelta(hours=1) for one in times) for start in times)
    tell_figure(f"E1 most of 1,000 attempts within an hour: {most}")
    assert most <= 60
