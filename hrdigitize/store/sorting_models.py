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


class CopyRow(Base):
    """A line of the register of copies of state secrets: its running number, what was copied, by whom.

    Append-only.
    """

    __tablename__ = "copy_register"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"), index=True)
    page_id: Mapped[str] = mapped_column(ForeignKey("pages.id"), unique=True)
    marking: Mapped[str]
    copies: Mapped[int]


class ScanProfileRow(Base):
    """Scan settings under a name; device is empty where the scanner is named at every sitting."""

    __tablename__ = "scan_profiles"

    name: Mapped[str] = mapped_column(primary_key=True)
    device: Mapped[str]
    dpi: Mapped[int]
    colour: Mapped[str]
    feed: Mapped[str]
    width_mm: Mapped[int]
    height_mm: Mapped[int]
    threshold: Mapped[int | None]
    locked: Mapped[bool]


class TurnedStackRow(Base):
    """A stack of a batch whose two sides are scanned one after the other, until its pages are in order."""

    __tablename__ = "turned_stacks"

    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"), primary_key=True)
    first_number: Mapped[int]
    fronts: Mapped[int | None]
