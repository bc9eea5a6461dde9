"""What the documents of a batch say about each other: who is named on each, and what is kept of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from hrdigitize.domain.belonging import Named
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import BatchId, DocumentId, FieldPath
from hrdigitize.domain.stored import ContentId
from hrdigitize.store.encoding import value_from_json
from hrdigitize.store.models import (
    DocumentPageRow,
    DocumentRow,
    FileRow,
    PageRow,
    ReadingRow,
    VerificationRow,
)

_FACTS = ("full_name", "birth_date", "id_number")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that counts: its document, its source (bytes, and which page of them), its imprint."""

    number: int
    document: DocumentId
    source: tuple[ContentId | None, int]
    imprint: bytes


@dataclass(slots=True)
class _Said:
    """The facts of one person on a document, as they are gathered."""

    facts: dict[str, str] = field(default_factory=dict)

    def named(self) -> Named:
        return Named(*(self.facts.get(key, "") for key in _FACTS))


class Neighbours:
    """The documents of a batch beside each other, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def persons(self, batch: BatchId) -> Mapping[DocumentId, tuple[Named, ...]]:
        """Whom each document names, by its fields as they count, else by its index data; nobody: ()."""
        heads = self._session.execute(
            select(DocumentRow.id, DocumentRow.person)
            .join(DocumentPageRow, DocumentPageRow.document_id == DocumentRow.id)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .where(DocumentRow.batch_id == batch, PageRow.aside == "")
            .distinct()
        ).all()
        said: dict[str, dict[tuple[str, int], _Said]] = {head.id: {} for head in heads}
        for row in self._facts(said):
            path = FieldPath.parse(row.path)
            place = said[row.document_id].setdefault((path.table, path.row), _Said())
            value = value_from_json(row.value)
            text = value if path.field == "birth_date" and isinstance(value, str) else row.text
            place.facts[path.field] = text if row.state == State.VALUE.value else ""
        return {DocumentId(head.id): _named(said[head.id], head.person) for head in heads}

    def pages(self, batch: BatchId) -> tuple[KeptPage, ...]:
        """The pages of the batch's documents that count, in order."""
        rows = self._session.execute(
            select(PageRow, DocumentPageRow, FileRow.content)
            .join(DocumentPageRow, DocumentPageRow.page_id == PageRow.id)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(PageRow.batch_id == batch, PageRow.aside == "")
            .order_by(PageRow.place)
        )
        return tuple(
            KeptPage(
                page.number,
                DocumentId(lies.document_id),
                (ContentId(content) if content else None, page.page_in_file),
                lies.imprint or b"",
            )
            for page, lies, content in rows
        )

    def _facts(self, documents: Mapping[str, object]) -> Iterator[ReadingRow | VerificationRow]:
        """The machine's readings, then what people said, oldest first: the last one counts."""
        yield from self._session.scalars(
            select(ReadingRow)
            .where(ReadingRow.document_id.in_(list(documents)), _is_fact(ReadingRow.path))
            .order_by(ReadingRow.id)
        )
        yield from self._session.scalars(
            select(VerificationRow)
            .where(VerificationRow.document_id.in_(list(documents)), _is_fact(VerificationRow.path))
            .order_by(VerificationRow.sequence)
        )


def _is_fact(path: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    return or_(path.in_(_FACTS), path.like("persons/%"))


def _named(said: Mapping[tuple[str, int], _Said], person: str) -> tuple[Named, ...]:
    found = [one.named() for one in said.values()]
    own = tuple(one for one in found if one.name or one.id_number)
    return own or ((Named(person),) if person else ())
