"""What is said of a batch in the list: where it is on its way from paper to documents. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hrdigitize.domain.batches import BatchStage, BatchSummary
from hrdigitize.domain.record import BatchId
from hrdigitize.services.reading_queue import Stage, Standing


class Progress(StrEnum):
    """Pages come; it waits for its turn; it is read; reading is held up; it broke off and why; it was left
    unread; one of its two sides is scanned; all of it is read."""

    TAKING = "taking"
    WAITING = "waiting"
    READING = "reading"
    PAUSED = "paused"
    FAILED = "failed"
    UNREAD = "unread"
    HALF_SCANNED = "half-scanned"
    READ = "read"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch as the list shows it. read, known: pages. remaining_s: None where nobody can say.

    why: what broke its reading off. marked: whether it waits for a word about a marking of secrecy.
    """

    summary: BatchSummary
    progress: Progress
    read: int
    known: int
    remaining_s: float | None = None
    why: str = ""
    marked: bool = False

    @property
    def may_go_on(self) -> bool:
        """Whether somebody can have it read from here."""
        left = self.progress in (Progress.UNREAD, Progress.FAILED)
        return left and not self.marked and self.summary.pages > 0

    @property
    def may_be_added_to(self) -> bool:
        """Whether more files can come to it."""
        return self.progress in (Progress.UNREAD, Progress.FAILED)

    @property
    def under_way(self) -> bool:
        """Whether the queue has it."""
        return self.progress in (Progress.WAITING, Progress.READING, Progress.PAUSED)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why reading a batch broke off. marked: because of a marking that nobody declared."""

    why: str
    marked: bool = False


def lines_of(
    summaries: Collection[BatchSummary],
    standings: Mapping[BatchId, Standing],
    taking: Collection[BatchId],
    failures: Mapping[BatchId, Failure],
) -> tuple[BatchLine, ...]:
    """The list, in the order of the summaries."""
    return tuple(
        _line(one, standings.get(one.id), taking=one.id in taking, failure=failures.get(one.id))
        for one in summaries
    )


def _line(
    summary: BatchSummary, standing: Standing | None, *, taking: bool, failure: Failure | None
) -> BatchLine:
    if taking:
        read = standing.read if standing is not None else summary.read
        known = max(summary.pages, standing.known if standing is not None else 0)
        return BatchLine(summary, Progress.TAKING, read, known)
    if standing is not None:
        known = max(standing.known, standing.read)
        return BatchLine(summary, _stage(standing), standing.read, known, standing.remaining_s)
    if summary.stage is BatchStage.READ:
        return BatchLine(summary, Progress.READ, summary.read, summary.pages)
    if failure is not None:
        return BatchLine(
            summary,
            Progress.FAILED,
            summary.read,
            summary.pages,
            why=failure.why,
            marked=failure.marked,
        )
    half = summary.stage is BatchStage.HALF_SCANNED
    return BatchLine(summary, Progress.HALF_SCANNED if half else Progress.UNREAD, summary.read, summary.pages)


def _stage(standing: Standing) -> Progress:
    if standing.stage is Stage.PAUSED:
        return Progress.PAUSED
    return Progress.WAITING if standing.stage is Stage.WAITING else Progress.READING
