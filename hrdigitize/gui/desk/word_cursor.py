"""Going over a page by keys, without Qt: word by word, or with a box where nobody read any words."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page_words import PlacedWord

#: A step of the box, and by how much it grows: this share of the page's width.
_STEP = 0.01
_FEWEST_PX = 20


class WordCursor:
    """Stands on a word of a page that has some; with an anchor, on all words from there to here."""

    def __init__(self, words: Sequence[PlacedWord], near: tuple[float, float]) -> None:
        self._words = tuple(words)
        self._at = min(range(len(self._words)), key=lambda at: _away(self._words[at], near))
        self._anchor = self._at

    @property
    def word(self) -> PlacedWord:
        return self._words[self._at]

    @property
    def chosen(self) -> tuple[PlacedWord, ...]:
        """The words that would be taken now, in reading order."""
        first, last = sorted((self._at, self._anchor))
        return self._words[first : last + 1]

    def step(self, by: int, *, extend: bool = False) -> None:
        """So many words on (negative: back); stops at the ends."""
        self._go(min(max(self._at + by, 0), len(self._words) - 1), extend=extend)

    def step_row(self, by: int, *, extend: bool = False) -> None:
        """To the nearest word of the next row (-1: the one before); stays where there is none."""
        row = [at for at, word in enumerate(self._words) if word.row == self.word.row + by]
        if row:
            here = self.word.box.centre
            self._go(min(row, key=lambda at: _away(self._words[at], here)), extend=extend)

    def to_end(self, *, first: bool, extend: bool = False) -> None:
        """To the first or last word of the row."""
        row = [at for at, word in enumerate(self._words) if word.row == self.word.row]
        self._go(row[0] if first else row[-1], extend=extend)

    def _go(self, at: int, *, extend: bool) -> None:
        self._at = at
        if not extend:
            self._anchor = at


def _away(word: PlacedWord, place: tuple[float, float]) -> float:
    """How far a place is from a word: from its box, not from its middle."""
    x, y = place
    box = word.box
    across = max(box.x - x, 0, x - box.right)
    down = max(box.y - y, 0, y - box.bottom)
    return across * across + down * down


class BoxCursor:
    """A box that is moved and stretched over a page of this size, never over its edge."""

    def __init__(self, box: Box, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._step = max(round(width * _STEP), 1)
        self.box = box.clipped(width, height)

    def move(self, across: int, down: int) -> None:
        """So many steps."""
        x = min(max(self.box.x + across * self._step, 0), self._width - self.box.width)
        y = min(max(self.box.y + down * self._step, 0), self._height - self.box.height)
        self.box = Box(x, y, self.box.width, self.box.height)

    def stretch(self, across: int, down: int) -> None:
        """Its right and lower edge so many steps on."""
        width = min(max(self.box.width + across * self._step, _FEWEST_PX), self._width - self.box.x)
        height = min(max(self.box.height + down * self._step, _FEWEST_PX), self._height - self.box.y)
        self.box = Box(self.box.x, self.box.y, width, height)
