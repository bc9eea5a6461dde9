"""Markings of secrecy: what a batch may be, what its pages turned out to be, and the register of copies.

Secret and top secret papers are never digitised here. A confidential one is, where the operator said so
before; each of its pages is a line of the register of copies (Law 117/2025/QH15 on state secrets).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.copies import CopyEntry, MarkedPage
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.record import BatchId, PageId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import Refusal
from hrdigitize.printing.secrecy_sheets import write_copy_register, write_refusal_notice
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.durable import write_whole
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work

_REFUSED, _UNDECLARED = "secrecy-refused", "secrecy-undeclared"


class Markings:
    """What an operator states, what was found, and what is printed about it.

    UserFault "batch-unknown" from every method that is told a batch, "action-not-allowed".
    """

    def __init__(self, store: Store, lane: Lane, *, clock: Clock) -> None:
        self._store = store
        self._lane = lane
        self._clock = clock

    def confirm(self, batch: BatchId, marking: Secrecy, *, actor: Actor) -> None:
        """The operator says what a batch is, after a marking was found in it; it can be read then.

        UserFault "secrecy-refused", "secrecy-lowered": nobody declares less than is stamped on its pages.
        """
        require(actor, Action.STATE_MARKING)
        require_digitisable(marking)
        self._lane.run(lambda: declare(self._store, batch, marking, actor))

    def found(self, batch: BatchId, *, actor: Actor) -> tuple[MarkedPage, ...]:
        """The pages of a batch that bear a marking."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._found(batch))

    def register(self, *, actor: Actor) -> tuple[CopyEntry, ...]:
        """The register of copies, by running numbers."""
        require(actor, Action.SEE_COPY_REGISTER)
        return self._lane.run(self._register)

    def print_register(self, target: Path, *, actor: Actor) -> Path:
        """The register as PDF; what the disk says."""
        entries = self.register(actor=actor)
        content = io.BytesIO()
        write_copy_register(entries, content, printed_at=self._clock())
        write_whole(target, content.getvalue())
        return target

    def print_notice(self, batch: BatchId, target: Path, *, actor: Actor) -> Path:
        """The note that goes back to the desk of secret papers with the refused sheets of a batch, as PDF.

        UserFault "secrecy-none-refused"; what the disk says.
        """
        refused = tuple(page for page in self.found(batch, actor=actor) if page.marking.is_refused)
        if not refused:
            raise UserFault("secrecy-none-refused")
        content = io.BytesIO()
        write_refusal_notice(batch, refused, content, printed_at=self._clock())
        write_whole(target, content.getvalue())
        return target

    def _found(self, batch: BatchId) -> tuple[MarkedPage, ...]:
        with self._store.view() as view:
            if not view.batches.exists(batch):
                raise UserFault("batch-unknown")
            return view.markings.of_batch(batch)

    def _register(self) -> tuple[CopyEntry, ...]:
        with self._store.view() as view:
            return view.markings.register()


def require_digitisable(marking: Secrecy) -> None:
    """UserFault "secrecy-refused" for what is never taken in, before anything of it is read."""
    if marking.is_refused:
        raise UserFault(_REFUSED)


def declare(store: Store, batch: BatchId, marking: Secrecy, actor: Actor) -> None:
    """Notes the operator's word about a batch; on the lane. UserFault as `Markings.confirm`."""
    with store.work(actor) as work:
        if not work.batches.exists(batch):
            raise UserFault("batch-unknown")
        stamped = (page.marking for page in work.markings.of_batch(batch) if not page.marking.is_refused)
        if any(found.rank > marking.rank for found in (work.markings.declared(batch), *stamped)):
            raise UserFault("secrecy-lowered")
        work.markings.declare(batch, marking)
        if marking is not Secrecy.OPEN:
            for page in work.batches.read_pages(batch):  # copied before anybody knew what the batch is
                if not work.markings.of_page(page).is_refused:
                    work.markings.enter(page, marking, at=work.at, by=actor.name)
        work.commit("marking-stated", batch, marking=marking.value)


def hold_undeclared(
    store: Store, batch: BatchId, found: Mapping[PageId, PageReading], declared: Secrecy, actor: Actor
) -> None:
    """On the lane, before anything of a batch is kept: notes markings that nobody declared, and stops there.

    UserFault "secrecy-undeclared" with the numbers of the pages; the operator confirms, then it is read.
    """
    waiting = {
        page: reading.secrecy
        for page, reading in found.items()
        if reading.secrecy.stops_at(declared) and not reading.secrecy.is_refused
    }
    if not waiting:
        return
    with store.work(actor) as work:
        for page, marking in waiting.items():
            work.markings.note(page, marking)
        work.commit("marking-found", batch, pages=len(waiting))
    with store.view() as view:
        require_declared(view, batch)


def require_declared(view: View, batch: BatchId) -> None:
    """UserFault "secrecy-undeclared" while pages are marked higher than the batch was declared to be."""
    declared = view.markings.declared(batch)
    waiting = [
        str(page.number)
        for page in view.markings.of_batch(batch)
        if page.marking.rank > declared.rank and not page.marking.is_refused
    ]
    if waiting:
        raise UserFault(_UNDECLARED, pages=", ".join(waiting), batch=batch)


def keep_markings(work: Work, found: Mapping[PageId, PageReading], declared: Secrecy) -> int:
    """Within the unit of work that keeps a batch: markings of its pages, and its lines in the register.

    Every page of a batch that was declared secret is a copy of a secret. Gives the number of refused pages.
    """
    for page, reading in found.items():
        if reading.secrecy is not Secrecy.OPEN:
            work.markings.note(page, reading.secrecy)
        if declared is not Secrecy.OPEN and not reading.secrecy.is_refused:
            work.markings.enter(page, declared, at=work.at, by=work.actor.name)
    return sum(reading.secrecy.is_refused for reading in found.values())


def refusal_of(reading: PageReading) -> Refusal | None:
    """Why a page with this marking was not read; None for one that may be."""
    return Refusal(_REFUSED) if reading.secrecy.is_refused else None


def require_shown(view: View, page: PageId) -> None:
    """UserFault "secrecy-refused" for a page that is locked: its original stays sealed."""
    if view.markings.of_page(page).is_refused:
        raise UserFault(_REFUSED)


def require_printable(marking: Secrecy, actor: Actor) -> None:
    """UserFault "secrecy-refused" for what is locked, "action-not-allowed" for a secret one."""
    require_digitisable(marking)
    if marking is not Secrecy.OPEN:
        require(actor, Action.PRINT_SECRET)
