"""One field of many documents, as a column: what was read at each, and what a person said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from hrdigitize.domain.oddness import Oddness
from hrdigitize.domain.reading import FieldReading
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    DocumentId,
    DocumentStatus,
    FieldPath,
    StoredDocument,
    StoredPage,
    Verification,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of one document. title: whose it is. page: where it was read; None where nothing was found.

    given: a person's answer that stands.
    """

    document: DocumentId
    batch: BatchId
    form: str
    title: str
    status: DocumentStatus
    path: FieldPath
    page: StoredPage | None
    reading: FieldReading
    given: Verification | None = None

    @property
    def answer(self) -> Answer:
        """What counts now."""
        if self.given is not None:
            return self.given.answer
        return Answer(self.reading.state, self.reading.text, self.reading.value)

    @property
    def is_open(self) -> bool:
        """Whether a person still has to look."""
        return self.given is None and not self.reading.accepted

    def as_document(self) -> StoredDocument:
        """Its document with this field alone, for what speaks of documents."""
        return StoredDocument(
            id=self.document,
            batch=self.batch,
            form=self.form,
            type=None,
            status=self.status,
            pages=(self.page,) if self.page is not None else (),
            readings={self.path: self.reading},
            verifications={self.path: self.given} if self.given is not None else {},
            findings=(),
        )

    def as_in(self, document: StoredDocument) -> Cell:
        """The same field as the document has it now."""
        return replace(self, status=document.status, given=document.verifications.get(self.path))


@dataclass(frozen=True, slots=True)
class OddCell:
    """A field of a column with what is odd about it."""

    cell: Cell
    oddness: Oddness


@dataclass(frozen=True, slots=True)
class OpenBatch:
    """A batch that has documents which are not approved. documents: how many; forms: theirs."""

    id: BatchId
    created_at: datetime
    created_by: str
    documents: int
    forms: frozenset[str]
