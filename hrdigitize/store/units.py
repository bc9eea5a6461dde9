"""Units: agencies and party committees with their names, dates and predecessors."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hrdigitize.domain.units import ManagingLevel, Span, Unit, UnitId, UnitKind, UnitName
from hrdigitize.store.models import UnitNameRow, UnitPredecessorRow, UnitRow


class Units:
    """The units that a store knows, within one unit of work. None is ever removed: dossiers name them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, unit: Unit) -> None:
        """The unit as given, new or in place of what stood under the same identifier."""
        self._session.merge(
            UnitRow(
                id=unit.id,
                kind=unit.kind.value,
                level=unit.level.value,
                parent_id=unit.parent,
                valid_from=unit.span.start,
                valid_to=unit.span.end,
            )
        )
        self._session.flush()
        for model in (UnitNameRow, UnitPredecessorRow):
            self._session.execute(delete(model).where(model.unit_id == unit.id))
        self._session.add_all(_name_rows(unit))
        self._session.add_all(
            UnitPredecessorRow(unit_id=unit.id, predecessor_id=before) for before in unit.predecessors
        )
        self._session.flush()

    def get(self, unit: UnitId) -> Unit:
        """KeyError for none of this identifier."""
        row = self._session.get(UnitRow, unit)
        if row is None:
            raise KeyError(unit)
        return self._unit(row)

    def all(self) -> tuple[Unit, ...]:
        """Every unit, in the order of their identifiers: the oldest entry first."""
        return tuple(self._unit(row) for row in self._session.scalars(select(UnitRow).order_by(UnitRow.id)))

    def _unit(self, row: UnitRow) -> Unit:
        names = self._session.scalars(
            select(UnitNameRow).where(UnitNameRow.unit_id == row.id).order_by(UnitNameRow.position)
        )
        before = self._session.scalars(
            select(UnitPredecessorRow.predecessor_id)
            .where(UnitPredecessorRow.unit_id == row.id)
            .order_by(UnitPredecessorRow.predecessor_id)
        )
        return Unit(
            id=UnitId(row.id),
            kind=UnitKind(row.kind),
            level=ManagingLevel(row.level),
            names=tuple(UnitName(name.name, Span(name.valid_from, name.valid_to)) for name in names),
            span=Span(row.valid_from, row.valid_to),
            parent=UnitId(row.parent_id) if row.parent_id else None,
            predecessors=tuple(UnitId(found) for found in before),
        )


def _name_rows(unit: Unit) -> Iterable[UnitNameRow]:
    return (
        UnitNameRow(
            unit_id=unit.id,
            position=position,
            name=named.name,
            valid_from=named.span.start,
            valid_to=named.span.end,
        )
        for position, named in enumerate(unit.names)
    )
