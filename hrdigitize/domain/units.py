"""Units: agencies and party committees, what they were called and what they were made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from hrdigitize.domain.dates import PartialDate, parse_iso

UnitId = NewType("UnitId", str)


class UnitKind(StrEnum):
    """What a unit is."""

    AGENCY = "agency"
    PARTY_COMMITTEE = "party-committee"


class ManagingLevel(StrEnum):
    """Who decides about the cadres of a unit (phân cấp quản lý)."""

    CENTRAL = "central"
    PROVINCE = "province"
    COMMUNE = "commune"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when something held: partial ISO dates, None where it is open or not known."""

    start: str | None = None
    end: str | None = None

    def holds(self, when: PartialDate) -> bool:
        """Whether it may have held on that date: only what surely lies outside is outside."""
        start, end = parse_iso(self.start), parse_iso(self.end)
        begun = start is None or not when.surely_before(start)
        return begun and (end is None or not end.surely_before(when))


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name of a unit and when it had it."""

    name: str
    span: Span = Span()


@dataclass(frozen=True, slots=True)
class Unit:
    """An agency or committee. names: oldest first, never empty. predecessors: what it was made of."""

    id: UnitId
    kind: UnitKind
    level: ManagingLevel
    names: tuple[UnitName, ...]
    span: Span = Span()
    parent: UnitId | None = None
    predecessors: tuple[UnitId, ...] = ()

    def __post_init__(self) -> None:
        if not self.names:
            raise ValueError("a unit has a name")

    @property
    def name(self) -> str:
        """Its last name."""
        return self.names[-1].name

    def name_on(self, when: PartialDate) -> str:
        """What it was called on a date; its last name where no name fits."""
        fitting = [named.name for named in self.names if named.span.holds(when)]
        return fitting[-1] if fitting else self.name
