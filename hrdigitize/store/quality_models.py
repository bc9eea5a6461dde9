"""The tables of quality: samples with their lots and judgements, and how much work documents were."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from hrdigitize.store.models import JSON_OR_NULL, Base

_Id = String(36)


class SampleRow(Base):
    """A drawn sample: the seed, how large the lot was and what it is known by, the rule. Append-only."""

    __tablename__ = "samples"

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    drawn_at: Mapped[datetime]
    drawn_by: Mapped[str]
    seed: Mapped[str]
    lot: Mapped[int]
    fingerprint: Mapped[str]
    aql: Mapped[str]
    size: Mapped[int]
    accept: Mapped[int]


class SampleDocumentRow(Base):
    """A document of a sample's lot. Append-only."""

    __tablename__ = "sample_documents"

    sample_id: Mapped[str] = mapped_column(_Id, ForeignKey("samples.id"), primary_key=True)
    document_id: Mapped[str] = mapped_column(_Id, ForeignKey("documents.id"), primary_key=True, index=True)


class SampleValueRow(Base):
    """A drawn value as it counted then. Append-only."""

    __tablename__ = "sample_values"

    sample_id: Mapped[str] = mapped_column(_Id, ForeignKey("samples.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document_id: Mapped[str] = mapped_column(_Id, ForeignKey("documents.id"))
    path: Mapped[str]
    state: Mapped[str]
    text: Mapped[str]
    value: Mapped[object] = mapped_column(JSON_OR_NULL, nullable=True)
    by: Mapped[str]


class JudgementRow(Base):
    """What was said of a drawn value beside its picture; the newest counts. Append-only."""

    __tablename__ = "sample_judgements"
    __table_args__ = (
        ForeignKeyConstraint(["sample_id", "number"], ["sample_values.sample_id", "sample_values.number"]),
        Index(None, "sample_id", "number"),
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    sample_id: Mapped[str] = mapped_column(_Id)
    number: Mapped[int]
    right: Mapped[bool]
    state: Mapped[str]
    text: Mapped[str]
    value: Mapped[object] = mapped_column(JSON_OR_NULL, nullable=True)
    by: Mapped[str]
    at: Mapped[datetime]


class EffortRow(Base):
    """How many keys and how much time somebody spent on a document at a stretch. Append-only."""

    __tablename__ = "desk_efforts"

    sequence: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(_Id, ForeignKey("documents.id"), index=True)
    by: Mapped[str]
    at: Mapped[datetime]
    keystrokes: Mapped[int]
    active_ms: Mapped[int]
