"""Lines of a table without rules put together to rows: by dates and by the room between lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hrdigitize.domain.dates import is_now, parse_date, parse_period
from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.flow import FlowLine, words_of
from hrdigitize.extraction.tables.cells import CellRow, CellText
from hrdigitize.extraction.tables.columns import single_words, word_lines
from hrdigitize.formdefs.model import Kind, TableDef

#: Room between rows is wider than between the lines of a row by this share of a line's height.
_WIDER = 0.35
#: Rooms that differ by less than this share of a line's height are the same.
_SAME_ROOM = 0.2
#: The room within rows is that which so many lines at most have above them.
_USUAL = 0.25
_GOES_ON = ("-", "–", "—", "đến", "den")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line cut into columns. room: white above it, in heights of the line; 0 at the top of a page."""

    page: int
    box: Box
    cells: tuple[tuple[Word, ...], ...]
    room: float

    def text(self, column: int) -> str:
        return " ".join(word.text for word in self.cells[column])

    def says(self, column: int) -> bool:
        return bool(words_of(self.text(column)))


def rows_of(table: TableDef, lines: Sequence[FlowLine], edges: Sequence[int]) -> list[CellRow]:
    """The rows that the lines make. edges: of the columns, one more than there are columns.

    A row begins with its date; where a cell has more lines than the one beside it, the widest room between
    two dates parts the rows. Every cell is doubted.
    """
    if not lines:
        return []
    cut = _cut(lines, edges)
    begins = _begins(table, cut)
    stops = [*begins[1:], len(cut)]
    return [_row(cut[begin:stop], edges) for begin, stop in zip(begins, stops, strict=True)]


def lines_of(words: Sequence[Word], page: int) -> list[FlowLine]:
    """Words as lines of a page."""
    rows = [(tuple(row), union(word.box for word in row)) for row in word_lines(words)]
    lines = [TextLine(row, box) for row, box in rows if box is not None]
    return [FlowLine(page, line, line.text) for line in lines]


def _cut(lines: Sequence[FlowLine], edges: Sequence[int]) -> list[_Line]:
    found: list[_Line] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else line
        turned = above.page != line.page or not number
        room = 0.0 if turned else (line.line.box.y - above.line.box.bottom) / max(line.line.box.height, 1)
        words = single_words(line.line.words)
        cells = tuple(tuple(_between(words, edges, column)) for column in range(len(edges) - 1))
        found.append(_Line(line.page, line.line.box, cells, room))
    return found


def _between(words: Sequence[Word], edges: Sequence[int], column: int) -> list[Word]:
    first, last = column == 0, column == len(edges) - 2
    return [
        word
        for word in words
        if (first or word.box.centre[0] >= edges[column]) and (last or word.box.centre[0] < edges[column + 1])
    ]


def _begins(table: TableDef, lines: Sequence[_Line]) -> list[int]:
    """Numbers of the lines with which rows begin."""
    marks = _marks(table, lines)
    begins = [0]
    for above, mark in pairwise(marks):
        rooms = [lines[number].room for number in range(above + 1, mark + 1)]
        widest = max(rooms)
        same = [n for n in range(above + 1, mark + 1) if lines[n].room >= widest - _SAME_ROOM]
        begins.append(same[-1])
    return begins


def _marks(table: TableDef, lines: Sequence[_Line]) -> list[int]:
    """The line of each row that carries its date, or else opens it."""
    dated = next((n for n, c in enumerate(table.columns) if c.type.kind in (Kind.DATE, Kind.PERIOD)), None)
    usual = float(np.quantile([line.room for line in lines], _USUAL))
    marks: list[int] = []
    said = ""
    for number, line in enumerate(lines):
        opens = line.says(0) and line.says(1) and line.room > usual + _WIDER
        piece = line.text(dated) if dated is not None and line.says(dated) else ""
        if piece and dated is not None:
            kind = table.columns[dated].type.kind
            if not marks or opens or _is_next(said, piece, kind):
                marks.append(number)
                said = piece
            else:
                said = f"{said} {piece}"
        elif opens and marks:
            marks.append(number)
            said = ""
    return marks or [0]


def _is_next(said: str, piece: str, kind: Kind) -> bool:
    """Whether a piece of text is another date, and not the rest of the one above."""
    if piece.casefold().startswith(_GOES_ON):
        return False
    if not said:
        return False
    return _is_whole(said, kind) or _is_whole(piece, kind)


def _is_whole(text: str, kind: Kind) -> bool:
    if kind is Kind.PERIOD:
        return parse_period(text) is not None
    return is_now(text) or parse_date(text) is not None


def _row(lines: Sequence[_Line], edges: Sequence[int]) -> CellRow:
    page = lines[0].page
    around = union(line.box for line in lines if line.page == page) or lines[0].box
    return tuple(
        CellText(
            page,
            Box(left, around.y, right - left, around.height),
            tuple(word for line in lines for word in line.cells[column]),
            pieced=True,
        )
        for column, (left, right) in enumerate(pairwise(edges))
    )
