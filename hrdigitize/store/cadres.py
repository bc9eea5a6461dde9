"""Cadres: the record of a person, value by value, each with its evidence and its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, Cadre, CadreId, DocumentId, Evidence, FieldPath, RecordValue
from hrdigitize.store.encoding import value_from_json, value_to_json
from hrdigitize.store.models import CadreRow, RecordValueRow

#: Cadres read at a time: not all records of an office lie in memory.
_AT_A_TIME = 500


class Cadres:
    """The cadres of a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, cadre: CadreId, form: str, *, at: datetime) -> None:
        """A new cadre, with an empty record."""
        self._session.add(CadreRow(id=cadre, form=form, created_at=at))
        self._session.flush()

    def write(self, cadre: CadreId, values: Iterable[RecordValue]) -> None:
        """New values supersede those at the same path; the old ones stay in the history."""
        current = self._current_sequences(cadre)
        for value in values:
            row = _row(cadre, value)
            row.supersedes = current.get(row.path)
            self._session.add(row)
        self._session.flush()

    def get(self, cadre: CadreId) -> Cadre:
        """The values that count now; KeyError for no such cadre."""
        row = self._session.get(CadreRow, cadre)
        if row is None:
            raise KeyError(cadre)
        sequences = self._current_sequences(cadre).values()
        rows = self._session.scalars(
            select(RecordValueRow)
            .where(RecordValueRow.cadre_id == cadre, RecordValueRow.sequence.in_(sequences))
            .order_by(RecordValueRow.sequence)
        )
        values = (_value(found) for found in rows)
        return Cadre(cadre, row.form, {value.path: value for value in values})

    def all(self) -> tuple[CadreId, ...]:
        """Every cadre, oldest first."""
        rows = self._session.scalars(select(CadreRow.id).order_by(CadreRow.created_at, CadreRow.id))
        return tuple(CadreId(found) for found in rows)

    def each(self) -> Iterator[Cadre]:
        """Every cadre with the values that count now, by identifier; some hundred lie in memory at a time."""
        last = ""
        while True:
            heads = self._session.execute(
                select(CadreRow.id, CadreRow.form)
                .where(CadreRow.id > last)
                .order_by(CadreRow.id)
                .limit(_AT_A_TIME)
            ).all()
            if not heads:
                return
            values = self._values_between(heads[0].id, heads[-1].id)
            yield from (Cadre(CadreId(head.id), head.form, values.get(head.id, {})) for head in heads)
            self._session.expunge_all()
            last = heads[-1].id

    def history(self, cadre: CadreId, path: FieldPath) -> tuple[RecordValue, ...]:
        """All values that ever stood at a path, oldest first; the last one counts."""
        rows = self._session.scalars(
            select(RecordValueRow)
            .where(RecordValueRow.cadre_id == cadre, RecordValueRow.path == str(path))
            .order_by(RecordValueRow.sequence)
        )
        return tuple(_value(row) for row in rows)

    def _values_between(self, first: str, last: str) -> dict[str, dict[FieldPath, RecordValue]]:
        """By cadre, in the order of writing; a later value takes the place of an earlier one."""
        rows = self._session.scalars(
            select(RecordValueRow)
            .where(RecordValueRow.cadre_id.between(first, last))
            .order_by(RecordValueRow.cadre_id, RecordValueRow.sequence)
        )
        found: dict[str, dict[FieldPath, RecordValue]] = {}
        for row in rows:
            value = _value(row)
            of_cadre = found.setdefault(row.cadre_id, {})
            of_cadre.pop(value.path, None)
            of_cadre[value.path] = value
        return found

    def _current_sequences(self, cadre: CadreId) -> dict[str, int]:
        rows = self._session.execute(
            select(RecordValueRow.path, func.max(RecordValueRow.sequence).label("latest"))
            .where(RecordValueRow.cadre_id == cadre)
            .group_by(RecordValueRow.path)
        )
        return {row.path: row.latest for row in rows}


def _row(cadre: CadreId, value: RecordValue) -> RecordValueRow:
    row = RecordValueRow(
        cadre_id=cadre,
        path=str(value.path),
        state=value.answer.state.value,
        text=value.answer.text,
        value=value_to_json(value.answer.value),
        approved_by=value.approved_by,
        approved_at=value.approved_at,
    )
    evidence = value.evidence
    if evidence is not None:
        row.document_id, row.page, row.raw = evidence.document, evidence.page, evidence.raw
        row.x, row.y, row.width, row.height = evidence.box.as_list()
        row.confidence = evidence.confidence
    return row


def _value(row: RecordValueRow) -> RecordValue:
    answer = Answer(State(row.state), row.text, value_from_json(row.value))
    return RecordValue(FieldPath.parse(row.path), answer, _evidence(row), row.approved_by, row.approved_at)


def _evidence(row: RecordValueRow) -> Evidence | None:
    match (row.document_id, row.page, row.x, row.y, row.width, row.height, row.raw, row.confidence):
        case (str(document), int(page), int(x), int(y), int(width), int(height), str(raw), float(sure)):
            return Evidence(DocumentId(document), page, Box(x, y, width, height), raw, sure)
    return None
