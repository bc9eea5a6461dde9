"""Reads documents without storing anything; the report and its JSON form, which people script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdigitize.capture.sources import read_file
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import FieldReading, Finding, FormReading, Period, Row
from hrdigitize.extraction.separation import DocumentSpan
from hrdigitize.messages import sentence
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import DocumentPages, Reader

#: Steps done and steps known so far: every page counts twice, read alone and within its document.
Progress = Callable[[int, int], None]

#: Stands in `quality` of a page whose picture is there but could not be read; `errors` says why.
NOT_READ = "not-read"

_CONFIDENCE_DIGITS = 4
_SKEW_DIGITS = 2


@dataclass(frozen=True, slots=True)
class ExtractedPage:
    """One page of the stack: where it came from (page_in_file from 1) and what was read on it."""

    file: str
    page_in_file: int
    reading: PageReading


@dataclass(frozen=True, slots=True)
class FileFault:
    """A file of which something could not be read, and why."""

    file: str
    fault: UserFault


@dataclass(frozen=True, slots=True)
class ExtractReport:
    """All that a stack of files gave. Pages in stack order; a document's pages count from 1 in it."""

    documents: tuple[FormReading, ...]
    pages: tuple[ExtractedPage, ...]
    errors: tuple[FileFault, ...]


def extract(
    files: Sequence[Path], decoder: Decoder, reader: Reader, *, progress: Progress | None = None
) -> ExtractReport:
    """Reads the files, in the order given, as one stack of pages.

    A file or page that cannot be read is reported and the others go on. UserFault only where nothing
    at all can be read (no engine, faulty forms). Pictures are decoded twice, for the pages and for
    the documents: so never more than a few pages' pixels are in memory.
    """
    return _Extraction(files, decoder, reader, progress or _unheard).report()


def _unheard(_done: int, _known: int) -> None:
    """Nobody wants to know the progress."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page of the stack lies: the file by its index, the page counted from 1; how large it is."""

    file: int
    page_in_file: int
    width: int
    height: int
    dpi: int


class _Extraction:
    """One run over one stack."""

    def __init__(self, files: Sequence[Path], decoder: Decoder, reader: Reader, progress: Progress) -> None:
        self._files = files
        self._decoder = decoder
        self._reader = reader
        self._progress = progress
        self._places: list[_Place] = []
        self._errors: list[FileFault] = []
        self._steps = 0

    def report(self) -> ExtractReport:
        readings = self._page_readings()
        if not readings:
            return ExtractReport((), (), tuple(self._errors))
        stack = self._reader.separate(readings)
        documents = tuple(self._documents(stack.spans, stack.readings))
        pages = tuple(
            ExtractedPage(str(self._files[place.file]), place.page_in_file, reading)
            for place, reading in zip(self._places, stack.readings, strict=True)
        )
        return ExtractReport(documents, pages, tuple(self._errors))

    def _page_readings(self) -> list[PageReading]:
        """One reading for every page; an empty one stands for a page that failed: numbers stay true."""
        readings: list[PageReading] = []
        for outcome in self._reader.read_pages(self._first_walk()):
            place = self._places[len(readings)]
            if isinstance(outcome, UserFault):
                self._refuse(place.file, outcome)
                readings.append(_unread(place))
            else:
                readings.append(outcome)
            self._advance(1)
        return readings

    def _first_walk(self) -> Iterator[Picture]:
        """Every picture of the stack, its place noted; a file that is refused is noted as an error."""
        for file in range(len(self._files)):
            for number, picture in enumerate(self._pictures(file), start=1):
                self._places.append(_Place(file, number, picture.width, picture.height, picture.dpi))
                yield picture

    def _pictures(self, file: int) -> Iterator[Picture]:
        try:
            yield from self._decoder.decode(read_file(self._files[file]))
        except UserFault as fault:
            self._refuse(file, fault)

    def _documents(
        self, spans: Sequence[DocumentSpan], readings: Sequence[PageReading]
    ) -> Iterator[FormReading]:
        """The documents in order; those of a known form are read beside each other."""
        known = [span for span in spans if span.form is not None]
        outcomes = self._reader.read_documents(self._second_walk(known, readings))
        for span in spans:
            outcome = next(outcomes) if span.form is not None else _nothing_read(span)
            if isinstance(outcome, UserFault):
                self._refuse(self._places[span.first - 1].file, outcome)
                outcome = _nothing_read(span)
            self._advance(span.last - span.first + 1)
            yield outcome

    def _second_walk(
        self, spans: Sequence[DocumentSpan], readings: Sequence[PageReading]
    ) -> Iterator[DocumentPages]:
        """Each document with its pictures, decoded anew; files without such a document are passed over."""
        pictures = self._again(frozenset(page for span in spans for page in range(span.first, span.last + 1)))
        for span in spans:
            own = [next(pictures) for _ in range(span.first, span.last + 1)]
            yield DocumentPages(own, readings[span.first - 1 : span.last], span.form, span.first)

    def _again(self, wanted: frozenset[int]) -> Iterator[Picture]:
        """The pictures with these numbers. A page that is gone meanwhile is white: the rest still counts."""
        numbered = list(enumerate(self._places, start=1))
        for file in range(len(self._files)):
            of_file = [(number, place) for number, place in numbered if place.file == file]
            if wanted.isdisjoint(number for number, _ in of_file):
                continue
            pictures = self._pictures_again(file)
            for number, place in of_file:
                picture = next(pictures, None)
                if number in wanted:
                    yield picture or _white(place)

    def _pictures_again(self, file: int) -> Iterator[Picture]:
        """As the first time. What was refused then is known already."""
        refused_before = any(error.file == str(self._files[file]) for error in self._errors)
        try:
            yield from self._decoder.decode(read_file(self._files[file]))
        except UserFault as fault:
            if not refused_before:
                self._refuse(file, fault)

    def _refuse(self, file: int, fault: UserFault) -> None:
        self._errors.append(FileFault(str(self._files[file]), fault))

    def _advance(self, steps: int) -> None:
        self._steps += steps
        self._progress(self._steps, 2 * len(self._places))


