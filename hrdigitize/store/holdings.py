"""What people said of documents besides their fields: put by, let go on, noted."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.holding import Diary, Holding, HoldReason, Note
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import HeldDocument
from hrdigitize.store.desk_models import HoldingRow, NoteRow
from hrdigitize.store.searching.rows import ListedRow


class Holdings:
    """What was said of the documents of a store, within one unit of work; nothing of it is ever changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def say(self, document: DocumentId, holding: Holding) -> None:
        """Puts the document by, or lets it go on."""
        self._session.add(
            HoldingRow(
                document_id=document,
                reason=holding.reason.value if holding.reason else None,
                remark=holding.remark,
                by=holding.by,
                at=holding.at,
            )
        )
        self._session.flush()

    def note(self, document: DocumentId, note: Note) -> None:
        self._session.add(NoteRow(document_id=document, text=note.text, by=note.by, at=note.at))
        self._session.flush()

    def diary(self, document: DocumentId) -> Diary:
        """Everything that was said of a document."""
        held = select(HoldingRow).where(HoldingRow.document_id == document).order_by(HoldingRow.sequence)
        noted = select(NoteRow).where(NoteRow.document_id == document).order_by(NoteRow.sequence)
        return Diary(
            tuple(_holding(row) for row in self._session.scalars(held)),
            tuple(Note(row.text, row.by, row.at) for row in self._session.scalars(noted)),
        )

    def held(self) -> tuple[HeldDocument, ...]:
        """The documents that are put by now, the longest first, as lists call them."""
        latest = select(func.max(HoldingRow.sequence)).group_by(HoldingRow.document_id)
        rows = self._session.execute(
            select(HoldingRow, ListedRow.title)
            .join(ListedRow, ListedRow.document_id == HoldingRow.document_id)
            .where(ListedRow.held.is_not(None), HoldingRow.sequence.in_(latest))
            .order_by(HoldingRow.sequence)
        )
        return tuple(HeldDocument(DocumentId(row.document_id), title, _holding(row)) for row, title in rows)

    def count(self) -> int:
        """How many documents are put by now."""
        held = select(func.count()).select_from(ListedRow).where(ListedRow.held.is_not(None))
        return self._session.scalar(held) or 0

    def hand_on(self, was: DocumentId, made: DocumentId) -> None:
        """What was said of a document holds of the one that took its pages over."""
        diary = self.diary(was)
        for holding in diary.holdings:
            self.say(made, holding)
        for note in diary.notes:
            self.note(made, note)


def _holding(row: HoldingRow) -> Holding:
    reason = HoldReason(row.reason) if row.reason is not None else None
    return Holding(reason, row.remark, row.by, row.at)
