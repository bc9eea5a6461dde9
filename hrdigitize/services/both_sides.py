"""Both sides of a stack through a feeder that takes one: fronts, the stack turned over, backs."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain

from hrdigitize.capture.scanners import Device, Scanner
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import BatchId, PageId
from hrdigitize.domain.scanning import Feed, ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.turning import TurnedStack, sheet_by_sheet
from hrdigitize.services.intake import Intake, IntakeReport, Taken
from hrdigitize.services.markings import require_digitisable
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Decode
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a stack is. turned: whether all fronts are scanned and the backs are next.

    fronts, backs: how many of each are safe on the disk.
    """

    fronts: int
    backs: int
    turned: bool


@dataclass(frozen=True, slots=True)
class _Begun:
    """A scanner that is at work already: its pages so far go first."""

    of: Scanner
    running: Generator[bytes, None, None]
    first: bytes

    def devices(self) -> tuple[Device, ...]:
        return self.of.devices()

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:  # noqa: ARG002 - it runs already
        yield from chain([self.first], self.running)


class BothSides:
    """Takes in both sides of a stack, one side after the other.

    Every page is acknowledged as it comes, and what was acknowledged stays: a sitting that broke off at any
    moment goes on where it was, for the store knows how far the stack is. The pages are put in the order of
    the sheets in one unit of work, when there are as many backs as fronts and not before.
    """

    def __init__(self, store: Store, lane: Lane, *, decode: Decode, identifiers: Identifiers) -> None:
        self._store = store
        self._lane = lane
        self._identifiers = identifiers
        self._intake = Intake(store, lane, decode=decode, identifiers=identifiers)

    def scan_fronts(
        self,
        scanner: Scanner,
        settings: ScanSettings,
        *,
        actor: Actor,
        into: BatchId | None = None,
        marking: Secrecy = Secrecy.OPEN,
        taken: Taken | None = None,
    ) -> IntakeReport:
        """The front sides, or more of them. Faults as `Intake.scan`; "stack-turned" after `turn`."""
        require(actor, Action.CAPTURE)
        require_digitisable(marking)
        if into is not None:
            self._lane.run(lambda: self._require_fronts_open(into))
        one_side = replace(settings, feed=Feed.FEEDER)
        with closing(scanner.pages(one_side)) as pages:
            first = next(pages, None)
            if first is None:
                raise UserFault("scanner-empty")
            # Before the first page is safe: no crash can make a plain batch of half a stack.
            batch = self._lane.run(lambda: self._begun(into, actor))
            begun = _Begun(scanner, pages, first)
            return self._intake.scan(
                begun, one_side, actor=actor, into=batch, marking=marking, taken=taken, one_side=True
            )

    def standing(self, batch: BatchId, *, actor: Actor) -> Standing | None:
        """How far the stack of a batch is; None where none was begun, or it is done."""
        require(actor, Action.CAPTURE)
        return self._lane.run(lambda: self._standing(batch))

    def turn(self, batch: BatchId, *, actor: Actor) -> Standing:
        """All fronts are scanned and the stack is turned over. UserFault "stack-not-begun"."""
        require(actor, Action.CAPTURE)
        return self._lane.run(lambda: self._turned(batch, actor))

    def scan_backs(
        self,
        scanner: Scanner,
        settings: ScanSettings,
        batch: BatchId,
        *,
        actor: Actor,
        taken: Taken | None = None,
    ) -> IntakeReport:
        """The back sides, or more of them, last sheet first; the order is not touched: see `settle`.

        Faults as `Intake.scan`, UserFault "stack-not-turned".
        """
        require(actor, Action.CAPTURE)
        stand = self._lane.run(lambda: self._standing(batch))
        if stand is None or not stand.turned:
            raise UserFault("stack-not-turned")
        one_side = replace(settings, feed=Feed.FEEDER)
        return self._intake.scan(scanner, one_side, actor=actor, into=batch, taken=taken, one_side=True)

    def settle(self, batch: BatchId, *, actor: Actor) -> IntakeReport:
        """Puts the pages in the order of the sheets, all at once: the stack is done. Tells what came in.

        UserFault "stack-backs-missing" or "stack-backs-too-many" with both counts; then nothing has changed.
        "stack-not-turned".
        """
        require(actor, Action.CAPTURE)
        return self._lane.run(lambda: self._settled(batch, actor))

    def leave(self, batch: BatchId, *, actor: Actor) -> None:
        """The stack is done, its pages stay in the order in which they came. UserFault "stack-not-begun"."""
        require(actor, Action.CAPTURE)
        self._lane.run(lambda: self._left(batch, actor))

    def _require_fronts_open(self, batch: BatchId) -> None:
        with self._store.view() as view:
            stack = view.turned_stacks.find(batch)
        if stack is not None and stack.fronts is not None:
            raise UserFault("stack-turned")

    def _begun(self, into: BatchId | None, actor: Actor) -> BatchId:
        batch = into or BatchId(self._identifiers.new())
        with self._store.work(actor) as work:
            if work.turned_stacks.find(batch) is not None:
                return batch
            if into is None:
                work.batches.add(batch, at=work.at, by=actor.name)
            elif not work.batches.exists(batch):
                raise UserFault("batch-unknown")
            elif work.batches.is_read(batch):
                raise UserFault("batch-already-read")
            work.turned_stacks.put(batch, TurnedStack(len(work.batches.pages(batch)) + 1))
            work.commit("sides-begun", batch)
        return batch

    def _standing(self, batch: BatchId) -> Standing | None:
        with self._store.view() as view:
            if not view.batches.exists(batch):
                raise UserFault("batch-unknown")
            stack = view.turned_stacks.find(batch)
            if stack is None:
                return None
            fronts, backs = _sides(view, batch, stack)
            return Standing(len(fronts), len(backs), turned=stack.fronts is not None)

    def _turned(self, batch: BatchId, actor: Actor) -> Standing:
        with self._store.work(actor) as work:
            stack = work.turned_stacks.find(batch)
            if stack is None:
                raise UserFault("stack-not-begun")
            fronts, backs = _sides(work, batch, stack)
            if stack.fronts is None:
                work.turned_stacks.put(batch, replace(stack, fronts=len(fronts)))
                work.commit("sides-turned", batch, fronts=len(fronts))
            return Standing(len(fronts), len(backs), turned=True)

    def _settled(self, batch: BatchId, actor: Actor) -> IntakeReport:
        with self._store.work(actor) as work:
            stack = work.turned_stacks.find(batch)
            if stack is None or stack.fronts is None:
                raise UserFault("stack-not-turned")
            fronts, backs = _sides(work, batch, stack)
            if len(backs) < len(fronts):
                raise UserFault("stack-backs-missing", fronts=len(fronts), backs=len(backs))
            if len(backs) > len(fronts):
                raise UserFault("stack-backs-too-many", fronts=len(fronts), backs=len(backs))
            work.batches.renumber(batch, sheet_by_sheet(fronts, backs), first=stack.first_number)
            work.turned_stacks.end(batch)
            work.commit("sides-in-order", batch, sheets=len(fronts))
        return IntakeReport(batch, stack.first_number - 1 + len(fronts) + len(backs), ())

    def _left(self, batch: BatchId, actor: Actor) -> None:
        with self._store.work(actor) as work:
            if work.turned_stacks.find(batch) is None:
                raise UserFault("stack-not-begun")
            work.turned_stacks.end(batch)
            work.commit("sides-left", batch)


def _sides(view: View, batch: BatchId, stack: TurnedStack) -> tuple[list[PageId], list[PageId]]:
    """The fronts and the backs, in the order in which they came."""
    pages = [one.page.id for one in view.batches.pages(batch) if one.page.number >= stack.first_number]
    fronts = len(pages) if stack.fronts is None else stack.fronts
    return pages[:fronts], pages[fronts:]
