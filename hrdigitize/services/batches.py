"""Batches to choose from, and one as a whole: what people see who take paper in and put it in order."""

from __future__ import annotations

from collections.abc import Mapping

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.batches import BatchContents, BatchSummary
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.services.belonging import repeated
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.neighbours import KeptPage
from hrdigitize.store.opening import Store


class BatchList:
    """Looks at batches. Callable from any thread. UserFault "batch-unknown" where one is named."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def all(self, *, actor: Actor) -> tuple[BatchSummary, ...]:
        """Every batch of the store, newest first."""
        require(actor, Action.LOOK)
        return self._lane.run(self._all)

    def contents(self, batch: BatchId, *, actor: Actor) -> BatchContents:
        """A batch as a whole; it asks the store a few times, however many pages there are."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._contents(batch))

    def doubles(self, batch: BatchId, *, actor: Actor) -> Mapping[int, int]:
        """Pages that were scanned twice, by number, each with the earliest page that it repeats.

        Pages are compared word by word on the calling thread, which takes a while for hundreds of them.
        """
        require(actor, Action.LOOK)
        return repeated(self._lane.run(lambda: self._pages(batch)))

    def _all(self) -> tuple[BatchSummary, ...]:
        with self._store.view() as view:
            return view.batch_book.all()

    def _contents(self, batch: BatchId) -> BatchContents:
        with self._store.view() as view:
            if not view.batches.exists(batch):
                raise UserFault("batch-unknown")
            return BatchContents(
                view.batch_book.one(batch),
                view.batches.files(batch),
                view.batch_book.pages(batch),
                view.batch_book.papers(batch),
                view.arrangements.last(batch) is not None,
                view.arrangements.next_undone(batch) is not None,
            )

    def _pages(self, batch: BatchId) -> tuple[KeptPage, ...]:
        with self._store.view() as view:
            if not view.batches.exists(batch):
                raise UserFault("batch-unknown")
            return view.neighbours.pages(batch)
