"""How the printed layout of a form is written down: kinds of `[[print]]` blocks, and places in their text.

A block has a `kind`, a `text`, a `target` and `options` (all values are texts). Kinds, top to bottom:

mark        text at the right edge, bold: the number of the form
title       text in the middle, large and bold
heading     text in bold: the title of a part, kept together with what follows
subheading  text in italics, below a heading
line        cells side by side, divided by ` | `. widths: their shares in percent ("60 40"), equal
            shares otherwise; shares below 100 leave the rest of the line empty
hint        bracketed guidance under the line before it: cells and widths as in line
note        a remark in small italics, under a table
free        target: a field of several lines. text: the question above it. lines: how many dotted
            lines a blank form offers
table       target: a table. widths: shares of the columns. rows: how many rows a blank form offers.
            A transposed table takes `columns` instead: how many records stand side by side
photo       a frame at the left edge with text in it (lines divided by a line end); the next `beside`
            blocks stand to its right. width_mm, height_mm: its size
signatures  two columns at the foot. date: over the right column; left_title, left_note,
            right_title, right_note: bold title and plain remarks (lines divided by a line end)
space       height_mm of nothing
page_break  a new page

A place stands for a field's value: `{full_name}`. Where nothing is to be printed a dotted leader fills
the place, or what follows the colon: in `{birth_date:… tháng … năm …}` each run of `…` is a leader,
longer runs get more room. Behind a printed value a leader fills what is left of the line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

CELL_DIVIDER = " | "
LEADER = "…"

_PLACE = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_RUN = re.compile(rf"{LEADER}+|[^{LEADER}]+")
_NUMBER = re.compile(r"[1-9]\d?")
_MILLIMETRES = re.compile(r"[1-9]\d{0,2}")
_SHARES = re.compile(r"[1-9]\d{0,2}( [1-9]\d{0,2})*")
_ANY = re.compile(r"(?s).*\S.*")


class BlockKind(StrEnum):
    """The kinds of blocks, as the module says."""

    MARK = "mark"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LINE = "line"
    HINT = "hint"
    NOTE = "note"
    FREE = "free"
    TABLE = "table"
    PHOTO = "photo"
    SIGNATURES = "signatures"
    SPACE = "space"
    PAGE_BREAK = "page_break"


@dataclass(frozen=True, slots=True)
class BlockRule:
    """What a kind of block takes. target: "field", "table" or "" for none. options: name -> spelling."""

    target: str = ""
    needs_text: bool = False
    options: Mapping[str, re.Pattern[str]] | None = None
    needs: frozenset[str] = frozenset()


_TEXT_ONLY = BlockRule(needs_text=True)
_CELLS = BlockRule(needs_text=True, options={"widths": _SHARES})

RULES: Mapping[BlockKind, BlockRule] = {
    BlockKind.MARK: _TEXT_ONLY,
    BlockKind.TITLE: _TEXT_ONLY,
    BlockKind.HEADING: _TEXT_ONLY,
    BlockKind.SUBHEADING: _TEXT_ONLY,
    BlockKind.LINE: _CELLS,
    BlockKind.HINT: _CELLS,
    BlockKind.NOTE: _TEXT_ONLY,
    BlockKind.FREE: BlockRule("field", options={"lines": _NUMBER}),
    BlockKind.TABLE: BlockRule("table", options={"widths": _SHARES, "rows": _NUMBER, "columns": _NUMBER}),
    BlockKind.PHOTO: BlockRule(
        needs_text=True,
        options={"beside": _NUMBER, "width_mm": _MILLIMETRES, "height_mm": _MILLIMETRES},
        needs=frozenset({"beside", "width_mm", "height_mm"}),
    ),
    BlockKind.SIGNATURES: BlockRule(
        options=dict.fromkeys(("date", "left_title", "left_note", "right_title", "right_note"), _ANY)
    ),
    BlockKind.SPACE: BlockRule(options={"height_mm": _MILLIMETRES}, needs=frozenset({"height_mm"})),
    BlockKind.PAGE_BREAK: BlockRule(),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field's value stands. blank: what is printed for nothing; its `…` are leaders."""

    key: str
    blank: str


def cells(text: str) -> tuple[str, ...]:
    """The cells of a line, left to right."""
    return tuple(cell.strip() for cell in text.split(CELL_DIVIDER))


def parts(cell: str) -> tuple[str | Place, ...]:
    """Printed text and places of a cell, in order."""
    found: list[str | Place] = []
    end = 0
    for match in _PLACE.finditer(cell):
        if match.start() > end:
            found.append(cell[end : match.start()])
        found.append(Place(match[1], match[2] if match[2] is not None else LEADER))
        end = match.end()
    if end < len(cell):
        found.append(cell[end:])
    return tuple(found)


def runs(blank: str) -> tuple[str, ...]:
    """The blank of a place, divided into runs of leaders and what is printed between them."""
    return tuple(_RUN.findall(blank))


def shares(widths: str) -> tuple[float, ...]:
    """Widths in percent as parts of 1; more than 100 percent in all is brought down to 1."""
    numbers = [int(number) for number in widths.split()]
    whole = max(100, sum(numbers))
    return tuple(number / whole for number in numbers)
