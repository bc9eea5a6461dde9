"""Reads documents without storing anything; the report and its JSON form, which people script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdigitize.capture.sources import read_file
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import Doubt, FieldReading, Finding, FormReading, Period, Row
from hrdigitize.domain.sorting import Boundary, Classified
from hrdigitize.imaging.spreads import find_spread, parted
from hrdigitize.messages import sentence
from hrdigitize.services.stack import Progress, Source, read_stack
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader

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
    at all can be read (no engine, faulty forms).
    """
    stack = read_stack([Source(_pictures(file, decoder)) for file in files], reader, progress)
    pages = tuple(
        ExtractedPage(str(files[page.place.source]), page.place.page_in_source, page.reading)
        for page in stack.pages
    )
    errors = tuple(FileFault(str(files[found.source]), found.fault) for found in stack.faults)
    return ExtractReport(stack.documents, pages, errors)


def _pictures(file: Path, decoder: Decoder) -> Iterator[Picture]:
    for picture in decoder.decode(read_file(file)):
        spread = find_spread(picture)
        yield from parted(picture, spread) if spread is not None else (picture,)


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
        "classified": _classified_json(document.classified),
        "index": {key: _field_json(field) for key, field in document.index.items()},
        "boundary": _boundary_json(document.boundary),
    }


def _classified_json(classified: Classified | None) -> dict[str, object] | None:
    if classified is None:
        return None
    return {
        "score": round(classified.score, _CONFIDENCE_DIGITS),
        "reason": classified.reason,
        "quoted": classified.quoted,
        "runner_up": classified.runner_up,
    }


def _boundary_json(boundary: Boundary | None) -> dict[str, object] | None:
    if boundary is None:
        return None
    return {"score": round(boundary.score, _CONFIDENCE_DIGITS), "reason": boundary.reason}


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
        "doubts": [_doubt_json(doubt) for doubt in field.doubts],
    }


def _doubt_json(doubt: Doubt) -> dict[str, object]:
    """Other readings are named where there are some."""
    others = {"others": list(doubt.others)} if doubt.others else {}
    return {"code": doubt.code, "at": list(doubt.at), **others}


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
