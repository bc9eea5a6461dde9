"""Which backups stay: the newest of each of seven days and of each of five weeks (RELIABILITY.md 4.12)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

_DAYS, _WEEKS = 7, 5


@dataclass(frozen=True, slots=True, order=True)
class Generation:
    """A backup: its number, which only grows whatever the clock says, and the day on which it was made."""

    number: int
    made_on: date


def kept(generations: Iterable[Generation]) -> frozenset[Generation]:
    """Those that stay; the newest always does."""
    newest_first = sorted(generations, reverse=True)
    daily = _newest_of_each(newest_first, _DAYS, lambda one: one.made_on)
    weekly = _newest_of_each(newest_first, _WEEKS, lambda one: one.made_on.isocalendar()[:2])
    return frozenset({*daily, *weekly})


def _newest_of_each(
    newest_first: Sequence[Generation], most: int, period_of: Callable[[Generation], Hashable]
) -> list[Generation]:
    found: dict[Hashable, Generation] = {}
    for generation in newest_first:
        if len(found) < most:
            found.setdefault(period_of(generation), generation)
    return list(found.values())
