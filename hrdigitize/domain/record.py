"""The record and the way to it: documents as stored, answers that people gave, values with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.holding import Diary
from hrdigitize.domain.reading import FieldReading, Finding, FormReading, State, Value
from hrdigitize.domain.sorting import Boundary, Classified

#: Own identifiers, UUIDv7 as text; made where the thing is made, never by the database.
BatchId = NewType("BatchId", str)
PageId = NewType("PageId", str)
DocumentId = NewType("DocumentId", str)
CadreId = NewType("CadreId", str)


@dataclass(frozen=True, slots=True, order=True)
class FieldPath:
    """Names a scalar field (`full_name`) or a table cell (`training/0/school`; rows count from 0)."""

    field: str
    table: str = ""
    row: int = -1

    def __str__(self) -> str:
        return f"{self.table}/{self.row}/{self.field}" if self.table else self.field

    @classmethod
    def parse(cls, text: str) -> FieldPath:
        """The path written by `str`; ValueError for anything else."""
        parts = text.split("/")
        if len(parts) == 1 and parts[0]:
            return cls(parts[0])
        if len(parts) == 3 and all(parts) and parts[1].isdigit():
            return cls(parts[2], parts[0], int(parts[1]))
        raise ValueError(f"not a field path: {text!r}")


def readings_by_path(reading: FormReading) -> dict[FieldPath, FieldReading]:
    """Every field and table cell of a document under its path: fields first, then tables row by row."""
    scalars = {FieldPath(key): field for key, field in reading.fields.items()}
    cells = {
        FieldPath(column, table, number): cell
        for table, rows in reading.tables.items()
        for number, row in enumerate(rows)
        for column, cell in row.items()
    }
    return scalars | cells


def renumbered(reading: FormReading, numbers: Sequence[int]) -> FormReading:
    """The reading of a stack with its pages under the numbers that they have in their batch.

    numbers: of each page of the stack, in order; a page keeps its number wherever it is put. Page 0, where
    nothing was found, stays.
    """

    def own(field: FieldReading) -> FieldReading:
        return replace(field, page=numbers[field.page - 1]) if field.page else field

    return replace(
        reading,
        fields={key: own(field) for key, field in reading.fields.items()},
        tables={
            table: tuple({column: own(cell) for column, cell in row.items()} for row in rows)
            for table, rows in reading.tables.items()
        },
        index={key: own(field) for key, field in reading.index.items()},
    )


class DocumentStatus(StrEnum):
    """How far a document has come: read by the machine, verified by a clerk, approved by a reviewer."""

    READ = "read"
    VERIFIED = "verified"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says stands on the paper."""

    state: State
    text: str = ""
    value: Value = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on paper: the number of the page in its batch, the box in pixels of the page as kept."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Verification:
    """An answer with who gave it and when. The machine's reading stays beside it, unchanged.

    spot: where on the paper the person took it from, if he pointed there.
    """

    path: FieldPath
    answer: Answer
    by: str
    at: datetime
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page that is safe on disk: its place in the batch and how it looks.

    rotation: degrees by which its text lies turned clockwise (0, 90, 180, 270), as far as it was read.
    """

    id: PageId
    number: int
    name: str
    width: int
    height: int
    dpi: int
    rotation: int = 0


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the store keeps it: pages, the machine's readings, the people's answers.

    type: what counts; `classified` is what the machine took it for, `index` what it read of what the paper
    is found by, `boundary` why it begins where it does. stale: its pages were arranged since it was read.
    diary: what people said of it besides its fields.
    """

    id: DocumentId
    batch: BatchId
    form: str | None
    type: str | None
    status: DocumentStatus
    pages: tuple[StoredPage, ...]
    readings: Mapping[FieldPath, FieldReading]
    verifications: Mapping[FieldPath, Verification]
    findings: tuple[Finding, ...]
    cadre: CadreId | None = None
    text: str = ""
    classified: Classified | None = None
    boundary: Boundary | None = None
    index: Mapping[str, FieldReading] = field(default_factory=dict)
    stale: bool = False
    diary: Diary = Diary()  # noqa: RUF009 - frozen, and empty

    def open_paths(self) -> tuple[FieldPath, ...]:
        """Fields that still need a person: not accepted and not yet answered, in stored order."""
        return tuple(
            path
            for path, reading in self.readings.items()
            if not reading.accepted and path not in self.verifications
        )

    def spot(self, path: FieldPath) -> Spot | None:
        """Where on the paper it stands: as a person pointed it out, otherwise as the machine found it."""
        given = self.verifications.get(path)
        if given is not None and given.spot is not None:
            return given.spot
        reading = self.readings.get(path)
        return Spot(reading.page, reading.box) if reading is not None and reading.box.width > 0 else None

    def answer(self, path: FieldPath) -> Answer:
        """What counts now: the person's answer, otherwise the machine's reading."""
        given = self.verifications.get(path)
        if given is not None:
            return given.answer
        reading = self.readings[path]
        return Answer(reading.state, reading.text, reading.value)


@dataclass(frozen=True, slots=True)
class PlaceCode:
    """The official code of a unit in the list of one time.

    scheme: "2024" (63 provinces, districts, communes, until 30 June 2025) or "2025" (34 provinces,
    communes, since 1 July 2025).
    """

    scheme: str
    code: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a record value comes from: document, page, place on the picture and what the engine said."""

    document: DocumentId
    page: int
    box: Box
    raw: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RecordValue:
    """One value of a cadre's record as approved: the answer, its evidence, who, when and why.

    reason: why it took the place of another value; "" for a first one. seconded_by: who else stood for it,
    where one person is not enough. valid_from, valid_to: partial ISO dates between which it was so in life,
    where that is known. withdrawn: the place holds nothing any more; the answer is then blank.
    places: the units that the text names, one for each scheme that has it; the text is never changed.
    """

    path: FieldPath
    answer: Answer
    evidence: Evidence | None
    approved_by: str
    approved_at: datetime
    reason: str = ""
    seconded_by: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    withdrawn: bool = False
    places: tuple[PlaceCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Cadre:
    """A person with a record: the values that count now (history stays in the store).

    alone: whether one person keyed and approved something in it, after keying it blind once more: the
    centre draws such records for its sample.
    """

    id: CadreId
    form: str
    values: Mapping[FieldPath, RecordValue]
    alone: bool = False

    def text(self, key: str) -> str:
        """The text of a scalar field; "" when blank or absent."""
        found = self.values.get(FieldPath(key))
        return found.answer.text if found and found.answer.state is State.VALUE else ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit log: who did what to what, when. Never holds a personal value."""

    sequence: int
    at: datetime
    actor: Actor
    action: str
    subject: str
    detail: Mapping[str, str]
