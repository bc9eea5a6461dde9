"""The units that dossiers name: agencies and party committees, renamed, dissolved, made of others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.units import ManagingLevel, Span, Unit, UnitId, UnitKind, UnitName
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.services.answers import iso_date
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work


class Units:
    """Keeps the list of units. Nothing is ever removed: papers of their time name them. From any thread."""

    def __init__(self, store: Store, lane: Lane, *, identifiers: Identifiers) -> None:
        self._store = store
        self._lane = lane
        self._identifiers = identifiers

    def all(self, *, actor: Actor) -> tuple[Unit, ...]:
        """Every unit ever entered, dissolved ones too."""
        require(actor, Action.LIST_UNITS)
        return self._lane.run(self._all)

    def add(
        self,
        name: str,
        *,
        actor: Actor,
        kind: UnitKind = UnitKind.AGENCY,
        level: ManagingLevel = ManagingLevel.COMMUNE,
        since: str = "",
        parent: UnitId | None = None,
        made_of: Sequence[UnitId] = (),
    ) -> Unit:
        """A new unit. since: from when it is there, as a date of any style; "" where nobody knows.

        made_of: the units that it was made of; those that end with it are dissolved apart. UserFault
        "unit-name-empty", "date-unclear", "unit-unknown".
        """
        require(actor, Action.MANAGE_UNITS)
        unit = Unit(
            id=UnitId(self._identifiers.new()),
            kind=kind,
            level=level,
            names=(UnitName(_name(name), Span(iso_date(since) or None)),),
            span=Span(iso_date(since) or None),
            parent=parent,
            predecessors=tuple(made_of),
        )
        return self._lane.run(lambda: self._added(unit, actor))

    def rename(self, unit: UnitId, name: str, *, since: str, actor: Actor) -> Unit:
        """Another name from a date on; the old one keeps its time. Faults as `add`."""
        require(actor, Action.MANAGE_UNITS)
        new, start = _name(name), iso_date(since) or None

        def renamed(before: Unit) -> Unit:
            last = before.names[-1]
            ended = replace(last, span=Span(last.span.start, start))
            return replace(before, names=(*before.names[:-1], ended, UnitName(new, Span(start))))

        return self._lane.run(lambda: self._changed(unit, renamed, "unit-renamed", actor))

    def dissolve(self, unit: UnitId, *, on: str, actor: Actor) -> Unit:
        """The unit ends on a date; it stays in the list. Faults as `add`."""
        require(actor, Action.MANAGE_UNITS)
        end = iso_date(on) or None

        def dissolved(before: Unit) -> Unit:
            return replace(before, span=Span(before.span.start, end))

        return self._lane.run(lambda: self._changed(unit, dissolved, "unit-dissolved", actor))

    def _all(self) -> tuple[Unit, ...]:
        with self._store.view() as view:
            return view.units.all()

    def _added(self, unit: Unit, actor: Actor) -> Unit:
        with self._store.work(actor) as work:
            for named in (*unit.predecessors, *((unit.parent,) if unit.parent else ())):
                _found(work, named)
            return _kept(work, unit, "unit-added")

    def _changed(self, unit: UnitId, change: Callable[[Unit], Unit], action: str, actor: Actor) -> Unit:
        with self._store.work(actor) as work:
            return _kept(work, change(_found(work, unit)), action)


def _kept(work: Work, unit: Unit, action: str) -> Unit:
    work.units.put(unit)
    work.commit(action, unit.id)
    return unit


def _found(view: View, unit: UnitId) -> Unit:
    try:
        return view.units.get(unit)
    except KeyError:
        raise UserFault("unit-unknown") from None


def _name(name: str) -> str:
    plain = one_spaced(name)
    if not plain:
        raise UserFault("unit-name-empty")
    return plain
