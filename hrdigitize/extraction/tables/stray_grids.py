"""Grids that belong to no table: what is written in them answers the field whose place they touch.

TT 06/2023 asks items 34.2 and 34.3 in grids of their own. Left out, such an answer would make an accepted
blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrdigitize.domain.geometry import Box, union
from hrdigitize.extraction.anchors import Anchor, similarity_to_best
from hrdigitize.extraction.flow import FlowLine, Token, words_of
from hrdigitize.extraction.notes import is_printed
from hrdigitize.extraction.tables.cells import Block, CellRow, CellText
from hrdigitize.extraction.tables.columns import similar
from hrdigitize.extraction.wording import cell_text
from hrdigitize.formdefs.model import FormDef, LabelPart

#: How similar a cell of the first row must be to a hint, note or header of the form to be one (0..1).
_HEADER = 0.6
#: Single rubbish letters: a cell counts when it says at least so much, or a figure.
_FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class GridText:
    """What stands in a grid, headers left out. rows: of cells that say something; page from 0."""

    page: int
    box: Box
    rows: tuple[CellRow, ...]

    @property
    def cells(self) -> tuple[CellText, ...]:
        return tuple(cell for row in self.rows for cell in row)

    @property
    def text(self) -> str:
        """Cells of a row side by side, rows one after the other."""
        return "; ".join(" ".join(cell_text(cell.raw) for cell in row) for row in self.rows)


def stray_texts(
    form: FormDef,
    strays: Sequence[Block],
    lines: Sequence[FlowLine],
    tokens: Sequence[Token],
    anchors: Sequence[Anchor],
) -> Mapping[str, GridText]:
    """Field key -> what stands in the grids beside or below its label; the first grid that says something."""
    found: dict[str, GridText] = {}
    for block in strays:
        owner = _owner(form, block, lines, tokens, anchors)
        if owner is None or owner in found:
            continue
        text = _text(form, block)
        if text is not None:
            found[owner] = text
    return found


def _owner(
    form: FormDef,
    block: Block,
    lines: Sequence[FlowLine],
    tokens: Sequence[Token],
    anchors: Sequence[Anchor],
) -> str | None:
    """The field whose label stands beside the grid, or last before it; None where that is no field's."""
    beside: tuple[int, str] | None = None
    above: str | None = None
    for anchor in anchors:
        label = form.labels[anchor.label]
        last = tokens[anchor.last - 1]
        line = lines[last.line]
        box = line.box_of(last.start, last.end) or line.line.box
        target = label.target if label.part is LabelPart.FIELD else None
        if target and line.page == block.page and block.box.y <= box.centre[1] <= block.box.bottom:
            if box.right <= block.box.x + box.height and (beside is None or box.right > beside[0]):
                beside = (box.right, target)
        elif (line.page, line.line.box.y) < (block.page, block.box.y):
            above = target if block.page - line.page <= 1 else None
    return beside[1] if beside is not None else above


def _text(form: FormDef, block: Block) -> GridText | None:
    rows = [tuple(cell for cell in row if _says(form, cell)) for row in block.rows]
    if _is_head(form, rows[0]):
        rows = rows[1:]
    rows = [row for row in rows if row]
    box = union(cell.ink_box for row in rows for cell in row)
    return None if box is None else GridText(block.page, box, tuple(rows))


def _says(form: FormDef, cell: CellText) -> bool:
    letters = sum(character.isalnum() for character in cell.raw)
    figure = any(character.isdigit() for character in cell.raw)
    return (figure or letters >= _FEWEST_LETTERS) and not is_printed(cell.raw, form)


def _is_head(form: FormDef, row: CellRow) -> bool:
    """Whether half of the cells of a row, or more, are headers."""
    heads = sum(any(_is_like(cell.raw, one) for one in _printed(form)) for cell in row)
    heads += sum(_is_column(form, cell.raw) for cell in row)
    return bool(row) and heads >= len(row) / 2


def _printed(form: FormDef) -> Iterator[str]:
    yield from form.boilerplate
    for label in form.labels:
        yield from label.hints


def _is_like(text: str, printed: str) -> bool:
    joined = "".join(words_of(text))
    return bool(joined) and similarity_to_best([joined], ["".join(words_of(printed))]) >= _HEADER


def _is_column(form: FormDef, text: str) -> bool:
    """Whether a text holds the header of some column ("Tháng / Từ", "/năm / Đến")."""
    columns = (column for table in form.tables.values() for column in table.columns)
    last = " ".join(text.split()[-1:])
    return any(similar(column, text) >= _HEADER or similar(column, last) == 1.0 for column in columns)
