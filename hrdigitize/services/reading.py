"""Reading a batch: pages become documents, documents become readings beside the originals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.domain.reading import Finding, FormReading, Severity
from hrdigitize.domain.record import BatchId, DocumentId, PageId
from hrdigitize.domain.stored import BatchPage, ContentId, PageText, Refusal
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.stack import NOT_READ, Progress, Size, Source, Stack, read_stack
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.workers.reading import Reader

#: Starts the reading helpers for one batch.
ReaderFactory = Callable[[], Reader]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page of a batch and the original that it lies in, with how that is parted into pages."""

    page: BatchPage
    content: ContentId
    spreads: Mapping[int, Spread]


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
            stack = read_stack(self._sources(sheets), reader, progress)
        return self._lane.run(lambda: self._keep(batch, sheets, stack, actor))

    def _load(self, batch: BatchId) -> tuple[tuple[DocumentId, ...], tuple[_Sheet, ...]]:
        with self._store.view() as view:
            if not view.batches.exists(batch):
                raise UserFault("batch-unknown")
            files = {file.id: file for file in view.batches.files(batch)}
            pages = ((page, files[page.file]) for page in view.batches.pages(batch))
            sheets = tuple(_Sheet(page, file.content, file.spreads) for page, file in pages if file.content)
            return view.documents.of_batch(batch), sheets

    def _sources(self, sheets: Sequence[_Sheet]) -> list[Source]:
        """One for each file; its pages are those that were acknowledged, whatever comes behind them."""
        files = (list(group) for _, group in groupby(sheets, key=lambda sheet: sheet.page.file))
        return [
            Source(self._pictures_of(file[0], len(file)), [Size.of(sheet.page.page) for sheet in file])
            for file in files
        ]

    def _pictures_of(self, first: _Sheet, pages: int) -> Iterator[Picture]:
        yield from islice(self._pictures.pages(first.content, first.spreads), pages)

    def _keep(
        self, batch: BatchId, sheets: Sequence[_Sheet], stack: Stack, actor: Actor
    ) -> tuple[DocumentId, ...]:
        made = tuple(DocumentId(self._identifiers.new()) for _ in stack.documents)
        with self._store.work(actor) as work:
            for document, reading in zip(made, stack.documents, strict=True):
                numbers = range(reading.first_page, reading.last_page + 1)
                pages = dict(_page_text(sheets, stack, number) for number in numbers)
                judged = _with_page_findings(reading, sheets, stack)
                work.documents.add(document, batch, judged, pages, at=work.at)
            failed = sum(1 for number in range(1, len(sheets) + 1) if stack.fault_at(number))
            work.commit("batch-read", batch, documents=len(made), failed_pages=failed)
        return made


def _with_page_findings(reading: FormReading, sheets: Sequence[_Sheet], stack: Stack) -> FormReading:
    """The reading with a warning for each thing that is wrong with the picture of one of its pages."""
    warnings = tuple(
        Finding(code, Severity.WARNING, (), {"page": str(sheets[number - 1].page.page.number)})
        for number in range(reading.first_page, reading.last_page + 1)
        for code in stack.readings[number - 1].quality
        if code != NOT_READ
    )
    return replace(reading, findings=(*reading.findings, *warnings))


def _page_text(sheets: Sequence[_Sheet], stack: Stack, number: int) -> tuple[PageId, PageText]:
    fault = stack.fault_at(number)
    refusal = Refusal(fault.code, fault.params) if fault else None
    reading = stack.readings[number - 1]
    return sheets[number - 1].page.page.id, PageText(reading.text, refusal, reading.rotation)
