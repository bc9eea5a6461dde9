"""Taking in and reading, as the room asks for it: feeding on a thread of its own, reading in the queue."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hrdigitize.domain.batches import BatchContents, BatchSummary
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.frame.jobs import Job
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.intake.state import BatchLine, Failure, Progress, lines_of
from hrdigitize.gui.look.sentences import fault_sentence, said
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.intake import IntakeReport
from hrdigitize.services.permissions import Action
from hrdigitize.services.reading_queue import Standing

_LOOK_EVERY_MS = 300
_Documents = Future[tuple[DocumentId, ...]]
#: Brings paper in: told after each file which batch it is and how many pages are safe.
Feed = Callable[[Callable[[BatchId, int], None]], IntakeReport]


class IntakeSession(QObject):
    """Signals: listed (the lines changed), shown (the contents of the batch in sight), taken (IntakeReport),
    broke (Exception: nothing more came), read (BatchId), failed (BatchId, Failure).
    """

    listed = Signal()
    shown = Signal()
    taken = Signal(object)
    broke = Signal(object)
    read = Signal(object)
    failed = Signal(object, object)
    _arrived = Signal(str, int)

    def __init__(self, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._app, self._actor = frame.app, frame.actor
        self.lines: tuple[BatchLine, ...] = ()
        self.contents: BatchContents | None = None
        self.batch: BatchId | None = None
        self._summaries: tuple[BatchSummary, ...] = ()
        self._standings: Mapping[BatchId, Standing] = {}
        self._failures: dict[BatchId, Failure] = {}
        self._feeding: BatchId | None = None
        self._documents: dict[BatchId, _Documents] = {}
        self._jobs: dict[BatchId, Job] = {}
        self._intake_job: Job | None = None
        self._stop = threading.Event()
        self._feeder = ThreadPoolExecutor(1, "intake-feeder")
        self._feeds = Tasks(self._feeder, self._break_off, self)
        self._stale = self._asking = False
        self._arrived.connect(self._note_arrival, Qt.ConnectionType.QueuedConnection)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    @property
    def feeding(self) -> bool:
        """Whether paper or files come in."""
        return self._feeds.busy

    @property
    def paused(self) -> bool:
        """Whether reading is held up for all batches."""
        return any(line.progress is Progress.PAUSED for line in self.lines)

    @property
    def line(self) -> BatchLine | None:
        """The batch in sight, as the list has it."""
        return next((line for line in self.lines if line.summary.id == self.batch), None)

    @property
    def unread(self) -> tuple[BatchLine, ...]:
        """The batches that were left unread and can be gone on with."""
        return tuple(line for line in self.lines if line.may_go_on and not line.why)

    def open(self) -> None:
        """The room is on screen: what it shows may be old, and changes by itself now."""
        self._clock.start()
        self.refresh()

    def leave(self) -> None:
        """The room is not on screen: only what is under way is looked after."""
        if not self._under_way():
            self._clock.stop()

    def refresh(self) -> None:
        """Asks the store anew; once more where it is being asked already."""
        if self._asking:
            self._stale = True
            return
        self._asking, self._stale = True, False
        batches, actor, batch = self._app.batches, self._actor, self.batch
        self._frame.lane.start(
            lambda: (batches.all(actor=actor), _contents_of(batches.contents, batch, actor)),
            lambda found: self._show(batch, *found),
            self._not_shown,
        )

    def choose(self, batch: BatchId | None) -> None:
        """Another batch comes into sight."""
        if batch == self.batch:
            return
        self.batch = batch
        self.contents = None
        self.shown.emit()
        self.refresh()

    def take_files(self, files: Sequence[Path], marking: Secrecy, into: BatchId | None) -> None:
        """Takes files in, one by one; each that is refused stops no other. into: a batch that goes on."""
        capture = self._app.intake.capture
        feed = partial(
            capture,
            files,
            actor=self._actor,
            into=into,
            marking=marking,
            wanted=lambda: not self._stop.is_set(),
        )
        words = self.tr("Nhận %n tệp", "", len(files))
        self.feed(lambda taken: feed(taken=taken), words, len(files))

    def feed(self, feed: Feed, words: str, total: int = 0, *, reads: bool = True) -> None:
        """Runs what brings paper in, behind what is coming already. reads: whether it is read to its end."""
        self._stop.clear()
        job = self._frame.jobs.start(words, cancel=self.stop)
        job.progress(0, total)
        self._clock.start()

        def begin() -> IntakeReport:
            count = 0

            def taken(batch: BatchId, pages: int) -> None:
                nonlocal count
                count += 1
                self._app.queue.arrived(batch, pages, actor=self._actor)
                self._arrived.emit(batch, count)

            return feed(taken if reads else lambda batch, _pages: self._arrived.emit(batch, -1))

        self._intake_job = job
        self._feeds.start(
            begin,
            lambda report: self._end(job, report, reads=reads),
            lambda fault: self._break_off(fault, job),
        )

    def stop(self) -> None:
        """No further file or sheet is taken; what came is safe, and is read."""
        self._stop.set()

    @property
    def stopping(self) -> Callable[[], bool]:
        """Whether no further sheet is wanted; any thread may ask."""
        return self._stop.is_set

    def go_on(self, line: BatchLine) -> None:
        """Has a batch read that was left unread."""
        batch = line.summary.id
        self._failures.pop(batch, None)
        self._app.queue.arrived(batch, line.summary.pages, actor=self._actor)
        self._hear(batch)
        self.tell()

    def declare(self, line: BatchLine, marking: Secrecy) -> None:
        """The operator's word on what a batch is; it is read then."""
        batch, markings = line.summary.id, self._app.markings

        def declared(_: None) -> None:
            self._failures.pop(batch, None)
            self.go_on(line)
            self.refresh()

        self._frame.lane.start(lambda: markings.confirm(batch, marking, actor=self._actor), declared)

    def prefer(self, batch: BatchId) -> None:
        """Reads it before all others."""
        self._app.queue.prefer(batch, actor=self._actor)

    def pause(self) -> None:
        """Holds reading up, or goes on with it."""
        call = self._app.queue.resume if self.paused else self._app.queue.pause
        call(actor=self._actor)

    def give_up(self, batch: BatchId) -> None:
        """Reads no more of it for now; what was read stays."""
        self._app.queue.cancel(batch, actor=self._actor)
        self._documents.pop(batch, None)
        job = self._jobs.pop(batch, None)
        if job is not None:
            job.cancel()
        self.refresh()

    def close(self) -> None:
        """The window closes: the file that is under way is taken in to its end, what is read goes on."""
        self._stop.set()
        self._clock.stop()
        self._feeds.close()
        self._feeder.shutdown(wait=True, cancel_futures=True)

    def tell(self) -> None:
        """Makes the lines anew from what is known."""
        taking = (self._feeding,) if self._feeding is not None else ()
        lines = lines_of(self._summaries, self._standings, taking, self._failures)
        if lines != self.lines:
            self.lines = lines
            self.listed.emit()

    def _under_way(self) -> bool:
        return bool(self._feeds.busy or self._documents or self._standings)

    def _show(
        self,
        asked: BatchId | None,
        summaries: tuple[BatchSummary, ...],
        contents: BatchContents | None,
    ) -> None:
        self._asking = False
        self._summaries = summaries
        self.tell()
        if asked == self.batch and contents != self.contents:
            self.contents = contents
            self.shown.emit()
        if self._stale:
            self.refresh()

    def _not_shown(self, fault: Exception) -> None:
        self._asking = False
        self._frame.fail(fault)

    def _note_arrival(self, batch: str, count: int) -> None:
        """A file is safe: its pages come into sight as they come."""
        job = self._intake_job
        if job is not None and count > 0:
            job.progress(count, max(job.total, count) if job.total else 0)
        if self._feeds.busy and self._feeding != batch:
            self._feeding = BatchId(batch)
            self.batch, self.contents = self._feeding, None
        self._stale = True

    def _end(self, job: Job, report: IntakeReport, *, reads: bool) -> None:
        self._feeding = None
        job.finish()
        if reads and report.pages and report.stopped is None and self._frame.may(Action.READ):
            # Also where nothing new came: a batch that was broken off is read to its end.
            self._app.queue.arrived(report.batch, report.pages, actor=self._actor)
            self._hear(report.batch)
        elif reads and report.pages:
            self._app.queue.cancel(report.batch, actor=self._actor)
        self.batch = report.batch
        self.taken.emit(report)
        self._frame.ways.changed.emit()
        self.refresh()

    def _break_off(self, fault: Exception, job: Job | None = None) -> None:
        batch, self._feeding = self._feeding, None
        if batch is not None:
            self._app.queue.cancel(batch, actor=self._actor)
        if job is not None:
            job.fail(fault_sentence(fault))
        self.broke.emit(fault)
        self.refresh()

    def _hear(self, batch: BatchId) -> None:
        """No more pages come to it: it is read to its end, and told as a job."""
        self._documents[batch] = self._app.queue.ended(batch, actor=self._actor)
        self._jobs[batch] = self._frame.jobs.start(
            self.tr("Đọc đợt quét"), cancel=partial(self.give_up, batch), unit=self.tr("trang")
        )
        self._clock.start()

    def _look(self) -> None:
        before, self._standings = self._standings, self._app.queue.standing(actor=self._actor)
        for batch, job in self._jobs.items():
            if (standing := self._standings.get(batch)) is not None:
                job.progress(standing.read, standing.known)
        for batch in [batch for batch, documents in self._documents.items() if documents.done()]:
            self._settle(batch, self._documents.pop(batch))
        if self._stale or _read_on(before, self._standings):
            self.refresh()
        self.tell()

    def _settle(self, batch: BatchId, documents: _Documents) -> None:
        job = self._jobs.pop(batch, None)
        fault = documents.exception() if not documents.cancelled() else None
        if isinstance(fault, Exception):
            self._failures[batch] = failure = _failure(fault)
            if job is not None:
                job.fail(failure.why)
            self.failed.emit(batch, failure)
        elif job is not None and not documents.cancelled():
            job.finish(self.tr("%n tài liệu", "", len(documents.result())))
            self.read.emit(batch)
        self._stale = True
        self._frame.ways.changed.emit()


def _contents_of(
    look: Callable[..., BatchContents], batch: BatchId | None, actor: object
) -> BatchContents | None:
    return look(batch, actor=actor) if batch is not None else None


def _read_on(before: Mapping[BatchId, Standing], now: Mapping[BatchId, Standing]) -> bool:
    """Whether pages were read, or a batch ended, since somebody looked last."""
    return {key: one.read for key, one in before.items()} != {key: one.read for key, one in now.items()}


def _failure(fault: Exception) -> Failure:
    """The window has a button where the terminal has a command."""
    if isinstance(fault, UserFault) and fault.code == "secrecy-undeclared":
        pages = {"pages": fault.params["pages"]}
        return Failure(said("window-secrecy-undeclared", pages), marked=True)
    return Failure(fault_sentence(fault))
