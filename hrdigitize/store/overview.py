"""Numbers over all that a store holds, and the lists behind them, page by page: nothing loads everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, cast, exists, func, not_, select
from sqlalchemy.orm import Session

from hrdigitize.domain.overview import Queue, UnreadBatch
from hrdigitize.domain.record import BatchId, DocumentId, DocumentStatus
from hrdigitize.domain.search import Summary
from hrdigitize.store.models import (
    BatchRow,
    CadreRow,
    CorrectionRow,
    DocumentRow,
    PageRow,
)
from hrdigitize.store.searching.rows import SUMMARY, ListedRow, SearchCadreRow, summary_in

#: Rows of the index looked through at a time for those behind a number.
_AT_A_TIME = 5000


class Column(StrEnum):
    """By what cadres are counted, of what the search index says; lists stand there as JSON.

    DOCUMENTS: the form that the record began with, and what lies in the dossier on the next line.
    """

    BIRTH_DATE = "birth_date"
    SEX = "sex"
    QUALIFICATIONS = "qualifications"
    DOCUMENTS = "documents"


class Overview:
    """Counts and lists, within one view. Cadres are those of the search index: who was merged is none."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cadres(self) -> int:
        """How many there are."""
        return self._session.scalar(select(func.count()).select_from(SearchCadreRow)) or 0

    def cadres_since(self, moment: datetime) -> int:
        """How many of them have a record since then."""
        since = (
            select(func.count())
            .select_from(SearchCadreRow)
            .join(CadreRow, CadreRow.id == SearchCadreRow.cadre_id)
            .where(CadreRow.created_at >= moment)
        )
        return self._session.scalar(since) or 0

    def counts(self, column: Column) -> Mapping[str, int]:
        """How many cadres have each value of a column."""
        value = _text_of(column)
        rows = self._session.execute(_valued(column, value, func.count()).group_by(value))
        return {row[0]: row[1] for row in rows}

    def cadres_with(
        self, column: Column, keep: Callable[[str], bool], *, after: int, limit: int
    ) -> tuple[tuple[int, Summary], ...]:
        """The next cadres behind a number of the index whose value is to be kept, with their numbers."""
        found: list[int] = []
        rows = _valued(column, SearchCadreRow.number, _text_of(column)).order_by(SearchCadreRow.number)
        while len(found) < limit:
            lot = self._session.execute(rows.where(SearchCadreRow.number > after).limit(_AT_A_TIME)).all()
            found += [number for number, value in lot if keep(value)]
            if len(lot) < _AT_A_TIME:
                break
            after = lot[-1][0]
        return self._summaries(SearchCadreRow.number.in_(found[:limit]))

    def cadres_to_correct(self) -> int:
        """How many cadres have a correction that nobody decided yet."""
        return self._session.scalar(select(func.count(SearchCadreRow.number)).where(_has_correction())) or 0

    def cadres_to_correct_after(self, after: int, limit: int) -> tuple[tuple[int, Summary], ...]:
        """The next of them behind a number of the index."""
        return self._summaries(and_(_has_correction(), SearchCadreRow.number > after), limit)

    def waiting(self, queue: Queue) -> int:
        """How many papers wait in a queue."""
        if queue is Queue.TO_READ:
            unread = select(func.count()).select_from(BatchRow).where(_unread())
            return self._session.scalar(unread) or 0
        waiting = select(func.count()).select_from(ListedRow).where(_in_queue(queue))
        return self._session.scalar(waiting) or 0

    def documents(self, queue: Queue, after: int, limit: int) -> tuple[tuple[int, DocumentId], ...]:
        """The next documents of a queue behind an arrival, with theirs."""
        rows = self._session.execute(
            select(ListedRow.arrival, ListedRow.document_id)
            .where(_in_queue(queue), ListedRow.arrival > after)
            .order_by(ListedRow.arrival)
            .limit(limit)
        )
        return tuple((row.arrival, DocumentId(row.document_id)) for row in rows)

    def unread_batches(self) -> tuple[UnreadBatch, ...]:
        """The batches that have unread pages, oldest first; they are few, for reading goes on by itself."""
        pages = (
            select(func.count())
            .where(PageRow.batch_id == BatchRow.id, PageRow.kind.is_(None), PageRow.aside == "")
            .scalar_subquery()
        )
        rows = self._session.execute(
            select(BatchRow.id, BatchRow.created_at, BatchRow.created_by, pages.label("pages"))
            .where(_unread())
            .order_by(BatchRow.created_at, BatchRow.id)
        )
        return tuple(UnreadBatch(BatchId(row.id), row.created_at, row.created_by, row.pages) for row in rows)

    def _summaries(
        self, which: ColumnElement[bool], limit: int | None = None
    ) -> tuple[tuple[int, Summary], ...]:
        rows = select(*SUMMARY).where(which).order_by(SearchCadreRow.number).limit(limit)
        return tuple((row.number, summary_in(row)) for row in self._session.execute(rows))


def _text_of(column: Column) -> ColumnElement[str]:
    """As text: a list as it is stored, for a database groups no JSON."""
    text = cast(getattr(SearchCadreRow, column.value), Text)
    return CadreRow.form + "\n" + text if column is Column.DOCUMENTS else text


def _valued(column: Column, *wanted: Any) -> Select[*tuple[Any, ...]]:
    rows = select(*wanted).select_from(SearchCadreRow)
    if column is not Column.DOCUMENTS:
        return rows
    return rows.join(CadreRow, CadreRow.id == SearchCadreRow.cadre_id)


def _has_correction() -> ColumnElement[bool]:
    return SearchCadreRow.cadre_id.in_(select(CorrectionRow.cadre_id).where(CorrectionRow.granted.is_(None)))


def _unread() -> ColumnElement[bool]:
    pages = PageRow.batch_id == BatchRow.id, PageRow.kind.is_(None), PageRow.aside == ""
    return and_(BatchRow.is_read.is_(False), exists().where(*pages))


def _in_queue(queue: Queue) -> ColumnElement[bool]:
    has_form, free = ListedRow.form.is_not(None), ListedRow.held.is_(None)
    where = {
        Queue.TO_VERIFY: and_(ListedRow.status == DocumentStatus.READ.value, has_form, free),
        Queue.TO_APPROVE: and_(ListedRow.status == DocumentStatus.VERIFIED.value, has_form, free),
        Queue.HELD: not_(free),
        Queue.TO_FILE: and_(
            not_(has_form),
            free,
            ListedRow.document_id.in_(select(DocumentRow.id).where(DocumentRow.cadre_id.is_(None))),
        ),
    }
    return where[queue]
