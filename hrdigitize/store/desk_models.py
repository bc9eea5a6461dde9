"""The tables of the verification desk: documents put by, notes about them, words of pages to point at."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hrdigitize.store.models import Base


class HoldingRow(Base):
    """A document put by, or let go on again (reason null). Append-only: the last one counts."""

    __tablename__ = "holdings"

    sequence: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    reason: Mapped[str | None]
    remark: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]


class NoteRow(Base):
    """What somebody wrote about a document. Append-only."""

    __tablename__ = "document_notes"

    sequence: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    text: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]


class PageWordsRow(Base):
    """The words of a page and where they stand, packed (`store.page_words`)."""

    __tablename__ = "page_words"

    page_id: Mapped[str] = mapped_column(ForeignKey("pages.id"), primary_key=True)
    words: Mapped[bytes]
