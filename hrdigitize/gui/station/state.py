"""What stands on the station's screen: the light, the piles put through, how far they are read. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.services.reading_queue import Standing


class Light(StrEnum):
    """What the operator sees from three metres away."""

    READY = "ready"
    SCANNING = "scanning"
    DONE = "done"
    LOOK = "look"


class PileStage(StrEnum):
    """Whether paper still comes to a pile, it is read, all of it was, or reading broke off."""

    OPEN = "open"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Pile:
    """A dossier as it goes through the feeder. number: the how-manieth of this sitting.

    batch: None until its first page came. looked: its documents that were looked through. troubles: what is
    wrong with its pages, as sentences.
    """

    number: int
    batch: BatchId | None = None
    pages: int = 0
    stage: PileStage = PileStage.OPEN
    looked: frozenset[DocumentId] = frozenset()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToRead:
    """The reading queue at a glance: pages read of those known, piles behind the first, seconds left."""

    read: int = 0
    known: int = 0
    waiting: int = 0
    remaining_s: float | None = None


@dataclass(frozen=True, slots=True)
class StationState:
    """All of it. why: what the light means, where it is about something that went wrong.

    piles: the last one is the one that paper comes to.
    """

    light: Light = Light.READY
    why: str = ""
    piles: tuple[Pile, ...] = field(default=(Pile(1),))
    to_read: ToRead = ToRead()

    @property
    def pile(self) -> Pile:
        """The one that paper comes to."""
        return self.piles[-1]

    @property
    def pages(self) -> int:
        """How many pages this sitting made safe."""
        return sum(pile.pages for pile in self.piles)

    @property
    def may_begin_next(self) -> bool:
        """Whether the pile has pages, and none are coming."""
        return self.pile.batch is not None and self.light is not Light.SCANNING

    def begun(self) -> StationState:
        """The feeder runs."""
        return replace(self, light=Light.SCANNING, why="")

    def taken(self, batch: BatchId, pages: int) -> StationState:
        """A page of the open pile is safe on the disk."""
        return self._with(replace(self.pile, batch=batch, pages=pages))

    def done(self) -> StationState:
        """The feeder is empty and nothing was wrong."""
        return replace(self, light=Light.DONE, why="")

    def look(self, why: str) -> StationState:
        """Something wants the operator. While paper moves the light stays: the pile's troubles have it."""
        return self if self.light is Light.SCANNING else replace(self, light=Light.LOOK, why=why)

    def stopped(self, why: str) -> StationState:
        """The feeder stopped for a reason."""
        return replace(self, light=Light.LOOK, why=why)

    def next_pile(self) -> StationState:
        """No more paper comes to the pile; another one begins. As it was where the pile is empty."""
        if not self.may_begin_next:
            return self
        ended = replace(self.pile, stage=PileStage.READING)
        piles = (*self.piles[:-1], ended, Pile(ended.number + 1))
        return replace(self, light=Light.READY, why="", piles=piles)

    def settled(self, batch: BatchId, stage: PileStage) -> StationState:
        """A pile was read, or reading it broke off."""
        return self._with(replace(self.of(batch), stage=stage))

    def troubled(
        self, batch: BatchId, looked: frozenset[DocumentId], troubles: tuple[str, ...]
    ) -> StationState:
        """Documents of a pile were looked through, and this is wrong with their pages."""
        pile = self.of(batch)
        return self._with(replace(pile, looked=pile.looked | looked, troubles=(*pile.troubles, *troubles)))

    def queued(self, standings: Mapping[BatchId, Standing]) -> StationState:
        """How far reading is; batches of other sittings count as well: this PC reads them."""
        all_of_them = list(standings.values())
        known = [one.remaining_s for one in all_of_them if one.remaining_s is not None]
        to_read = ToRead(
            sum(one.read for one in all_of_them),
            sum(one.known for one in all_of_them),
            max(0, sum(one.read < one.known for one in all_of_them) - 1),
            sum(known) if known else None,
        )
        return replace(self, to_read=to_read)

    def of(self, batch: BatchId) -> Pile:
        """The pile of a batch. KeyError where none is."""
        for pile in self.piles:
            if pile.batch == batch:
                return pile
        raise KeyError(batch)

    def _with(self, changed: Pile) -> StationState:
        piles = tuple(changed if pile.number == changed.number else pile for pile in self.piles)
        return replace(self, piles=piles)
