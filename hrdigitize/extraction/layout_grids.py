"""Grids that only lay out text: a frame around the photograph and the items beside it, or the signatures.

Such a grid is no table. Left as one, it would take its lines out of the running text, and no label in it
would ever be found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hrdigitize.domain.page import Grid, PageReading, TextLine
from hrdigitize.extraction.anchors import Anchor, find_anchors
from hrdigitize.extraction.flow import FlowLine, Token, tokens_of
from hrdigitize.formdefs.model import LabelDef, LabelPart

#: A grid is layout where this share of its cells with text hold a label of the form.
_LABELLED = 0.5


def without_layout_grids(
    readings: Sequence[PageReading], labels: Sequence[LabelDef]
) -> tuple[PageReading, ...]:
    """The pages as this form has them: no grid that lays out its labels; the lines stand at its height.

    Labels and not places tell: which lines a template sets into a grid differs from office to office.
    """
    return tuple(_without(reading, labels) for reading in readings)


def _without(reading: PageReading, labels: Sequence[LabelDef]) -> PageReading:
    for grid in reading.grids:
        cells = _cells(reading, grid)
        if not _may_lay_out(cells, labels):
            continue
        labelled = _labelled(cells, labels)
        if labelled and len(labelled) >= _LABELLED * len(cells):
            # What stands before the first label (a title, a photograph's note) is no value of an item above.
            inside = [line for cell in cells[min(labelled) :] for line in cell]
            reading = _opened(reading, grid, inside)
    return reading


def _cells(reading: PageReading, grid: Grid) -> list[list[TextLine]]:
    """The lines of every cell with text, row by row; what the cells do not cover comes last."""
    rest = [line for line in reading.lines if grid.box.contains_point(*line.middle)]
    cells: list[list[TextLine]] = []
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        cells.append([line for line in rest if cell.box.contains_point(*line.middle)])
        rest = [line for line in rest if not cell.box.contains_point(*line.middle)]
    return [cell for cell in (*cells, rest) if cell]


def _may_lay_out(cells: Sequence[Sequence[TextLine]], labels: Sequence[LabelDef]) -> bool:
    """Whether it is worth looking for labels: cells with a colon and labels of the end could suffice."""
    closed = sum(any(":" in line.text for line in cell) for cell in cells)
    ends = sum(label.part is LabelPart.END for label in labels)
    return bool(cells) and closed + ends >= _LABELLED * len(cells)


def _labelled(cells: Sequence[Sequence[TextLine]], labels: Sequence[LabelDef]) -> frozenset[int]:
    """Which of the cells hold a label with its value, or one of the end."""
    lines = [FlowLine(0, line, line.text) for cell in cells for line in cell]
    home = [number for number, cell in enumerate(cells) for _ in cell]
    tokens = tokens_of(lines)
    return frozenset(
        home[tokens[anchor.first].line]
        for anchor in find_anchors(labels, lines, tokens)
        if _lays_out(labels[anchor.label].part, anchor, lines, tokens)
    )


def _lays_out(part: LabelPart, anchor: Anchor, lines: Sequence[FlowLine], tokens: Sequence[Token]) -> bool:
    """A field's label counts with a colon behind it: headers of tables are worded like labels."""
    if part is not LabelPart.FIELD:
        return part is LabelPart.END
    last = tokens[anchor.last - 1]
    return ":" in lines[last.line].text[last.end :]


def _opened(reading: PageReading, grid: Grid, inside: Sequence[TextLine]) -> PageReading:
    """The page without this grid: its lines stand before the first line of the flow that is lower."""
    grids = tuple(other for other in reading.grids if other is not grid)
    outside = [line for line in reading.lines if not grid.box.contains_point(*line.middle)]
    lower = (
        number
        for number, line in enumerate(outside)
        if line.box.y >= grid.box.y and not any(other.box.contains_point(*line.middle) for other in grids)
    )
    at = next(lower, len(outside))
    return replace(reading, lines=(*outside[:at], *inside, *outside[at:]), grids=grids)
