"""What a document is found by: as the machine read it, as a person corrected it, and what counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.domain.record import DocumentId
from hrdigitize.store.encoding import doubts_from_json, doubts_to_json, value_from_json, value_to_json
from hrdigitize.store.models import DocumentRow
from hrdigitize.store.sorting_models import IndexCorrectionRow, IndexRow

#: Index field -> the column of what counts.
INDEX_COLUMNS: Mapping[str, str] = {
    "number": "number",
    "notation": "notation",
    "issued_on": "issued_on",
    "issuer": "issuer",
    "subject": "subject",
    "signer": "signer",
    "full_name": "person",
}


def index_rows(document: DocumentId, index: Mapping[str, FieldReading]) -> Iterator[IndexRow]:
    """The machine's readings, to be kept."""
    for name, field in index.items():
        yield IndexRow(
            document_id=document,
            name=name,
            state=field.state.value,
            text=field.text,
            raw=field.raw,
            value=value_to_json(field.value),
            page=field.page,
            x=field.box.x,
            y=field.box.y,
            width=field.box.width,
            height=field.box.height,
            confidence=field.confidence,
            accepted=field.accepted,
            doubts=doubts_to_json(field.doubts),
        )


def index_columns(index: Mapping[str, FieldReading]) -> dict[str, str]:
    """What counts as long as nobody corrects it: texts as read, of the date its value."""
    return {column: _told(name, index[name]) for name, column in INDEX_COLUMNS.items() if name in index}


def index_of(session: Session, document: DocumentId) -> dict[str, FieldReading]:
    """The machine's readings, as they were."""
    rows = session.scalars(select(IndexRow).where(IndexRow.document_id == document).order_by(IndexRow.id))
    return {row.name: _field(row) for row in rows}


def correct(session: Session, document: DocumentRow, name: str, text: str, *, by: str, at: datetime) -> None:
    """A person's word in the place of an index field; KeyError for one that there is none of."""
    setattr(document, INDEX_COLUMNS[name], text)
    session.add(IndexCorrectionRow(document_id=document.id, name=name, text=text, by=by, at=at))
    session.flush()


def corrections_of(session: Session, document: DocumentId) -> tuple[IndexCorrectionRow, ...]:
    """What people said, oldest first; stays in this room."""
    rows = select(IndexCorrectionRow).where(IndexCorrectionRow.document_id == document)
    return tuple(session.scalars(rows.order_by(IndexCorrectionRow.sequence)))


def _told(name: str, field: FieldReading) -> str:
    if field.state is not State.VALUE:
        return ""
    if name == "issued_on":
        return field.value if isinstance(field.value, str) else ""
    return field.text


def _field(row: IndexRow) -> FieldReading:
    return FieldReading(
        state=State(row.state),
        value=value_from_json(row.value),
        text=row.text,
        raw=row.raw,
        page=row.page,
        box=Box(row.x, row.y, row.width, row.height),
        confidence=row.confidence,
        accepted=row.accepted,
        doubts=doubts_from_json(row.doubts),
    )
