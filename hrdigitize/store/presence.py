"""Which documents are there: one whose pages all went to others, or aside, is none any more."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, not_, or_, select

from hrdigitize.store.models import DocumentPageRow, DocumentRow, PageRow


def is_there() -> ColumnElement[bool]:
    """The condition for a row of documents."""
    return or_(DocumentRow.id.in_(_with_pages()), _never_had_pages())


def _with_pages() -> Select[str]:
    """The documents that have a page that counts."""
    return (
        select(DocumentPageRow.document_id)
        .join(PageRow, PageRow.id == DocumentPageRow.page_id)
        .where(PageRow.aside == "")
    )


def _never_had_pages() -> ColumnElement[bool]:
    """Of a document whose pages went, something is known: that they were others, or went aside."""
    had = select(DocumentPageRow.document_id)
    gone = or_(DocumentRow.stale, DocumentRow.succeeded_by.is_not(None))
    return and_(DocumentRow.id.not_in(had), not_(gone))
