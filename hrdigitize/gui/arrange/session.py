"""Arranging as the room asks for it: one step after the other, each shown as it then lies."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hrdigitize.domain.arranging import Aside, documents_of
from hrdigitize.domain.batches import BatchContents, BatchSummary
from hrdigitize.domain.record import BatchId, CadreId, DocumentId
from hrdigitize.domain.search import CadreHit, Filters
from hrdigitize.gui.arrange.state import document_before, layout_of, step
from hrdigitize.gui.frame.jobs import Job
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.look.sentences import fault_sentence
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.rereading import ReadAgain

_MOST_HITS = 12
#: Makes of what lies now the use case to call; None: there is nothing to do.
Wish = Callable[[BatchContents], Callable[[], object] | None]


class _GivenUpError(Exception):
    """Reading again was cancelled between two documents."""


class ArrangeSession(QObject):
    """Signals: listed (the batches), shown (the contents), nothing (str: why a wish did nothing),
    found (sequence of CadreHit), read_again (number of documents, of answers left over).
    """

    listed = Signal()
    shown = Signal()
    nothing = Signal()
    found = Signal(object)
    read_again = Signal(int, int)

    def __init__(self, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._app, self._actor = frame.app, frame.actor
        self.batches: tuple[BatchSummary, ...] = ()
        self.batch: BatchId | None = None
        self.contents: BatchContents | None = None
        self.doubles: Mapping[int, int] = {}
        self._wishes: deque[tuple[Wish, Tasks]] = deque()
        self._busy = False
        self._search = 0
        self._stop = threading.Event()
        self._reading = ThreadPoolExecutor(1, "arrange-reading")
        self._readings = Tasks(self._reading, frame.fail, self)

    @property
    def idle(self) -> bool:
        """Whether all that was wished is done."""
        return not (self._busy or self._wishes or self._readings.busy)

    def list_batches(self) -> None:
        """Asks which batches there are; the newest one with documents is opened where none is."""
        batches, actor = self._app.batches, self._actor
        self._frame.lane.start(lambda: batches.all(actor=actor), self._list)

    def open(self, batch: BatchId) -> None:
        """Another batch comes into sight."""
        self.batch = batch
        self._look()
        self._compare()

    def split(self, page: int) -> None:
        """Another document begins with this page."""
        self._wish(lambda now: partial(self._app.arranging.split, now.summary.id, page, actor=self._actor))

    def join(self, document: DocumentId) -> None:
        """A document becomes part of the one before it."""

        def wish(now: BatchContents) -> Callable[[], object] | None:
            before = document_before(layout_of(now), document)
            if before is None:
                return None
            return partial(self._app.arranging.join, now.summary.id, before, document, actor=self._actor)

        self._wish(wish)

    def step(self, numbers: Sequence[int], by: int) -> None:
        """Pages one place on or back."""

        def wish(now: BatchContents) -> Callable[[], object] | None:
            move = step(layout_of(now), numbers, by)
            if move is None:
                return None
            return partial(
                self._app.arranging.move,
                now.summary.id,
                move.numbers,
                to=move.to,
                behind=move.behind,
                actor=self._actor,
            )

        self._wish(wish)

    def move(self, numbers: Sequence[int], to: int, *, behind: bool) -> None:
        """Pages behind or before another one."""
        move = self._app.arranging.move
        self._wish(
            lambda now: partial(move, now.summary.id, numbers, to=to, behind=behind, actor=self._actor)
        )

    def turn(self, numbers: Sequence[int], degrees: int) -> None:
        """Turns pages clockwise."""
        for number in numbers:
            self._wish(self._of_page(number, self._app.arranging.turn, degrees))

    def set_aside(self, numbers: Sequence[int], why: Aside) -> None:
        """Lets pages count no more."""
        for number in numbers:
            self._wish(self._of_page(number, self._app.arranging.set_aside, why))

    def bring_back(self, numbers: Sequence[int]) -> None:
        """Lets pages that were set aside count again."""
        for number in numbers:
            self._wish(self._of_page(number, self._app.arranging.bring_back))

    def insert(self, behind: int, file: Path) -> None:
        """The pages of a file come behind another page."""
        self._wish(self._of_page(behind, self._app.arranging.insert, file), self._frame.aside)

    def replace(self, number: int, file: Path) -> None:
        """A new scan takes the place of a page."""
        self._wish(self._of_page(number, self._app.arranging.replace, file), self._frame.aside)

    def undo(self) -> None:
        """One step back."""
        self._wish(lambda now: partial(self._app.arranging.undo, now.summary.id, actor=self._actor))

    def redo(self) -> None:
        """What was undone last, again."""
        self._wish(lambda now: partial(self._app.arranging.redo, now.summary.id, actor=self._actor))

    def set_type(self, document: DocumentId, kind: str) -> None:
        """Says what kind of paper a document is; "" for unknown."""
        filing = self._app.filing
        self._wish(lambda _: partial(filing.set_type, document, kind, actor=self._actor))

    def correct_index(self, document: DocumentId, name: str, text: str) -> None:
        """Puts a person's word in the place of what a document is found by."""
        filing = self._app.filing
        self._wish(lambda _: partial(filing.correct_index, document, name, text, actor=self._actor))

    def file(self, document: DocumentId, cadre: CadreId) -> None:
        """Puts a paper into a dossier."""
        filing = self._app.filing
        self._wish(lambda _: partial(filing.file, document, cadre, actor=self._actor))

    def take_out(self, document: DocumentId) -> None:
        """Takes a paper out of its dossier."""
        filing = self._app.filing
        self._wish(lambda _: partial(filing.take_out, document, actor=self._actor))

    def search(self, typed: str) -> None:
        """Cadres by what was typed; `found` brings them unless something else was typed meanwhile."""
        self._search += 1
        mine, search, actor = self._search, self._app.search, self._actor
        self._frame.lane.start(
            lambda: search.find(
                typed, Filters(), actor=actor, limit=_MOST_HITS, wanted=lambda: mine == self._search
            ),
            lambda page: self._find(mine, page.hits),
        )

    def read(self) -> None:
        """Reads again what was arranged, as a job beside everything else."""
        if self.batch is None or self._readings.busy:
            return
        self._stop.clear()
        job = self._frame.jobs.start(self.tr("Đọc lại tài liệu đã sắp xếp"), cancel=self._stop.set)

        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise _GivenUpError
            job.progress(done, total)

        read = partial(self._app.rereading.read, self.batch, actor=self._actor, progress=progress)
        self._readings.start(read, partial(self._end_reading, job), partial(self._break_off, job))

    def refresh(self) -> None:
        """What is shown may be old."""
        if self.batch is not None and not self._busy:
            self._look()

    def close(self) -> None:
        """The window closes: reading again stops behind the document that is under way."""
        self._stop.set()
        self._readings.close()
        self._reading.shutdown(wait=True, cancel_futures=True)

    def _of_page(self, number: int, call: Callable[..., object], *rest: object) -> Wish:
        return lambda now: partial(call, now.summary.id, number, *rest, actor=self._actor)

    def _wish(self, wish: Wish, tasks: Tasks | None = None) -> None:
        """Keys come faster than the store answers: each wish is made of what lies when its turn comes."""
        self._wishes.append((wish, tasks or self._frame.lane))
        self._go_on()

    def _go_on(self) -> None:
        while not self._busy and self._wishes and self.contents is not None:
            wish, tasks = self._wishes.popleft()
            call = wish(self.contents)
            if call is None:
                self.nothing.emit()
                continue
            self._busy = True
            batch, contents = self.contents.summary.id, self._app.batches.contents
            tasks.start(
                partial(_done, call, partial(contents, batch, actor=self._actor)), self._show, self._refuse
            )

    def _show(self, contents: BatchContents) -> None:
        self._busy = False
        self._take(contents)
        self._frame.ways.changed.emit()
        self._go_on()

    def _refuse(self, fault: Exception) -> None:
        """What was wished behind a step that failed was meant for another order of pages."""
        self._busy = False
        self._wishes.clear()
        self._frame.fail(fault)

    def _take(self, contents: BatchContents) -> None:
        if contents.summary.id == self.batch:
            self.contents = contents
            self.shown.emit()

    def _look(self) -> None:
        batch, batches, actor = self.batch, self._app.batches, self._actor
        assert batch is not None
        self._frame.lane.start(lambda: batches.contents(batch, actor=actor), self._take)

    def _compare(self) -> None:
        batch, batches, actor = self.batch, self._app.batches, self._actor
        assert batch is not None
        self._frame.aside.start(
            lambda: batches.doubles(batch, actor=actor), lambda found: self._note_doubles(batch, found)
        )

    def _note_doubles(self, batch: BatchId, doubles: Mapping[int, int]) -> None:
        if batch == self.batch and doubles != self.doubles:
            self.doubles = doubles
            if self.contents is not None:
                self.shown.emit()

    def _list(self, batches: tuple[BatchSummary, ...]) -> None:
        self.batches = batches
        self.listed.emit()
        if self.batch is None:
            ready = [one.id for one in batches if one.documents]
            if ready:
                self.open(ready[0])

    def _find(self, search: int, hits: Sequence[CadreHit]) -> None:
        if search == self._search:
            self.found.emit(hits)

    def _end_reading(self, job: Job, done: Sequence[ReadAgain]) -> None:
        job.finish(self.tr("%n tài liệu", "", len(done)))
        self.read_again.emit(len(done), sum(len(one.left) for one in done))
        self._frame.ways.changed.emit()
        self.refresh()
        self._compare()

    def _break_off(self, job: Job, fault: Exception) -> None:
        if not isinstance(fault, _GivenUpError):
            job.fail(fault_sentence(fault))
            self._frame.fail(fault)
        self._frame.ways.changed.emit()
        self.refresh()


def _done(call: Callable[[], object], look: Callable[[], BatchContents]) -> BatchContents:
    """The use case, then how everything lies."""
    call()
    return look()


def waiting(contents: BatchContents) -> int:
    """How many documents are to be read again."""
    lying = documents_of(layout_of(contents))
    return sum(paper.stale and paper.id in lying for paper in contents.papers)
