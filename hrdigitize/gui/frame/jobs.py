"""Work that takes long: what is under way, how far it is, and how it is given up."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class JobStage(StrEnum):
    """How far a job has come."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Job(QObject):
    """One piece of long work, told on the window's thread by whoever does it. changed: anything about it.

    words: what it is, as the panel says it. total: of how many; 0 while nobody knows. unit: of what, "" where
    its words say it. said: its result or its fault in a sentence. cancel: what gives it up; None where that
    cannot be done any more.
    """

    changed = Signal()

    def __init__(
        self,
        words: str,
        *,
        cancel: Callable[[], None] | None,
        unit: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.unit = unit
        self.done = 0
        self.total = 0
        self.stage = JobStage.RUNNING
        self.said = ""
        self._cancel = cancel

    @property
    def can_cancel(self) -> bool:
        return self._cancel is not None and self.stage is JobStage.RUNNING

    def progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def cancel(self) -> None:
        """Gives it up; what it had finished stays."""
        if self._cancel is None or self.stage is not JobStage.RUNNING:
            return
        self._cancel()
        self._end(JobStage.CANCELLED, "")

    def finish(self, said: str = "") -> None:
        self._end(JobStage.DONE, said)

    def fail(self, said: str) -> None:
        self._end(JobStage.FAILED, said)

    def _end(self, stage: JobStage, said: str) -> None:
        if self.stage is not JobStage.RUNNING:
            return
        self.stage, self.said = stage, said
        self.changed.emit()


class Jobs(QObject):
    """The jobs of this window, oldest first. added (Job): a new one; changed: any of them."""

    added = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Job, ...] = ()

    def start(self, words: str, *, cancel: Callable[[], None] | None = None, unit: str = "") -> Job:
        """A new job, running."""
        job = Job(words, cancel=cancel, unit=unit, parent=self)
        job.changed.connect(self.changed)
        self.all = (*self.all, job)
        self.added.emit(job)
        self.changed.emit()
        return job

    def forget_ended(self) -> None:
        """The list keeps what still runs."""
        self.all = self.running
        self.changed.emit()

    @property
    def running(self) -> tuple[Job, ...]:
        return tuple(job for job in self.all if job.stage is JobStage.RUNNING)
