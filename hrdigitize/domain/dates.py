"""Dates as forms give them: a day, a month or only a year, with nothing guessed.

A date keeps the precision of the paper: "1992" never becomes the first of January.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from hrdigitize.domain.reading import Period
from hrdigitize.domain.vietnamese import folded, one_spaced

#: Years that can stand in a cadre dossier; anything else is a misreading.
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date known to the day, the month or the year. ValueError for a day that never was."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"the year {self.year} cannot stand in a dossier")
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def iso(self) -> str:
        """ISO 8601 with the precision known: 1970-07-06, 1970-07 or 1970."""
        known = (part for part in (self.month, self.day) if part is not None)
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in known)])

    def earliest(self) -> date:
        """The first day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day that it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def surely_before(self, other: PartialDate) -> bool:
        """Whether it lies before the other date whatever days the two may mean."""
        return self.latest() < other.earliest()

    def months_until(self, other: PartialDate) -> int | None:
        """Whole months by the calendar from this date to the other; None where a month is not known."""
        if self.month is None or other.month is None:
            return None
        return (other.year - self.year) * 12 + other.month - self.month


def surely_younger(birth: PartialDate, when: PartialDate, years: int) -> bool:
    """Whether a person born then had not reached the age yet, whatever days the two dates may mean."""
    return when.latest() < _birthday(birth.earliest(), years)


def surely_older(birth: PartialDate, when: PartialDate, years: int) -> bool:
    """Whether a person born then had passed the age already, whatever days the two dates may mean."""
    return when.earliest() >= _birthday(birth.latest(), years + 1)


def _birthday(born: date, years: int) -> date:
    """The day on which an age is reached: who was born on 29 February waits for 1 March."""
    if (born.month, born.day) == (2, 29) and not calendar.isleap(born.year + years):
        return date(born.year + years, 3, 1)
    return born.replace(year=born.year + years)


# Patterns work on text without marks and case: the printed words "ngày", "tháng", "năm" carry no
# value, so their misread marks do no harm, and digits stay as they are.
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]{4})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:ngay ?)?{_DAY} ?(?P<mark>[-/.]) ?{_MONTH} ?(?P=mark) ?{_YEAR}",
        rf"(?:thang ?)?{_MONTH} ?[-/.] ?{_YEAR}",
        rf"(?:nam ?)?{_YEAR}",
        rf"(?:ngay ?)?(?:m[uo]ng ?)?{_DAY}[,.]? ?thang ?{_MONTH}(?:[,.]? ?nam ?| ?[-/.] ?){_YEAR}",
        rf"(?:ngay ?)?thang ?{_MONTH}[,.]? ?nam ?{_YEAR}",
        rf"ngay ?thang ?nam ?{_YEAR}",
    )
)
_DASHES = str.maketrans("‐‑‒–—−", "------")
_NOW = frozenset({"nay", "hien nay", "den nay", "hien tai"})
_BETWEEN = re.compile(r"-|\b(?:den|toi)\b")
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def _plain(text: str) -> str:
    """One case, one dash, no marks, single spaces, no closing punctuation."""
    return one_spaced(folded(one_spaced(text)).translate(_DASHES)).rstrip(" .,;")


def parse_date(text: str) -> PartialDate | None:
    """The date a text states, in any of the styles of the forms; None where it states none.

    Spaces of an engine around the separators are tolerated. A year of two digits, a day that is in
    no calendar and anything left over beside the date give None: nothing is guessed.
    """
    plain = _plain(text)
    for pattern in _PATTERNS:
        found = pattern.fullmatch(plain)
        if found is not None:
            parts = found.groupdict()
            return _made(parts["year"], parts.get("month"), parts.get("day"))
    return None


def parse_iso(value: object) -> PartialDate | None:
    """The date written by `PartialDate.iso`; None for anything else, whatever its type."""
    found = _ISO.fullmatch(value) if isinstance(value, str) else None
    return _made(*found.groups()) if found is not None else None


def _made(year: str, month: str | None, day: str | None) -> PartialDate | None:
    try:
        return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError:
        return None


def is_now(text: str) -> bool:
    """Whether a text says "nay" (until now), which is an end without a date."""
    return _plain(text) in _NOW


def parse_period(text: str) -> Period | None:
    """The period a text states ("09/2010-06/2014", "Từ 9/1988 đến 6/1992", "02/2023 - nay").

    None where it states none. Dashes may also stand within the dates: a date ends with its one year of
    four digits, so no text can be cut into two dates in two ways. Whether the end lies after the start
    is not asked here: that is for the rules, the paper's word is kept.
    """
    plain = _plain(text).removeprefix("tu ")
    for found in _BETWEEN.finditer(plain):
        period = _period(plain[: found.start()], plain[found.end() :])
        if period is not None:
            return period
    return None


def _period(before: str, after: str) -> Period | None:
    start = parse_date(before.strip(" -"))
    if start is None:
        return None
    closing = after.strip(" -").removeprefix("den ")
    if closing in _NOW:
        return Period(start.iso(), None)
    end = parse_date(closing)
    return Period(start.iso(), end.iso()) if end is not None else None
