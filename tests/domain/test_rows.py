"""Which rows are about the same thing, and which of them is the newest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, FieldPath, RecordValue
from hrdigitize.domain.rows import newest_first, same_row

_THEN = datetime(2024, 5, 6, tzinfo=UTC)
_KNOWN_BY = ("number", "issued_on")


def _row(at: int = 0, /, **cells: str) -> dict[FieldPath, RecordValue]:
    paths = {FieldPath(column, "decisions", at): text for column, text in cells.items()}
    return {path: RecordValue(path, _answer(text), None, "minh", _THEN) for path, text in paths.items()}


def _answer(text: str) -> Answer:
    return Answer(State.VALUE, text, text) if text else Answer(State.BLANK)


def _columns(row: Mapping[FieldPath, RecordValue]) -> dict[str, RecordValue]:
    return {path.field: value for path, value in row.items()}


_HELD = _row(0, number="1/QĐ", issued_on="2024", subject="A") | _row(
    3, number="2/QĐ", issued_on="", subject="B"
)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"number": "1/QĐ", "issued_on": "2024", "subject": "A"}, 0),
        ({"number": "1/QĐ", "issued_on": "2024", "subject": "khác"}, 0),
        ({"number": "1/QĐ", "issued_on": "2023", "subject": "A"}, None),
        ({"number": "2/QĐ", "issued_on": "", "subject": "B"}, 3),
        ({"number": "2/QĐ", "issued_on": "", "subject": "khác"}, None),
        ({"number": "", "issued_on": "2024", "subject": "A"}, None),
        ({"subject": "A"}, 0),
        ({"number": "", "issued_on": "", "subject": ""}, None),
    ],
)
def test_a_thing_is_known_by_its_columns_or_by_all(cells: dict[str, str], found: int | None) -> None:
    assert same_row("decisions", _columns(_row(**cells)), _HELD, _KNOWN_BY) == found


def test_without_such_columns_and_in_other_tables_only_equal_rows_are_the_same() -> None:
    row = _columns(_row(number="1/QĐ", issued_on="2024", subject="khác"))
    assert same_row("decisions", row, _HELD, ()) is None
    assert same_row("ratings", row, _HELD, _KNOWN_BY) is None


def test_rows_by_when_they_were_undated_ones_last() -> None:
    texts = ("2024", "", "2025-Q1", "2025-02", "không rõ", "2024-12-31")
    rows = {number: _columns(_row(number, period=text)) for number, text in enumerate(texts)}
    found = [number for number, _ in newest_first(rows, ("period", "issued_on"))]
    assert found == [2, 3, 5, 0, 4, 1]
    later = _columns(_row(6, period="", issued_on="2026"))
    assert newest_first(rows | {6: later}, ("period", "issued_on"))[0][0] == 6
