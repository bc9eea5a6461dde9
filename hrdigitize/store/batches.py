"""Batches: what one sitting brought in, as files and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from hrdigitize.domain.arranging import Aside
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageKind
from hrdigitize.domain.picture import Spread
from hrdigitize.domain.recipe import Recipe
from hrdigitize.domain.record import BatchId, CadreId, PageId, StoredPage
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import BatchPage, ContentId, FileId, Refusal, SourceFile
from hrdigitize.store.models import BatchRow, FileRow, PageRow

#: Kinds of page that do not count, and why.
_SET_ASIDE = {PageKind.BLANK: Aside.BLANK, PageKind.SEPARATOR: Aside.SEPARATOR}


class Batches:
    """The batches of a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, batch: BatchId, *, at: datetime, by: str, marking: Secrecy = Secrecy.OPEN) -> None:
        """A new batch, empty; marking: what the operator says that it is."""
        self._session.add(BatchRow(id=batch, created_at=at, created_by=by, marking=marking.value))
        self._session.flush()

    def add_file(
        self, batch: BatchId, file: SourceFile, pages: Sequence[BatchPage], *, counting: bool = True
    ) -> None:
        """A file with its pages (none where it was refused). counting: whether they lie behind the others.

        Otherwise they are kept, and count when somebody puts them in their place.
        """
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
                spreads={str(picture): _numbers(spread) for picture, spread in file.spreads.items()} or None,
            )
        )
        self._session.flush()
        aside = "" if counting else Aside.WITHDRAWN.value
        self._session.add_all(_page_row(batch, page, aside) for page in pages)
        self._session.flush()

    def files(self, batch: BatchId) -> tuple[SourceFile, ...]:
        """The files in the order given at intake, refused ones among them."""
        rows = self._session.scalars(
            select(FileRow).where(FileRow.batch_id == batch).order_by(FileRow.position)
        )
        return tuple(_file(row) for row in rows)

    def pages(self, batch: BatchId) -> tuple[BatchPage, ...]:
        """The pages of the batch that count, in their present order; those set aside are left out."""
        return self._pages(PageRow.batch_id == batch)

    def unread(self, batch: BatchId) -> tuple[BatchPage, ...]:
        """The pages of the batch that were not read yet, in order."""
        return self._pages(PageRow.batch_id == batch, PageRow.kind.is_(None))

    def read_pages(self, batch: BatchId) -> tuple[PageId, ...]:
        """The pages of the batch that were read, in their order, those set aside among them."""
        rows = self._session.scalars(
            select(PageRow.id)
            .where(PageRow.batch_id == batch, PageRow.kind.is_not(None))
            .order_by(PageRow.number)
        )
        return tuple(map(PageId, rows))

    def kinds(self, batch: BatchId) -> Mapping[int, PageKind]:
        """What the pages of the batch are, by their numbers; those that were read."""
        rows = self._session.execute(
            select(PageRow.number, PageRow.kind).where(PageRow.batch_id == batch, PageRow.kind.is_not(None))
        )
        return {number: PageKind(kind) for number, kind in rows if kind is not None}

    def note_read(self, kinds: Mapping[PageId, PageKind]) -> None:
        """These pages were read and are of these kinds; blank ones and separator sheets are set aside."""
        for page, kind in kinds.items():
            row, aside = self._session.get_one(PageRow, page), _SET_ASIDE.get(kind)
            row.kind, row.aside = kind.value, aside.value if aside else row.aside
        self._session.flush()

    def note_all_read(self, batch: BatchId) -> None:
        """All pages of the batch are read, and its last document is whole."""
        self._session.execute(update(BatchRow).where(BatchRow.id == batch).values(is_read=True))

    def is_read(self, batch: BatchId) -> bool:
        """Whether all of the batch is read; a batch may have documents before."""
        return bool(self._session.scalar(select(BatchRow.is_read).where(BatchRow.id == batch)))

    def renumber(self, batch: BatchId, order: Sequence[PageId], *, first: int) -> None:
        """The pages get the numbers from `first` on, in this order; together they must have had these before.

        ValueError where they had others: then two pages would get one number.
        """
        rows = {row.id: row for row in self._page_rows(batch)}
        if sorted(rows[page].number for page in order) != list(range(first, first + len(order))):
            raise ValueError("these pages are not the ones of these numbers")
        # Out of the way first, below nought: two pages of a batch never have one number, not even in between.
        for sign in (-1, 1):
            for number, page in enumerate(order, start=first):
                rows[page].number, rows[page].place = sign * number, number
            self._session.flush()

    def taken(self, batch: BatchId) -> int:
        """How many pages the batch was ever given: the highest number among them."""
        return self._session.scalar(select(func.max(PageRow.number)).where(PageRow.batch_id == batch)) or 0

    def source_of(self, page: PageId) -> tuple[ContentId, int, Recipe, Mapping[int, Spread]]:
        """The original in which a page lies, its place there (from 1), how it is shown and how it is parted.

        KeyError for no such page.
        """
        found = self._session.execute(
            select(PageRow, FileRow.content, FileRow.spreads)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(PageRow.id == page)
        ).one_or_none()
        if found is None or found[1] is None:
            raise KeyError(page)
        page_row, _, spreads = found
        return ContentId(found[1]), page_row.page_in_file, recipe_of(page_row), _spreads(spreads)

    def of_person(self, batch: BatchId) -> tuple[CadreId | None, str]:
        """Whose papers the batch holds, if somebody said so: a cadre, a name. KeyError for no such batch."""
        row = self._session.get(BatchRow, batch)
        if row is None:
            raise KeyError(batch)
        return (CadreId(row.cadre_id) if row.cadre_id else None), row.person

    def declare(self, batch: BatchId, cadre: CadreId | None, person: str) -> None:
        """Says whose papers the batch holds."""
        row = self._session.get_one(BatchRow, batch)
        row.cadre_id, row.person = cadre, person
        self._session.flush()

    def all(self) -> tuple[BatchId, ...]:
        """Every batch, oldest first."""
        return tuple(map(BatchId, self._session.scalars(select(BatchRow.id).order_by(BatchRow.id))))

    def _page_rows(self, batch: BatchId) -> Sequence[PageRow]:
        return self._session.scalars(select(PageRow).where(PageRow.batch_id == batch)).all()

    def contents(self) -> tuple[ContentId, ...]:
        """Every original that a file names."""
        rows = self._session.scalars(select(FileRow.content).where(FileRow.content.is_not(None)).distinct())
        return tuple(ContentId(name) for name in rows if name is not None)

    def has_file(self, name: str, content: ContentId) -> bool:
        """Whether any batch has a file of this name with these bytes."""
        found = select(FileRow.id).where(FileRow.content == content, FileRow.name == name).limit(1)
        return self._session.scalar(found) is not None

    def exists(self, batch: BatchId) -> bool:
        return bool(self._session.scalar(select(func.count()).where(BatchRow.id == batch)))

    def _pages(self, *which: ColumnElement[bool]) -> tuple[BatchPage, ...]:
        rows = self._session.execute(
            select(PageRow, FileRow.name)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(*which, PageRow.aside == "")
            .order_by(PageRow.place)
        )
        return tuple(
            BatchPage(stored_page(row, name), FileId(row.file_id), row.page_in_file, recipe_of(row))
            for row, name in rows
        )


