"""The period that a quality rating is about: a year, a quarter or a month (KL 198-KL/TW, NĐ 335/2025)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from hrdigitize.domain.dates import FIRST_YEAR, LAST_YEAR
from hrdigitize.domain.vietnamese import folded, one_spaced

_YEAR = r"(?P<year>[0-9]{4})"
_QUARTER = r"(?P<quarter>[1-4]|i{1,3}|iv)"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_OF = r"(?:,? nam | ?[-/.,] ?| )"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:nam )?{_YEAR}",
        rf"{_YEAR} ?-? ?q{_QUARTER}",
        rf"(?:quy |q){_QUARTER}{_OF}{_YEAR}",
        rf"{_YEAR}-{_MONTH}",
        rf"(?:thang )?{_MONTH} ?[-/.] ?{_YEAR}",
        rf"thang {_MONTH}{_OF}{_YEAR}",
    )
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class RatingPeriod:
    """A year; with quarter or month (never both), that part of it."""

    year: int
    quarter: int | None = None
    month: int | None = None

    def code(self) -> str:
        """In one style: 2024, 2025-Q1, 2026-03."""
        if self.quarter is not None:
            return f"{self.year:04d}-Q{self.quarter}"
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"

    def latest(self) -> date:
        """Its last day."""
        month = self.month or 3 * (self.quarter or 4)
        return date(self.year, month, calendar.monthrange(self.year, month)[1])


def parse_rating_period(text: str) -> RatingPeriod | None:
    """The period that a text names, as `RatingPeriod.code` or as people write it ("Quý I/2025", "3/2026").

    None where it names none: nothing is guessed.
    """
    plain = folded(one_spaced(text)).rstrip(" .,;")
    for pattern in _PATTERNS:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        parts = found.groupdict()
        year, quarter, month = int(parts["year"]), parts.get("quarter"), parts.get("month")
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        which = _ROMAN.get(quarter) or int(quarter) if quarter else None
        return RatingPeriod(year, which, int(month) if month else None)
    return None
