"""A stack of pages, read as it comes: pages alone, separated into documents, each document as a whole.

Stores nothing. Pages and documents are read beside each other, and a document is given out as soon as it is
known to be whole: so what is kept of a stack is its last document, however high it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Self

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import StoredPage
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.extraction.id_cards import FoundCard, cards_on, with_id_cards
from hrdigitize.extraction.separation import DocumentSpan, Separation
from hrdigitize.workers.reading import DocumentPages, Reader, outcome_of

#: Pages read and pages known so far; to put them together as documents takes little beside that.
Progress = Callable[[int, int], None]

#: Stands in `quality` of a page that could not be read; the faults of the stack say why.
NOT_READ = "not-read"
#: Pages are separated when so many wait: each time, the pages of the open document are looked at once more.
_SEPARATED_AT_ONCE = 8
#: Pages that are read while an earlier one takes long, for each that can be worked on.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Size:
    """How large a page is, in pixels and dots per inch."""

    width: int
    height: int
    dpi: int

    @classmethod
    def of(cls, page: Picture | StoredPage) -> Self:
        """The size of a page, without its pixels."""
        return cls(page.width, page.height, page.dpi)


@dataclass(frozen=True, slots=True)
class Source:
    """Where some pages of a stack come from: a file.

    pictures: its pages, decoded one at a time and only once; UserFault where it cannot go on.
    expected: the pages known to be there; one that is gone keeps its place in the stack.
    """

    pictures: Iterable[Picture]
    expected: Sequence[Size] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of the stack lies: the source by its index, the page in it counted from 1; its size."""

    source: int
    page_in_source: int
    size: Size


@dataclass(frozen=True, slots=True)
class StackFault:
    """What could not be read, and why: a source, and those pages of the stack that it cost."""

    source: int
    pages: range
    fault: UserFault


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page of a stack as read. reading: an empty one where the page failed; fault: why it did."""

    number: int
    place: Place
    reading: PageReading
    fault: UserFault | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of a stack that belong together. document: None where they are none, as a separator sheet."""

    pages: tuple[ReadPage, ...]
    document: FormReading | None


@dataclass(frozen=True, slots=True)
class Stack:
    """All that a stack gave, its parts in order."""

    parts: tuple[Part, ...]
    faults: tuple[StackFault, ...]

    @property
    def pages(self) -> Iterator[ReadPage]:
        """Every page of the stack, in order."""
        return (page for part in self.parts for page in part.pages)

    @property
    def documents(self) -> tuple[FormReading, ...]:
        """The documents in order."""
        return tuple(part.document for part in self.parts if part.document is not None)


def read_stack(
    sources: Sequence[Source],
    reader: Reader,
    progress: Progress | None = None,
    *,
    declared: Secrecy = Secrecy.OPEN,
) -> Stack:
    """Reads all pages of the sources, in the order given.

    A source, page or document that cannot be read is noted and the others go on. UserFault only where
    nothing at all can be read (no engine, faulty forms). Documents are read from what was read on their
    pages: so never more than a few pages' pixels are in memory. declared: what the pages were said to be;
    one that is marked higher is not read, its reading says why.
    """
    reading = StackReading(reader, declared)
    for source in sources:
        reading.add(source)
    reading.end()
    parts = list[Part]()
    try:
        while not reading.is_done:
            reading.feed()
            parts += reading.ready()
            if progress is not None:
                progress(reading.done, reading.known)
            wait(reading.in_flight(), return_when=FIRST_COMPLETED)
    finally:
        reading.cancel()
    return Stack(tuple(_with_cards(parts)), tuple(reading.faults))


