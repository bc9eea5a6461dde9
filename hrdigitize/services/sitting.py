"""A sitting: paper is taken in and read at the same time; the last page is read soon after it came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from dataclasses import dataclass
from pathlib import Path

from hrdigitize.capture.scanners import Scanner
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.services.intake import Intake, IntakeReport, Taken
from hrdigitize.services.reading_queue import ReadingQueue, Standing

#: Told how far the batch is, while it is taken in and while the rest is read.
Told = Callable[[Standing], None]
#: How often somebody who waits is told.
_TOLD_EVERY_S = 0.25


@dataclass(frozen=True, slots=True)
class SittingReport:
    """What a sitting brought: what was taken in, and the documents read from it.

    documents: empty where the intake was broken off. What was whole by then is kept all the same, and the
    rest is read when the batch goes on.
    """

    intake: IntakeReport
    documents: tuple[DocumentId, ...]


class Sitting:
    """Takes in on the calling thread, has the queue read beside it, and waits until all is read."""

    def __init__(self, intake: Intake, queue: ReadingQueue) -> None:
        self._intake = intake
        self._queue = queue

    def capture(
        self,
        files: Sequence[Path],
        *,
        actor: Actor,
        into: BatchId | None = None,
        marking: Secrecy = Secrecy.OPEN,
        told: Told | None = None,
    ) -> SittingReport:
        """As `Intake.capture`, then as `BatchReading.read`."""
        taken = self._arrived(actor, told)
        report = self._intake.capture(files, actor=actor, into=into, marking=marking, taken=taken)
        return self._read(report, actor, told)

    def scan(
        self,
        scanner: Scanner,
        settings: ScanSettings,
        *,
        actor: Actor,
        into: BatchId | None = None,
        marking: Secrecy = Secrecy.OPEN,
        told: Told | None = None,
    ) -> SittingReport:
        """As `Intake.scan`, then as `BatchReading.read`."""
        taken = self._arrived(actor, told)
        report = self._intake.scan(scanner, settings, actor=actor, into=into, marking=marking, taken=taken)
        return self._read(report, actor, told)

    def _arrived(self, actor: Actor, told: Told | None) -> Taken:
        def arrived(batch: BatchId, pages: int) -> None:
            self._queue.arrived(batch, pages, actor=actor)
            self._tell(batch, actor, told)

        return arrived

    def _read(self, report: IntakeReport, actor: Actor, told: Told | None) -> SittingReport:
        if report.stopped is not None:
            self._queue.cancel(report.batch, actor=actor)
            return SittingReport(report, ())
        self._queue.arrived(report.batch, report.pages, actor=actor)  # also where it had nothing new
        documents = self._queue.ended(report.batch, actor=actor)
        while not _is_there(documents):
            self._tell(report.batch, actor, told)
        return SittingReport(report, documents.result())

    def _tell(self, batch: BatchId, actor: Actor, told: Told | None) -> None:
        standing = self._queue.standing(actor=actor).get(batch)
        if told is not None and standing is not None:
            told(standing)


def _is_there(documents: Future[tuple[DocumentId, ...]]) -> bool:
    try:
        documents.exception(timeout=_TOLD_EVERY_S)
    except NotYetError:
        return False
    return True
