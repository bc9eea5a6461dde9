"""One batch on its way from acknowledged pages to stored documents: each is kept as soon as it is whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.doubling import imprint
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.page_words import placed_words
from hrdigitize.domain.picture import Spread
from hrdigitize.domain.reading import Finding, FormReading, Severity
from hrdigitize.domain.record import BatchId, DocumentId, StoredPage, renumbered
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import BatchPage, ContentId, PageText, Refusal
from hrdigitize.extraction.id_cards import CARD_FIELDS, FoundCard, with_id_cards
from hrdigitize.services.markings import hold_undeclared, keep_markings, refusal_of, require_declared
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.stack import NOT_READ, Part, ReadPage, Size, Source, StackReading, cards_of
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
    """A page of a batch and the original that it lies in, with how that is parted into pages."""

    page: BatchPage
    content: ContentId
    spreads: Mapping[int, Spread]


@dataclass(frozen=True, slots=True)
class _Identity:
    """What a stored document says of a person, and how many identity cards had been found by then."""

    document: DocumentId
    reading: FormReading
    cards: int

    def beside(self, cards: Sequence[FoundCard]) -> tuple[Finding, ...]:
        """What the cards say that were found behind it."""
        if self.cards == len(cards) or self.reading.form is None:
            return ()
        (before,) = with_id_cards([self.reading], cards[: self.cards])
        (now,) = with_id_cards([self.reading], cards)
        return tuple(finding for finding in now.findings if finding not in before.findings)


class BatchRun:
    """Reads what of a batch is acknowledged and not read; goes on where an earlier run was broken off.

    Driven by one thread: `look` for pages that came, `end` when no more come, then `feed` and `keep` until
    `is_done`. Each document is stored in a unit of work of its own, with the kinds of its pages: a page is in
    a document or unread, whatever happens. read_before: pages that earlier runs read. UserFault
    "batch-unknown", "stack-half-scanned", "secrecy-undeclared", and what the store says when it cannot write.
    """

    def __init__(self, batch: BatchId, actor: Actor, archive: Archive, reader: Reader) -> None:
        self.batch = batch
        self._actor = actor
        self._archive = archive
        self._reader = reader
        self._sheets: list[_Sheet] = []
        self._stack: StackReading | None = None
        self._ended = False
        self._failed = self._refused = 0
        self._cards: list[FoundCard] = []
        self._identities: list[_Identity] = []
        known, self.read_before, self._declared, self.is_done = archive.lane.run(self._known)
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
        had = {sheet.page.page.id for sheet in self._sheets}
        unread = self._archive.lane.run(self._unread)
        sheets = [sheet for sheet in unread if sheet.page.page.id not in had]
        if not sheets:
            return
        self._sheets += sheets
        self._stack = self._stack or StackReading(self._reader, self._declared)
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

    def _known(self) -> tuple[tuple[DocumentId, ...], int, Secrecy, bool]:
        with self._archive.store.view() as view:
            if not view.batches.exists(self.batch):
                raise UserFault("batch-unknown")
            if view.turned_stacks.find(self.batch) is not None:
                raise UserFault("stack-half-scanned", batch=self.batch)
            read = len(view.batches.kinds(self.batch))
            require_declared(view, self.batch)
            declared = view.markings.declared(self.batch)
            return view.documents.of_batch(self.batch), read, declared, view.batches.is_read(self.batch)

    def _unread(self) -> tuple[_Sheet, ...]:
        with self._archive.store.view() as view:
            files = {file.id: file for file in view.batches.files(self.batch)}
            pages = ((page, files[page.file]) for page in view.batches.unread(self.batch))
            return tuple(_Sheet(page, file.content, file.spreads) for page, file in pages if file.content)

    def _sources(self, sheets: Sequence[_Sheet]) -> Iterator[Source]:
        """One for each file; its pages are those that were acknowledged, whatever comes behind them."""
        for run in _runs(sheets):
            wanted = [(sheet.page.page_in_file, sheet.page.recipe) for sheet in run]
            pictures = self._archive.pictures.chosen(run[0].content, wanted, run[0].spreads)
            yield Source(pictures, [Size.of(sheet.page.page) for sheet in run])

    def _kept(self, part: Part) -> tuple[DocumentId, ...]:
        found = {self._page(page).id: page.reading for page in part.pages}
        hold_undeclared(self._archive.store, self.batch, found, self._declared, self._actor)
        self._cards += cards_of(part)
        with self._archive.store.work(self._actor) as work:
            work.batches.note_read({page: reading.kind for page, reading in found.items()})
            made = tuple(
                DocumentId(self._archive.identifiers.new()) for _ in range(part.document is not None)
            )
            if part.document is not None:
                texts = {self._page(page).id: _text(page) for page in part.pages}
                (document,) = with_id_cards([part.document], self._cards)
                work.documents.add(made[0], self.batch, self._judged(document, part.pages), texts, at=work.at)
                self._identities.append(_Identity(made[0], _identity_alone(part.document), len(self._cards)))
            failed = sum(page.fault is not None for page in part.pages)
            refused = keep_markings(work, found, self._declared)
            self._failed += failed
            self._refused += refused
            work.commit(
                "pages-read", self.batch, documents=len(made), failed_pages=failed, refused_pages=refused
            )
        return made

    def _finish(self) -> None:
        with self._archive.store.work(self._actor) as work:
            for identity in self._identities:
                later = identity.beside(self._cards)
                if later:
                    work.documents.add_findings(identity.document, later)
            work.batches.note_all_read(self.batch)
            work.commit(
                "batch-read",
                self.batch,
                documents=len(self._documents),
                failed_pages=self._failed,
                refused_pages=self._refused,
            )
        self._archive.store.ease()

    def _judged(self, reading: FormReading, pages: Sequence[ReadPage]) -> FormReading:
        """By the numbers of the batch, with a warning for each thing that is wrong with a page's picture."""
        own = renumbered(reading, [sheet.page.page.number for sheet in self._sheets])
        warnings = tuple(
            Finding(code, Severity.WARNING, (), {"page": str(self._page(page).number)})
            for page in pages
            for code in page.reading.quality
            if code != NOT_READ
        )
        return replace(own, findings=(*own.findings, *warnings))

    def _page(self, page: ReadPage) -> StoredPage:
        return self._sheets[page.number - 1].page.page


def _identity_alone(reading: FormReading) -> FormReading:
    """The reading with no more than what a card speaks of: it is kept until the batch is read."""
    fields = {key: reading.fields[key] for key in CARD_FIELDS if key in reading.fields}
    return replace(reading, fields=fields, tables={}, findings=(), index={})


def _runs(sheets: Sequence[_Sheet]) -> Iterator[list[_Sheet]]:
    """Pages that follow each other in one file, as far as they do."""
    run: list[_Sheet] = []
    for sheet in sheets:
        behind = run and run[-1].page.file == sheet.page.file
        if run and not (behind and run[-1].page.page_in_file < sheet.page.page_in_file):
            yield run
            run = []
        run.append(sheet)
    if run:
        yield run


def _text(page: ReadPage) -> PageText:
    refusal = Refusal(page.fault.code, page.fault.params) if page.fault else refusal_of(page.reading)
    read = page.reading
    return PageText(read.text, refusal, read.rotation, imprint(read), placed_words(read))