def _with_cards(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, their documents with what the identity cards among them say."""
    cards = tuple(chain.from_iterable(cards_of(part) for part in parts))
    for part in parts:
        if part.document is None or not cards:
            yield part
        else:
            yield replace(part, document=with_id_cards([part.document], cards)[0])


def cards_of(part: Part) -> tuple[FoundCard, ...]:
    """The identity cards whose codes were read on these pages."""
    return cards_on([page.reading for page in part.pages], part.pages[0].number)


@dataclass(slots=True)
class _PageTurn:
    """A page on its way: where it lies, and its reading to come; None for a page that could not be had."""

    number: int
    place: Place
    coming: Future[PageReading] | None
    fault: UserFault | None = None

    @property
    def is_done(self) -> bool:
        return self.coming is None or self.coming.done()


@dataclass(slots=True)
class _DocumentTurn:
    """A document on its way; `coming` is None for pages that are none."""

    pages: tuple[ReadPage, ...]
    coming: Future[FormReading] | None


@dataclass(slots=True)
class _SourceTurn:
    """A source whose pages are being taken: its index, its pages to come, how many came."""

    index: int
    source: Source
    pictures: Iterator[Picture]
    given: int = 0


@dataclass(slots=True)
class StackReading:
    """One run over one stack, driven from outside: one thread feeds it and takes what is ready.

    declared: what the pages were said to be. first: the number of its first page. Sources may be added while
    it goes on; after `end` no more come. faults: what could not be read so far.
    """

    reader: Reader
    declared: Secrecy = Secrecy.OPEN
    first: int = 1
    faults: list[StackFault] = field(default_factory=list)
    _sources: deque[_SourceTurn] = field(default_factory=deque)
    _pages: deque[_PageTurn] = field(default_factory=deque)
    _open: list[ReadPage] = field(default_factory=list)
    _looked_at: int = 0
    _separating: Future[Separation] | None = None
    _documents: deque[_DocumentTurn] = field(default_factory=deque)
    _count: int = 0
    _given_places: int = 0
    _expected: int = 0
    _done: int = 0
    _ended: bool = False

    @property
    def done(self) -> int:
        """How many pages were read, or could not be."""
        return self._done

    @property
    def known(self) -> int:
        """How many pages there are, as far as is known."""
        return max(self._expected, self._given_places)

    @property
    def is_done(self) -> bool:
        """Whether everything was given out and no more comes."""
        return self._ended and not (self._sources or self._pages or self._open or self._documents)

    def add(self, source: Source) -> None:
        """One more source, behind the others."""
        self._sources.append(_SourceTurn(self._count, source, iter(source.pictures)))
        self._count += 1
        self._expected += len(source.expected)

    def end(self) -> None:
        """No more sources come: the last document ends with the last page."""
        self._ended = True

    def coming(self) -> set[Future[Any]]:
        """What was asked for and not taken up: `ready` has something new when one of them is done."""
        asked = chain(
            (page.coming for page in self._pages),
            [self._separating],
            (document.coming for document in self._documents),
        )
        return {future for future in asked if future is not None}

    def in_flight(self) -> set[Future[Any]]:
        """What is being worked on."""
        return {future for future in self.coming() if not future.done()}

    @property
    def is_hungry(self) -> bool:
        """Whether every page that it knows of was taken."""
        return not self._sources

    def feed(self, most: int | None = None) -> bool:
        """Hands pages to the helpers until they have enough; whether it handed on any.

        most: no more than so many.
        """
        fed = 0
        while self._sources and self._has_room() and (most is None or fed < most):
            fed += self._take()
        return fed > 0

    def ready(self) -> Iterator[Part]:
        """The parts of the stack that are whole now, in order; UserFault where nothing can be read at all."""
        self._claim_pages()
        self._claim_separation()
        self._separate()
        self._claim_separation()
        while self._documents and _is_ready(self._documents[0]):
            yield self._part(self._documents.popleft())

    def cancel(self) -> None:
        """Gives up what has not begun."""
        for future in self.in_flight():
            future.cancel()

    def _has_room(self) -> bool:
        most = self.reader.most_in_flight
        return len(self._pages) < _AHEAD * most and len(self.in_flight()) < most

    def _take(self) -> int:
        """The next page of the first source handed on: 1, or 0 where the source is at its end."""
        turn = self._sources[0]
        fault = None
        try:
            picture = next(turn.pictures, None)
        except UserFault as refused:
            picture, fault = None, refused
        if picture is None:
            self._sources.popleft()
            self._settle(turn, fault)
            return 0
        turn.given += 1
        place = Place(turn.index, turn.given, Size.of(picture))
        self._pages.append(_PageTurn(self._next_number(), place, self.reader.page(picture, self.declared)))
        return 1

    def _settle(self, turn: _SourceTurn, fault: UserFault | None) -> None:
        """Keeps the places of expected pages that did not come, and notes why."""
        missing = turn.source.expected[turn.given :]
        if missing and fault is None:
            fault = UserFault("original-damaged")
        first = self.first + self._given_places
        for number, size in enumerate(missing, start=turn.given + 1):
            place = Place(turn.index, number, size)
            self._pages.append(_PageTurn(self._next_number(), place, None, fault))
        if fault is not None:
            self.faults.append(StackFault(turn.index, range(first, first + len(missing)), fault))

    def _next_number(self) -> int:
        self._given_places += 1
        return self.first + self._given_places - 1

    def _claim_pages(self) -> None:
        while self._pages and self._pages[0].is_done:
            turn = self._pages.popleft()
            reading, fault = _unread(turn.place.size), turn.fault
            if turn.coming is not None:
                outcome = outcome_of(turn.coming)
                if isinstance(outcome, UserFault):
                    fault = outcome
                    self._note(turn.number, turn.number, turn.place, outcome)
                else:
                    reading = outcome
            self._open.append(ReadPage(turn.number, turn.place, reading, fault))
            self._done += 1

    def _separate(self) -> None:
        """Looks where documents end, when enough pages wait or no more come."""
        waiting = len(self._open) - self._looked_at
        more_comes = bool(self._sources or self._pages) or not self._ended
        enough = max(_SEPARATED_AT_ONCE, self._looked_at)
        if self._separating is not None or not self._open or (more_comes and waiting < enough):
            return
        if waiting or not more_comes:
            self._looked_at = len(self._open)
            self._separating = self.reader.separation([page.reading for page in self._open])

    def _claim_separation(self) -> None:
        if self._separating is None or not self._separating.done():
            return
        outcome = outcome_of(self._separating)
        self._separating = None
        looked_at, self._looked_at = self._looked_at, 0
        if isinstance(outcome, UserFault):
            looked = self._open[:looked_at]
            self._note(looked[0].number, looked[-1].number, looked[0].place, outcome)
            outcome = _apart([page.reading for page in looked])
        whole = not self._sources and not self._pages and self._ended and looked_at == len(self._open)
        spans = outcome.spans if whole else outcome.spans[:-1]
        pages = [
            replace(page, reading=reading)
            for page, reading in zip(self._open[:looked_at], outcome.readings, strict=True)
        ]
        ended = looked_at if whole else (spans[-1].last if spans else 0)
        self._give_out(pages[:ended], spans)
        self._open = self._open[ended:]
        self._looked_at = looked_at - ended

    def _give_out(self, pages: Sequence[ReadPage], spans: Sequence[DocumentSpan]) -> None:
        """Has the documents read; pages before, between and behind them are parts without a document."""
        given = 0
        for span in spans:
            self._documents.extend(_loose(pages[given : span.first - 1]))
            self._documents.append(self._document(tuple(pages[span.first - 1 : span.last]), span))
            given = span.last
        self._documents.extend(_loose(pages[given:]))

    def _document(self, pages: tuple[ReadPage, ...], span: DocumentSpan) -> _DocumentTurn:
        readings = [page.reading for page in pages]
        told = span.told.type if span.told is not None else ""
        document = DocumentPages(
            readings, span.form, pages[0].number, span.boundary, told, inventory=span.inventory
        )
        return _DocumentTurn(pages, self.reader.document(document))

    def _part(self, turn: _DocumentTurn) -> Part:
        if turn.coming is None:
            return Part(turn.pages, None)
        first, last = turn.pages[0], turn.pages[-1]
        outcome = outcome_of(turn.coming)
        if isinstance(outcome, UserFault):
            self._note(first.number, last.number, first.place, outcome)
            pages = tuple(replace(page, fault=page.fault or outcome) for page in turn.pages)
            return Part(pages, _nothing_read(first.number, last.number))
        return Part(turn.pages, outcome)

    def _note(self, first: int, last: int, place: Place, fault: UserFault) -> None:
        self.faults.append(StackFault(place.source, range(first, last + 1), fault))


def _loose(pages: Sequence[ReadPage]) -> Iterator[_DocumentTurn]:
    if pages:
        yield _DocumentTurn(tuple(pages), None)


def _is_ready(turn: _DocumentTurn) -> bool:
    return turn.coming is None or turn.coming.done()


def _apart(readings: Sequence[PageReading]) -> Separation:
    """Every page a document of its own: what is left where nobody could tell them apart."""
    spans = (DocumentSpan(number, number, None) for number in range(1, len(readings) + 1))
    return Separation(tuple(spans), tuple(readings))


def _unread(size: Size) -> PageReading:
    return PageReading(
        size.width, size.height, size.dpi, 0, 0.0, PageKind.UNKNOWN, quality=(NOT_READ,), lines=()
    )


def _nothing_read(first: int, last: int) -> FormReading:
    """A paper of no known form: its text stands with its pages, nothing is invented."""
    return FormReading(None, None, first, last, fields={}, tables={})
