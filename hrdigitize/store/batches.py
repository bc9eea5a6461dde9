"""Batches: what one sitting brought in, as files and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from hrdigitize.domain.page import PageKind
from hrdigitize.domain.record import BatchId, PageId, StoredPage
from hrdigitize.domain.stored import BatchPage, ContentId, FileId, Refusal, SourceFile
from hrdigitize.store.models import BatchRow, FileRow, PageRow


class Batches:
    """The batches of a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, batch: BatchId, *, at: datetime, by: str) -> None:
        """A new batch, empty."""
        self._session.add(BatchRow(id=batch, created_at=at, created_by=by))
        self._session.flush()

    def add_file(self, batch: BatchId, file: SourceFile, pages: Sequence[BatchPage]) -> None:
        """A file with its pages (none where it was refused)."""
        refusal = file.refusal
        self._session.add(
            FileRow(
                id=file.id,
                batch_id=batch,
                position=file.position,
                name=file.name,
                size_bytes=file.size_bytes,
                content=file.content,
                refusal_code=refusal.code if refusal else None,
                refusal_params=dict(refusal.params) if refusal else None,
            )
        )
        self._session.flush()
        self._session.add_all(_page_row(batch, page) for page in pages)
        self._session.flush()

    def files(self, batch: BatchId) -> tuple[SourceFile, ...]:
        """The files in the order given at intake, refused ones among them."""
        rows = self._session.scalars(
            select(FileRow).where(FileRow.batch_id == batch).order_by(FileRow.position)
        )
        return tuple(_file(row) for row in rows)

    def pages(self, batch: BatchId) -> tuple[BatchPage, ...]:
        """The pages of all files of the batch, numbered from 1."""
        return self._pages(PageRow.batch_id == batch)

    def unread(self, batch: BatchId) -> tuple[BatchPage, ...]:
        """The pages of the batch that were not read yet, in order."""
        return self._pages(PageRow.batch_id == batch, PageRow.kind.is_(None))

    def note_read(self, kinds: Mapping[PageId, PageKind]) -> None:
        """These pages were read and are of these kinds."""
        for page, kind in kinds.items():
            self._session.execute(update(PageRow).where(PageRow.id == page).values(kind=kind.value))

    def note_all_read(self, batch: BatchId) -> None:
        """All pages of the batch are read, and its last document is whole."""
        self._session.execute(update(BatchRow).where(BatchRow.id == batch).values(is_read=True))

    def is_read(self, batch: BatchId) -> bool:
        """Whether all of the batch is read; a batch may have documents before."""
        return bool(self._session.scalar(select(BatchRow.is_read).where(BatchRow.id == batch)))

    def source_of(self, page: PageId) -> tuple[ContentId, int]:
        """The original in which a page lies, and its place there (from 1); KeyError for no such page."""
        row = self._session.execute(
            select(FileRow.content, PageRow.page_in_file)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(PageRow.id == page)
        ).one_or_none()
        if row is None or row[0] is None:
            raise KeyError(page)
        return ContentId(row[0]), row[1]

    def contents(self) -> tuple[ContentId, ...]:
        """Every original that a file names."""
        rows = self._session.scalars(select(FileRow.content).where(FileRow.content.is_not(None)).distinct())
        return tuple(ContentId(name) for name in rows if name is not None)

    def exists(self, batch: BatchId) -> bool:
        return bool(self._session.scalar(select(func.count()).where(BatchRow.id == batch)))

    def _pages(self, *which: ColumnElement[bool]) -> tuple[BatchPage, ...]:
        rows = self._session.execute(
            select(PageRow, FileRow.name)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(*which)
            .order_by(PageRow.number)
        )
        return tuple(
            BatchPage(stored_page(row, name), FileId(row.file_id), row.page_in_file) for row, name in rows
        )


def stored_page(row: PageRow, name: str, rotation: int = 0) -> StoredPage:
    """The page as a domain value; `name` is its file's, `rotation` is known where it was read."""
    return StoredPage(PageId(row.id), row.number, name, row.width, row.height, row.dpi, rotation)


def _page_row(batch: BatchId, page: BatchPage) -> PageRow:
    return PageRow(
        id=page.page.id,
        batch_id=batch,
        file_id=page.file,
        page_in_file=page.page_in_file,
        number=page.page.number,
        width=page.page.width,
        height=page.page.height,
        dpi=page.page.dpi,
    )


def _file(row: FileRow) -> SourceFile:
    refusal = Refusal(row.refusal_code, row.refusal_params or {}) if row.refusal_code else None
    content = ContentId(row.content) if row.content else None
    return SourceFile(FileId(row.id), row.position, row.name, row.size_bytes, content, refusal)
