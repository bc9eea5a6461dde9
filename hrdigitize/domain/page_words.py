"""The words of a page where they stand, to be pointed at; `PageReading` has them for whoever reads fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import PageReading, TextLine

#: A word belongs to a box that holds this share of it.
_INSIDE = 0.5


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word in pixels of the kept page. row: which line across the upright page it stands on, from 0."""

    text: str
    box: Box
    row: int


def placed_words(reading: PageReading) -> tuple[PlacedWord, ...]:
    """All words of a page, row by row across the whole sheet, left to right.

    Rows go across columns and cells: whoever marks a box marks the column that he means.
    """
    rows = _rows([line for line in reading.lines if line.words])
    return tuple(
        PlacedWord(word.text, reading.to_kept(word.box), number)
        for number, row in enumerate(rows)
        for word in sorted((word for line in row for word in line.words), key=lambda word: word.box.x)
    )


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines side by side are one row."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.middle[1]):
        if rows and _is_beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_beside(first: TextLine, line: TextLine) -> bool:
    """Whether the middle of either lies within the other."""
    return first.box.y <= line.middle[1] < first.box.bottom or line.box.y <= first.middle[1] < line.box.bottom


def word_at(words: Iterable[PlacedWord], x: float, y: float) -> PlacedWord | None:
    """The word at a point of the kept page, the smallest where several lie there."""
    hits = [word for word in words if word.box.contains_point(x, y)]
    return min(hits, key=lambda word: word.box.width * word.box.height, default=None)


def words_inside(words: Iterable[PlacedWord], box: Box) -> tuple[PlacedWord, ...]:
    """The words that lie in a box for the greater part, in order."""
    return tuple(word for word in words if _share_inside(word.box, box) >= _INSIDE)


def _share_inside(word: Box, box: Box) -> float:
    width = min(word.right, box.right) - max(word.x, box.x)
    height = min(word.bottom, box.bottom) - max(word.y, box.y)
    return max(0, width) * max(0, height) / max(word.width * word.height, 1)


def joined(words: Iterable[PlacedWord]) -> str:
    """The text of words as one line."""
    return " ".join(word.text for word in words)


def around(words: Iterable[PlacedWord]) -> Box | None:
    """The smallest box around words; None for none."""
    return union(word.box for word in words)
