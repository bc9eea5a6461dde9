"""Every document at a glance, as lists show it: kept up within each unit of work, made anew at any time.

A list of a hundred thousand documents is asked for by the screenful and filtered with every letter typed, so
what it says of a document stands ready in one narrow row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, insert, or_, select
from sqlalchemy.orm import Session

from hrdigitize.domain.holding import HoldReason
from hrdigitize.domain.record import DocumentId, DocumentStatus, FieldPath, PageId
from hrdigitize.domain.stored import DocumentSummary, ListedPart, Sought
from hrdigitize.domain.vietnamese import folded
from hrdigitize.store.desk_models import HoldingRow
from hrdigitize.store.models import (
    DocumentPageRow,
    DocumentRow,
    FileRow,
    PageRow,
    ReadingRow,
    VerificationRow,
)
from hrdigitize.store.searching.rows import NOT_APPROVED, ListedRow

T = TypeVar("T")

#: The field that names a document in lists, on every form that has it.
_TITLE = str(FieldPath("full_name"))
_AT_A_TIME = 500
#: Columns, not objects: a hundred thousand of those take ten times as long.
_GLANCES = select(
    ListedRow.document_id,
    ListedRow.form,
    ListedRow.title,
    ListedRow.status,
    ListedRow.pages,
    ListedRow.open_count,
    ListedRow.created_at,
    ListedRow.held,
)
_ORDER = (ListedRow.arrival, ListedRow.document_id)


class Listed:
    """Reads and writes what lists show. It holds nothing that the documents do not say.

    A document that has no page any more, as its pages went to others, is in no list.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[DocumentSummary, ...]:
        """Every document, in the order they came."""
        # Not by `created_at`: a clock set back must not turn the order about.
        return tuple(map(_summary, self._session.execute(_GLANCES.order_by(*_ORDER))))

    def part(self, sought: Sought, first: int, limit: int) -> ListedPart:
        """Of the documents that are sought, in the order they came, those from a place on (0: the first)."""
        rows = _GLANCES.where(*_which(sought)).order_by(*_ORDER).offset(first).limit(limit)
        total = self._session.scalar(_count(sought)) or 0
        return ListedPart(first, tuple(map(_summary, self._session.execute(rows))), total)

    def get(self, document: DocumentId) -> DocumentSummary | None:
        """One document; None where no list has it."""
        row = self._row(document)
        return _summary(row) if row is not None else None

    def place(self, document: DocumentId, sought: Sought) -> int | None:
        """Where it stands among the documents that are sought (0: the first); None where it is not."""
        row = self._session.scalar(
            select(ListedRow).where(ListedRow.document_id == document, *_which(sought))
        )
        if row is None:
            return None
        return self._session.scalar(_count(sought).where(_before(row))) or 0

    def next_waiting(self, behind: DocumentId | None, *, verified_too: bool) -> DocumentId | None:
        """The next document after this one that waits for somebody, going round at the end; never this one.

        What is put by waits for nobody. verified_too: also one in which nothing is open any more, and which
        is not approved yet.
        """
        waits = and_(NOT_APPROVED, ListedRow.form.is_not(None), ListedRow.held.is_(None))
        if not verified_too:
            waits = and_(waits, ListedRow.open_count > 0)
        here = self._row(behind) if behind is not None else None
        ranges = (_behind(here), _before(here)) if here is not None else (None,)
        for where in ranges:
            rows = select(ListedRow.document_id).where(waits).order_by(*_ORDER).limit(1)
            found = self._session.scalar(rows if where is None else rows.where(where))
            if found is not None:
                return DocumentId(found)
        return None

    def refresh(self, documents: Iterable[DocumentId], pages: Iterable[PageId] = ()) -> None:
        """Brings it up to what these documents, and those of these pages, say now."""
        wanted = {*documents, *self._owners(tuple(pages))}
        for lot in _cut(sorted(wanted)):
            self._session.execute(delete(ListedRow).where(ListedRow.document_id.in_(lot)))
            rows = self._read(lot)
            if rows:
                self._session.execute(insert(ListedRow), rows)

    def rebuild(self) -> None:
        """Makes all of it anew."""
        self._session.execute(delete(ListedRow))
        for lot in self._lots():
            self.refresh(lot)

    def strays(self) -> Iterator[DocumentId]:
        """Documents of which it says something else than they do."""
        for lot in self._lots():
            rows = self._session.scalars(select(ListedRow).where(ListedRow.document_id.in_(lot)))
            kept = {row.document_id: {name: getattr(row, name) for name in _COLUMNS} for row in rows}
            for said in self._read(lot):
                if kept.pop(str(said["document_id"]), None) != said:
                    yield DocumentId(str(said["document_id"]))
            yield from map(DocumentId, kept)

    def _row(self, document: DocumentId) -> ListedRow | None:
        return self._session.scalar(select(ListedRow).where(ListedRow.document_id == document))

    def _owners(self, pages: Sequence[PageId]) -> Iterator[DocumentId]:
        for lot in _cut(pages):
            rows = select(DocumentPageRow.document_id).where(DocumentPageRow.page_id.in_(lot))
            yield from map(DocumentId, self._session.scalars(rows))

    def _lots(self) -> Iterator[list[DocumentId]]:
        last = ""
        while True:
            rows = select(DocumentRow.id).where(DocumentRow.id > last).order_by(DocumentRow.id)
            found = [DocumentId(one) for one in self._session.scalars(rows.limit(_AT_A_TIME))]
            if not found:
                return
            yield found
            last = found[-1]

    def _read(self, lot: Sequence[DocumentId]) -> list[dict[str, object]]:
        """What the documents themselves say, as rows; of those that belong in lists."""
        pages, said, held = self._pages(lot), self._said(lot), self._held(lot)
        rows = self._session.execute(
            select(
                DocumentRow.id,
                DocumentRow.arrival,
                DocumentRow.form,
                DocumentRow.status,
                DocumentRow.created_at,
                or_(DocumentRow.stale, DocumentRow.succeeded_by.is_not(None)).label("gone"),
            ).where(DocumentRow.id.in_(lot))
        )
        return [
            {
                "document_id": row.id,
                "arrival": row.arrival,
                "form": row.form,
                "status": row.status,
                "created_at": row.created_at,
                "title": (title := said[row.id].title or pages[row.id].name),
                "plain": folded(title),
                "pages": pages[row.id].count,
                "open_count": said[row.id].open_count,
                "held": held.get(row.id),
            }
            for row in rows
            # Of a document whose pages went, something is known: that they were others, or went aside.
            if pages[row.id].count or not (pages[row.id].had or row.gone)
        ]

    def _pages(self, lot: Sequence[DocumentId]) -> Mapping[str, _Pages]:
        rows = self._session.execute(
            select(DocumentPageRow.document_id, FileRow.name, PageRow.aside)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(DocumentPageRow.document_id.in_(lot))
            .order_by(PageRow.place)
        )
        found: dict[str, _Pages] = defaultdict(_Pages)
        for document, name, aside in rows:
            found[document].add(name, counts=not aside)
        return found

    def _held(self, lot: Sequence[DocumentId]) -> Mapping[str, str | None]:
        """Why each is put by: what was said last counts; None once it goes on again."""
        rows = self._session.execute(
            select(HoldingRow.document_id, HoldingRow.reason)
            .where(HoldingRow.document_id.in_(lot))
            .order_by(HoldingRow.sequence)
        )
        return {row.document_id: row.reason for row in rows}

    def _said(self, lot: Sequence[DocumentId]) -> Mapping[str, _Said]:
        """What was read and answered, the last answer last."""
        found: dict[str, _Said] = defaultdict(_Said)
        read = select(ReadingRow.document_id, ReadingRow.path, ReadingRow.text, ReadingRow.accepted)
        titles_and_doubts = or_(ReadingRow.accepted.is_(False), ReadingRow.path == _TITLE)
        for row in self._session.execute(read.where(ReadingRow.document_id.in_(lot), titles_and_doubts)):
            found[row.document_id].note_reading(row.path, row.text, accepted=row.accepted)
        answers = (
            select(
                VerificationRow.document_id,
                VerificationRow.path,
                VerificationRow.state,
                VerificationRow.text,
            )
            .where(VerificationRow.document_id.in_(lot))
            .order_by(VerificationRow.sequence)
        )
        for document, path, state, text in self._session.execute(answers):
            found[document].note_answer(path, text if state is not None else None)
        return found


