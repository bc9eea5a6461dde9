"""Dossiers: which documents a cadre has, what was asked to be changed, who was keyed a second time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from hrdigitize.domain.dossier import (
    Correction,
    CorrectionId,
    DocumentIndex,
    FiledDocument,
    Keyed,
    Merge,
    MergeId,
)
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, CadreId, DocumentId, DocumentStatus, FieldPath
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.store.encoding import value_from_json, value_to_json
from hrdigitize.store.index_fields import correct, corrections_of
from hrdigitize.store.models import (
    CadreRow,
    CorrectionRow,
    DistinctRow,
    DocumentPageRow,
    DocumentRow,
    MergeRow,
    PageRow,
    ReentryRow,
)
from hrdigitize.store.sorting_models import IndexCorrectionRow


class Dossiers:
    """What is kept about cadres besides their records, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def documents(self, cadre: CadreId) -> tuple[FiledDocument, ...]:
        """The documents of a cadre and of those merged into it, oldest first."""
        owners = self._with_absorbed(cadre)
        pages = (
            select(func.count())
            .join_from(DocumentPageRow, PageRow, PageRow.id == DocumentPageRow.page_id)
            .where(DocumentPageRow.document_id == DocumentRow.id, PageRow.aside == "")
            .scalar_subquery()
        )
        rows = self._session.execute(
            select(DocumentRow, pages).where(DocumentRow.cadre_id.in_(owners)).order_by(DocumentRow.arrival)
        )
        return tuple(_filed(row, count) for row, count in rows)

    def index(self, document: DocumentId) -> DocumentIndex:
        """KeyError for no such document."""
        return _index(self._document(document))

    def describe(self, document: DocumentId, index: DocumentIndex) -> None:
        """Gives a document this index data; KeyError for no such document."""
        row = self._document(document)
        row.number, row.notation, row.issued_on = index.number, index.notation, index.issued_on
        row.issuer, row.subject, row.signer = index.issuer, index.subject, index.signer
        row.secrecy, row.shelf, row.person = index.secrecy.value, index.shelf, index.full_name
        self._session.flush()

    def shelf(self, cadre: CadreId) -> str:
        """Where the paper dossier lies; "" where nobody said."""
        return self._session.get_one(CadreRow, cadre).shelf

    def put_on_shelf(self, cadre: CadreId, text: str) -> None:
        """Where the paper dossier lies from now on."""
        self._session.get_one(CadreRow, cadre).shelf = text
        self._session.flush()

    def correct_index(self, document: DocumentId, name: str, text: str, *, by: str, at: datetime) -> None:
        """A person's word in the place of one index field. KeyError for no such document or field."""
        correct(self._session, self._document(document), name, text, by=by, at=at)

    def note_type(self, document: DocumentId, kind: str, *, by: str, at: datetime) -> None:
        """Who said what kind of paper it is."""
        row = IndexCorrectionRow(document_id=document, name="type", text=kind, by=by, at=at)
        self._session.add(row)
        self._session.flush()

    def hand_on(self, was: DocumentId, made: DocumentId) -> None:
        """What people said of a document, besides its fields, holds of the one that took its pages over."""
        old, new = self._document(was), self._document(made)
        new.secrecy, new.shelf = old.secrecy, old.shelf
        for said in corrections_of(self._session, was):
            if said.name == "type":
                new.type = said.text or None
                self.note_type(made, said.text, by=said.by, at=said.at)
            else:
                correct(self._session, new, said.name, said.text, by=said.by, at=said.at)

    def ask(self, correction: Correction) -> None:
        """A change that waits for a decision, or one that is decided already."""
        answer = correction.answer
        self._session.add(
            CorrectionRow(
                id=correction.id,
                cadre_id=correction.cadre,
                path=str(correction.path),
                state=answer.state.value,
                text=answer.text,
                value=value_to_json(answer.value),
                reason=correction.reason,
                document_id=correction.document,
                asked_by=correction.asked_by,
                asked_at=correction.asked_at,
                decided_by=correction.decided_by,
                decided_at=correction.decided_at,
                granted=correction.granted,
            )
        )
        self._session.flush()

    def decide(self, correction: CorrectionId, *, granted: bool, by: str, at: datetime) -> None:
        """KeyError where there is none that waits."""
        if self.correction(correction).granted is not None:
            raise KeyError(correction)
        self._session.execute(
            update(CorrectionRow)
            .where(CorrectionRow.id == correction)
            .values(granted=granted, decided_by=by, decided_at=at)
        )

    def correction(self, correction: CorrectionId) -> Correction:
        """KeyError for none of this name."""
        row = self._session.get(CorrectionRow, correction)
        if row is None:
            raise KeyError(correction)
        return _correction(row)

    def corrections(self, cadre: CadreId | None = None) -> tuple[Correction, ...]:
        """All changes ever asked for in a record, oldest first; those that wait in any record for None."""
        rows = select(CorrectionRow).order_by(CorrectionRow.asked_at, CorrectionRow.id)
        wanted = (
            rows.where(CorrectionRow.granted.is_(None))
            if cadre is None
            else rows.where(CorrectionRow.cadre_id == cadre)
        )
        return tuple(_correction(row) for row in self._session.scalars(wanted))

    def key_again(self, document: DocumentId, path: FieldPath, keyed: Keyed) -> None:
        """What somebody keyed blind, beside what stands there."""
        self._session.add(
            ReentryRow(
                document_id=document,
                path=str(path),
                state=keyed.answer.state.value,
                text=keyed.answer.text,
                value=value_to_json(keyed.answer.value),
                by=keyed.by,
                at=keyed.at,
            )
        )
        self._session.flush()

    def keyed_again(self, document: DocumentId) -> dict[FieldPath, Keyed]:
        """The newest blind keying at each place."""
        rows = self._session.scalars(
            select(ReentryRow).where(ReentryRow.document_id == document).order_by(ReentryRow.sequence)
        )
        return {
            FieldPath.parse(row.path): Keyed(
                Answer(State(row.state), row.text, value_from_json(row.value)), row.by, row.at
            )
            for row in rows
        }

    def tell_apart(self, one: CadreId, other: CadreId, *, by: str, at: datetime) -> None:
        """Remembers that two cadres are not one person."""
        first, second = sorted((one, other))
        self._session.merge(DistinctRow(one_id=first, other_id=second, by=by, at=at))
        self._session.flush()

    def told_apart(self) -> frozenset[tuple[CadreId, CadreId]]:
        """All pairs of whom somebody said so, each in sorted order."""
        rows = self._session.execute(select(DistinctRow.one_id, DistinctRow.other_id))
        return frozenset((CadreId(row.one_id), CadreId(row.other_id)) for row in rows)

    def merge(self, merge: Merge) -> None:
        """Lets one cadre speak for another."""
        self._session.add(
            MergeRow(
                id=merge.id,
                kept_id=merge.kept,
                absorbed_id=merge.absorbed,
                reason=merge.reason,
                by=merge.by,
                at=merge.at,
            )
        )
        self._session.flush()

    def standing(self, merge: MergeId) -> Merge:
        """KeyError where there is no merge of this name, or it was undone."""
        row = self._session.scalars(_standing().where(MergeRow.id == merge)).one_or_none()
        if row is None:
            raise KeyError(merge)
        return _merge(row)

    def undo(self, merge: MergeId, *, by: str, at: datetime) -> None:
        """The merge does not stand any more; that it once did stays."""
        row = self._session.get_one(MergeRow, merge)
        row.undone_by, row.undone_at = by, at
        self._session.flush()

    def merges(self, cadre: CadreId) -> tuple[Merge, ...]:
        """The merges that stand by which this cadre took others in, oldest first."""
        rows = self._session.scalars(_standing().where(MergeRow.kept_id == cadre).order_by(MergeRow.at))
        return tuple(_merge(row) for row in rows)

    def merged_into(self, cadre: CadreId) -> CadreId | None:
        """The cadre that speaks for this one in the end; None for one that speaks for itself."""
        speaks: CadreId | None = None
        asked = cadre
        while row := self._session.scalars(_standing().where(MergeRow.absorbed_id == asked)).one_or_none():
            speaks = asked = CadreId(row.kept_id)
        return speaks

    def _with_absorbed(self, cadre: CadreId) -> list[CadreId]:
        """The cadre and all whom it took in, directly or by others."""
        found = [cadre]
        for one in found:
            found += [merge.absorbed for merge in self.merges(one)]
        return found

    def _document(self, document: DocumentId) -> DocumentRow:
        row = self._session.get(DocumentRow, document)
        if row is None:
            raise KeyError(document)
        return row


def _standing() -> Select[MergeRow]:
    return select(MergeRow).where(MergeRow.undone_at.is_(None))


def _merge(row: MergeRow) -> Merge:
    return Merge(MergeId(row.id), CadreId(row.kept_id), CadreId(row.absorbed_id), row.reason, row.by, row.at)


def _index(row: DocumentRow) -> DocumentIndex:
    return DocumentIndex(
        number=row.number,
        notation=row.notation,
        issued_on=row.issued_on,
        issuer=row.issuer,
        subject=row.subject,
        signer=row.signer,
        secrecy=Secrecy(row.secrecy),
        shelf=row.shelf,
        full_name=row.person,
    )


def _filed(row: DocumentRow, pages: int) -> FiledDocument:
    return FiledDocument(
        DocumentId(row.id), row.form, row.type, DocumentStatus(row.status), pages, _index(row)
    )


def _correction(row: CorrectionRow) -> Correction:
    return Correction(
        id=CorrectionId(row.id),
        cadre=CadreId(row.cadre_id),
        path=FieldPath.parse(row.path),
        answer=Answer(State(row.state), row.text, value_from_json(row.value)),
        reason=row.reason,
        document=DocumentId(row.document_id) if row.document_id else None,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        granted=row.granted,
    )
