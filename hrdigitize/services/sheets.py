"""Sheets in, documents out: pages read alone, separated into documents, each document read as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import PageId
from hrdigitize.domain.stored import BatchPage, ContentId, PageText, Refusal
from hrdigitize.extraction.separation import DocumentSpan
from hrdigitize.services.pictures import Pictures
from hrdigitize.workers.reading import DocumentPages, Reader

#: Steps done and steps in all; a page counts twice, once read alone and once within its document.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a batch and the original that it lies in."""

    page: BatchPage
    content: ContentId


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as read, and what was read on each of its pages."""

    reading: FormReading
    pages: Mapping[PageId, PageText]


def read_sheets(
    sheets: Sequence[Sheet], pictures: Pictures, reader: Reader, progress: Progress | None
) -> tuple[ReadDocument, ...]:
    """The documents of a stack of sheets (its pages numbered from 1).

    The pictures are decoded twice, once for the pages and once for the documents, so that only the
    documents in work have their pixels in memory. What fails is kept with its reason.
    """
    return _Stack(sheets, pictures, reader, progress or _no_progress).read()


def _no_progress(_done: int, _of: int) -> None:
    pass


class _Stack:
    """One reading of one stack."""

    def __init__(
        self, sheets: Sequence[Sheet], pictures: Pictures, reader: Reader, progress: Progress
    ) -> None:
        self._sheets = sheets
        self._pictures = pictures
        self._reader = reader
        self._progress = progress
        self._steps = 0
        self._failures: dict[int, Refusal] = {}

    def read(self) -> tuple[ReadDocument, ...]:
        stack = self._reader.separate(self._page_readings())
        known = [span for span in stack.spans if span.form is not None]
        outcomes = self._reader.read_documents(self._documents(known, stack.readings))
        return tuple(
            self._document(span, next(outcomes) if span.form is not None else None, stack.readings)
            for span in stack.spans
        )

    def _documents(
        self, spans: Sequence[DocumentSpan], readings: Sequence[PageReading]
    ) -> Iterator[DocumentPages]:
        """Each document with its pictures; papers of no known form need none."""
        pictures, at = self._walk(), 1
        for span in spans:
            own = tuple(islice(pictures, span.first - at, span.last - at + 1))
            at = span.last + 1
            yield DocumentPages(own, readings[span.first - 1 : span.last], span.form, span.first)

    def _page_readings(self) -> list[PageReading]:
        """One reading a sheet; an empty one stands for a page that failed, so that numbers stay true."""
        readings = [_nothing_read(sheet) for sheet in self._sheets]
        fed: list[int] = []
        outcomes = self._reader.read_pages(self._readable(fed))
        for turn, outcome in enumerate(outcomes):
            index = fed[turn]
            if isinstance(outcome, UserFault):
                self._failures[index] = Refusal(outcome.code, outcome.params)
            else:
                readings[index] = outcome
            self._advance(1)
        self._advance(len(self._sheets) - len(fed))
        return readings

    def _readable(self, fed: list[int]) -> Iterator[Picture]:
        """The pictures that can be had; notes in `fed` which sheets they are."""
        for index, picture in enumerate(self._walk()):
            if index not in self._failures:
                fed.append(index)
                yield picture

    def _walk(self) -> Iterator[Picture]:
        """A picture for every sheet, in order: white paper where it cannot be had, with the failure noted."""
        for _, group in groupby(enumerate(self._sheets), key=lambda numbered: numbered[1].page.file):
            waiting = list(group)
            content = waiting[0][1].content
            try:
                for picture in self._pictures.pages(content):
                    if not waiting:
                        break
                    waiting.pop(0)
                    yield picture
                refusal = Refusal("original-damaged")
            except UserFault as fault:
                refusal = Refusal(fault.code, fault.params)
            for index, sheet in waiting:
                self._failures[index] = refusal
                yield _white(sheet)

    def _document(
        self, span: DocumentSpan, outcome: FormReading | UserFault | None, readings: Sequence[PageReading]
    ) -> ReadDocument:
        """Where there is no known form, or reading it failed, nothing is invented: no form, no fields."""
        indexes = range(span.first - 1, span.last)
        reading = outcome if isinstance(outcome, FormReading) else _nothing_known(span)
        if isinstance(outcome, UserFault):
            for index in indexes:
                self._failures.setdefault(index, Refusal(outcome.code, outcome.params))
        self._advance(len(indexes))
        pages = {self._sheets[index].page.page.id: self._page_text(index, readings) for index in indexes}
        return ReadDocument(reading, pages)

    def _page_text(self, index: int, readings: Sequence[PageReading]) -> PageText:
        return PageText(readings[index].text, self._failures.get(index))

    def _advance(self, steps: int) -> None:
        if steps:
            self._steps += steps
            self._progress(self._steps, 2 * len(self._sheets))


def _nothing_read(sheet: Sheet) -> PageReading:
    page = sheet.page.page
    return PageReading(page.width, page.height, page.dpi, 0, 0.0, PageKind.UNKNOWN, (), ())


def _nothing_known(span: DocumentSpan) -> FormReading:
    return FormReading(None, None, span.first, span.last, {}, {})


def _white(sheet: Sheet) -> Picture:
    page = sheet.page.page
    return Picture(page.width, page.height, 1, page.dpi, b"\xff" * (page.width * page.height))
