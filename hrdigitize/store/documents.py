"""Documents: their pages, the machine's readings, the people's answers beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, Finding, FormReading, Severity, State
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    CadreId,
    DocumentId,
    DocumentStatus,
    FieldPath,
    PageId,
    Spot,
    StoredDocument,
    StoredPage,
    Verification,
    readings_by_path,
)
from hrdigitize.domain.sorting import Boundary, Classified
from hrdigitize.domain.stored import PageText
from hrdigitize.store.arrival import next_arrival
from hrdigitize.store.batches import stored_page
from hrdigitize.store.encoding import doubts_from_json, doubts_to_json, value_from_json, value_to_json
from hrdigitize.store.holdings import Holdings
from hrdigitize.store.index_fields import index_columns, index_of, index_rows
from hrdigitize.store.models import (
    DocumentPageRow,
    DocumentRow,
    FileRow,
    FindingRow,
    PageRow,
    ReadingRow,
    VerificationRow,
)
from hrdigitize.store.page_words import PageWords


class Documents:
    """The documents of a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        document: DocumentId,
        batch: BatchId,
        reading: FormReading,
        pages: Mapping[PageId, PageText],
        *,
        at: datetime,
    ) -> None:
        """A document as the machine read it."""
        self._session.add(
            DocumentRow(
                id=document,
                batch_id=batch,
                form=reading.form,
                type=reading.type,
                status=DocumentStatus.READ.value,
                created_at=at,
                arrival=next_arrival(self._session, DocumentRow),
                **_sorted_columns(reading),
                **index_columns(reading.index),
            )
        )
        self._session.flush()
        self._session.add_all(index_rows(document, reading.index))
        self.keep_pages(document, pages)
        self._session.add_all(
            _reading_row(document, position, path, field)
            for position, (path, field) in enumerate(readings_by_path(reading).items())
        )
        self._session.add_all(_finding_row(document, finding) for finding in reading.findings)
        self._session.flush()

    def keep_pages(self, document: DocumentId, pages: Mapping[PageId, PageText]) -> None:
        """These pages are the document's, with what was read on them; one that lay in another leaves it."""
        words = PageWords(self._session)
        for page, text in pages.items():
            self._session.merge(_page_row(document, page, text))
            words.put(page, text.words)
        self._session.flush()

    def add_findings(self, document: DocumentId, findings: Sequence[Finding]) -> None:
        """What came out about it after it was stored."""
        self._session.add_all(_finding_row(document, finding) for finding in findings)
        self._session.flush()

    def get(self, document: DocumentId) -> StoredDocument:
        """The document as it stands; KeyError for no such document."""
        row = self._row(document)
        return StoredDocument(
            id=document,
            batch=BatchId(row.batch_id),
            form=row.form,
            type=row.type,
            status=DocumentStatus(row.status),
            pages=self._pages(document),
            readings=self._readings(document),
            verifications=self._verifications(document),
            findings=self._findings(document),
            cadre=CadreId(row.cadre_id) if row.cadre_id else None,
            text=self._text(document),
            classified=_classified(row),
            boundary=None
            if row.boundary_score is None
            else Boundary(row.boundary_score, row.boundary_reason),
            index=index_of(self._session, document),
            stale=row.stale,
            diary=Holdings(self._session).diary(document),
        )

    def of_batch(self, batch: BatchId) -> tuple[DocumentId, ...]:
        """The documents made of a batch that have pages, in the order of their first pages."""
        first = func.min(PageRow.place)
        rows = self._session.scalars(
            select(DocumentPageRow.document_id)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .where(PageRow.batch_id == batch, PageRow.aside == "")
            .group_by(DocumentPageRow.document_id)
            .order_by(first)
        )
        return tuple(DocumentId(found) for found in rows)

    def answer(self, document: DocumentId, verification: Verification) -> None:
        """Puts a person's answer beside the reading, which stays as it is."""
        answer, spot = verification.answer, verification.spot
        self._session.add(
            VerificationRow(
                document_id=document,
                path=str(verification.path),
                state=answer.state.value,
                text=answer.text,
                value=value_to_json(answer.value),
                by=verification.by,
                at=verification.at,
                **_spot_columns(spot),
            )
        )
        self._session.flush()

    def reopen(
        self, document: DocumentId, path: FieldPath, *, by: str, at: datetime, reason: str = ""
    ) -> None:
        """Notes that the answer given so far does not count any more, and why."""
        row = VerificationRow(document_id=document, path=str(path), state=None, text=reason, by=by, at=at)
        self._session.add(row)
        self._session.flush()

    def reopening_reason(self, document: DocumentId) -> str:
        """The last reason that somebody gave for opening something in it again; "" where nobody gave one.

        What is opened while the document is not approved needs none, and does not hide the one before.
        """
        reason = self._session.scalar(
            select(VerificationRow.text)
            .where(
                VerificationRow.document_id == document,
                VerificationRow.state.is_(None),
                VerificationRow.text != "",
            )
            .order_by(VerificationRow.sequence.desc())
            .limit(1)
        )
        return reason or ""

    def set_status(self, document: DocumentId, status: DocumentStatus) -> None:
        self._row(document).status = status.value
        self._session.flush()

    def set_type(self, document: DocumentId, kind: str | None) -> None:
        """What kind of paper it is from now on; what the machine took it for stays beside it."""
        self._row(document).type = kind
        self._session.flush()

    def set_stale(self, document: DocumentId, *, stale: bool) -> None:
        """Whether its pages are others than those that were read."""
        self._row(document).stale = stale
        self._session.flush()

    def succeed(self, document: DocumentId, successor: DocumentId) -> None:
        """Notes what its pages became when they were read again."""
        self._row(document).succeeded_by = successor
        self._session.flush()

    def rotation_of(self, page: PageId) -> int:
        """How the text lies on a page as kept, in degrees clockwise; 0 where it was not read."""
        rotation = self._session.scalar(
            select(DocumentPageRow.rotation).where(DocumentPageRow.page_id == page)
        )
        return rotation or 0

    def made_at(self, document: DocumentId) -> datetime:
        """When it was read."""
        return self._row(document).created_at

    def answered_since(self, document: DocumentId, moment: datetime) -> bool:
        """Whether somebody said something about the document after a moment."""
        later = select(func.count()).where(
            VerificationRow.document_id == document, VerificationRow.at > moment
        )
        return bool(self._session.scalar(later))

    def set_cadre(self, document: DocumentId, cadre: CadreId | None) -> None:
        self._row(document).cadre_id = cadre
        self._session.flush()

    def _row(self, document: DocumentId) -> DocumentRow:
        row = self._session.get(DocumentRow, document)
        if row is None:
            raise KeyError(document)
        return row

    def _pages(self, document: DocumentId) -> tuple[StoredPage, ...]:
        rows = self._session.execute(
            select(PageRow, FileRow.name, DocumentPageRow.rotation)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .join(DocumentPageRow, DocumentPageRow.page_id == PageRow.id)
            .where(DocumentPageRow.document_id == document, PageRow.aside == "")
            .order_by(PageRow.place)
        )
        return tuple(stored_page(row, name, rotation) for row, name, rotation in rows)

    def _text(self, document: DocumentId) -> str:
        rows = self._session.scalars(
            select(DocumentPageRow.text)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .where(DocumentPageRow.document_id == document, PageRow.aside == "")
            .order_by(PageRow.place)
        )
        return "\n".join(text for text in rows if text)

    def _readings(self, document: DocumentId) -> dict[FieldPath, FieldReading]:
        rows = self._session.scalars(
            select(ReadingRow).where(ReadingRow.document_id == document).order_by(ReadingRow.position)
        )
        return {FieldPath.parse(row.path): reading_of(row) for row in rows}

    def _verifications(self, document: DocumentId) -> dict[FieldPath, Verification]:
        rows = self._session.scalars(
            select(VerificationRow)
            .where(VerificationRow.document_id == document)
            .order_by(VerificationRow.sequence)
        )
        latest = {row.path: row for row in rows}
        given = (_verification(row) for row in latest.values())
        return {verification.path: verification for verification in given if verification}

    def _findings(self, document: DocumentId) -> tuple[Finding, ...]:
        rows = self._session.scalars(
            select(FindingRow).where(FindingRow.document_id == document).order_by(FindingRow.id)
        )
        return tuple(Finding(row.code, Severity(row.severity), tuple(row.fields), row.params) for row in rows)


