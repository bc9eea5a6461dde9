"""Batches as a whole, for whoever puts paper in order: few questions for any number of pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from hrdigitize.domain.arranging import Aside
from hrdigitize.domain.batches import BatchStage, BatchSummary, PageStanding, Paper
from hrdigitize.domain.reading import Finding, Severity
from hrdigitize.domain.record import BatchId, CadreId, DocumentId, DocumentStatus, PageId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.sorting import Boundary
from hrdigitize.domain.stored import FileId, Refusal
from hrdigitize.store.arrangements import NOT_READ_YET, Arrangements
from hrdigitize.store.index_fields import INDEX_COLUMNS
from hrdigitize.store.models import (
    BatchRow,
    DocumentPageRow,
    DocumentRow,
    FileRow,
    FindingRow,
    PageRow,
    RecordValueRow,
)
from hrdigitize.store.sorting_models import TurnedStackRow

#: Pages that were given up for others, or were put in and taken out again.
_NEVER_COUNT = (Aside.REPLACED.value, Aside.WITHDRAWN.value)


class BatchBook:
    """The batches of a store beside each other, and each as a whole, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[BatchSummary, ...]:
        """Every batch, newest first."""
        return self._summaries(None)

    def one(self, batch: BatchId) -> BatchSummary:
        """KeyError for no such batch."""
        found = self._summaries(batch)
        if not found:
            raise KeyError(batch)
        return found[0]

    def pages(self, batch: BatchId) -> tuple[PageStanding, ...]:
        """All pages as they lie, those set aside among them."""
        laid = {page.page: page for page in Arrangements(self._session).layout(batch)}
        rows = self._session.execute(
            select(PageRow.id, PageRow.file_id, PageRow.kind, PageRow.marking, FileRow.name, DocumentPageRow)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .outerjoin(DocumentPageRow, DocumentPageRow.page_id == PageRow.id)
            .where(PageRow.batch_id == batch)
        )
        about = {row.id: row for row in rows}
        findings = self._findings(batch)
        return tuple(
            PageStanding(
                page,
                FileId(about[key].file_id),
                about[key].name,
                about[key].kind is not None,
                Secrecy(about[key].marking),
                _failure(about[key].DocumentPageRow),
                tuple(findings.get((page.document, page.number), ())),
            )
            for key, page in laid.items()
        )

    def papers(self, batch: BatchId) -> tuple[Paper, ...]:
        """The documents that have pages, in the order of their first pages."""
        first = func.min(PageRow.place)
        rows = self._session.execute(
            select(DocumentRow)
            .join(DocumentPageRow, DocumentPageRow.document_id == DocumentRow.id)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .where(PageRow.batch_id == batch, PageRow.aside == "")
            .group_by(DocumentRow.id)
            .order_by(first)
        )
        return tuple(_paper(row) for (row,) in rows)

    def beside(self, page: PageId) -> tuple[PageId, ...]:
        """The pages of the file that a page lies in, in the file's order; KeyError for no such page."""
        row = self._session.get(PageRow, page)
        if row is None:
            raise KeyError(page)
        rows = self._session.scalars(
            select(PageRow.id).where(PageRow.file_id == row.file_id).order_by(PageRow.page_in_file)
        )
        return tuple(map(PageId, rows))

    def _summaries(self, batch: BatchId | None) -> tuple[BatchSummary, ...]:
        which = select(BatchRow).where(*_of(BatchRow.id, batch))
        rows = self._session.scalars(which.order_by(BatchRow.id.desc())).all()
        files, pages, documents = self._files(batch), self._page_counts(batch), self._documents(batch)
        half = set(self._session.scalars(select(TurnedStackRow.batch_id)))
        names = self._names()
        return tuple(
            BatchSummary(
                BatchId(row.id),
                row.created_at,
                row.created_by,
                names.get(row.cadre_id or "", "") or row.person,
                Secrecy(row.marking),
                _stage(row, half=row.id in half),
                *files.get(row.id, (0, 0)),
                *pages.get(row.id, (0, 0)),
                documents.get(row.id, 0),
            )
            for row in rows
        )

    def _files(self, batch: BatchId | None) -> Mapping[str, tuple[int, int]]:
        """Of each batch, or of this one, how many files came, and how many of them were refused."""
        refused = func.sum(case((FileRow.refusal_code.is_not(None), 1), else_=0))
        rows = self._session.execute(
            select(FileRow.batch_id, func.count(), refused)
            .where(*_of(FileRow.batch_id, batch))
            .group_by(FileRow.batch_id)
        )
        return {batch: (count, int(odd)) for batch, count, odd in rows}

    def _page_counts(self, batch: BatchId | None) -> Mapping[str, tuple[int, int]]:
        """Of each batch how many pages it has, and how many of them were read."""
        rows = self._session.execute(
            select(PageRow.batch_id, func.count(), func.count(PageRow.kind))
            .where(PageRow.aside.not_in(_NEVER_COUNT), *_of(PageRow.batch_id, batch))
            .group_by(PageRow.batch_id)
        )
        return {batch: (count, read) for batch, count, read in rows}

    def _documents(self, batch: BatchId | None) -> Mapping[str, int]:
        rows = self._session.execute(
            select(PageRow.batch_id, func.count(DocumentPageRow.document_id.distinct()))
            .join(DocumentPageRow, DocumentPageRow.page_id == PageRow.id)
            .where(PageRow.aside == "", *_of(PageRow.batch_id, batch))
            .group_by(PageRow.batch_id)
        )
        return {batch: count for batch, count in rows}  # noqa: C416 - rows are no pairs to the type checker

    def _names(self) -> Mapping[str, str]:
        """The names in the records of those cadres whose papers batches were declared to hold."""
        rows = self._session.execute(
            select(RecordValueRow.cadre_id, RecordValueRow.text)
            .where(
                RecordValueRow.path == "full_name",
                RecordValueRow.cadre_id.in_(select(BatchRow.cadre_id).where(BatchRow.cadre_id.is_not(None))),
            )
            .order_by(RecordValueRow.sequence)
        )
        return {cadre: text for cadre, text in rows}  # noqa: C416 - rows are no pairs to the type checker

    def _findings(self, batch: BatchId) -> Mapping[tuple[DocumentId | None, int], list[Finding]]:
        """What is wrong with pages as pictures, by document and number of the page."""
        rows = self._session.scalars(
            select(FindingRow)
            .join(DocumentRow, DocumentRow.id == FindingRow.document_id)
            .where(DocumentRow.batch_id == batch)
            .order_by(FindingRow.id)
        )
        found: dict[tuple[DocumentId | None, int], list[Finding]] = defaultdict(list)
        for row in rows:
            finding = Finding(row.code, Severity(row.severity), tuple(row.fields), row.params)
            if finding.page is not None:
                found[DocumentId(row.document_id), finding.page].append(finding)
        return found


def _of(column: InstrumentedAttribute[str], batch: BatchId | None) -> tuple[ColumnElement[bool], ...]:
    """The condition for one batch; none for all of them."""
    return () if batch is None else (column == batch,)


def _stage(row: BatchRow, *, half: bool) -> BatchStage:
    if half:
        return BatchStage.HALF_SCANNED
    return BatchStage.READ if row.is_read else BatchStage.UNREAD


def _failure(lies: DocumentPageRow | None) -> Refusal | None:
    if lies is None or not lies.failure_code or lies.failure_code == NOT_READ_YET:
        return None
    return Refusal(lies.failure_code, lies.failure_params or {})


def _paper(row: DocumentRow) -> Paper:
    boundary = None if row.boundary_score is None else Boundary(row.boundary_score, row.boundary_reason)
    guessed = row.type == row.read_type and row.type_score is not None
    return Paper(
        DocumentId(row.id),
        row.form,
        row.type,
        DocumentStatus(row.status),
        CadreId(row.cadre_id) if row.cadre_id else None,
        boundary,
        row.type_score if guessed and row.type_score is not None else 1.0,
        row.stale,
        {name: getattr(row, column) for name, column in INDEX_COLUMNS.items()},
    )