def _unread(place: _Place) -> PageReading:
    return PageReading(
        place.width, place.height, place.dpi, 0, 0.0, PageKind.UNKNOWN, quality=(NOT_READ,), lines=()
    )


def _white(place: _Place) -> Picture:
    return Picture(place.width, place.height, 1, place.dpi, b"\xff" * (place.width * place.height))


def _nothing_read(span: DocumentSpan) -> FormReading:
    """A paper of no known form: its text stands with its pages, nothing is invented."""
    return FormReading(None, None, span.first, span.last, fields={}, tables={})


def to_json(report: ExtractReport, *, language: str = "vi") -> dict[str, object]:
    """The report as the command line prints it: a stable form, see docs and the tests beside it."""
    return {
        "documents": [_document_json(document) for document in report.documents],
        "pages": [_page_json(number, page) for number, page in enumerate(report.pages, start=1)],
        "errors": [_error_json(error, language) for error in report.errors],
    }


def _document_json(document: FormReading) -> dict[str, object]:
    return {
        "form": document.form,
        "type": document.type,
        "first_page": document.first_page,
        "last_page": document.last_page,
        "fields": {key: _field_json(field) for key, field in document.fields.items()},
        "tables": {key: [_row_json(row) for row in rows] for key, rows in document.tables.items()},
        "findings": [_finding_json(finding) for finding in document.findings],
    }


def _row_json(row: Row) -> dict[str, object]:
    return {column: _field_json(cell) for column, cell in row.items()}


def _field_json(field: FieldReading) -> dict[str, object]:
    value = field.value
    return {
        "state": str(field.state),
        "value": {"from": value.start, "to": value.end} if isinstance(value, Period) else value,
        "text": field.text,
        "raw": field.raw,
        "page": field.page,
        "box": field.box.as_list(),
        "confidence": round(field.confidence, _CONFIDENCE_DIGITS),
        "accepted": field.accepted,
        "doubts": [{"code": doubt.code, "at": list(doubt.at)} for doubt in field.doubts],
    }


def _finding_json(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "fields": list(finding.fields),
        "params": dict(finding.params),
    }


def _page_json(number: int, page: ExtractedPage) -> dict[str, object]:
    reading = page.reading
    return {
        "page": number,
        "file": _printable(page.file),
        "page_in_file": page.page_in_file,
        "width": reading.width,
        "height": reading.height,
        "dpi": reading.dpi,
        "rotation": reading.rotation,
        "skew": round(reading.skew, _SKEW_DIGITS),
        "kind": str(reading.kind),
        "quality": list(reading.quality),
        "text": reading.text,
    }


def _error_json(error: FileFault, language: str) -> dict[str, object]:
    return {
        "file": _printable(error.file),
        "code": error.fault.code,
        "message": sentence(error.fault.code, error.fault.params, language=language),
    }


def _printable(name: str) -> str:
    """A file name as valid text: bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
