"""A stack of pages, read: pages alone, separated into documents, each document as a whole. Stores nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import StoredPage
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.extraction.id_cards import cards_on, with_id_cards
from hrdigitize.extraction.separation import DocumentSpan
from hrdigitize.workers.reading import DocumentPages, Reader

#: Pages read and pages known so far; to put them together as documents takes little beside that.
Progress = Callable[[int, int], None]

#: Stands in `quality` of a page that could not be read; the faults of the stack say why.
NOT_READ = "not-read"


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
    """What could not be read, and why: a source, and those pages of the stack that it cost (from 1)."""

    source: int
    pages: range
    fault: UserFault


@dataclass(frozen=True, slots=True)
class Stack:
    """All that a stack gave. readings: one for each place, an empty one where the page failed."""

    places: tuple[Place, ...]
    readings: tuple[PageReading, ...]
    documents: tuple[FormReading, ...]
    faults: tuple[StackFault, ...]

    def fault_at(self, page: int) -> UserFault | None:
        """Why a page (from 1) could not be read; None for one that was read."""
        return next((found.fault for found in self.faults if page in found.pages), None)


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
    return _StackReading(sources, reader, progress or _unheard, declared).stack()


def _unheard(_done: int, _known: int) -> None:
    """Nobody wants to know the progress."""


class _StackReading:
    """One run over one stack."""

    def __init__(
        self, sources: Sequence[Source], reader: Reader, progress: Progress, declared: Secrecy
    ) -> None:
        self._sources = sources
        self._reader = reader
        self._progress = progress
        self._declared = declared
        self._places: list[Place] = []
        self._faults: list[StackFault] = []
        self._done = 0

    def stack(self) -> Stack:
        readings = self._page_readings()
        if not readings:
            return Stack((), (), (), tuple(self._faults))
        separation = self._reader.separate(readings)
        read = tuple(self._documents(separation.spans, separation.readings))
        documents = with_id_cards(read, cards_on(separation.readings))
        return Stack(tuple(self._places), separation.readings, documents, tuple(self._faults))

    def _page_readings(self) -> list[PageReading]:
        """One reading for every place; an empty one stands for a page that failed: numbers stay true."""
        found: dict[int, PageReading] = {}
        fed: list[int] = []
        outcomes = self._reader.read_pages(self._pictures(fed), declared=self._declared)
        for turn, outcome in enumerate(outcomes):
            number = fed[turn]
            if isinstance(outcome, UserFault):
                self._note(number, number, outcome)
            else:
                found[number] = outcome
            self._advance(1)
        self._advance(len(self._places) - len(fed))
        return [found.get(number) or _unread(place) for number, place in enumerate(self._places, start=1)]

    def _pictures(self, fed: list[int]) -> Iterator[Picture]:
        """Every picture that can be had, its place noted, its number in `fed`; then what a source owes."""
        for index, source in enumerate(self._sources):
            given, fault = 0, None
            try:
                for picture in source.pictures:
                    given += 1
                    self._places.append(Place(index, given, Size.of(picture)))
                    fed.append(len(self._places))
                    yield picture
            except UserFault as refused:
                fault = refused
            self._settle(index, given, fault)

    def _settle(self, index: int, given: int, fault: UserFault | None) -> None:
        """Keeps the places of expected pages that did not come, and notes why."""
        missing = self._sources[index].expected[given:]
        first = len(self._places) + 1
        self._places.extend(Place(index, given + n, size) for n, size in enumerate(missing, start=1))
        if missing and fault is None:
            fault = UserFault("original-damaged")
        if fault is not None:
            self._faults.append(StackFault(index, range(first, first + len(missing)), fault))

    def _documents(
        self, spans: Sequence[DocumentSpan], readings: Sequence[PageReading]
    ) -> Iterator[FormReading]:
        """The documents in order; those of a known form are read beside each other."""
        known = [span for span in spans if span.form is not None]
        outcomes = self._reader.read_documents(
            DocumentPages(readings[span.first - 1 : span.last], span.form, span.first) for span in known
        )
        for span in spans:
            outcome = next(outcomes) if span.form is not None else _nothing_read(span)
            if isinstance(outcome, UserFault):
                self._note(span.first, span.last, outcome)
                outcome = _nothing_read(span)
            yield outcome

    def _note(self, first: int, last: int, fault: UserFault) -> None:
        source = self._places[first - 1].source
        self._faults.append(StackFault(source, range(first, last + 1), fault))

    def _advance(self, pages: int) -> None:
        if pages:
            self._done += pages
            self._progress(self._done, len(self._places))


def _unread(place: Place) -> PageReading:
    size = place.size
    return PageReading(
        size.width, size.height, size.dpi, 0, 0.0, PageKind.UNKNOWN, quality=(NOT_READ,), lines=()
    )


def _nothing_read(span: DocumentSpan) -> FormReading:
    """A paper of no known form: its text stands with its pages, nothing is invented."""
    return FormReading(None, None, span.first, span.last, fields={}, tables={})
