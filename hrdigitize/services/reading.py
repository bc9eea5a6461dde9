"""Reading a batch: pages become documents, documents become readings beside the originals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.sheets import Progress, ReadDocument, Sheet, read_sheets
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.workers.reading import Reader

#: Starts the reading helpers for one batch.
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
        self._store = store
        self._lane = lane
        self._pictures = pictures
        self._readers = readers
        self._identifiers = identifiers

    def read(
        self, batch: BatchId, *, actor: Actor, progress: Progress | None = None
    ) -> tuple[DocumentId, ...]:
        """The documents of the batch, all stored at once. A batch that was read before is not read again.

        A page that cannot be read is kept with its reason and the others go on. UserFault
        "batch-unknown", and what the store says when it cannot write.
        """
        require(actor, Action.READ)
        known, sheets = self._lane.run(lambda: self._load(batch))
        if known or not sheets:
            return known
        with self._readers() as reader:
            documents = read_sheets(sheets, self._pictures, reader, progress)
        return self._lane.run(lambda: self._keep(batch, documents, actor))

    def _load(self, batch: BatchId) -> tuple[tuple[DocumentId, ...], tuple[Sheet, ...]]:
        with self._store.view() as view:
            if not view.batches.exists(batch):
                raise UserFault("batch-unknown")
            contents = {file.id: file.content for file in view.batches.files(batch)}
            pages = view.batches.pages(batch)
            sheets = tuple(Sheet(page, content) for page in pages if (content := contents[page.file]))
            return view.documents.of_batch(batch), sheets

    def _keep(
        self, batch: BatchId, documents: Sequence[ReadDocument], actor: Actor
    ) -> tuple[DocumentId, ...]:
        made = tuple(DocumentId(self._identifiers.new()) for _ in documents)
        with self._store.work(actor) as work:
            for document, read in zip(made, documents, strict=True):
                work.documents.add(document, batch, read.reading, read.pages, at=work.at)
            failed = sum(1 for read in documents for text in read.pages.values() if text.failure)
            work.commit("batch-read", batch, documents=len(made), failed_pages=failed)
        return made
