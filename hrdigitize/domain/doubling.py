"""Pages that were scanned twice: nearly the same words at nearly the same places, and nothing against it.

Noise, a turn and misread letters make two scans of one sheet differ; another copy of the same form, next
year's review and another person's degree differ in words that both scans read surely.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from statistics import median

from hrdigitize.domain.page import PageReading
from hrdigitize.domain.vietnamese import folded

#: Places are kept in tenths of a millimetre.
_UNITS_PER_INCH = 254
#: Two words are at one place within this distance, once the two pages are laid on each other.
_ACROSS, _DOWN = 40, 25
#: A page with fewer words says too little.
_FEWEST_WORDS = 12
#: This share of the words of either page must stand on the other, and of those at one place at most this
#: share may differ; of words that both read surely next to none.
_COMMON, _DIFFERING = 0.8, 0.06
_SURE = 85
_SURE_AGAINST = 0.004
#: Below this likeness two words are others, not misreadings of each other.
_SLIP = 0.6
#: Words that stand on this many pages of a batch say nothing about which two are doubles.
_RARE = 4
_LEAST_RARE_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word of a page: its letters without marks, its place, how surely it was read (0..100)."""

    text: str
    x: int
    y: int
    sure: int


#: What is kept of a page: its words and where they stand.
Spots = tuple[_Spot, ...]


def imprint(reading: PageReading) -> bytes:
    """What is kept of a page to know it again; empty for one with too few words."""
    scale = _UNITS_PER_INCH / reading.dpi
    spots = [
        f"{round(x * scale)} {round(y * scale)} {round(100 * word.confidence)} {text}"
        for line in reading.lines
        for word in line.words
        if (text := _letters(word.text))
        for x, y in (word.box.centre,)
    ]
    return zlib.compress("\n".join(spots).encode("utf-8")) if len(spots) >= _FEWEST_WORDS else b""


def doubled(imprints: Mapping[int, bytes]) -> dict[int, int]:
    """Pages by number that are doubles, each with the earliest page that it repeats."""
    return dict(_doubled(tuple(sorted(imprints.items()))))


@lru_cache(maxsize=4)
def _doubled(imprints: tuple[tuple[int, bytes], ...]) -> tuple[tuple[int, int], ...]:
    """Remembered, for every document of a batch is looked at in turn."""
    pages = {number: _spots(kept) for number, kept in imprints if kept}
    found: dict[int, int] = {}
    for one, other in sorted(_candidates(pages)):
        first = found.get(one, one)
        if other not in found and same_sheet(pages[one], pages[other]):
            found[other] = first
    return tuple(found.items())


def same_sheet(one: Spots, other: Spots) -> bool:
    """Whether two pages are scans of one sheet."""
    laid = _laid_on(one, other)
    if laid is None:
        return False
    pairs = _paired(laid, other)
    same = sum(_likeness(a.text, b.text) >= _SLIP for a, b in pairs)
    if same < _COMMON * max(len(one), len(other)):
        return False
    others = [(a, b) for a, b in pairs if _are_others(a.text, b.text)]
    surely = sum(min(a.sure, b.sure) >= _SURE for a, b in others)
    return len(others) <= _DIFFERING * len(pairs) and surely <= _SURE_AGAINST * len(pairs)


def _candidates(pages: Mapping[int, Spots]) -> set[tuple[int, int]]:
    """Pairs that share many of the words that stand on few pages: only those are compared word by word."""
    where: dict[str, set[int]] = defaultdict(set)
    for number, spots in pages.items():
        for spot in spots:
            where[spot.text].add(number)
    rare = {text: numbers for text, numbers in where.items() if len(numbers) <= _RARE}
    shared: Counter[tuple[int, int]] = Counter()
    of_page: Counter[int] = Counter()
    for numbers in rare.values():
        of_page.update(numbers)
        shared.update((one, other) for one in numbers for other in numbers if one < other)
    return {
        (one, other)
        for (one, other), count in shared.items()
        if count >= _LEAST_RARE_SHARE * min(of_page[one], of_page[other])
    }


def _laid_on(one: Spots, other: Spots) -> Spots | None:
    """The first page as it lies on the second, by the words that stand on both once; None for too few."""
    there = {spot.text: spot for spot in _unique(other)}
    pairs = [(spot, there[spot.text]) for spot in _unique(one) if spot.text in there]
    if len(pairs) < _FEWEST_WORDS // 2:
        return None
    across = _line([(a.x, b.x) for a, b in pairs])
    down = _line([(a.y, b.y) for a, b in pairs])
    return tuple(
        _Spot(spot.text, round(across[0] * spot.x + across[1]), round(down[0] * spot.y + down[1]), spot.sure)
        for spot in one
    )


def _line(points: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Scale and shift, by the middle of what pairs of points say: a few wrong ones do not count."""
    ordered = sorted(points)
    half = len(ordered) // 2
    slopes = [
        (b[1] - a[1]) / (b[0] - a[0])
        for a, b in zip(ordered[:half], ordered[half:], strict=False)
        if b[0] - a[0] > _ACROSS
    ]
    scale = median(slopes) if slopes else 1.0
    return scale, median(y - scale * x for x, y in ordered)


def _unique(spots: Spots) -> Iterator[_Spot]:
    counts = Counter(spot.text for spot in spots)
    return (spot for spot in spots if counts[spot.text] == 1)


def _paired(one: Spots, other: Spots) -> list[tuple[_Spot, _Spot]]:
    """Words at one place, each taken once."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, spot in enumerate(other):
        cells[spot.x // _ACROSS, spot.y // _DOWN].append(n)
    taken: set[int] = set()
    pairs: list[tuple[_Spot, _Spot]] = []
    for spot in one:
        near = [n for n in _near(cells, spot) if n not in taken and _at_one_place(spot, other[n])]
        best = max(near, key=lambda n: _likeness(spot.text, other[n].text), default=None)
        if best is not None:
            taken.add(best)
            pairs.append((spot, other[best]))
    return pairs


def _near(cells: Mapping[tuple[int, int], list[int]], spot: _Spot) -> Iterator[int]:
    column, row = spot.x // _ACROSS, spot.y // _DOWN
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            yield from cells.get((x, y), ())


def _at_one_place(one: _Spot, other: _Spot) -> bool:
    return abs(one.x - other.x) <= _ACROSS and abs(one.y - other.y) <= _DOWN


def _are_others(one: str, other: str) -> bool:
    """Whether two words at one place say different things; figures differ by a single one."""
    figures = [sign for sign in one if sign.isdecimal()], [sign for sign in other if sign.isdecimal()]
    return _likeness(one, other) < _SLIP or (bool(figures[0] and figures[1]) and figures[0] != figures[1])


def _likeness(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _letters(text: str) -> str:
    return "".join(sign for sign in folded(text) if sign.isalnum())


def _spots(kept: bytes) -> Spots:
    found = []
    for line in zlib.decompress(kept).decode("utf-8").splitlines():
        x, y, sure, text = line.split(" ", 3)
        found.append(_Spot(text, int(x), int(y), int(sure)))
    return tuple(found)
