"""A batch as people see it who take paper in and put it in order: what came, how far it is, what is odd."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from hrdigitize.domain.arranging import LaidPage
from hrdigitize.domain.reading import Finding
from hrdigitize.domain.record import BatchId, CadreId, DocumentId, DocumentStatus
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.sorting import Boundary
from hrdigitize.domain.stored import FileId, Refusal, SourceFile

#: Where a document begins is doubtful below this: somebody has to look.
SURE_BOUNDARY = 0.75


class BatchStage(StrEnum):
    """How far a batch is: one of its two sides scanned, not all of it read, all of it read."""

    HALF_SCANNED = "half-scanned"
    UNREAD = "unread"
    READ = "read"


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """A batch at a glance. person: whose papers it was declared to hold, "" where nobody said so.

    marking: what it was declared to be. files, refused: how many came, and how many of those were not taken
    in wholly. pages, read: how many pages it has, and how many of them were read.
    """

    id: BatchId
    at: datetime
    by: str
    person: str
    marking: Secrecy
    stage: BatchStage
    files: int
    refused: int
    pages: int
    read: int
    documents: int


@dataclass(frozen=True, slots=True)
class PageStanding:
    """A page of a batch as it stands. name: of its file. failure: why it could not be read.

    marking: what was found stamped on it. findings: what is wrong with it as a picture.
    """

    laid: LaidPage
    file: FileId
    name: str
    is_read: bool = False
    marking: Secrecy = Secrecy.OPEN
    failure: Refusal | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of a batch, without what was read in its fields.

    type: what counts; sure: how likely the machine's word on it was (1 where a form or a person says it).
    index: what it is found by, as it counts now. stale: to be read again.
    """

    id: DocumentId
    form: str | None
    type: str | None
    status: DocumentStatus
    cadre: CadreId | None = None
    boundary: Boundary | None = None
    sure: float = 1.0
    stale: bool = False
    index: Mapping[str, str] = field(default_factory=dict)

    @property
    def begins_doubtfully(self) -> bool:
        """Whether nobody can be sure that it begins where it does."""
        return self.boundary is not None and self.boundary.score < SURE_BOUNDARY

    @property
    def is_filed(self) -> bool:
        """Whether it lies in a dossier, and so is not arranged any more."""
        return self.cadre is not None or self.status is DocumentStatus.APPROVED


@dataclass(frozen=True, slots=True)
class BatchContents:
    """All of a batch: its files (refused ones among them), its pages and its papers in their order."""

    summary: BatchSummary
    files: tuple[SourceFile, ...]
    pages: tuple[PageStanding, ...]
    papers: tuple[Paper, ...]
    can_undo: bool = False
    can_redo: bool = False
