"""Table rows of records: which rows of two papers say the same. Position means nothing across papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hrdigitize.domain.dates import parse_iso
from hrdigitize.domain.dossier import agree
from hrdigitize.domain.ratings import parse_rating_period
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath, RecordValue

#: A row by its columns.
RecordRow = Mapping[str, RecordValue]


def rows_of(values: Mapping[FieldPath, RecordValue]) -> dict[tuple[str, int], dict[str, RecordValue]]:
    """The table rows among the values, under (table, number)."""
    rows: dict[tuple[str, int], dict[str, RecordValue]] = {}
    for path, value in values.items():
        if path.table:
            rows.setdefault((path.table, path.row), {})[path.field] = value
    return rows


def equal_row(table: str, row: RecordRow, held: Mapping[FieldPath, RecordValue]) -> int | None:
    """The number of the row that says the same in every column that both have; None where there is none."""
    for (other_table, number), other in rows_of(held).items():
        if other_table == table and _same(row, other):
            return number
    return None


def same_row(
    table: str, row: RecordRow, held: Mapping[FieldPath, RecordValue], known_by: tuple[str, ...]
) -> int | None:
    """The number of the row that is about the same thing; None where there is none.

    That is an equal row, or one that has the same value in all of the columns that the thing is known by
    (a decision by its number and its date), whatever else the two say. known_by: () where nothing but
    everything tells two rows apart.
    """
    equal = equal_row(table, row, held)
    if equal is not None or not known_by:
        return equal
    for (other_table, number), other in rows_of(held).items():
        if other_table == table and all(_both_say(row, other, column) for column in known_by):
            return number
    return None


def newest_first(rows: Mapping[int, RecordRow], dated_by: tuple[str, ...]) -> list[tuple[int, RecordRow]]:
    """Rows with their numbers, by the first of these columns that says when; undated ones come last."""
    return sorted(rows.items(), key=lambda found: (_last_day(found[1], dated_by), found[0]), reverse=True)


def _same(one: RecordRow, other: RecordRow) -> bool:
    shared = [(one[column].answer, other[column].answer) for column in one if column in other]
    told = any(first.state is State.VALUE for first, _ in shared)
    return told and all(agree(first, second) for first, second in shared)


def _both_say(one: RecordRow, other: RecordRow, column: str) -> bool:
    if column not in one or column not in other:
        return False
    answer = one[column].answer
    return answer.state is State.VALUE and agree(answer, other[column].answer)


def _last_day(row: RecordRow, dated_by: tuple[str, ...]) -> date:
    values = (row[column].answer.value for column in dated_by if column in row)
    for value in values:
        dated = parse_iso(value) or (parse_rating_period(value) if isinstance(value, str) else None)
        if dated is not None:
            return dated.latest()
    return date.min
