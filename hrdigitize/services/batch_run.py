"""One batch on its way from acknowledged pages to stored documents: each is kept as soon as it is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice
from typing import Any

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import Finding, FormReading, Severity
from hrdigitize.domain.record import BatchId, DocumentId, PageId
from hrdigitize.domain.stored import BatchPage, ContentId, PageText, Refusal
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.stack import NOT_READ, Part, ReadPage, Size, Source, StackReading
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.workers.reading import Reader


@dataclass(frozen=True, slots=True)
class Archive:
    """Where batches are kept, and how their pictures are had."""

    store: Store
    lane: Lane
    pictures: Pictures
    identifiers: Identifiers


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page of a batch and the original that it lies in."""

    page: BatchPage
    content: ContentId


class BatchRun:
    """Reads what of a batch is acknowledged and not read; goes on where an earlier run was broken off.

    Driven by one thread: `look` for pages that came, `end` when no more come, then `feed` and `keep` until
    `is_done`. Each document is stored in a unit of work of its own, with the kinds of its pages: a page is in
    a document or unread, whatever happens. read_before: pages that earlier runs read. UserFault
    "batch-unknown", and what the store says when it cannot write.
    """

    def __init__(self, batch: BatchId, actor: Actor, archive: Archive, reader: Reader) -> None:
        self.batch = batch
        self._actor = actor
        self._archive = archive
        self._reader = reader
        self._sheets: dict[int, _Sheet] = {}
        self._stack: StackReading | None = None
        self._ended = False
        self._failed = 0
        known, self.read_before, self.is_done = archive.lane.run(self._known)
        self._documents = list(known)

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The documents of the batch that are stored, in order."""
        return tuple(self._documents)

    @property
    def done(self) -> int:
        """How many pages this run has read."""
        return self._stack.done if self._stack is not None else 0

    @property
    def known(self) -> int:
        """How many pages this run knows of."""
        return self._stack.known if self._stack is not None else 0

    def look(self) -> None:
        """Takes up the pages that were acknowledged since it looked last."""
        if self.is_done:
            return
        sheets = [
            one for one in self._archive.lane.run(self._unread) if one.page.page.number not in self._sheets
        ]
        if not sheets:
            return
        self._sheets |= {sheet.page.page.number: sheet for sheet in sheets}
        if self._stack is None:
            self._stack = StackReading(self._reader, first=sheets[0].page.page.number)
        for source in self._sources(sheets):
            self._stack.add(source)

    def end(self) -> None:
        """No more pages come: the last document ends with the last page."""
        self._ended = True
        if self._stack is not None:
            self._stack.end()

    def feed(self) -> bool:
        """Hands one page to the helpers, where they have room; whether it did."""
        return self._stack is not None and self._stack.feed(most=1)

    @property
    def is_hungry(self) -> bool:
        """Whether it has taken every page that it knows of: it may `look` for more."""
        return self._stack is None or self._stack.is_hungry

    def coming(self) -> set[Future[Any]]:
        """What was asked for and is not kept: `keep` may have something to do when one of them is done."""
        return self._stack.coming() if self._stack is not None else set()

    def in_flight(self) -> set[Future[Any]]:
        """What is being worked on."""
        return self._stack.in_flight() if self._stack is not None else set()

    def keep(self) -> None:
        """Stores the documents that are whole, and at the end that all is read."""
        if self._stack is not None:
            for part in self._stack.ready():
                made = self._archive.lane.run(partial(self._kept, part))
                self._documents.extend(made)
        if self._ended and not self.is_done and (self._stack is None or self._stack.is_done):
            if self._stack is not None or self._documents:  # into an empty batch, files may still come
                self._archive.lane.run(self._finish)
            self.is_done = True

    def cancel(self) -> None:
        """Gives up what is not stored; it is read anew by the next run."""
        if self._stack is not None:
            self._stack.cancel()

    def _known(self) -> tuple[tuple[DocumentId, ...], int, bool]:
        with self._archive.store.view() as view:
            if not view.batches.exists(self.batch):
                raise UserFault("batch-unknown")
            read = len(view.batches.pages(self.batch)) - len(view.batches.unread(self.batch))
            return view.documents.of_batch(self.batch), read, view.batches.is_read(self.batch)

    def _unread(self) -> tuple[_Sheet, ...]:
        with self._archive.store.view() as view:
            contents = {file.id: file.content for file in view.batches.files(self.batch)}
            pages = view.batches.unread(self.batch)
            return tuple(_Sheet(page, content) for page in pages if (content := contents[page.file]))

    def _sources(self, sheets: Sequence[_Sheet]) -> Iterator[Source]:
        """One for each file; its pages are those that were acknowledged, whatever comes behind them."""
        for _, group in groupby(sheets, key=lambda sheet: sheet.page.file):
            file = list(group)
            yield Source(self._pictures_of(file), [Size.of(sheet.page.page) for sheet in file])

    def _pictures_of(self, file: Sequence[_Sheet]) -> Iterator[Picture]:
        """The pages of one file from the first unread one on."""
        before = file[0].page.page_in_file - 1
        pages = self._archive.pictures.pages(file[0].content)
        yield from islice(pages, before, before + len(file))

    def _kept(self, part: Part) -> tuple[DocumentId, ...]:
        with self._archive.store.work(self._actor) as work:
            work.batches.note_read({self._id(page): page.reading.kind for page in part.pages})
            made = tuple(
                DocumentId(self._archive.identifiers.new()) for _ in range(part.document is not None)
            )
            if part.document is not None:
                texts = {self._id(page): _text(page) for page in part.pages}
                judged = _with_page_findings(part.document, part.pages)
                work.documents.add(made[0], self.batch, judged, texts, at=work.at)
            failed = sum(page.fault is not None for page in part.pages)
            self._failed += failed
            work.commit("pages-read", self.batch, documents=len(made), failed_pages=failed)
        return made

    def _finish(self) -> None:
        with self._archive.store.work(self._actor) as work:
            work.batches.note_all_read(self.batch)
            work.commit("batch-read", self.batch, documents=len(self._documents), failed_pages=self._failed)

    def _id(self, page: ReadPage) -> PageId:
        return self._sheets[page.number].page.page.id


def _with_page_findings(reading: FormReading, pages: Sequence[ReadPage]) -> FormReading:
    """The reading with a warning for each thing that is wrong with the picture of one of its pages."""
    warnings = tuple(
        Finding(code, Severity.WARNING, (), {"page": str(page.number)})
        for page in pages
        for code in page.reading.quality
        if code != NOT_READ
    )
    return replace(reading, findings=(*reading.findings, *warnings))


def _text(page: ReadPage) -> PageText:
    refusal = Refusal(page.fault.code, page.fault.params) if page.fault else None
    return PageText(page.reading.text, refusal, page.reading.rotation)
