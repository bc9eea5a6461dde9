"""What was read on one page, before anybody knows which form it belongs to."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from hrdigitize.domain.geometry import Box


class PageKind(StrEnum):
    """What a page is within a pile of paper."""

    FIRST = "first"
    CONTINUATION = "continuation"
    BLANK = "blank"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the engine read it; the box is in pixels of the upright page, confidence 0..1.

    other: what another look read here instead, where it read otherwise; "" where it read nothing, or what
    stands with the word before. agreed: another network read the same, or it is wording that a form prints.
    """

    text: str
    box: Box
    confidence: float
    other: str | None = None
    agreed: bool = False

    def moved(self, x: int, y: int, scale: float = 1.0) -> Word:
        """The same word on a larger image: its crop lay at x, y; then everything divided by `scale`."""
        return replace(self, box=self.box.moved(x, y, scale))


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words that stand on one printed line, left to right."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def moved(self, x: int, y: int, scale: float = 1.0) -> TextLine:
        """The same line on a larger image, as `Word.moved`."""
        return TextLine(tuple(word.moved(x, y, scale) for word in self.words), self.box.moved(x, y, scale))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ruled table: its place in the grid and on the upright page."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table found on the upright page: cells by row and column, both counted from 0."""

    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PageReading:
    """All that reading a single page gave.

    The *kept* page is the image as it lies in the store (after EXIF rotation). The *upright* page
    is the kept page turned by `-skew` degrees about its centre, same size: lines, words and grids
    are in its pixels. `to_kept` carries a box back. marks: ink that gave no text (a signature, a
    stamp, handwriting that the engine could not read).
    """

    width: int
    height: int
    dpi: int
    rotation: int
    skew: float
    kind: PageKind
    quality: tuple[str, ...]
    lines: tuple[TextLine, ...]
    grids: tuple[Grid, ...] = ()
    marks: tuple[Box, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def to_kept(self, box: Box) -> Box:
        """The box around the same place on the kept page (the corners turned back by the skew)."""
        angle = math.radians(self.skew)
        cos, sin = math.cos(angle), math.sin(angle)
        mid_x, mid_y = self.width / 2, self.height / 2
        corners = [(x - mid_x, y - mid_y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        turned = [(mid_x + x * cos - y * sin, mid_y + x * sin + y * cos) for x, y in corners]
        left, top = min(x for x, _ in turned), min(y for _, y in turned)
        right, bottom = max(x for x, _ in turned), max(y for _, y in turned)
        around = Box(math.floor(left), math.floor(top), math.ceil(right - left), math.ceil(bottom - top))
        return around.clipped(self.width, self.height)
