"""Where the time of reading goes, and what memory the reading helpers took.

The parts are timed in one process, page after page, by wrapping the engines; the program knows nothing of it.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import cv2

from benchmarks.formsets import ScannedForm
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageReading, TextLine
from hrdigitize.domain.picture import Picture
from hrdigitize.extraction.documents import read_document
from hrdigitize.extraction.page.pages import read_page
from hrdigitize.extraction.page.printed import PrintedWording, printed_wording
from hrdigitize.extraction.separation import separate
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.imaging.clean import clean
from hrdigitize.ocr.choice import open_engines
from hrdigitize.ocr.engine import Engine, Engines, Grey, LineReader, LineReading
from hrdigitize.reference.lists import load_lists
from hrdigitize.workers.decoding import Decoder

#: The functions of `extraction.page.first_looks` that show a reader a piece of a page for the first time.
FIRST_LOOKS = frozenset({"_lines_in", "by_line_reader", "by_engine", "_block"})
_HELPER = "hrdigitize-helper"
_KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked an engine: its place among the engines, and the function that called it."""

    engine: str
    by: str

    @property
    def first_look(self) -> bool:
        return self.by in FIRST_LOOKS


@dataclass(frozen=True, slots=True)
class Profile:
    """Seconds of each part over some pages. asked: the engines' seconds, by who asked.

    decoding happens in a helper of its own, its start included; cleaning is all of `imaging.clean`;
    page_work: what else is done to a page; extraction: separation into documents, fields and tables.
    """

    pages: int
    decoding: float
    cleaning: float
    page_work: float
    extraction: float
    asked: Mapping[Asked, float]

    @property
    def first_looks(self) -> float:
        return sum(seconds for asked, seconds in self.asked.items() if asked.first_look)

    @property
    def second_looks(self) -> float:
        return self.engines - self.first_looks

    @property
    def engines(self) -> float:
        return sum(self.asked.values())

    @property
    def total(self) -> float:
        return self.decoding + self.cleaning + self.page_work + self.extraction + self.engines


class Watch:
    """Adds up the seconds of parts, each under a key of any kind."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.seconds: defaultdict[Hashable, float] = defaultdict(float)

    @contextmanager
    def part(self, key: Hashable) -> Iterator[None]:
        begun = self._clock()
        try:
            yield
        finally:
            self.seconds[key] += self._clock() - begun


class TimedReader:
    """Passes every call on; a watch counts the seconds by the function that called (`Asked`)."""

    def __init__(self, reader: LineReader, place: str, watch: Watch) -> None:
        self._reader = reader
        self._place = place
        self._watch = watch

    @property
    def name(self) -> str:
        return self._reader.name

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        with self._timed():
            return self._reader.read_lines(images, dpi, alphabet)

    def close(self) -> None:
        self._reader.close()

    def _timed(self) -> AbstractContextManager[None]:
        # The interface says nothing of what a look is for; the name of who asks, two frames up, does.
        return self._watch.part(Asked(self._place, sys._getframe(2).f_code.co_name))


class TimedEngine(TimedReader):
    """The same for an engine that reads pages too."""

    def __init__(self, engine: Engine, place: str, watch: Watch) -> None:
        super().__init__(engine, place, watch)
        self._engine = engine

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        with self._timed():
            return self._engine.read_page(image, dpi)

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        with self._timed():
            return self._engine.find_lines(image, dpi)


def timed(engines: Engines, watch: Watch) -> Engines:
    """The same engines under a watch, by their places."""
    return Engines(
        TimedEngine(engines.first, "first", watch),
        *(
            TimedReader(reader, place, watch) if reader is not None else None
            for place, reader in (
                ("reader", engines.reader),
                ("arbiter", engines.arbiter),
                ("network", engines.network),
            )
        ),
    )


def profile(papers: Sequence[ScannedForm], *, clock: Callable[[], float] = time.perf_counter) -> Profile:
    """Read the papers one by one in this process, on one thread as a helper does, the parts timed."""
    cv2.setNumThreads(1)
    watch = Watch(clock)
    engines = timed(open_engines(), watch)
    forms, lists = load_forms(), load_lists()
    printed = printed_wording(forms.values())
    for paper in papers:
        readings = [_page(picture, engines, printed, watch) for picture in _pictures(paper.pages, watch)]
        with watch.part("extraction"):
            separation = separate(readings, forms)
            for span in separation.spans:
                form = forms[span.form] if span.form is not None else None
                read_document(separation.readings[span.first - 1 : span.last], form, span.first, lists)
    engines.close()
    seconds = watch.seconds
    asked = {key: spent for key, spent in seconds.items() if isinstance(key, Asked)}
    return Profile(
        pages=sum(len(paper.pages) for paper in papers),
        decoding=seconds["decoding"],
        cleaning=seconds["cleaning"],
        page_work=max(0.0, seconds["page"] - seconds["cleaning"] - sum(asked.values())),
        extraction=seconds["extraction"],
        asked=asked,
    )


def _page(picture: Picture, engines: Engines, printed: PrintedWording, watch: Watch) -> PageReading:
    """A page read; its clean-up is done once more by itself, for the clock only."""
    with watch.part("cleaning"):
        clean(picture)
    with watch.part("page"):
        return read_page(picture, engines, printed)


def _pictures(pages: Sequence[Path], watch: Watch) -> list[Picture]:
    decoder = Decoder()
    with watch.part("decoding"):
        return [picture for page in pages for picture in decoder.decode(page.read_bytes())]


def peak_memory_mib() -> tuple[float, ...]:
    """The most memory (resident, MiB) that each helper of this process that is alive has had so far.

    Empty where the system has no /proc to ask. Helpers that decode are gone by then; the reading ones stay.
    """
    found = [
        _high_water(child.pid)
        for child in multiprocessing.active_children()
        if child.name == _HELPER and child.pid is not None
    ]
    return tuple(sorted(one for one in found if one is not None))


def _high_water(pid: int) -> float | None:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return None
    sizes = [float(line.split()[1]) / _KIB_PER_MIB for line in lines if line.startswith("VmHWM:")]
    return sizes[0] if sizes else None
