"""A record as it is shown, without Qt: sections of its form, its own tables, and whatever else it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Cadre, FieldPath, RecordValue
from hrdigitize.domain.rows import newest_first, rows_of
from hrdigitize.formdefs.model import FormDef, TableDef
from hrdigitize.formdefs.record_tables import record_tables

#: Of a table row so much is said on its own line; the cells say the rest.
_ROW_CELLS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A place of the record. label: its name. value: what counts there. cells: of a table row, its places."""

    path: FieldPath
    label: str
    value: RecordValue | None
    cells: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """What it says; of a row, its filled cells in one line. "" for blank."""
        if self.cells:
            told = [cell.text for cell in self.cells if cell.text]
            return " · ".join(told[:_ROW_CELLS])
        return self.value.answer.text if self.value is not None else ""

    @property
    def state(self) -> State:
        return self.value.answer.state if self.value is not None else State.BLANK

    @property
    def evident(self) -> RecordValue | None:
        """The value whose place on paper stands for the line: its own, or that of its first filled cell."""
        if not self.cells:
            return self.value
        values = [cell.value for cell in self.cells if cell.value is not None and cell.text]
        return next((one for one in values if one.evidence is not None), next(iter(values), None))


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the record with its lines."""

    title: str
    lines: tuple[Line, ...]


def parts_of(cadre: Cadre, form: FormDef | None, *, other: str) -> tuple[Part, ...]:
    """The record as its form groups it, then decisions and ratings, then what no form has a name for.

    other: the title of that last part. Nothing that the record holds is left out.
    """
    rows = rows_of(cadre.values)
    parts = list(_of_form(cadre, form, rows)) if form is not None else []
    for key, own in record_tables().items():
        of_table = {number: row for (table, number), row in rows.items() if table == key}
        ordered = [number for number, _ in newest_first(of_table, own.dated_by)]
        lines = tuple(_row(own.definition, key, number, rows) for number in ordered)
        if lines:
            parts.append(Part(own.definition.label, lines))
    told = {path for part in parts for line in part.lines for path in _paths(line)}
    rest = tuple(
        Line(path, str(path), value)
        for path, value in cadre.values.items()
        if path not in told and value.answer.state is not State.BLANK
    )
    return (*parts, Part(other, rest)) if rest else tuple(parts)


def lines_by_path(parts: tuple[Part, ...]) -> dict[FieldPath, Line]:
    """Every line and cell under its path."""
    found = {}
    for part in parts:
        for line in part.lines:
            found[line.path] = line
            found |= {cell.path: cell for cell in line.cells}
    return found


def place_name(path: FieldPath, form: FormDef | None) -> str:
    """A place in words: the field's label, or table, row and column."""
    if not path.table:
        declared = form.fields.get(path.field) if form is not None else None
        return declared.label if declared is not None else path.field
    own = record_tables().get(path.table)
    known = form.tables.get(path.table) if form is not None else None
    table = own.definition if own is not None else known
    if table is None:
        return str(path)
    label = next((one.label for one in table.columns if one.key == path.field), path.field)
    return f"{table.label}, {path.row + 1}: {label}"


def _of_form(
    cadre: Cadre, form: FormDef, rows: Mapping[tuple[str, int], Mapping[str, RecordValue]]
) -> Iterator[Part]:
    for key, title in form.groups.items():
        fields = [one for one in form.fields.values() if one.group == key]
        lines = [
            Line(FieldPath(one.key), one.label, cadre.values[FieldPath(one.key)])
            for one in fields
            if FieldPath(one.key) in cadre.values
        ]
        for table in (one for one in form.tables.values() if one.group == key):
            numbers = sorted(number for name, number in rows if name == table.key)
            lines += [_row(table, title, number, rows) for number in numbers]
        if lines:
            yield Part(title, tuple(lines))


def _row(
    table: TableDef, title: str, number: int, rows: Mapping[tuple[str, int], Mapping[str, RecordValue]]
) -> Line:
    """A row under its number, and under the name of its table where the section is called otherwise."""
    held = rows[table.key, number]
    cells = tuple(
        Line(FieldPath(one.key, table.key, number), one.label, held.get(one.key)) for one in table.columns
    )
    plain = title in (table.label, table.key)
    label = str(number + 1) if plain else f"{table.label} {number + 1}"
    return Line(cells[0].path, label, None, cells)


def _paths(line: Line) -> Iterator[FieldPath]:
    yield line.path
    yield from (cell.path for cell in line.cells)
