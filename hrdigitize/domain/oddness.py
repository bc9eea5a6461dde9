"""What in a column of values looks unlike the rest: another shape, length or year, a word nobody else has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from hrdigitize.domain.dates import parse_date

#: Of fewer values nobody can say what is usual among them.
_FEWEST = 5
#: A share above which something is the rule, and one up to which it is an exception.
_RULE, _EXCEPTION = 0.6, 0.1
#: Values of a list: so many different ones among all, at most.
_LISTED = 0.2
#: How many usual deviations away a value is odd, and the least distance that ever is.
_DEVIATIONS = 5
_FAR_YEARS, _FAR_SIGNS = 25, 6
#: Identity numbers have nine signs or twelve; so many figures stand for one person only.
_OWN_FIGURES = 9
#: Of dates written without a year of four figures nothing is said.
_DATED = 0.6


_PARTS = re.compile(r"\d|[^\W\d_]+|\s+|.")


class OddCode(StrEnum):
    """Why a value looks unlike the rest of its column."""

    TWICE = "twice"
    YEAR = "year"
    SHAPE = "shape"
    RARE = "rare"
    BLANK = "blank"
    LENGTH = "length"


_WEIGHTS = {
    OddCode.TWICE: 6,
    OddCode.YEAR: 5,
    OddCode.SHAPE: 4,
    OddCode.RARE: 3,
    OddCode.BLANK: 2,
    OddCode.LENGTH: 1,
}


@dataclass(frozen=True, slots=True)
class Oddness:
    """What is odd about one value, the weightiest first; score: 0 for nothing, larger is odder."""

    codes: tuple[OddCode, ...] = ()

    @property
    def score(self) -> int:
        return sum(_WEIGHTS[code] for code in self.codes)


def oddness(texts: Sequence[str]) -> tuple[Oddness, ...]:
    """Of each value of a column, in its order. "" is a blank."""
    found: list[list[OddCode]] = [[] for _ in texts]
    if len(texts) >= _FEWEST:
        for code, places in (
            (OddCode.TWICE, _twice(texts)),
            (OddCode.YEAR, _years_apart(texts)),
            (OddCode.SHAPE, _other_shapes(texts)),
            (OddCode.RARE, _rare(texts)),
            (OddCode.BLANK, _blanks(texts)),
            (OddCode.LENGTH, _other_lengths(texts)),
        ):
            for place in places:
                found[place].append(code)
    return tuple(Oddness(tuple(codes)) for codes in found)


def shape(text: str) -> str:
    """How a text is made: each figure a 9, words of one kind after each other one A or a, signs as they are.

    A: in capitals only.
    """
    words: list[str] = []
    for part in _PARTS.findall(text):
        kind = _kind(part)
        if kind in ("A", "a") and words[-2:] == [kind, " "]:
            words.pop()
        else:
            words.append(kind)
    return "".join(words)


def _kind(part: str) -> str:
    if part.isdigit():
        return "9"
    if part.isalpha():
        return "A" if part.isupper() else "a"
    return " " if part.isspace() else part


def _filled(texts: Sequence[str]) -> list[int]:
    return [place for place, text in enumerate(texts) if text]


def _twice(texts: Sequence[str]) -> list[int]:
    """Numbers that only one person can have, and two papers say."""
    figures = ["".join(sign for sign in text if sign.isdigit()) for text in texts]
    counted = Counter(one for one in figures if len(one) >= _OWN_FIGURES)
    return [place for place, one in enumerate(figures) if counted[one] > 1]


def _years_apart(texts: Sequence[str]) -> list[int]:
    dates = {place: parse_date(texts[place]) for place in _filled(texts)}
    years = {place: date.year for place, date in dates.items() if date is not None}
    if not years or len(years) < _DATED * len(dates):
        return []
    return _far(years, _FAR_YEARS)


def _other_lengths(texts: Sequence[str]) -> list[int]:
    return _far({place: len(texts[place]) for place in _filled(texts)}, _FAR_SIGNS)


def _far(amounts: dict[int, int], least: int) -> list[int]:
    """Where an amount lies far from the middle one, by the usual deviation from it."""
    if not amounts:
        return []
    middle = median(amounts.values())
    usual = median(abs(amount - middle) for amount in amounts.values())
    far = max(_DEVIATIONS * usual, least)
    return [place for place, amount in amounts.items() if abs(amount - middle) > far]


def _other_shapes(texts: Sequence[str]) -> list[int]:
    shapes = {place: shape(texts[place]) for place in _filled(texts)}
    counted = Counter(shapes.values())
    if not counted or counted.most_common(1)[0][1] < _RULE * len(shapes):
        return []
    return [place for place, one in shapes.items() if counted[one] <= _EXCEPTION * len(shapes)]


def _rare(texts: Sequence[str]) -> list[int]:
    """In a column of few different values: one that hardly anybody has."""
    places = _filled(texts)
    counted = Counter(texts[place] for place in places)
    if len(counted) > _LISTED * len(places):
        return []
    return [place for place in places if counted[texts[place]] <= _EXCEPTION * len(places) / 2]


def _blanks(texts: Sequence[str]) -> list[int]:
    blank = [place for place, text in enumerate(texts) if not text]
    return blank if len(blank) <= _EXCEPTION * len(texts) else []
