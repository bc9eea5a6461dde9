"""The running text of a document: its lines outside tables, and their words as tokens for comparing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import PageReading, TextLine, Word
from hrdigitize.domain.vietnamese import folded

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A line of running text. page counts within the document from 0; text is `line.text`."""

    page: int
    line: TextLine
    text: str

    def box_of(self, start: int, end: int) -> Box | None:
        """The box around the characters [start, end), words cut in proportion; None for none."""
        boxes = []
        at = 0
        for word in self.line.words:
            first, last = max(start, at), min(end, at + len(word.text))
            if first < last:
                boxes.append(_part(word.box, (first - at) / len(word.text), (last - at) / len(word.text)))
            at += len(word.text) + 1
        return union(boxes)

    def gap_before(self, start: int) -> int | None:
        """The white between the text before a character and that character, in pixels; None without them."""
        left = self._character(len(self.text[:start].rstrip()) - 1)
        right = self._character(start)
        return right.x - left.right if left is not None and right is not None else None

    def _character(self, at: int) -> Box | None:
        """The box of one character; None for a space and outside the text."""
        begin = 0
        for word in self.line.words:
            if begin <= at < begin + len(word.text):
                place = at - begin
                return _part(word.box, place / len(word.text), (place + 1) / len(word.text))
            begin += len(word.text) + 1
        return None

    def other_text(self, start: int, end: int) -> str:
        """The characters [start, end) as other looks read them; as they are where no look differed."""
        found: list[str] = []
        at = 0
        for word in self.line.words:
            first, last = max(start, at), min(end, at + len(word.text))
            if first < last:
                whole = last - first == len(word.text)
                found.append(word.other if whole and word.other is not None else self.text[first:last])
            at += len(word.text) + 1
        return " ".join(piece for piece in found if piece)

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that the characters [start, end) belong to."""
        found = []
        at = 0
        for word in self.line.words:
            if max(start, at) < min(end, at + len(word.text)):
                found.append(word)
            at += len(word.text) + 1
        return found

    def confidences(self, start: int, end: int) -> list[float]:
        """Confidences of the words that the characters [start, end) belong to."""
        return [word.confidence for word in self.words_in(start, end)]


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters or digits: which line, where in its text, and its folded form."""

    line: int
    start: int
    end: int
    folded: str


def _part(box: Box, start: float, end: float) -> Box:
    left, right = box.x + round(box.width * start), box.x + round(box.width * end)
    return Box(left, box.y, max(1, right - left), box.height)


#: Kept, because a page is looked at once for each form, and pages share most of their words.
_folded = lru_cache(maxsize=1 << 14)(folded)


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """Folded runs of letters and digits: what labels and lines are compared by.

    Kept, because the same few thousand labels are compared with every page.
    """
    return tuple(map(_folded, _WORD.findall(text)))


def flow_lines(readings: Sequence[PageReading]) -> tuple[FlowLine, ...]:
    """Lines outside tables, page after page, in the engine's order."""
    return tuple(
        FlowLine(page, line, line.text)
        for page, reading in enumerate(readings)
        for line in reading.lines
        if not any(grid.box.contains_point(*line.middle) for grid in reading.grids)
    )


def tokens_of(lines: Sequence[FlowLine]) -> tuple[Token, ...]:
    """All tokens of the lines, in order."""
    return tuple(
        Token(index, match.start(), match.end(), _folded(match.group()))
        for index, line in enumerate(lines)
        for match in _WORD.finditer(line.text)
    )
