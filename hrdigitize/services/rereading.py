"""Reading again the documents whose pages were arranged: each as the one document that people say it is.

The readings that were are never changed: what is read again is another document, which takes the pages over,
and the answers that still have their places. Those that have none are told as findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.arranging import Layout, documents_of
from hrdigitize.domain.carrying import Carried, carried
from hrdigitize.domain.doubling import imprint
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.page_words import placed_words
from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.domain.reading import Finding, FormReading, Severity
from hrdigitize.domain.recipe import Recipe
from hrdigitize.domain.record import (
    BatchId,
    DocumentId,
    DocumentStatus,
    PageId,
    StoredDocument,
    Verification,
    readings_by_path,
    renumbered,
)
from hrdigitize.domain.stored import BatchPage, ContentId, PageText, Refusal
from hrdigitize.services.arranging import READ_AGAIN, arrange
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.reading import ReaderFactory
from hrdigitize.services.stack import NOT_READ, Progress
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import Work
from hrdigitize.workers.reading import DocumentPages, Reader, outcome_of


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """A document that was read again. was: before. left: answers that have no place on it any more."""

    document: DocumentId
    was: DocumentId
    left: tuple[Verification, ...]


@dataclass(frozen=True, slots=True)
class _AsRead:
    """What reading gave: the document, and each of its pages or why it could not be read."""

    reading: FormReading
    pages: tuple[PageReading | UserFault, ...]


class Rereading:
    """Reads on the calling thread; only the database work runs on the lane."""

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

    def waiting(self, batch: BatchId, *, actor: Actor) -> tuple[DocumentId, ...]:
        """The documents of a batch that are to be read again. "batch-unknown"."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._waiting(batch))

    def read(
        self, batch: BatchId, *, actor: Actor, progress: Progress | None = None
    ) -> tuple[ReadAgain, ...]:
        """Reads them, each kept as soon as it is read. Where it is broken off, the rest still waits.

        UserFault "batch-unknown"; "rereading-overtaken" where its pages were arranged again meanwhile.
        """
        require(actor, Action.READ)
        waiting = self._lane.run(lambda: self._waiting(batch))
        if not waiting:
            return ()
        done: list[ReadAgain] = []
        with self._readers() as reader:
            for document in waiting:
                done.append(self._again(batch, document, reader, actor))
                if progress is not None:
                    progress(len(done), len(waiting))
        return tuple(done)

    def _waiting(self, batch: BatchId) -> tuple[DocumentId, ...]:
        with self._store.view() as view:
            if not view.batches.exists(batch):
                raise UserFault("batch-unknown")
            return tuple(one for one in view.documents.of_batch(batch) if view.documents.get(one).stale)

    def _again(self, batch: BatchId, document: DocumentId, reader: Reader, actor: Actor) -> ReadAgain:
        pages = self._lane.run(lambda: self._pages(batch, document))
        read = _read_as_one(list(self._pictures_of(pages)), reader)
        numbers = [page.page.number for page in pages]
        found = replace(read, reading=_told_of_pages(renumbered(read.reading, numbers), read.pages, numbers))
        return self._lane.run(lambda: self._keep(batch, document, pages, found, actor))

    def _pages(self, batch: BatchId, document: DocumentId) -> tuple[BatchPage, ...]:
        with self._store.view() as view:
            its_own = {page.id for page in view.documents.get(document).pages}
            return tuple(page for page in view.batches.pages(batch) if page.page.id in its_own)

    def _pictures_of(self, pages: Sequence[BatchPage]) -> Iterator[Picture | UserFault]:
        for page in pages:
            try:
                yield self._pictures.page(*self._lane.run(partial(self._source_of, page.page.id)))
            except UserFault as fault:
                yield fault

    def _source_of(self, page: PageId) -> tuple[ContentId, int, Recipe, Mapping[int, Spread]]:
        with self._store.view() as view:
            return view.batches.source_of(page)

    def _keep(
        self,
        batch: BatchId,
        document: DocumentId,
        pages: Sequence[BatchPage],
        found: _AsRead,
        actor: Actor,
    ) -> ReadAgain:
        made = DocumentId(self._identifiers.new())
        with self._store.work(actor) as work:
            before = work.arrangements.layout(batch)
            lie = [(page.page, page.recipe) for page in documents_of(before).get(document, ())]
            if lie != [(page.page.id, page.recipe) for page in pages]:
                raise UserFault("rereading-overtaken")
            was = work.documents.get(document)
            answers = _carried(work, batch, was, found.reading)
            told = replace(found.reading, findings=(*found.reading.findings, *_left(answers, was)))
            work.documents.add(made, batch, told, {}, at=work.at)
            arrange(work, batch, READ_AGAIN, before, _taken_over(before, document, made), read=made)
            texts = dict(map(_page_text, pages, found.pages))
            work.documents.keep_pages(made, texts)
            _hand_on(work, was, made, answers)
            work.commit("document-read-again", made, was=document, answers=len(answers.kept))
        return ReadAgain(made, document, answers.left)


