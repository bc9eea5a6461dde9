"""What was read on one page, before anybody knows which form it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from hrdigitize.domain.geometry import UNMOVED, Box, Transform, union
from hrdigitize.domain.secrecy import Secrecy


class PageKind(StrEnum):
    """What a page is within a pile of paper.

    BACK: the back of a sheet whose front is the page before, with little on it. INVENTORY: a list of what
    lies in the dossier. SEPARATOR: a printed sheet put between documents. Neither is a component.
    """

    FIRST = "first"
    CONTINUATION = "continuation"
    BACK = "back"
    BLANK = "blank"
    INVENTORY = "inventory"
    SEPARATOR = "separator"
    UNKNOWN = "unknown"


#: From this chance on a word counts as drawn by hand.
_BY_HAND = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the engine read it; the box is in pixels of the upright page, confidence 0..1.

    other: what another look read here instead, where it read otherwise; "" where it read nothing, or what
    stands with the word before. agreed: two readers read the same, or no other one needed to be asked.
    confirmed: how sure the less sure of them was, 0 where there was one alone, or two that differ in more
    than case and a closing sign. hand: how likely it is drawn by hand, where the line reader looked.
    """

    text: str
    box: Box
    confidence: float
    other: str | None = None
    agreed: bool = False
    confirmed: float = 0.0
    hand: float = 0.0

    @property
    def by_hand(self) -> bool:
        """Whether it seems to be drawn by hand rather than printed."""
        return self.hand > _BY_HAND

    def moved(self, x: int, y: int, scale: float = 1.0) -> Word:
        """The same word on a larger image: its crop lay at x, y; then everything divided by `scale`."""
        return replace(self, box=self.box.moved(x, y, scale))


# No slots: what follows from the words is worked out once, though every grid of a page asks for it.
@dataclass(frozen=True)
class TextLine:
    """Words that stand on one printed line, left to right."""

    words: tuple[Word, ...]
    box: Box

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def middle(self) -> tuple[float, float]:
        """The middle of its words with letters or figures: a stroke beside them may be higher."""
        words = [word.box for word in self.words if any(character.isalnum() for character in word.text)]
        return (union(words) or self.box).centre

    def moved(self, x: int, y: int, scale: float = 1.0) -> TextLine:
        """The same line on a larger image, as `Word.moved`."""
        if (x, y, scale) == (0, 0, 1.0):
            return self
        return TextLine(tuple(word.moved(x, y, scale) for word in self.words), self.box.moved(x, y, scale))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ruled table: its place in the grid and on the upright page."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table found on the upright page: cells by row and column, both counted from 0.

    In a form printed in boxes a row may have fewer cells than `columns`.
    """

    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code read on the upright page: its kind ("qr", "code128", …), what it says, and where it stands."""

    kind: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageReading:
    """All that reading a single page gave.

    The *kept* page is the image as it lies in the store (after EXIF rotation); width, height and dpi are
    its own. On it the text lies turned by `rotation` degrees (0, 90, 180, 270) and by `skew` on top of it,
    both clockwise. The *upright* page is the kept page turned back, a photographed one its flattened sheet:
    lines, words and grids are in its pixels. `to_kept` carries a box back by way of `upright_to_kept`.
    marks: ink that gave no text (a signature, a stamp, handwriting that the engine could not read).
    codes: QR codes and the like. secrecy: the marking stamped on it; a page that bears one has no lines,
    unless its batch was declared to be so.
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
    upright_to_kept: Transform = UNMOVED
    codes: tuple[Code, ...] = ()
    secrecy: Secrecy = Secrecy.OPEN

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def to_kept(self, box: Box) -> Box:
        """The box around the same place on the kept page."""
        return self.upright_to_kept.box(box).clipped(self.width, self.height)
