"""Ruled grids given to the form's tables: by headers, by the label above, or as a table going on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrdigitize.extraction.tables.cells import Block
from hrdigitize.extraction.tables.columns import evened, fit, refitted, similar, with_borders
from hrdigitize.extraction.tables.parts import Printed, TablePart
from hrdigitize.formdefs.model import ColumnDef, TableDef

#: Mean similarity of a grid's headers to a table's (0..1): sure enough alone, or with its label above.
_HEADER = 0.6
HEADER_UNDER_LABEL = 0.35
#: Pages of one table lie as exactly above each other as this share of its width.
_SAME_PLACE = 0.02


@dataclass(frozen=True, slots=True)
class Assignment:
    """The grids of each table with its columns, in order, and those that belong to no table."""

    given: Mapping[TablePart, Sequence[Block]]
    strays: Sequence[Block]


def assign(printed: Printed, blocks: Sequence[Block]) -> Assignment:
    """Each block to a table: by its headers, by the label above it, or as the last table going on."""
    given: dict[TablePart, list[Block]] = {part: [] for part in printed.parts}
    strays: list[Block] = []
    last: TablePart | None = None
    for block in blocks:
        part, fitting = _part_of(printed, block, last, given)
        if part is None:
            strays.append(block)
            continue
        table = printed.parts[part]
        given[part].append(evened(fitting, table.columns) if table.transposed else fitting)
        last = part
    return Assignment(given, strays)


_Given = Mapping[TablePart, Sequence[Block]]


def _part_of(
    printed: Printed, block: Block, last: TablePart | None, given: _Given
) -> tuple[TablePart | None, Block]:
    """Whose a block is, and the block with the columns of that table."""
    parts = printed.parts
    scores = {part: header_score(table, block) for part, table in parts.items()}
    above = printed.label_above(block.page, block.box.y)
    if above is not None and scores[above] >= HEADER_UNDER_LABEL:
        return _under(above, printed, given), block
    if last is not None and _goes_on(parts[last], block, given[last][-1], scores[last]):
        return last, block
    free = [
        part
        for part, score in scores.items()
        if score >= _HEADER and not given[part] and not printed.begins_behind(part, block.page, block.box.y)
    ]
    if free:
        # Of twins it is the one whose label was not found.
        return max(free, key=lambda part: (scores[part], printed.heading(part) is None)), block
    if last is not None and scores[last] >= _HEADER and block.page == given[last][-1].page + 1:
        # The header printed once more.
        return last, block
    return _misruled(printed, block, above, last, given)


def _misruled(
    printed: Printed, block: Block, above: TablePart | None, last: TablePart | None, given: _Given
) -> tuple[TablePart | None, Block]:
    """A table that has lost a rule or got one too many: under its label by its headers, or going on."""
    if above is None or not printed.is_under(above, block.page, block.box.y):
        return None, block
    table = printed.parts[above]
    if table.transposed or block.columns == len(table.columns):
        return None, block
    if last == above and given[last] and _stands_under(given[last][-1], block):
        borders = [cell.box.x for cell in given[last][-1].rows[0]]
        return last, with_borders(block, [*borders, given[last][-1].rows[0][-1].box.right])
    found = fit(table.columns, [cell.raw for cell in block.rows[0]])
    if found.score < _HEADER:
        return None, block
    return _under(above, printed, given), refitted(block, table.columns, found)


def _stands_under(upper: Block, lower: Block) -> bool:
    """Whether a block on the next page is as wide as the one before and stands at the same place."""
    slack = _SAME_PLACE * upper.box.width
    same = abs(lower.box.x - upper.box.x) < slack and abs(lower.box.right - upper.box.right) < slack
    return same and lower.page == upper.page + 1


def _under(above: TablePart, printed: Printed, given: Mapping[TablePart, Sequence[Block]]) -> TablePart:
    """Whose a block under a label is: once the label has its block, a twin's whose label was not found."""
    part = above
    while given[part]:
        twin = printed.twin_behind(part)
        if twin is None or printed.heading(twin) is not None:
            break
        part = twin
    return part


def _goes_on(table: TableDef, block: Block, previous: Block, score: float) -> bool:
    if block.page != previous.page + 1:
        return False
    if table.transposed:
        return evened(block, table.columns).columns == previous.columns
    return block.columns == len(table.columns) and score < _HEADER


def header_score(table: TableDef, block: Block) -> float:
    """Mean similarity of the block's header cells to the table's, 0.0 where their number differs."""
    if table.transposed:
        found = [column_of(table, row[0].raw) for row in block.rows]
        return sum(score for _, score in found) / len(found)
    if block.columns != len(table.columns):
        return 0.0
    pairs = zip(table.columns, block.rows[0], strict=True)
    return sum(similar(column, cell.raw) for column, cell in pairs) / len(table.columns)


def column_of(table: TableDef, text: str) -> tuple[ColumnDef, float]:
    scored = [(column, similar(column, text)) for column in table.columns]
    return max(scored, key=lambda pair: pair[1])
