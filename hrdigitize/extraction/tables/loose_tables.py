"""Tables whose rules were not found: columns from the white between words and from the headers.

Below a table's label stands running text then. What the headers do not explain is not divided at all: one
unread row says that something stands there. Nothing of all this is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz

from hrdigitize.domain.geometry import Box, union
from hrdigitize.extraction.anchors import Anchor
from hrdigitize.extraction.flow import FlowLine, Token, words_of
from hrdigitize.extraction.notes import is_printed
from hrdigitize.extraction.tables.cells import Block, CellRow, CellText
from hrdigitize.extraction.tables.columns import (
    Fit,
    fit,
    in_reading_order,
    refitted,
    similar,
    single_words,
    white_runs,
)
from hrdigitize.extraction.tables.grids import HEADER_UNDER_LABEL, Assignment, column_of, header_score
from hrdigitize.extraction.tables.loose_rows import rows_of
from hrdigitize.extraction.tables.parts import Printed, TablePart
from hrdigitize.formdefs.model import FormDef, LabelDef, LabelPart, TableDef

#: Mean similarity of the text below a label to the table's headers (0..1).
_HEADER = 0.6
#: Lines that headers may take, and how much better more lines must fit.
_HEADER_LINES = 5
_BETTER = 0.02
#: White between columns is at least this share of a line's height wide; so few lines may run across it.
_WHITE = 0.45
_ACROSS = 0.1
#: Fewer letters and figures than this are specks.
_FEWEST_LETTERS = 2
#: A header of a transposed table stands in so many of the pieces that white divides a line into.
_HEADER_PIECES = 3
#: A line is of the headers when this share of its words are words of headers.
_HEADER_SHARE = 0.75
#: Similarity (0..100) from which a line below a label is a piece of the label.
_PRINTED = 88
_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unread:
    """Text below the label of a table that could not be divided into rows and columns."""

    cell: CellText


def loose_tables(
    form: FormDef,
    printed: Printed,
    grids: Assignment,
    lines: Sequence[FlowLine],
    tokens: Sequence[Token],
    anchors: Sequence[Anchor],
) -> Mapping[TablePart, Block | Unread]:
    """For each table whose label was found and that has no grid, what stands below the label."""
    found: dict[TablePart, Block | Unread] = {}
    for part, below in _regions(form, lines, tokens, anchors):
        if grids.given[part]:
            continue
        table = printed.parts[part]
        label = next(one for one in form.labels if one.part is LabelPart.TABLE and one.target == table.key)
        text = [line for line in below if not _is_no_matter(line.text, form, label)]
        block = _transposed(table, text) if table.transposed else _block(table, text)
        strays = [b for b in grids.strays if printed.is_under(part, b.page, b.box.y)]
        if block is not None:
            found[part] = block
        elif (unread := _unread(table, text, strays)) is not None:
            found[part] = unread
    return found


def _regions(
    form: FormDef, lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]
) -> Iterator[tuple[TablePart, Sequence[FlowLine]]]:
    """The lines between each table's label and the next label."""
    stops = [*(tokens[anchor.first].line for anchor in anchors[1:]), len(lines)]
    for anchor, stop in zip(anchors, stops, strict=False):
        label = form.labels[anchor.label]
        if label.part is not LabelPart.TABLE:
            continue
        part = TablePart(label.target, anchor.label if label.columns else None)
        yield part, lines[tokens[anchor.last - 1].line + 1 : stop]


def _is_no_matter(text: str, form: FormDef, label: LabelDef) -> bool:
    """Printed notes, the rest of the label over two lines, page numbers and specks."""
    joined = "".join(words_of(text))
    if len(joined) < _FEWEST_LETTERS or _PAGE_NUMBER.match(text) or is_printed(text, form):
        return True
    printed = ("".join(words_of(one)) for one in (*label.texts, *label.hints))
    return any(joined in one or fuzz.partial_ratio(joined, one) >= _PRINTED for one in printed if one)


def _block(table: TableDef, lines: Sequence[FlowLine]) -> Block | None:
    """The text as a table with its header on top; None where the headers are not to be found in it."""
    first = [line for line in lines if line.page == lines[0].page]
    borders = white_borders(first)
    if len(borders) < 3:
        return None
    count, found = _best_heads(table, first, borders)
    if found.score < _HEADER:
        return None
    head = refitted(_as_block(first[:count], borders), table.columns, found)
    edges = [cell.box.x for cell in head.rows[0]] + [head.rows[0][-1].box.right]
    body = [line for line in lines if line not in first[:count] and not _is_head(line, table)]
    rows = rows_of(table, body, edges)
    titled = header_score(table, head) >= HEADER_UNDER_LABEL
    return replace(head, rows=(*head.rows, *rows)) if titled or not rows else replace(head, rows=tuple(rows))


