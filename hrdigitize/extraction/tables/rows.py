"""Rows of tables: grids and loose text as records, put together over page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hrdigitize.domain.dates import parse_period
from hrdigitize.domain.page import Word
from hrdigitize.extraction.flow import words_of
from hrdigitize.extraction.tables.cells import Block, CellRow, CellText
from hrdigitize.extraction.tables.columns import single_words
from hrdigitize.extraction.tables.grids import HEADER_UNDER_LABEL, Assignment, column_of, header_score
from hrdigitize.extraction.tables.loose_rows import lines_of, rows_of
from hrdigitize.extraction.tables.loose_tables import Unread
from hrdigitize.extraction.tables.parts import Heading, Printed, TablePart
from hrdigitize.formdefs.model import ColumnDef, FormDef, Kind, TableDef

#: So few letters, the least sure of them below this confidence, are no row by themselves.
_SCRAP_LETTERS = 4
_SCRAP = 0.61


def table_rows(
    form: FormDef, printed: Printed, grids: Assignment, loose: Mapping[TablePart, Block | Unread]
) -> Mapping[str, tuple[Mapping[str, CellText], ...]]:
    """Rows of every table of the form: column key -> cell. Empty rows are left out.

    A table that is printed in parts has the rows of all of them in printed order; what a part does not
    print is blank, and what its label says stands in each of its rows. loose: the text of tables without
    a grid; where it could not be divided, one row that is unread stands for all of them.
    """
    found: dict[str, list[Mapping[str, CellText]]] = {key: [] for key in form.tables}
    for part, table in printed.parts.items():
        rows = _part_rows(table, grids.given[part], loose.get(part))
        found[part.table].extend(_completed(form, part, row, printed) for row in rows)
    return {key: tuple(rows) for key, rows in found.items()}


def _part_rows(
    table: TableDef, blocks: Sequence[Block], loose: Block | Unread | None
) -> list[Mapping[str, CellText]]:
    if isinstance(loose, Unread):
        return [dict.fromkeys((column.key for column in table.columns), loose.cell)]
    whole = [*blocks, loose] if loose is not None else blocks
    return list(_records(table, whole) if table.transposed else _rows(table, whole))


def _completed(
    form: FormDef, part: TablePart, row: Mapping[str, CellText], printed: Printed
) -> Mapping[str, CellText]:
    """A row of a part with all columns of the table; of a part or of columns told by guess it is doubted."""
    if part.label is None:
        return row
    label = form.labels[part.label]
    first = next(iter(row.values()))
    heading = printed.heading(part) or Heading(part, first.page, first.box)
    blank = CellText(heading.page, heading.box, ())
    unsure = not printed.is_sure(part) or all(cell.pieced or cell.unread for cell in row.values())
    keys = {column.key for column in form.tables[part.table].columns} - set(label.columns)
    said = {
        key: replace(blank, words=(Word(text, heading.box, 1.0, agreed=True, confirmed=1.0),), pieced=unsure)
        for key, text in label.sets.items()
    }
    return {**dict.fromkeys(keys, blank), **row, **said}


def _rows(table: TableDef, blocks: Sequence[Block]) -> Iterator[Mapping[str, CellText]]:
    rows: list[CellRow] = []
    for block in blocks:
        body = block.rows[1:] if header_score(table, block) >= HEADER_UNDER_LABEL else block.rows
        for index, row in enumerate(body):
            turned = index == 0 and bool(rows) and block.page != rows[-1][0].page
            if turned and _goes_on_from(table, rows[-1], row):
                rows[-1] = tuple(upper.joined(lower) for upper, lower in zip(rows[-1], row, strict=True))
                continue
            if turned and _may_go_on(rows[-1], row):
                rows[-1], row = _unsure(rows[-1]), _unsure(row)
            rows.append(row)
    for row in (part for whole in rows for part in _parted(table, whole)):
        said = [cell for cell in row if cell.says_something]
        if said and not _is_scrap(said) and not _is_preprinted(table, row):
            yield {column.key: cell for column, cell in zip(table.columns, row, strict=True)}


def _parted(table: TableDef, row: CellRow) -> Sequence[CellRow]:
    """A row of the grid as rows of the table: some forms print several relations into one high cell."""
    held = [_preprinted_in(column, cell) for column, cell in zip(table.columns, row, strict=True)]
    if max(held) < 2:
        return [row]
    words = [word for cell in row for word in single_words(cell.words)]
    edges = [*(cell.box.x for cell in row), row[-1].box.right]
    return rows_of(table, lines_of(words, row[0].page), edges)


def _preprinted_in(column: ColumnDef, cell: CellText) -> int:
    """How many of the printed words of a column stand in a cell, none of them within another."""
    words = words_of(cell.raw)
    count, at = 0, 0
    printed = sorted((words_of(text) for text in column.preprinted), key=len, reverse=True)
    while at < len(words):
        found = next((one for one in printed if words[at : at + len(one)] == one), None)
        count, at = (count + 1, at + len(found)) if found else (count, at + 1)
    return count


def _is_scrap(said: Sequence[CellText]) -> bool:
    """Whether all that a row says are a few unsure letters in one cell: a fold or streak read as text."""
    text = "".join(character for character in said[0].raw if character.isalnum())
    few = len(text) <= _SCRAP_LETTERS and text.isalpha()
    return len(said) == 1 and few and said[0].confidence < _SCRAP


def _is_preprinted(table: TableDef, row: CellRow) -> bool:
    """Whether a row says no more than the blank form does."""
    for column, cell in zip(table.columns, row, strict=True):
        printed = {"".join(words_of(text)) for text in column.preprinted}
        if cell.says_something and "".join(words_of(cell.raw)) not in printed:
            return False
    return True


def _goes_on_from(table: TableDef, upper: CellRow, lower: CellRow) -> bool:
    """Whether a row at the top of a page is the rest of the last one.

    It lacks its first cell or its date, or has the second half of the date ("Từ 2-2012 đến" and "8-2012").
    """
    if not any(cell.words for cell in lower):
        return False
    if not lower[0].words:
        return True
    dated = [i for i, column in enumerate(table.columns) if column.type.kind in (Kind.DATE, Kind.PERIOD)]
    return any(
        upper[i].words and (not lower[i].words or _one_period(upper[i].raw, lower[i].raw)) for i in dated
    )


def _one_period(before: str, after: str) -> bool:
    whole = parse_period(f"{before} {after}") is not None
    return whole and parse_period(before) is None and parse_period(after) is None


def _may_go_on(upper: CellRow, lower: CellRow) -> bool:
    """Whether a row at the top of a page lacks what the last one has: nobody knows where either ends."""
    said = any(cell.says_something for cell in lower)
    return said and any(above.words and not below.words for above, below in zip(upper, lower, strict=True))


def _unsure(row: CellRow) -> CellRow:
    return tuple(replace(cell, pieced=True) for cell in row)


def _records(table: TableDef, blocks: Sequence[Block]) -> Iterator[Mapping[str, CellText]]:
    """Records of a transposed table: its rows by header, a new group whenever the first header returns."""
    groups: list[dict[str, CellRow]] = []
    for row in _whole_rows(table, blocks):
        column, _ = column_of(table, row[0].raw)
        if not groups or column.key in groups[-1]:
            groups.append({})
        groups[-1][column.key] = row[1:]
    for group in groups:
        width = max(len(cells) for cells in group.values())
        for index in range(width):
            record = {key: cells[index] for key, cells in group.items() if index < len(cells)}
            if any(cell.says_something for cell in record.values()):
                yield record


def _whole_rows(table: TableDef, blocks: Sequence[Block]) -> list[CellRow]:
    """All rows of the blocks; a row that a page break cut in two is one again."""
    rows: list[CellRow] = []
    for block in blocks:
        for index, row in enumerate(block.rows):
            if index == 0 and rows and len(rows[-1]) == len(row) and _cut_in_two(table, rows[-1], row):
                rows[-1] = tuple(upper.joined(lower) for upper, lower in zip(rows[-1], row, strict=True))
                continue
            rows.append(row)
    return rows


def _cut_in_two(table: TableDef, upper: CellRow, lower: CellRow) -> bool:
    """Whether two header pieces make one header together, and no column has a value in both rows."""
    if any(above.words and below.words for above, below in zip(upper[1:], lower[1:], strict=True)):
        return False
    _, together = column_of(table, f"{upper[0].raw} {lower[0].raw}")
    return together >= max(column_of(table, upper[0].raw)[1], column_of(table, lower[0].raw)[1])
