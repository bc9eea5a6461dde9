"""What a unit of work changed of cadres, documents and pages, as it is written: nobody has to say so."""

from __future__ import annotations

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from hrdigitize.domain.record import CadreId, DocumentId, PageId
from hrdigitize.store.desk_models import HoldingRow
from hrdigitize.store.models import (
    CadreRow,
    DocumentPageRow,
    DocumentRow,
    MergeRow,
    PageRow,
    ReadingRow,
    RecordValueRow,
    VerificationRow,
)

_SEARCHED = (
    RecordValueRow,
    MergeRow,
    DocumentRow,
    DocumentPageRow,
    PageRow,
    ReadingRow,
    VerificationRow,
    HoldingRow,
)


class Touched:
    """Listens to a session. What is written past its objects would not be heard: that is refused.

    documents: those of which something else is to be found. listed: those that are perhaps called otherwise,
    have come further, or have other pages. pages: those that lie otherwise, whatever document has them.
    AssertionError for a statement that changes rows of a table that is searched.
    """

    def __init__(self, session: Session) -> None:
        self.cadres: set[CadreId] = set()
        self.documents: set[DocumentId] = set()
        self.listed: set[DocumentId] = set()
        self.pages: set[PageId] = set()
        event.listen(session, "after_flush", self._flushed)
        event.listen(session, "do_orm_execute", _refuse_unheard)

    def _flushed(self, session: Session, _: UOWTransaction) -> None:
        for row in (*session.new, *session.dirty, *session.deleted):
            match row:
                case CadreRow():
                    self._cadre(row.id)
                case RecordValueRow():
                    self._cadre(row.cadre_id)
                case MergeRow():
                    self._cadre(row.kept_id)
                    self._cadre(row.absorbed_id)
                case DocumentRow():
                    self._document(row)
                case DocumentPageRow():
                    self.documents.add(DocumentId(row.document_id))
                    before = inspect(row).attrs.document_id.history.deleted
                    self.listed.update(map(DocumentId, (row.document_id, *before)))
                case ReadingRow() | VerificationRow() | HoldingRow():
                    self.listed.add(DocumentId(row.document_id))
                case PageRow():
                    self.pages.add(PageId(row.id))

    def _document(self, row: DocumentRow) -> None:
        """The dossier it lies in, and the one it was taken from."""
        self.documents.add(DocumentId(row.id))
        self.listed.add(DocumentId(row.id))
        for cadre in (row.cadre_id, *inspect(row).attrs.cadre_id.history.deleted):
            self._cadre(cadre)

    def _cadre(self, cadre: str | None) -> None:
        if cadre:
            self.cadres.add(CadreId(cadre))


def _refuse_unheard(statement: ORMExecuteState) -> None:
    mapper = statement.bind_mapper
    if not statement.is_select and mapper is not None and issubclass(mapper.class_, _SEARCHED):
        raise AssertionError(f"{mapper.class_.__name__}: what is searched is changed through its objects")
