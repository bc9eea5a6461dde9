"""Tables: ruled grids given to the form's tables by their headers, rows put together over page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import Grid, PageReading, Word
from hrdigitize.extraction.anchors import Anchor, similarity_to_best
from hrdigitize.extraction.flow import FlowLine, Token, words_of
from hrdigitize.formdefs.model import ColumnDef, FormDef, Kind, LabelDef, LabelPart, TableDef

#: Mean similarity of a grid's headers to a table's (0..1): sure enough alone, or with its label above.
_HEADER = 0.6
_HEADER_UNDER_LABEL = 0.35


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in one cell: the words in reading order; page within the document from 0.

    pieced: put together from the foot of a page and the head of the next one, or set by a label that the
    cell's row was not surely under.
    """

    page: int
    box: Box
    words: tuple[Word, ...]
    pieced: bool = False

    @property
    def raw(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def other(self) -> str:
        """The cell as other looks read it; as `raw` where none differed."""
        read = (word.text if word.other is None else word.other for word in self.words)
        return " ".join(text for text in read if text)

    @property
    def says_something(self) -> bool:
        """Whether there is a letter or figure: what is left of a rule reads as "|"."""
        return any(character.isalnum() for word in self.words for character in word.text)

    @property
    def confidence(self) -> float:
        return min((word.confidence for word in self.words), default=0.0)

    @property
    def ink_box(self) -> Box:
        """Around the words; the whole cell where there are none."""
        return (None if self.pieced else union(word.box for word in self.words)) or self.box

    def joined(self, lower: CellText) -> CellText:
        """This cell going on in another one after a page break; it keeps its own page and box."""
        if not self.words:
            return lower
        return CellText(self.page, self.box, self.words + lower.words, pieced=bool(lower.words))


#: A row of cells, or one row of a transposed table (its header first).
CellRow = tuple[CellText, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """One grid as text, top to bottom."""

    page: int
    box: Box
    rows: tuple[CellRow, ...]

    @property
    def columns(self) -> int:
        return len(self.rows[0])


@dataclass(frozen=True, slots=True)
class _Part:
    """A table as it is printed: whole, or what stands under one label of it (its number)."""

    table: str
    label: int | None = None


@dataclass(frozen=True, slots=True)
class _Heading:
    """A label of a table where it was found."""

    part: _Part
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class _Printed:
    """What the form prints, in printed order, and which labels of it were found, in the order of the text."""

    parts: Mapping[_Part, TableDef]
    headings: Sequence[_Heading]

    def heading(self, part: _Part) -> _Heading | None:
        return next((heading for heading in self.headings if heading.part == part), None)

    def twin_behind(self, part: _Part) -> _Part | None:
        """The next part of the same table that its headers cannot tell from this one."""
        order = list(self.parts)
        behind = (other for other in order[order.index(part) + 1 :] if other.table == part.table)
        columns = self.parts[part].columns
        return next((other for other in behind if self.parts[other].columns == columns), None)

    def is_sure(self, part: _Part) -> bool:
        """Whether its rows are surely its own: its label was found, and that of the twin behind it."""
        twin = self.twin_behind(part)
        return self.heading(part) is not None and (twin is None or self.heading(twin) is not None)


def table_rows(
    form: FormDef,
    readings: Sequence[PageReading],
    lines: Sequence[FlowLine],
    tokens: Sequence[Token],
    anchors: Sequence[Anchor],
) -> Mapping[str, tuple[Mapping[str, CellText], ...]]:
    """Rows of every table of the form: column key -> cell. Empty rows are left out.

    A table that is printed in parts has the rows of all of them in printed order; what a part does not
    print is blank, and what its label says stands in each of its rows.
    """
    printed = _Printed(_parts(form), _headings(form, lines, tokens, anchors))
    given = _assign(printed, _blocks(readings))
    found: dict[str, list[Mapping[str, CellText]]] = {key: [] for key in form.tables}
    for part, table in printed.parts.items():
        rows = _records(table, given[part]) if table.transposed else _rows(table, given[part])
        found[part.table].extend(_completed(form, part, row, printed) for row in rows)
    return {key: tuple(rows) for key, rows in found.items()}


def _parts(form: FormDef) -> Mapping[_Part, TableDef]:
    """Each table whole, unless all its labels are of parts, and then part by part."""
    parts: dict[_Part, TableDef] = {}
    for key, table in form.tables.items():
        labels = [(number, label) for number, label in enumerate(form.labels) if _names(label, key)]
        if not labels or not all(label.columns for _, label in labels):
            parts[_Part(key)] = table
        columns = {column.key: column for column in table.columns}
        for number, label in labels:
            if label.columns:
                own = tuple(columns[name] for name in label.columns)
                parts[_Part(key, number)] = replace(table, columns=own)
    return parts


def _names(label: LabelDef, table: str) -> bool:
    return label.part is LabelPart.TABLE and label.target == table


def _completed(
    form: FormDef, part: _Part, row: Mapping[str, CellText], printed: _Printed
) -> Mapping[str, CellText]:
    """A row of a part with all columns of the table; of a part told by its headers alone it is doubted."""
    if part.label is None:
        return row
    label = form.labels[part.label]
    first = next(iter(row.values()))
    heading = printed.heading(part) or _Heading(part, first.page, first.box)
    blank = CellText(heading.page, heading.box, ())
    unsure = not printed.is_sure(part)
    keys = {column.key for column in form.tables[part.table].columns} - set(label.columns)
    said = {
        key: replace(blank, words=(Word(text, heading.box, 1.0),), pieced=unsure)
        for key, text in label.sets.items()
    }
    return {**dict.fromkeys(keys, blank), **row, **said}


def _blocks(readings: Sequence[PageReading]) -> list[_Block]:
    return [
        _Block(page, grid.box, _rows_of(reading, grid, page))
        for page, reading in enumerate(readings)
        for grid in reading.grids
        if grid.columns > 1
    ]


def _rows_of(reading: PageReading, grid: Grid, page: int) -> tuple[CellRow, ...]:
    inside = [line for line in reading.lines if grid.box.contains_point(*line.box.centre)]
    rows: list[list[CellText]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        words = tuple(
            word for line in inside if cell.box.contains_point(*line.box.centre) for word in line.words
        )
        rows[cell.row].append(CellText(page, cell.box, words))
    return tuple(tuple(row) for row in rows)


def _headings(
    form: FormDef, lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]
) -> list[_Heading]:
    """The table labels found."""
    headings = []
    for anchor in anchors:
        label = form.labels[anchor.label]
        if label.part is LabelPart.TABLE:
            line = lines[tokens[anchor.first].line]
            part = _Part(label.target, anchor.label if label.columns else None)
            headings.append(_Heading(part, line.page, line.line.box))
    return headings


def _assign(printed: _Printed, blocks: Sequence[_Block]) -> Mapping[_Part, list[_Block]]:
    """Each block to a table: by its headers, by the label above it, or as the last table going on."""
    given: dict[_Part, list[_Block]] = {part: [] for part in printed.parts}
    last: _Part | None = None
    for block in blocks:
        part = _part_of(printed, block, last, given)
        if part is None:
            continue
        given[part].append(block)
        last = part
    return given


def _label_above(block: _Block, headings: Sequence[_Heading]) -> _Part | None:
    before = [head.part for head in headings if (head.page, head.box.y) < (block.page, block.box.y)]
    return before[-1] if before else None


def _part_of(
    printed: _Printed, block: _Block, last: _Part | None, given: Mapping[_Part, Sequence[_Block]]
) -> _Part | None:
    parts = printed.parts
    scores = {part: _header_score(table, block) for part, table in parts.items()}
    above = _label_above(block, printed.headings)
    if above is not None and scores[above] >= _HEADER_UNDER_LABEL:
        return _under(above, printed, given)
    if last is not None and _goes_on(parts[last], block, given[last][-1], scores[last]):
        return last
    free = [part for part, score in scores.items() if score >= _HEADER and not given[part]]
    # Of twins it is the one whose label was not found.
    return max(free, key=lambda part: (scores[part], printed.heading(part) is None), default=None)


def _under(above: _Part, printed: _Printed, given: Mapping[_Part, Sequence[_Block]]) -> _Part:
    """Whose a block under a label is: once the label has its block, a twin's whose label was not found."""
    part = above
    while given[part]:
        twin = printed.twin_behind(part)
        if twin is None or printed.heading(twin) is not None:
            break
        part = twin
    return part


def _goes_on(table: TableDef, block: _Block, previous: _Block, score: float) -> bool:
    if block.page != previous.page + 1:
        return False
    if table.transposed:
        return block.columns == previous.columns
    return block.columns == len(table.columns) and score < _HEADER


def _header_score(table: TableDef, block: _Block) -> float:
    """Mean similarity of the block's header cells to the table's, 0.0 where their number differs."""
    if table.transposed:
        found = [_column_of(table, row[0].raw) for row in block.rows]
        return sum(score for _, score in found) / len(found)
    if block.columns != len(table.columns):
        return 0.0
    pairs = zip(table.columns, block.rows[0], strict=True)
    return sum(_similar(column, cell.raw) for column, cell in pairs) / len(table.columns)


def _similar(column: ColumnDef, text: str) -> float:
    """How similar a cell is to one of the headers of a column, as a whole."""
    words = words_of(text)
    joined = "".join(words)
    if not joined:
        return 0.0
    return max(
        (similarity_to_best([joined], [header]) for header in ("".join(words_of(h)) for h in column.headers)),
        default=0.0,
    )


def _column_of(table: TableDef, text: str) -> tuple[ColumnDef, float]:
    scored = [(column, _similar(column, text)) for column in table.columns]
    return max(scored, key=lambda pair: pair[1])


def _rows(table: TableDef, blocks: Sequence[_Block]) -> Iterator[Mapping[str, CellText]]:
    rows: list[CellRow] = []
    for block in blocks:
        body = block.rows[1:] if _header_score(table, block) >= _HEADER_UNDER_LABEL else block.rows
        for index, row in enumerate(body):
            turned = index == 0 and bool(rows) and block.page != rows[-1][0].page
            if turned and _goes_on_from(table, rows[-1], row):
                rows[-1] = tuple(upper.joined(lower) for upper, lower in zip(rows[-1], row, strict=True))
                continue
            rows.append(row)
    for row in rows:
        if any(cell.says_something for cell in row):
            yield {column.key: cell for column, cell in zip(table.columns, row, strict=True)}


def _goes_on_from(table: TableDef, upper: CellRow, lower: CellRow) -> bool:
    """Whether a row at the top of a page is the rest of the last one: it lacks its first cell or its date."""
    if not any(cell.words for cell in lower):
        return False
    if not lower[0].words:
        return True
    dated = [i for i, column in enumerate(table.columns) if column.type.kind in (Kind.DATE, Kind.PERIOD)]
    return any(upper[i].words and not lower[i].words for i in dated)


def _records(table: TableDef, blocks: Sequence[_Block]) -> Iterator[Mapping[str, CellText]]:
    """Records of a transposed table: its rows by header, a new group whenever the first header returns."""
    groups: list[dict[str, CellRow]] = []
    for row in _whole_rows(table, blocks):
        column, _ = _column_of(table, row[0].raw)
        if not groups or column.key in groups[-1]:
            groups.append({})
        groups[-1][column.key] = row[1:]
    for group in groups:
        width = max(len(cells) for cells in group.values())
        for index in range(width):
            record = {key: cells[index] for key, cells in group.items() if index < len(cells)}
            if any(cell.says_something for cell in record.values()):
                yield record


def _whole_rows(table: TableDef, blocks: Sequence[_Block]) -> list[CellRow]:
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
    _, together = _column_of(table, f"{upper[0].raw} {lower[0].raw}")
    return together >= max(_column_of(table, upper[0].raw)[1], _column_of(table, lower[0].raw)[1])
