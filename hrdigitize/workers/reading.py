"""Reads pages and documents in a supervised pool of helper processes, one for each core."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol, Self, TypeVar

from hrdigitize.domain.document_types import INVENTORY
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.sorting import Boundary, Classified
from hrdigitize.extraction.documents import read_document
from hrdigitize.extraction.page.pages import read_sheet, stopped
from hrdigitize.extraction.page.pieces import read_piece
from hrdigitize.extraction.page.printed import PrintedWording, printed_wording
from hrdigitize.extraction.page.stamped import marking_of
from hrdigitize.extraction.separation import Separation, separate
from hrdigitize.extraction.sorting.classification import Classifier
from hrdigitize.extraction.sorting.index import index_of
from hrdigitize.extraction.sorting.inventory import inventory_rows
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from hrdigitize.imaging.sheets import sheet_of
from hrdigitize.ocr.choice import open_engines
from hrdigitize.ocr.engine import Engines
from hrdigitize.processes.helper import HelperLostError
from hrdigitize.processes.limits import Limits
from hrdigitize.processes.pool import Inline, Pool
from hrdigitize.processes.replies import SetupError, TaskError
from hrdigitize.reference.document_types import load_document_types
from hrdigitize.reference.lists import ReferenceLists, load_lists

Result = TypeVar("Result")

#: Room for a page of 80 million pixels in several copies, and for the temporary files of pytesseract.
READING_LIMITS = Limits(memory_bytes=4 << 30, open_files=256, file_bytes=512 << 20, children=True)
#: A page takes 2-5 seconds, on an old PC under load ten times that; a document may have many pages.
PAGE_TIME_S = 120.0
DOCUMENT_TIME_S = 300.0


@dataclass(frozen=True, slots=True)
class Bench:
    """What a reading helper loads once: engines, forms and their wording, reference lists, types of paper."""

    engines: Engines
    forms: Mapping[str, FormDef]
    printed: PrintedWording
    lists: ReferenceLists
    classifier: Classifier


@dataclass(frozen=True, slots=True)
class DocumentPages:
    """What reading one document takes: the readings of its pages, its form, its first page in the stack.

    form_id: None for a paper of no known form. boundary, told, inventory: what separation says of it: why it
    begins there, the type that a separator sheet tells ("" for none), whether it is an inventory.
    """

    readings: Sequence[PageReading]
    form_id: str | None
    first_page: int
    boundary: Boundary | None = None
    told: str = ""
    inventory: bool = False


class Runner(Protocol):
    """What does the tasks: helpers of this PC, or workers of a room. size: so many at once."""

    @property
    def size(self) -> int: ...

    def submit(
        self, task: Callable[[Bench], Result], *, time_limit_s: float | None = None
    ) -> Future[Result]: ...

    def close(self) -> None: ...


class RunnerFactory(Protocol):
    """Makes a runner for what each of its processes loads once."""

    def __call__(self, setup: Callable[[], Bench], *, time_limit_s: float) -> Runner: ...


class Reader:
    """Reads beside each other on all cores, gives results in order. A context manager; threads may share it.

    A fault of the set-up (no Tesseract, faulty forms) is raised: nothing could be read. Everything
    else fails alone, with "reader-died", "reader-stuck" or "reader-failed". inline: work in this
    process, for tests; an unforeseen error is raised there as it is. elsewhere: other PCs do the work, as
    `workers.cluster`, whose faults are raised like those of the set-up.
    """

    def __init__(
        self,
        *,
        inline: bool = False,
        engines: Callable[[], Engines] = open_engines,
        forms: Path | None = None,
        size: int | None = None,
        page_time_s: float = PAGE_TIME_S,
        elsewhere: RunnerFactory | None = None,
    ) -> None:
        setup = partial(_bench, engines, forms)
        self._tasks: Runner
        if inline:
            self._tasks = Inline(setup)
        elif elsewhere is not None:
            self._tasks = elsewhere(setup, time_limit_s=page_time_s)
        else:
            self._tasks = Pool(setup, size=size or _cores(), limits=READING_LIMITS, time_limit_s=page_time_s)
        #: One more than can be worked on, so that no helper waits; not more, a page is 26 MB of pixels.
        self.most_in_flight = 1 if inline else self._tasks.size + 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the helpers at once; what they were reading is given up."""
        self._tasks.close()

    def read_pages(
        self, pictures: Iterable[Picture], *, declared: Secrecy = Secrecy.OPEN
    ) -> Iterator[PageReading | UserFault]:
        """One reading for each picture, in order; the fault in its place for a page that failed.

        Pictures are taken from `pictures` only as helpers become free. declared: what the batch was declared
        to be; a page that is marked higher is given unread, with its marking.
        """
        return self._in_order(self.page(picture, declared) for picture in pictures)

    def page(self, picture: Picture, declared: Secrecy = Secrecy.OPEN) -> Future[PageReading]:
        """What stands on one page, to come; `outcome_of` tells how it ended. declared: as `read_pages`."""
        return self._tasks.submit(partial(_read_page, _Once(picture), declared))

    def piece(self, picture: Picture, rotation: int) -> Future[tuple[str, ...]]:
        """The lines of a piece of a page, to come. rotation: degrees by which it lies turned, clockwise."""
        return self._tasks.submit(partial(_read_piece, _Once(picture), rotation))

    def separation(self, readings: Sequence[PageReading]) -> Future[Separation]:
        """Which of these pages belong together, and to which form, to come."""
        return self._tasks.submit(partial(_separate, tuple(readings)))

    def document(self, document: DocumentPages) -> Future[FormReading]:
        """The fields and tables of one document, to come."""
        return self._tasks.submit(partial(_read_document, document), time_limit_s=DOCUMENT_TIME_S)

    def _in_order(self, submitted: Iterator[Future[Result]]) -> Iterator[Result | UserFault]:
        waiting: deque[Future[Result]] = deque()
        try:
            for future in submitted:
                waiting.append(future)
                if len(waiting) >= self.most_in_flight:
                    first = outcome_of(waiting.popleft())
                    yield first
            while waiting:
                rest = outcome_of(waiting.popleft())
                yield rest
        finally:
            for future in waiting:
                future.cancel()


