"""Ruled tables: rows that wrap and run over page ends, headers repeated, and the transposed kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from hrdigitize.formdefs.layout import shares
from hrdigitize.formdefs.model import ColumnDef, TableDef
from hrdigitize.printing.styles import CELL, COLUMN_HEADER, PAGE_HEIGHT, TEXT_WIDTH, Align, TextStyle

Record = Mapping[str, str]

_BLANK_ROW = 8 * mm
_FIRST_COLUMN = 31 * mm
_RECORDS_ACROSS = 6
_BLANK_ROWS = 5
_SPACE_BEFORE = 5.0
_PADDING = 1.3 * mm
_PADDING_TOP = 2.0
_PADDING_BOTTOM = 3.0

#: A row is split only where a page cannot hold it whole, and never less than this is put on a page.
_SPLIT_LEAST = int(3 * CELL.leading)

_GRID = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.6, black),
        # Without it ReportLab selects an unembedded Helvetica for every cell, even if nothing is set in it.
        ("FONT", (0, 0), (-1, -1), CELL.font, CELL.size),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), _PADDING_TOP),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING_BOTTOM),
    ]
)
_ALIGNMENTS: Mapping[Align, Literal[0, 1, 2]] = {
    Align.LEFT: TA_LEFT,
    Align.CENTRE: TA_CENTER,
    Align.RIGHT: TA_RIGHT,
}
_MIDDLE = TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
_MIDDLE_HEADER = TableStyle([("VALIGN", (0, 0), (-1, 0), "MIDDLE")])


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table as set. least_height: of its beginning, header and first record, in points."""

    flowables: Sequence[Flowable]
    least_height: float


def set_table(table: TableDef, records: Sequence[Record], options: Mapping[str, str]) -> SetTable:
    """The table with its records; without any, with the blank rows that the official form offers."""
    if table.transposed:
        return _transposed(table, records, int(options.get("columns", _RECORDS_ACROSS)))
    return _upright(table, records, options)


def _upright(table: TableDef, records: Sequence[Record], options: Mapping[str, str]) -> SetTable:
    count = len(table.columns)
    parts = shares(options["widths"]) if "widths" in options else (1 / count,) * count
    widths = [part * TEXT_WIDTH for part in parts]
    blank = 0 if records else int(options.get("rows", _BLANK_ROWS))
    header = [_paragraph(column.headers[0], COLUMN_HEADER) for column in table.columns]
    body = [[_paragraph(record.get(column.key, ""), CELL) for column in table.columns] for record in records]
    made = Table(
        [header, *body, *([None] * count for _ in range(blank))],
        colWidths=widths,
        rowHeights=[None] * (1 + len(body)) + [_BLANK_ROW] * blank,
        repeatRows=1,
        splitByRow=1,
        splitInRow=_SPLIT_LEAST,
        spaceBefore=_SPACE_BEFORE,
        spaceAfter=2,
        hAlign="LEFT",
    )
    made.setStyle(_GRID)
    made.setStyle(_MIDDLE_HEADER)
    first = _row_height(body[0], widths) if body else _BLANK_ROW
    return SetTable([made], _SPACE_BEFORE + _row_height(header, widths) + first)


def _transposed(table: TableDef, records: Sequence[Record], across: int) -> SetTable:
    """Records run from left to right; what one band cannot hold goes on in another below it."""
    groups = [records[start : start + across] for start in range(0, len(records), across)] or [[]]
    bands = [_band(table.columns, group, across) for group in groups]
    _, height = bands[0].wrap(TEXT_WIDTH, PAGE_HEIGHT)
    return SetTable(bands, _SPACE_BEFORE + float(height))


def _band(columns: Sequence[ColumnDef], records: Sequence[Record], across: int) -> Table:
    width = (TEXT_WIDTH - _FIRST_COLUMN) / across
    body = [
        [
            _paragraph(column.headers[0], COLUMN_HEADER),
            *(_paragraph(record.get(column.key, ""), CELL, Align.CENTRE) for record in records),
            *([None] * (across - len(records))),
        ]
        for column in columns
    ]
    made = Table(
        body,
        colWidths=[_FIRST_COLUMN, *[width] * across],
        rowHeights=None if records else [_BLANK_ROW] * len(columns),
        splitByRow=0,
        spaceBefore=_SPACE_BEFORE,
        hAlign="LEFT",
    )
    made.setStyle(_GRID)
    made.setStyle(_MIDDLE)
    return made


def _row_height(cells: Sequence[Paragraph], widths: Sequence[float]) -> float:
    heights = [
        cell.wrap(width - 2 * _PADDING, PAGE_HEIGHT)[1] for cell, width in zip(cells, widths, strict=True)
    ]
    return float(max(heights)) + _PADDING_TOP + _PADDING_BOTTOM


def _paragraph(text: str, style: TextStyle, align: Align | None = None) -> Paragraph:
    """A cell's text, line ends kept. Values are foreign text: nothing in them is mark-up."""
    lines = escape(text).splitlines()
    return Paragraph(
        "<br/>".join(lines),
        ParagraphStyle(
            "cell",
            fontName=style.font,
            fontSize=style.size,
            leading=style.leading,
            alignment=_ALIGNMENTS[align or style.align],
            splitLongWords=1,
        ),
    )
