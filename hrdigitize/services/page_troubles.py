"""What is wrong with pages that were just taken in, while the paper is still at hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store


@dataclass(frozen=True, slots=True)
class PageTrouble:
    """A page of a batch, by its number, and what is wrong with it: a message code with its parameters."""

    page: int
    code: str
    params: Mapping[str, str]


class PageTroubles:
    """Looks through the documents of a batch as they are read."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def found(
        self, batch: BatchId, *, actor: Actor, seen: Collection[DocumentId] = ()
    ) -> Mapping[DocumentId, tuple[PageTrouble, ...]]:
        """The documents read since (not those seen before), each with its troubles, in their order.

        A trouble is a finding about a page as a picture: one that names no field, but its page.
        """
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._found(batch, seen))

    def _found(
        self, batch: BatchId, seen: Collection[DocumentId]
    ) -> Mapping[DocumentId, tuple[PageTrouble, ...]]:
        with self._store.view() as view:
            fresh = [one for one in view.documents.of_batch(batch) if one not in seen]
            return {
                one: tuple(
                    PageTrouble(finding.page, finding.code, finding.params)
                    for finding in view.documents.get(one).findings
                    if finding.page is not None
                )
                for one in fresh
            }