def _bench(engines: Callable[[], Engines], forms: Path | None) -> Bench:
    known = load_forms(forms)
    classifier = Classifier.of(load_document_types())
    return Bench(engines(), known, printed_wording(known.values()), load_lists(), classifier)


class _Once:
    """A picture that is taken out once: a task would hold on to it until the page is read."""

    def __init__(self, picture: Picture) -> None:
        self._held = [picture]

    def take(self) -> Picture:
        return self._held.pop()


def _read_page(handed: _Once, declared: Secrecy, bench: Bench) -> PageReading:
    picture = handed.take()
    marking = marking_of(picture, bench.engines)
    if marking.stops_at(declared):
        return stopped(picture.width, picture.height, picture.dpi, marking)
    sheet = sheet_of(picture)
    # Nobody else may hold the picture: it goes as soon as its sheet is found.
    del picture
    return read_sheet(sheet, bench.engines, bench.printed, marking=marking, declared=declared)


def _read_piece(handed: _Once, rotation: int, bench: Bench) -> tuple[str, ...]:
    return read_piece(handed.take(), rotation, bench.engines)


def _separate(readings: tuple[PageReading, ...], bench: Bench) -> Separation:
    return separate(readings, bench.forms, bench.classifier.types)


def _read_document(document: DocumentPages, bench: Bench) -> FormReading:
    form = bench.forms[document.form_id] if document.form_id is not None else None
    read = replace(
        read_document(document.readings, form, document.first_page, bench.lists), boundary=document.boundary
    )
    if document.inventory:
        rows = inventory_rows(document.readings, document.first_page)
        return replace(read, type=INVENTORY, tables={INVENTORY: rows})
    classified = _classified(document, bench.classifier)
    index = index_of(document.readings, read, bench.lists.names)
    return replace(read, type=classified.type, classified=classified, index=index)


def _classified(document: DocumentPages, classifier: Classifier) -> Classified:
    """The type that its separator sheet tells, else that of the paper itself."""
    found = classifier.classify(document.readings, document.form_id)
    if document.told not in classifier.types:
        return found
    other = found.type if found.type != document.told else found.runner_up
    return Classified(document.told, 0.97, "sorted-by-sheet", "", other)


def outcome_of(future: Future[Result]) -> Result | UserFault:
    """The result, or the fault of this task alone; a fault of the set-up is raised."""
    try:
        return future.result()
    except UserFault as fault:
        return fault
    except SetupError as unready:
        raise unready.fault from None
    except HelperLostError as lost:
        return UserFault(f"reader-{lost.reason}")
    except TaskError as failed:
        return UserFault("reader-failed", error=failed.kind, place=failed.place)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
