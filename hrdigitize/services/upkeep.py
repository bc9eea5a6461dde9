"""Upkeep: whether the store is whole, and what was done in it. Shows no dossier."""

from __future__ import annotations

from contextlib import suppress

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import AuditEntry
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.checking import StoreFinding, check
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store


class Upkeep:
    """Checks the store and reads its log, on the lane.

    UserFault "action-not-allowed" from every method where the actor's role does not allow it.
    """

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def check(self, *, actor: Actor) -> tuple[StoreFinding, ...]:
        """Every promise of the store that does not hold; empty when it is sound. The log notes the check."""
        require(actor, Action.CHECK_STORE)
        return self._lane.run(lambda: self._check(actor))

    def log(self, *, actor: Actor) -> tuple[AuditEntry, ...]:
        """What was done, oldest first: who, what, to what, when; never a personal value."""
        require(actor, Action.READ_LOG)
        return self._lane.run(self._log)

    def _check(self, actor: Actor) -> tuple[StoreFinding, ...]:
        found = check(self._store)
        # Where nothing can be written any more, what was found is told all the same.
        with suppress(UserFault), self._store.work(actor) as work:
            work.commit("store-checked", "store", findings=len(found))
        return found

    def _log(self) -> tuple[AuditEntry, ...]:
        with self._store.view() as view:
            return tuple(view.audit.entries())