def _best_heads(table: TableDef, lines: Sequence[FlowLine], borders: Sequence[int]) -> tuple[int, Fit]:
    """How many lines the headers take, and how they fit; the fewest that fit about as well as any."""
    fits: list[Fit] = []
    for count in range(1, min(_HEADER_LINES, len(lines)) + 1):
        row = _as_block(lines[:count], borders).rows[0]
        fits.append(fit(table.columns, [cell.raw for cell in row]))
    best = max(one.score for one in fits)
    return next((count, one) for count, one in enumerate(fits, 1) if one.score >= best - _BETTER)


def _as_block(lines: Sequence[FlowLine], borders: Sequence[int]) -> Block:
    """Lines as one row, cut at the borders."""
    box = union(line.line.box for line in lines) or Box(0, 0, 0, 0)
    words = in_reading_order([word for line in lines for word in single_words(line.line.words)])
    cells = tuple(
        CellText(
            lines[0].page,
            Box(left, box.y, right - left, box.height),
            tuple(word for word in words if left <= word.box.centre[0] < right),
            pieced=True,
        )
        for left, right in pairwise(borders)
    )
    return Block(lines[0].page, box, (cells,))


def _is_head(line: FlowLine, table: TableDef) -> bool:
    """Whether a line is of the headers again, on the next page."""
    known = {word for column in table.columns for header in column.headers for word in words_of(header)}
    words = words_of(line.text)
    return bool(words) and sum(word in known for word in words) >= _HEADER_SHARE * len(words)


def _transposed(table: TableDef, lines: Sequence[FlowLine]) -> Block | None:
    """A table whose headers stand at the left: one row for each line that begins with a header."""
    first = [line for line in lines if lines and line.page == lines[0].page]
    borders = white_borders(first)
    for pieces in range(1, min(_HEADER_PIECES, len(borders) - 2) + 1):
        edges = [borders[0], *borders[pieces:]]
        rows = _headed_rows(table, first, edges)
        known = {column_of(table, row[0].raw)[0].key for row in rows}
        if rows and len(known) == len(table.columns):
            box = union(line.line.box for line in first) or first[0].line.box
            return Block(first[0].page, box, tuple(rows))
    return None


def _headed_rows(table: TableDef, lines: Sequence[FlowLine], edges: Sequence[int]) -> list[CellRow]:
    """Lines put together: a line without a header goes on with the one above."""
    rows: list[CellRow] = []
    for line in lines:
        row = _as_block([line], edges).rows[0]
        if column_of(table, row[0].raw)[1] >= _HEADER:
            rows.append(row)
        elif rows and not row[0].words:
            rows[-1] = tuple(upper.joined(lower) for upper, lower in zip(rows[-1], row, strict=True))
    return rows


def _unread(table: TableDef, lines: Sequence[FlowLine], strays: Sequence[Block]) -> Unread | None:
    """All that stands below the label on its page, headers left out; None where that is nothing."""
    rows = [cell for block in strays for row in block.rows for cell in row]
    words = [(line.page, word) for line in lines if not _is_head(line, table) for word in line.line.words]
    words += [
        (cell.page, word)
        for cell in rows
        if cell.says_something and not _is_header(cell.raw, table)
        for word in cell.words
    ]
    if sum(character.isalnum() for _, word in words for character in word.text) < _FEWEST_LETTERS:
        return None
    page = words[0][0]
    here = tuple(word for at, word in words if at == page)
    box = union(word.box for word in here)
    return None if box is None else Unread(CellText(page, box, here, unread=True))


def _is_header(text: str, table: TableDef) -> bool:
    return any(similar(column, text) >= _HEADER for column in table.columns)


def white_borders(lines: Sequence[FlowLine]) -> list[int]:
    """Where the text of the lines parts into columns: its edges, and the middles of the white between.

    Empty for no lines. Pixels of the page.
    """
    boxes = [[word.box for word in single_words(line.line.words)] for line in lines]
    around = union(box for row in boxes for box in row)
    if around is None:
        return []
    covered = np.zeros(around.width + 1, dtype=np.int64)
    for row in boxes:
        here = np.zeros(around.width + 1, dtype=np.bool_)
        for box in row:
            here[box.x - around.x : box.right - around.x] = True
        covered += here
    white = covered <= int(_ACROSS * len(lines))
    least = _WHITE * float(np.median([box.height for row in boxes for box in row]))
    gaps = [(a, b) for a, b in white_runs(white[:-1]) if b - a >= least]
    return [around.x, *(around.x + (a + b) // 2 for a, b in gaps), around.right]