def _page_row(document: DocumentId, page: PageId, read: PageText) -> DocumentPageRow:
    failure = read.failure
    return DocumentPageRow(
        page_id=page,
        document_id=document,
        text=read.text,
        rotation=read.rotation,
        failure_code=failure.code if failure else None,
        failure_params=dict(failure.params) if failure else None,
        imprint=read.imprint or None,
    )


def _sorted_columns(reading: FormReading) -> dict[str, str | float | None]:
    """What sorting said about a document. type: what a form says by itself is no guess and has no score."""
    found, begins = reading.classified, reading.boundary
    return {
        "read_type": found.type if found else reading.type,
        "type_score": found.score if found else None,
        "type_reason": found.reason if found else "",
        "type_quoted": found.quoted if found else "",
        "runner_up": found.runner_up if found else None,
        "boundary_score": begins.score if begins else None,
        "boundary_reason": begins.reason if begins else "",
    }


def _classified(row: DocumentRow) -> Classified | None:
    if row.type_score is None:
        return None
    return Classified(row.read_type, row.type_score, row.type_reason, row.type_quoted, row.runner_up)


def _reading_row(document: DocumentId, position: int, path: FieldPath, field: FieldReading) -> ReadingRow:
    return ReadingRow(
        document_id=document,
        position=position,
        path=str(path),
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


def reading_of(row: ReadingRow) -> FieldReading:
    """A reading as it was stored; its path stands in the row."""
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


def _finding_row(document: DocumentId, finding: Finding) -> FindingRow:
    return FindingRow(
        document_id=document,
        code=finding.code,
        severity=finding.severity.value,
        fields=list(finding.fields),
        params=dict(finding.params),
    )


def _verification(row: VerificationRow) -> Verification | None:
    if row.state is None:
        return None
    answer = Answer(State(row.state), row.text, value_from_json(row.value))
    spot = None
    if row.page is not None:
        spot = Spot(row.page, Box(row.x or 0, row.y or 0, row.width or 0, row.height or 0))
    return Verification(FieldPath.parse(row.path), answer, row.by, row.at, spot)


def _spot_columns(spot: Spot | None) -> dict[str, int]:
    if spot is None:
        return {}
    box = spot.box
    return {"page": spot.page, "x": box.x, "y": box.y, "width": box.width, "height": box.height}
