"""Upkeep: whether the store is whole, and what was done in it. Shows no dossier."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from hrdigitize.crypto.lettering import MiscopiedError
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import AuditEntry
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.anchors import anchor_text, read_anchor
from hrdigitize.store.chain import Anchor
from hrdigitize.store.checking import StoreFinding, check
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store


@dataclass(frozen=True, slots=True)
class NotedAnchor:
    """The head of the log at a moment, for keeping outside the PC: its count of entries, letters to copy."""

    at: datetime
    count: int
    text: str


class Upkeep:
    """Checks the store, reads its log and notes the log's head, on the lane.

    UserFault "action-not-allowed" from every method where the actor's role does not allow it.
    """

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def check(self, anchors: Sequence[str] = (), *, actor: Actor) -> tuple[StoreFinding, ...]:
        """Every promise of the store that does not hold; empty when it is sound. The log notes the check.

        anchors: letters that `anchor` once gave; a log that was cut, put back or rewritten since then does
        not hold them. UserFault "anchor-misread" for letters copied wrongly; nothing is checked then.
        """
        require(actor, Action.CHECK_STORE)
        noted = [_read(text, number) for number, text in enumerate(anchors, start=1)]
        return self._lane.run(lambda: self._check(noted, actor))

    def anchor(self, *, actor: Actor) -> NotedAnchor:
        """The head of the log now. Its last entry is the one that says that it was noted."""
        require(actor, Action.ANCHOR_LOG)
        return self._lane.run(lambda: self._anchor(actor))

    def log(self, *, actor: Actor) -> tuple[AuditEntry, ...]:
        """What was done, oldest first: who, what, to what, when; never a personal value."""
        require(actor, Action.READ_LOG)
        return self._lane.run(self._log)

    def _check(self, anchors: Sequence[Anchor], actor: Actor) -> tuple[StoreFinding, ...]:
        found = check(self._store, anchors)
        # Where nothing can be written any more, what was found is told all the same.
        with suppress(UserFault), self._store.work(actor) as work:
            work.commit("store-checked", "store", findings=len(found), anchors=len(anchors))
        return found

    def _anchor(self, actor: Actor) -> NotedAnchor:
        with self._store.work(actor) as work:
            work.commit("log-anchored", "log")
        with self._store.view() as view:
            head = view.audit.head()
        return NotedAnchor(work.at, head.sequence, anchor_text(head))

    def _log(self) -> tuple[AuditEntry, ...]:
        with self._store.view() as view:
            return tuple(view.audit.entries())


def _read(text: str, number: int) -> Anchor:
    try:
        return read_anchor(text)
    except MiscopiedError:
        raise UserFault("anchor-misread", number=number) from None
