"""Cadres: the record of a person, value by value, each with its evidence and its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.likeness import IDENTITY_FIELDS, Identity
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import (
    Answer,
    Cadre,
    CadreId,
    DocumentId,
    Evidence,
    FieldPath,
    PlaceCode,
    RecordValue,
)
from hrdigitize.store.arrival import next_arrival
from hrdigitize.store.encoding import value_from_json, value_to_json
from hrdigitize.store.models import CadreRow, MergeRow, RecordRowRow, RecordValueRow

#: Stands for the state of an answer where a place holds nothing any more.
_WITHDRAWN = "withdrawn"
#: Cadres read at a time: not all records of an office lie in memory.
_AT_A_TIME = 500


class Cadres:
    """The cadres of a store, within one unit of work."""

    def __init__(self, session: Session, identifiers: Identifiers) -> None:
        self._session = session
        self._identifiers = identifiers

    def add(self, cadre: CadreId, form: str, *, at: datetime) -> None:
        """A new cadre, with an empty record."""
        self._session.add(
            CadreRow(id=cadre, form=form, created_at=at, arrival=next_arrival(self._session, CadreRow))
        )
        self._session.flush()

    def write(self, cadre: CadreId, values: Iterable[RecordValue]) -> None:
        """New values supersede those at the same path; the old ones stay in the history."""
        current = self._current_sequences(cadre)
        values = tuple(values)
        self._add_rows(cadre, values)
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
        standing = {value.path: value for value in values if not value.withdrawn}
        return Cadre(cadre, row.form, standing, row.alone)

    def __contains__(self, cadre: CadreId) -> bool:
        return self._session.get(CadreRow, cadre) is not None

    def all(self) -> tuple[CadreId, ...]:
        """Every cadre, oldest first, without those who were merged into another."""
        rows = self._session.scalars(
            select(CadreRow.id).where(CadreRow.id.not_in(_absorbed())).order_by(CadreRow.arrival)
        )
        return tuple(CadreId(found) for found in rows)

    def each(self) -> Iterator[Cadre]:
        """Every cadre with the values that count now, by identifier; some hundred lie in memory at a time."""
        last = ""
        while True:
            heads = self._session.execute(
                select(CadreRow.id, CadreRow.form, CadreRow.alone)
                .where(CadreRow.id > last)
                .order_by(CadreRow.id)
                .limit(_AT_A_TIME)
            ).all()
            if not heads:
                return
            values = self._values_between(heads[0].id, heads[-1].id)
            for head in heads:
                yield Cadre(CadreId(head.id), head.form, values.get(head.id, {}), head.alone)
            last = heads[-1].id

    def mark_alone(self, cadre: CadreId) -> None:
        """Notes that one person keyed and approved something in the record; that stays."""
        self._session.execute(update(CadreRow).where(CadreRow.id == cadre).values(alone=True))

    def row_ids(self, cadre: CadreId, table: str) -> dict[int, str]:
        """The identities of the rows of a table, by the row's number in this record."""
        rows = self._session.execute(
            select(RecordRowRow.position, RecordRowRow.id)
            .where(RecordRowRow.cadre_id == cadre, RecordRowRow.table_key == table)
            .order_by(RecordRowRow.position)
        )
        return {row.position: row.id for row in rows}

    def identities(self) -> tuple[Identity, ...]:
        """Who everybody is by his papers, without those who were merged into another."""
        latest = (
            select(func.max(RecordValueRow.sequence))
            .where(RecordValueRow.path.in_(IDENTITY_FIELDS))
            .group_by(RecordValueRow.cadre_id, RecordValueRow.path)
        )
        rows = self._session.scalars(
            select(RecordValueRow)
            .where(RecordValueRow.sequence.in_(latest), RecordValueRow.cadre_id.not_in(_absorbed()))
            .order_by(RecordValueRow.cadre_id)
        )
        by_cadre: dict[str, dict[FieldPath, RecordValue]] = {}
        for row in rows:
            by_cadre.setdefault(row.cadre_id, {})[FieldPath.parse(row.path)] = _value(row)
        return tuple(Identity.of(Cadre(CadreId(cadre), "", found)) for cadre, found in by_cadre.items())

    def history(self, cadre: CadreId, path: FieldPath) -> tuple[RecordValue, ...]:
        """All values that ever stood at a path, oldest first; the last one counts."""
        rows = self._session.scalars(
            select(RecordValueRow)
            .where(RecordValueRow.cadre_id == cadre, RecordValueRow.path == str(path))
            .order_by(RecordValueRow.sequence)
        )
        return tuple(_value(row) for row in rows)

    def add_row(
        self,
        cadre: CadreId,
        table: str,
        *,
        document: DocumentId | None = None,
        document_row: int | None = None,
    ) -> int:
        """A new row at the end of a table, first seen on this row of a document; gives its number."""
        position = max(self.row_ids(cadre, table), default=-1) + 1
        self._add_row(cadre, table, position, document, document_row)
        return position

    def rows_from(self, cadre: CadreId, document: DocumentId) -> dict[tuple[str, int], int]:
        """The rows of a record that first stood on a document: (table, row of the document) to row."""
        rows = self._session.scalars(
            select(RecordRowRow).where(RecordRowRow.cadre_id == cadre, RecordRowRow.document_id == document)
        )
        return {(row.table_key, row.document_row or 0): row.position for row in rows}

    def _values_between(self, first: str, last: str) -> dict[str, dict[FieldPath, RecordValue]]:
        """By cadre, in the order of writing; a later value takes the place of an earlier one."""
        rows = self._session.scalars(
            select(RecordValueRow)
            .where(RecordValueRow.cadre_id.between(first, last))
            .order_by(RecordValueRow.cadre_id, RecordValueRow.sequence)
        )
        found: dict[str, dict[FieldPath, RecordValue]] = {}
        for row in rows.all():
            value = _value(row)
            of_cadre = found.setdefault(row.cadre_id, {})
            of_cadre.pop(value.path, None)
            if not value.withdrawn:
                of_cadre[value.path] = value
            self._session.expunge(row)
        return found

    def _add_rows(self, cadre: CadreId, values: Sequence[RecordValue]) -> None:
        """An identity for every table row that is new in this record."""
        for table in sorted({value.path.table for value in values if value.path.table}):
            known = self.row_ids(cadre, table)
            numbers = {value.path.row for value in values if value.path.table == table}
            for number in sorted(numbers - set(known)):
                self._add_row(cadre, table, number, None, None)

    def _add_row(
        self, cadre: CadreId, table: str, position: int, document: DocumentId | None, row: int | None
    ) -> None:
        self._session.add(
            RecordRowRow(
                id=self._identifiers.new(),
                cadre_id=cadre,
                table_key=table,
                position=position,
                document_id=document,
                document_row=row,
            )
        )
        self._session.flush()

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
        state=_WITHDRAWN if value.withdrawn else value.answer.state.value,
        text=value.answer.text,
        value=value_to_json(value.answer.value),
        approved_by=value.approved_by,
        approved_at=value.approved_at,
        reason=value.reason,
        seconded_by=value.seconded_by,
        valid_from=value.valid_from,
        valid_to=value.valid_to,
        places=[[place.scheme, place.code] for place in value.places] or None,
    )
    evidence = value.evidence
    if evidence is not None:
        row.document_id, row.page, row.raw = evidence.document, evidence.page, evidence.raw
        row.x, row.y, row.width, row.height = evidence.box.as_list()
        row.confidence = evidence.confidence
    return row


def _value(row: RecordValueRow) -> RecordValue:
    withdrawn = row.state == _WITHDRAWN
    state = State.BLANK if withdrawn else State(row.state)
    return RecordValue(
        path=FieldPath.parse(row.path),
        answer=Answer(state, row.text, value_from_json(row.value)),
        evidence=_evidence(row),
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        reason=row.reason,
        seconded_by=row.seconded_by,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        withdrawn=withdrawn,
        places=tuple(PlaceCode(scheme, code) for scheme, code in row.places or ()),
    )


def _absorbed() -> Select[str]:
    return select(MergeRow.absorbed_id).where(MergeRow.undone_at.is_(None))


def _evidence(row: RecordValueRow) -> Evidence | None:
    match (row.document_id, row.page, row.x, row.y, row.width, row.height, row.raw, row.confidence):
        case (str(document), int(page), int(x), int(y), int(width), int(height), str(raw), float(sure)):
            return Evidence(DocumentId(document), page, Box(x, y, width, height), raw, sure)
    return None
