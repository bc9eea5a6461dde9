"""Lays text out as an engine would report it: words with boxes, so that no engine is needed."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import Cell, Grid, PageKind, PageReading, TextLine, Word
from hrdigitize.domain.reading import FieldReading
from hrdigitize.extraction.acceptance import UNSURE

#: How likely a printed word seems to be drawn by hand.
PRINT = 0.01
LETTER_PX, HEIGHT_PX, STEP_PX, LEFT_PX, TOP_PX = 20, 36, 60, 260, 200


def line(text: str, top: int, *, left: int = LEFT_PX, confidence: float = 0.97) -> TextLine:
    """Words at a fixed pitch, as two networks agree; a run of spaces keeps its width, as a tab stop does."""
    words: list[Word] = []
    at = 0
    for piece in text.split(" "):
        if piece:
            box = Box(left + at * LETTER_PX, top, len(piece) * LETTER_PX, HEIGHT_PX)
            words.append(Word(piece, box, confidence, agreed=True, confirmed=confidence, hand=PRINT))
        at += len(piece) + 1
    around = union(word.box for word in words)
    assert around is not None
    return TextLine(tuple(words), around)


def page(
    texts: Sequence[str], *, tables: Sequence[Sequence[Sequence[str]]] = (), confidence: float = 0.97
) -> PageReading:
    """Running text from the top; a line "#n" leaves room for table n and puts it there."""
    lines: list[TextLine] = []
    cells: list[TextLine] = []
    grids: list[Grid] = []
    top = TOP_PX
    for text in texts:
        if text.startswith("#"):
            grid, inside = _table(tables[int(text[1:])], top, confidence)
            grids.append(grid)
            cells.extend(inside)
            top = grid.box.bottom + STEP_PX
            continue
        if text:
            lines.append(line(text, top, confidence=confidence))
        top += STEP_PX
    return PageReading(
        width=2481,
        height=3508,
        dpi=300,
        rotation=0,
        skew=0.0,
        kind=PageKind.UNKNOWN,
        quality=(),
        lines=(*lines, *cells),
        grids=tuple(grids),
    )


def _table(rows: Sequence[Sequence[str]], top: int, confidence: float) -> tuple[Grid, list[TextLine]]:
    width = 2000 // len(rows[0])
    cells: list[Cell] = []
    lines: list[TextLine] = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            box = Box(LEFT_PX + column * width, top + number * STEP_PX, width, STEP_PX)
            cells.append(Cell(number, column, box))
            if text:
                lines.append(line(text, box.y + 10, left=box.x + 10, confidence=confidence))
    around = Box(LEFT_PX, top, width * len(rows[0]), STEP_PX * len(rows))
    return Grid(around, len(rows), len(rows[0]), tuple(cells)), lines


def is_open(reading: FieldReading) -> bool:
    """Whether nothing but its own confidence speaks against a reading: what the fitted weights decide."""
    return all(doubt.code == UNSURE for doubt in reading.doubts)
