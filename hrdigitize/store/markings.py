"""Markings of secrecy: of batches and pages, and the register of copies."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.copies import CopyEntry, MarkedPage
from hrdigitize.domain.record import BatchId, DocumentId, PageId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.store.models import BatchRow, DocumentPageRow, FileRow, PageRow
from hrdigitize.store.sorting_models import CopyRow


class Markings:
    """What is secret in a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def declared(self, batch: BatchId) -> Secrecy:
        """What the operator said that a batch is; KeyError for no such batch."""
        return Secrecy(self._batch(batch).marking)

    def declare(self, batch: BatchId, marking: Secrecy) -> None:
        """Another word of the operator; KeyError for no such batch."""
        self._batch(batch).marking = marking.value
        self._session.flush()

    def note(self, page: PageId, marking: Secrecy) -> None:
        """What was found stamped on a page; KeyError for no such page."""
        self._page(page).marking = marking.value
        self._session.flush()

    def of_page(self, page: PageId) -> Secrecy:
        """What was found stamped on a page; KeyError for no such page."""
        return Secrecy(self._page(page).marking)

    def of_batch(self, batch: BatchId) -> tuple[MarkedPage, ...]:
        """The pages of a batch on which a marking was found."""
        rows = self._session.execute(
            select(PageRow.number, FileRow.name, PageRow.marking)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(PageRow.batch_id == batch, PageRow.marking != Secrecy.OPEN.value)
            .order_by(PageRow.number)
        )
        return tuple(MarkedPage(number, name, Secrecy(marking)) for number, name, marking in rows)

    def of_documents(self, documents: Collection[DocumentId]) -> Secrecy:
        """The highest marking of documents: of their pages, and of the batches they came in."""
        rows = self._session.execute(
            select(PageRow.marking, BatchRow.marking)
            .join(DocumentPageRow, DocumentPageRow.page_id == PageRow.id)
            .join(BatchRow, BatchRow.id == PageRow.batch_id)
            .where(DocumentPageRow.document_id.in_(documents))
            .distinct()
        )
        found = (Secrecy(marking) for row in rows for marking in row)
        return max(found, key=lambda marking: marking.rank, default=Secrecy.OPEN)

    def enter(self, page: PageId, marking: Secrecy, *, at: datetime, by: str) -> None:
        """A line of the register for the one copy of a page; a page that has one gets no second."""
        if self._session.scalar(select(func.count()).where(CopyRow.page_id == page)):
            return
        last = self._session.scalar(select(func.max(CopyRow.number))) or 0
        self._session.add(
            CopyRow(
                number=last + 1,
                at=at,
                by=by,
                batch_id=self._page(page).batch_id,
                page_id=page,
                marking=marking.value,
                copies=1,
            )
        )
        self._session.flush()

    def register(self) -> tuple[CopyEntry, ...]:
        """The whole register by its running numbers."""
        rows = self._session.execute(
            select(CopyRow, PageRow.number, FileRow.name)
            .join(PageRow, PageRow.id == CopyRow.page_id)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .order_by(CopyRow.number)
        )
        return tuple(
            CopyEntry(
                row.number,
                row.at,
                row.by,
                BatchId(row.batch_id),
                page,
                name,
                Secrecy(row.marking),
                row.copies,
            )
            for row, page, name in rows
        )

    def _batch(self, batch: BatchId) -> BatchRow:
        row = self._session.get(BatchRow, batch)
        if row is None:
            raise KeyError(batch)
        return row

    def _page(self, page: PageId) -> PageRow:
        row = self._session.get(PageRow, page)
        if row is None:
            raise KeyError(page)
        return row
