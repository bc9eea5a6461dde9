"""Rows of a table that are not surely rows: nothing of them stands without a person, blanks included."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.reading import Doubt, FieldReading, Row, State
from hrdigitize.extraction.acceptance import PRINTED

#: A table of so many columns has more than one filled in a row.
_WIDE = 4
#: Doubts about where a row's cells stand, not about what one of them says.
_ROW_DOUBTS = frozenset({"doubt-row-unsure", "doubt-table-unread", "doubt-label-not-found"})


def with_unsure_blanks(row: Row) -> Row:
    """The row, its blanks unsure where it is no sure one.

    A row is there because of its text: where none of that is sure, the row is not. What stands alone in a
    wide table may be the second line of the row above.
    """
    filled = [reading for reading in row.values() if reading.state is not State.BLANK]
    if len(row) >= _WIDE and len(filled) == 1:
        return {key: _of_unsure_row(reading) for key, reading in row.items()}
    unsure = any(doubt.code in _ROW_DOUBTS for reading in row.values() for doubt in reading.doubts)
    if not unsure and (not filled or any(reading.accepted for reading in filled)):
        return row
    return {
        key: _of_unsure_row(reading) if reading.state is State.BLANK else reading
        for key, reading in row.items()
    }


def unsure_from_labels(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, none of them sure from the first on that holds a label: there the table ran into others."""
    labels = (
        at
        for at, row in enumerate(rows)
        if any(doubt.code == PRINTED for cell in row.values() for doubt in cell.doubts)
    )
    first = next(labels, len(rows))
    unsure = tuple({key: _of_unsure_row(cell) for key, cell in row.items()} for row in rows[first:])
    return (*rows[:first], *unsure)


def _of_unsure_row(reading: FieldReading) -> FieldReading:
    if not reading.accepted:
        return reading
    return replace(reading, accepted=False, doubts=(Doubt("doubt-row-unsure"),))
