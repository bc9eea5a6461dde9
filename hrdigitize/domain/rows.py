"""Table rows of records: which rows of two papers say the same. Position means nothing across papers."""

from __future__ import annotations

from collections.abc import Mapping

from hrdigitize.domain.dossier import agree
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


def _same(one: RecordRow, other: RecordRow) -> bool:
    shared = [(one[column].answer, other[column].answer) for column in one if column in other]
    told = any(first.state is State.VALUE for first, _ in shared)
    return told and all(agree(first, second) for first, second in shared)