def _read_as_one(pictures: Sequence[Picture | UserFault], reader: Reader) -> _AsRead:
    """All pages as one document, of the form that its first page opens."""
    outcomes = reader.read_pages(picture for picture in pictures if isinstance(picture, Picture))
    pages = tuple(one if isinstance(one, UserFault) else next(outcomes) for one in pictures)
    readings = tuple(_unread() if isinstance(page, UserFault) else page for page in pages)
    separation = outcome_of(reader.separation(readings))
    if isinstance(separation, UserFault):
        raise separation
    outcome = outcome_of(reader.document(DocumentPages(readings, separation.spans[0].form, 1)))
    nothing = FormReading(None, None, 1, len(readings), fields={}, tables={})
    return _AsRead(nothing if isinstance(outcome, UserFault) else outcome, pages)


def _unread() -> PageReading:
    return PageReading(1, 1, 300, 0, 0.0, PageKind.UNKNOWN, quality=(NOT_READ,), lines=())


def _told_of_pages(
    reading: FormReading, pages: Sequence[PageReading | UserFault], numbers: Sequence[int]
) -> FormReading:
    """With a warning for each thing that is wrong with the picture of a page."""
    warnings = tuple(
        Finding(code, Severity.WARNING, (), {"page": str(number)})
        for page, number in zip(pages, numbers, strict=True)
        if not isinstance(page, UserFault)
        for code in page.quality
        if code != NOT_READ
    )
    return replace(reading, findings=(*reading.findings, *warnings))


def _carried(work: Work, batch: BatchId, was: StoredDocument, reading: FormReading) -> Carried:
    since = work.documents.made_at(was.id)
    recut = work.arrangements.recut(batch, since)
    numbers = {page.number for page in was.pages if page.id in recut}
    return carried(was, reading.form, readings_by_path(reading), numbers)


def _left(answers: Carried, was: StoredDocument) -> Iterator[Finding]:
    """Each answer that lost its place, told at the document's first page: nothing is lost unseen."""
    for given in answers.left:
        told = {"page": str(was.pages[0].number), "field": str(given.path), "text": given.answer.text}
        yield Finding("finding-answer-left", Severity.WARNING, (), told)


def _hand_on(work: Work, was: StoredDocument, made: DocumentId, answers: Carried) -> None:
    """What people said goes on to the document as read again."""
    for given in answers.kept.values():
        work.documents.answer(made, given)
    for path, keyed in work.dossiers.keyed_again(was.id).items():
        if path in answers.kept:
            work.dossiers.key_again(made, path, keyed)
    work.dossiers.hand_on(was.id, made)
    work.holdings.hand_on(was.id, made)
    work.documents.succeed(was.id, made)
    open_still = work.documents.get(made).open_paths()
    if answers.kept and not open_still:
        work.documents.set_status(made, DocumentStatus.VERIFIED)


def _taken_over(layout: Layout, was: DocumentId, made: DocumentId) -> Layout:
    """All pages of the one, those set aside too, are the other's."""
    return tuple(replace(page, document=made) if page.document == was else page for page in layout)


def _page_text(page: BatchPage, read: PageReading | UserFault) -> tuple[PageId, PageText]:
    if isinstance(read, UserFault):
        return page.page.id, PageText("", Refusal(read.code, read.params), page.page.rotation)
    # Where a person said how the page lies, the machine is not asked.
    rotation = read.rotation if page.recipe.turn is None else 0
    return page.page.id, PageText(read.text, None, rotation, imprint(read), placed_words(read))
