"""Tables: ruled grids given to the form's tables by their headers, rows put together over page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import Grid, PageReading, Word
from hrdigitize.extraction.anchors import Anchor, similarity_to_best
from hrdigitize.extraction.flow import FlowLine, Token, words_of
from hrdigitize.formdefs.model import ColumnDef, FormDef, Kind, LabelPart, TableDef

#: Mean similarity of a grid's headers to a table's (0..1): sure enough alone, or with its label above.
_HEADER = 0.6
_HEADER_UNDER_LABEL = 0.35


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in one cell: the words in reading order; page within the document from 0.

    pieced: put together from the foot of a page and the head of the next one.
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


def table_rows(
    form: FormDef,
    readings: Sequence[PageReading],
    lines: Sequence[FlowLine],
    tokens: Sequence[Token],
    anchors: Sequence[Anchor],
) -> Mapping[str, tuple[Mapping[str, CellText], ...]]:
    """Rows of every table of the form: column key -> cell. Empty rows are left out."""
    given = _assign(form, _blocks(readings), _label_places(form, lines, tokens, anchors))
    return {
        key: tuple(_records(table, given[key]) if table.transposed else _rows(table, given[key]))
        for key, table in form.tables.items()
    }


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


def _label_places(
    form: FormDef, lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]
) -> list[tuple[int, int, str]]:
    """Page, height and key of each table label found."""
    places = []
    for anchor in anchors:
        label = form.labels[anchor.label]
        if label.part is LabelPart.TABLE:
            line = lines[tokens[anchor.first].line]
            places.append((line.page, line.line.box.y, label.target))
    return places


def _assign(
    form: FormDef, blocks: Sequence[_Block], places: Sequence[tuple[int, int, str]]
) -> Mapping[str, list[_Block]]:
    """Each block to a table: by its headers, by the label above it, or as the last table going on."""
    given: dict[str, list[_Block]] = {key: [] for key in form.tables}
    last: str | None = None
    for block in blocks:
        above = _label_above(block, places)
        key = _table_of(form, block, above, last, given)
        if key is None:
            continue
        given[key].append(block)
        last = key
    return given


def _label_above(block: _Block, places: Sequence[tuple[int, int, str]]) -> str | None:
    before = [key for page, y, key in places if (page, y) < (block.page, block.box.y)]
    return before[-1] if before else None


def _table_of(
    form: FormDef,
    block: _Block,
    above: str | None,
    last: str | None,
    given: Mapping[str, Sequence[_Block]],
) -> str | None:
    scores = {key: _header_score(table, block) for key, table in form.tables.items()}
    if above is not None and scores[above] >= _HEADER_UNDER_LABEL:
        return above
    if last is not None and _goes_on(form.tables[last], block, given[last][-1], scores[last]):
        return last
    free = [key for key, score in scores.items() if score >= _HEADER and not given[key]]
    return max(free, key=lambda key: scores[key], default=None)


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
