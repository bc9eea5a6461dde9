"""Reading a batch: pages become documents, documents become readings beside the originals."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, wait

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.services.batch_run import Archive, BatchRun
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.stack import Progress
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.workers.reading import Reader

#: Starts the reading helpers.
ReaderFactory = Callable[[], Reader]


class BatchReading:
    """Reads batches on the calling thread; only the database work runs on the lane."""

    def __init__(
        self,
        store: Store,
        lane: Lane,
        *,
        pictures: Pictures,
        readers: ReaderFactory,
        identifiers: Identifiers,
    ) -> None:
        self._archive = Archive(store, lane, pictures, identifiers)
        self._readers = readers

    def read(
        self, batch: BatchId, *, actor: Actor, progress: Progress | None = None
    ) -> tuple[DocumentId, ...]:
        """The documents of the batch, each stored as soon as it is whole. What was read is not read again.

        A page that cannot be read is kept with its reason and the others go on; a batch that was broken
        off goes on behind its last document. UserFault "batch-unknown", "stack-half-scanned",
        "secrecy-undeclared" where pages are marked and nobody said so, and what the store says when it
        cannot write.
        """
        require(actor, Action.READ)
        with self._readers() as reader:
            run = BatchRun(batch, actor, self._archive, reader)
            run.look()
            run.end()
            try:
                while not run.is_done:
                    while run.feed():
                        pass
                    run.keep()
                    if progress is not None and run.known:
                        progress(run.done, run.known)
                    wait(run.in_flight(), return_when=FIRST_COMPLETED)
            finally:
                run.cancel()
            return run.documents
