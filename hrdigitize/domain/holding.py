"""Documents put by: why somebody could not go on with one, what was noted about it, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: What somebody may say in his own words is no longer than this, in characters.
LONGEST_REMARK = 500


class HoldReason(StrEnum):
    """Why a document waits for something that is not at hand."""

    ILLEGIBLE = "illegible"
    CONTRADICTORY = "contradictory"
    MISSING_PAGE = "missing-page"
    SECRET_MARKING = "secret-marking"
    ASK_PERSON = "ask-person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody put a document by, or let it go on again (reason None). remark: in his own words, or ""."""

    reason: HoldReason | None
    remark: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about a document."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Diary:
    """All that people said of a document besides its fields, oldest first."""

    holdings: tuple[Holding, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def held(self) -> Holding | None:
        """Why it is put by now; None where it is not."""
        last = self.holdings[-1] if self.holdings else None
        return last if last is not None and last.reason is not None else None

    @property
    def entries(self) -> tuple[Holding | Note, ...]:
        """Everything in the order in which it was said."""
        return tuple(sorted((*self.holdings, *self.notes), key=lambda entry: entry.at))