@dataclass(slots=True)
class _Pages:
    """A document's pages. name: the file of the first that counts; had: whether there were any at all."""

    count: int = 0
    name: str = ""
    had: bool = False

    def add(self, name: str, *, counts: bool) -> None:
        self.had = True
        if counts:
            self.name = self.name if self.count else name
            self.count += 1


class _Said:
    """What a document says: the machine, then people, of whom the last one counts."""

    def __init__(self) -> None:
        self._read = ""
        self._answered: dict[str, str] = {}
        self._doubtful: set[str] = set()

    @property
    def title(self) -> str:
        return self._answered.get(_TITLE, self._read)

    @property
    def open_count(self) -> int:
        """Readings not accepted whose latest verification, if any, took the answer back."""
        return len(self._doubtful - self._answered.keys())

    def note_reading(self, path: str, text: str, *, accepted: bool) -> None:
        if path == _TITLE:
            self._read = text
        if not accepted:
            self._doubtful.add(path)

    def note_answer(self, path: str, text: str | None) -> None:
        """None: the answer before does not count any more."""
        if text is None:
            self._answered.pop(path, None)
        else:
            self._answered[path] = text


_COLUMNS = tuple(column.key for column in ListedRow.__table__.columns)


def _cut(given: Sequence[T]) -> Iterator[Sequence[T]]:
    return (given[first : first + _AT_A_TIME] for first in range(0, len(given), _AT_A_TIME))


def _which(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.approved:
        yield ListedRow.status == DocumentStatus.APPROVED.value
        yield ListedRow.form.is_not(None)
    for word in folded(sought.typed).split():
        yield ListedRow.plain.contains(word, autoescape=True)


def _count(sought: Sought) -> Select[int]:
    return select(func.count()).select_from(ListedRow).where(*_which(sought))


def _before(row: ListedRow) -> ColumnElement[bool]:
    same = and_(ListedRow.arrival == row.arrival, ListedRow.document_id < row.document_id)
    return or_(ListedRow.arrival < row.arrival, same)


def _behind(row: ListedRow) -> ColumnElement[bool]:
    same = and_(ListedRow.arrival == row.arrival, ListedRow.document_id > row.document_id)
    return or_(ListedRow.arrival > row.arrival, same)


def _summary(row: Row[*tuple[Any, ...]] | ListedRow) -> DocumentSummary:
    return DocumentSummary(
        id=DocumentId(row.document_id),
        form=row.form,
        title=row.title,
        status=DocumentStatus(row.status),
        pages=row.pages,
        open_count=row.open_count,
        created_at=row.created_at,
        held=HoldReason(row.held) if row.held is not None else None,
    )
