"""What a document states, seen with its types: the rules ask here for dates, spans and table rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from hrdigitize.domain.dates import PartialDate, is_now, parse_iso
from hrdigitize.domain.reading import Period, Value
from hrdigitize.domain.record import FieldPath


class Stated(Protocol):
    """Whatever carries a text and its value: a machine's reading or a person's answer."""

    @property
    def text(self) -> str: ...

    @property
    def value(self) -> Value: ...


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in a table row and the cells that state it. No end means "until now"."""

    start: PartialDate
    end: PartialDate | None
    paths: tuple[FieldPath, ...]


class Statements:
    """Reads one document's statements; what is blank, illegible or of the wrong type is None or ""."""

    def __init__(self, stated: Mapping[FieldPath, Stated]) -> None:
        self._stated = stated
        self._rows: dict[str, set[int]] = {}
        for path in stated:
            if path.table:
                self._rows.setdefault(path.table, set()).add(path.row)

    def text(self, path: FieldPath) -> str:
        """The value of a text, name, code or list field."""
        found = self._stated.get(path)
        return found.value if found is not None and isinstance(found.value, str) else ""

    def date(self, path: FieldPath) -> PartialDate | None:
        """The value of a date field."""
        return parse_iso(self.text(path))

    def tables(self) -> tuple[str, ...]:
        """The tables that have any cell."""
        return tuple(self._rows)

    def rows(self, table: str) -> tuple[int, ...]:
        """The row numbers of a table, in order."""
        return tuple(sorted(self._rows.get(table, ())))

    def span(self, table: str, row: int) -> Span | None:
        """The time of a row, stated as one period or in two columns; None where it is not known."""
        period = FieldPath("period", table, row)
        stated = self._stated.get(period)
        if stated is not None:
            return _span_of(stated.value, period)
        return self._span_of_columns(FieldPath("from", table, row), FieldPath("to", table, row))

    def _span_of_columns(self, start_path: FieldPath, end_path: FieldPath) -> Span | None:
        start, end = self.date(start_path), self.date(end_path)
        stated_end = self._stated.get(end_path)
        if start is None or stated_end is None or (end is None and not is_now(stated_end.text)):
            return None
        return Span(start, end, (start_path, end_path))


def _span_of(value: Value, path: FieldPath) -> Span | None:
    if not isinstance(value, Period):
        return None
    start, end = parse_iso(value.start), parse_iso(value.end)
    if start is None or (end is None and value.end is not None):
        return None
    return Span(start, end, (path,))
