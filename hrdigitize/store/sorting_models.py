"""The tables of sorting: index fields as read and as corrected, arrangements of pages."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hrdigitize.store.models import JSON_OR_NULL, Base


class IndexRow(Base):
    """What the machine read of what a document is found by, with its evidence. Append-only."""

    __tablename__ = "document_index"
    __table_args__ = (UniqueConstraint("document_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"))
    name: Mapped[str]
    state: Mapped[str]
    text: Mapped[str]
    raw: Mapped[str]
    value: Mapped[object] = mapped_column(JSON_OR_NULL, nullable=True)
    page: Mapped[int]
    x: Mapped[int]
    y: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    confidence: Mapped[float]
    accepted: Mapped[bool]
    doubts: Mapped[list[object]] = mapped_column(JSON_OR_NULL)


class IndexCorrectionRow(Base):
    """What a person put in the place of an index field, or of the type ("type"). Append-only."""

    __tablename__ = "index_corrections"

    sequence: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    name: Mapped[str]
    text: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]


class ArrangementRow(Base):
    """One arrangement of a batch's pages, with what was before; standing: done, undone, dropped."""

    __tablename__ = "arrangements"

    sequence: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"), index=True)
    kind: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    before: Mapped[dict[str, object]] = mapped_column(JSON_OR_NULL)
    after: Mapped[dict[str, object]] = mapped_column(JSON_OR_NULL)
    standing: Mapped[str]
