"""Breaking inline pieces (text, leaders, tabulators) into lines; lengths in millimetres, places in pixels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PIL import ImageFont

from tests.generator.faces import DRAWN_DPI

PX_PER_MM = DRAWN_DPI / 25.4


def px(mm: float) -> int:
    """Whole pixels of a length."""
    return round(mm * PX_PER_MM)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text; its own leading space counts. key: whose value it is, "" for printed matter."""

    text: str
    style: str = "regular"
    key: str = ""
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Leader:
    """A line of dots (or a rule) to write on: so many millimetres, or None to fill what is left."""

    length_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """Go on at this distance from the left margin, or a little further right if already past it."""

    at_mm: float


@dataclass(frozen=True, slots=True)
class Boxes:
    """Printed boxes, a letter in each; a single one is a box to tick. gap_after: a gap after that one."""

    count: int
    text: str = ""
    key: str = ""
    gap_after: int = 0

    def places(self, side: float) -> list[float]:
        """Where each box begins, from the first one's left edge."""
        return [at * side + (side / 2 if 0 < self.gap_after <= at else 0.0) for at in range(self.count)]


Piece = Text | Leader | Tab | Boxes


@dataclass(slots=True)
class Mark:
    """Something placed on the line in hand: text, or a leader between two places."""

    x: float
    width: float
    text: str = ""
    style: str = "regular"
    size: float = 1.0
    key: str = ""
    leader: bool = False
    boxes: Boxes | None = None


def box_side(face: ImageFont.FreeTypeFont) -> float:
    """How wide and high a printed box for one letter is."""
    return float(face.getlength("0") * 1.7)


def wrapped(text: str, face: ImageFont.FreeTypeFont, room_px: float) -> list[str]:
    """Text broken at spaces; a word longer than the line stands on its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and face.getlength(f"{lines[-1]} {word}") <= room_px:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class Breaker:
    """Breaks inline pieces into lines of marks."""

    _WORDS = re.compile(r"\s*\S+|\s+$")

    def __init__(
        self,
        left: float,
        right: float,
        hanging: float,
        margin: float,
        face: Callable[[str, float], ImageFont.FreeTypeFont],
    ) -> None:
        self._right, self._hanging, self._margin, self._face = right, hanging, margin, face
        self._x = left
        self.lines: list[list[Mark]] = [[]]

    def add(self, piece: Piece, rest: Sequence[Piece]) -> None:
        if isinstance(piece, Text):
            self._text(piece)
        elif isinstance(piece, Leader):
            self._leader(piece, rest)
        elif isinstance(piece, Boxes):
            self._boxes(piece)
        else:
            self._tab(piece)

    def _break(self) -> None:
        self.lines.append([])
        self._x = self._hanging

    def _text(self, piece: Text) -> None:
        face = self._face(piece.style, piece.size)
        for word in self._WORDS.findall(piece.text):
            shown = word if self.lines[-1] else word.lstrip()
            width = face.getlength(shown)
            if self._x + width > self._right and self.lines[-1] and word.strip():
                self._break()
                shown = word.lstrip()
                width = face.getlength(shown)
            self._place(Mark(self._x, width, shown, piece.style, piece.size, piece.key))

    def _place(self, mark: Mark) -> None:
        """Join what continues the same run, so that a run is drawn in one stroke."""
        last = self.lines[-1][-1] if self.lines[-1] else None
        same = last is not None and (last.style, last.size, last.key) == (mark.style, mark.size, mark.key)
        if last is not None and same and not last.leader and abs(last.x + last.width - mark.x) < 1:
            joined = replace(last, text=last.text + mark.text, width=last.width + mark.width)
            self.lines[-1][-1] = joined
        else:
            self.lines[-1].append(mark)
        self._x += mark.width

    def _boxes(self, piece: Boxes) -> None:
        side = box_side(self._face("regular", 1.0))
        width = piece.places(side)[-1] + side
        if self._x + width > self._right and self.lines[-1]:
            self._break()
        self.lines[-1].append(Mark(self._x, width, piece.text, key=piece.key, boxes=piece))
        self._x += width

    def _leader(self, piece: Leader, rest: Sequence[Piece]) -> None:
        room = self._right - self._x
        if piece.length_mm is not None:
            room = min(room, px(piece.length_mm))
        else:
            room = min(room, self._room_before(rest))
        if room < px(3):
            return
        self.lines[-1].append(Mark(self._x, room, leader=True))
        self._x += room

    def _room_before(self, rest: Sequence[Piece]) -> float:
        """How far a leader may run so that the text after it still ends before the next tabulator."""
        end, taken = self._right, 0.0
        for piece in rest:
            if isinstance(piece, Tab):
                end = min(end, self._margin + px(piece.at_mm) - px(1.5))
                break
            if isinstance(piece, Text):
                taken += self._face(piece.style, piece.size).getlength(piece.text)
        return end - taken - self._x

    def _tab(self, piece: Tab) -> None:
        target = self._margin + px(piece.at_mm)
        if self._x + px(1) <= target:
            self._x = target
        elif self._right - self._x < px(35):
            self._break()
        else:
            self._x += px(3)