def stored_page(row: PageRow, name: str, rotation: int = 0) -> StoredPage:
    """The page as it is shown; `name` is its file's, `rotation` is known where it was read."""
    width, height = recipe_of(row).size(row.width, row.height)
    return StoredPage(PageId(row.id), row.number, name, width, height, row.dpi, rotation)


def recipe_of(row: PageRow) -> Recipe:
    """How the page is turned and cut before anybody sees it."""
    return Recipe(row.turn, Box(*row.crop) if row.crop else None)


def _page_row(batch: BatchId, page: BatchPage, aside: str) -> PageRow:
    return PageRow(
        aside=aside,
        id=page.page.id,
        batch_id=batch,
        file_id=page.file,
        page_in_file=page.page_in_file,
        number=page.page.number,
        place=page.page.number,
        width=page.page.width,
        height=page.page.height,
        dpi=page.page.dpi,
    )


def _file(row: FileRow) -> SourceFile:
    refusal = Refusal(row.refusal_code, row.refusal_params or {}) if row.refusal_code else None
    content = ContentId(row.content) if row.content else None
    return SourceFile(
        FileId(row.id), row.position, row.name, row.size_bytes, content, refusal, _spreads(row.spreads)
    )


def _numbers(spread: Spread) -> list[int]:
    return [spread.at, int(spread.backwards), *spread.corners]


def _spreads(stored: Mapping[str, Sequence[int]] | None) -> Mapping[int, Spread]:
    """As `_numbers` wrote them."""
    return {
        int(picture): Spread(at, bool(backwards), tuple(corners))
        for picture, (at, backwards, *corners) in (stored or {}).items()
    }
