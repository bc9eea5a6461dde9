"""The tables, as typed models. They never leave this room; migrations have their own definitions."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment as text in UTC, the same width for every moment: it sorts as text, on every database."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


JSON_OR_NULL = JSON(none_as_null=True)
_Id = String(36)
#: A column added to rows that are there already.
_EMPTY = text("''")


class Base(DeclarativeBase):
    """What every table shares: how constraints are named and which column holds which Python type."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {datetime: Moment, str: Text, bytes: LargeBinary}  # noqa: RUF012


class BatchRow(Base):
    """What one sitting brought in; is_read: all its pages are, and its last document is whole.

    cadre_id, person: whose papers they are, where somebody said so. marking: what the operator declared it
    to be.
    """

    __tablename__ = "batches"

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    is_read: Mapped[bool] = mapped_column(server_default=false())
    cadre_id: Mapped[str | None] = mapped_column(_Id)
    person: Mapped[str] = mapped_column(server_default=_EMPTY)
    marking: Mapped[str] = mapped_column(server_default="open")


class FileRow(Base):
    """An original file of a batch; content names the sealed bytes, refusal_code says why it has no pages.

    spreads: number of a picture -> how it is parted into two pages; NULL where every picture is one page.
    """

    __tablename__ = "source_files"
    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        CheckConstraint("content IS NOT NULL OR refusal_code IS NOT NULL", "content_or_refusal"),
    )

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"))
    position: Mapped[int]
    name: Mapped[str]
    size_bytes: Mapped[int]
    content: Mapped[str | None] = mapped_column(String(64))
    refusal_code: Mapped[str | None]
    refusal_params: Mapped[dict[str, str] | None] = mapped_column(JSON_OR_NULL)
    spreads: Mapped[dict[str, list[int]] | None] = mapped_column(JSON_OR_NULL)


class PageRow(Base):
    """An acknowledged page: its number in the batch, its place in the file, its size.

    kind: what it is within its pile (domain's PageKind), None as long as it was not read.
    number: its name, for ever. place: where it stands among the others now. aside: why it does not count;
    "" while it does. turn, crop: how it is shown and read (`domain.recipe`); its bytes never change.
    marking: what was found stamped on it.
    """

    __tablename__ = "pages"
    __table_args__ = (UniqueConstraint("batch_id", "number"), UniqueConstraint("file_id", "page_in_file"))

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"))
    file_id: Mapped[str] = mapped_column(ForeignKey("source_files.id"))
    page_in_file: Mapped[int]
    number: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    dpi: Mapped[int]
    kind: Mapped[str | None]
    place: Mapped[int] = mapped_column(server_default="0")
    aside: Mapped[str] = mapped_column(server_default=_EMPTY)
    replaced_by: Mapped[str | None] = mapped_column(_Id)
    turn: Mapped[int | None]
    crop: Mapped[list[int] | None] = mapped_column(JSON_OR_NULL)
    marking: Mapped[str] = mapped_column(server_default="open")


class DocumentRow(Base):
    """A document made of pages of a batch, with its index data; cadre_id is set when it is approved.

    arrival: the order in which documents came, whatever the clock said. type: what counts; read_type and
    what follows it: what the machine took it for, and why. stale: its pages are no longer those that were
    read. succeeded_by: the document that its pages became when they were read again.
    """

    __tablename__ = "documents"
    __table_args__ = (Index(None, "created_at"),)

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"))
    form: Mapped[str | None]
    type: Mapped[str | None]
    status: Mapped[str]
    created_at: Mapped[datetime]
    cadre_id: Mapped[str | None] = mapped_column(ForeignKey("cadres.id"), index=True)
    arrival: Mapped[int] = mapped_column(server_default="0")
    number: Mapped[str] = mapped_column(server_default=_EMPTY)
    notation: Mapped[str] = mapped_column(server_default=_EMPTY)
    issued_on: Mapped[str] = mapped_column(server_default=_EMPTY)
    issuer: Mapped[str] = mapped_column(server_default=_EMPTY)
    subject: Mapped[str] = mapped_column(server_default=_EMPTY)
    signer: Mapped[str] = mapped_column(server_default=_EMPTY)
    secrecy: Mapped[str] = mapped_column(server_default="open")
    shelf: Mapped[str] = mapped_column(server_default=_EMPTY)
    stale: Mapped[bool] = mapped_column(server_default="0")
    succeeded_by: Mapped[str | None] = mapped_column(_Id)
    person: Mapped[str] = mapped_column(server_default=_EMPTY)
    read_type: Mapped[str | None]
    type_score: Mapped[float | None]
    type_reason: Mapped[str] = mapped_column(server_default=_EMPTY)
    type_quoted: Mapped[str] = mapped_column(server_default=_EMPTY)
    runner_up: Mapped[str | None]
    boundary_score: Mapped[float | None]
    boundary_reason: Mapped[str] = mapped_column(server_default=_EMPTY)


class DocumentPageRow(Base):
    """A page in its document: the plain text read on it and how it lies, or why it could not be read."""

    __tablename__ = "document_pages"

    page_id: Mapped[str] = mapped_column(ForeignKey("pages.id"), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    text: Mapped[str]
    failure_code: Mapped[str | None]
    failure_params: Mapped[dict[str, str] | None] = mapped_column(JSON_OR_NULL)
    rotation: Mapped[int] = mapped_column(server_default="0")
    imprint: Mapped[bytes | None]


class ReadingRow(Base):
    """What the machine read at one place, with its evidence. Append-only."""

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("document_id", "path"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"))
    position: Mapped[int]
    path: Mapped[str]
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


class VerificationRow(Base):
    """What a person said about one place: an answer, or that it is open again (state null). Append-only.

    page and what follows it: where the answer was taken from, if somebody pointed there.
    """

    __tablename__ = "verifications"
    __table_args__ = (Index(None, "document_id", "path"),)

    sequence: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"))
    path: Mapped[str]
    state: Mapped[str | None]
    text: Mapped[str]
    value: Mapped[object] = mapped_column(JSON_OR_NULL, nullable=True)
    by: Mapped[str]
    at: Mapped[datetime]
    page: Mapped[int | None]
    x: Mapped[int | None]
    y: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]


class FindingRow(Base):
    """What a rule had to say about the machine's reading."""

    __tablename__ = "findings"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    code: Mapped[str]
    severity: Mapped[str]
    fields: Mapped[list[str]] = mapped_column(JSON_OR_NULL)
    params: Mapped[dict[str, str]] = mapped_column(JSON_OR_NULL)


class CadreRow(Base):
    """A person with a record; the values stand in `record_values`.

    arrival: the order in which cadres came, whatever the clock said.
    alone: whether somebody approved in it what he had keyed himself, after keying it blind once more.
    """

    __tablename__ = "cadres"

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    form: Mapped[str]
    created_at: Mapped[datetime]
    arrival: Mapped[int] = mapped_column(server_default="0")
    alone: Mapped[bool] = mapped_column(server_default="0")
    shelf: Mapped[str] = mapped_column(server_default=_EMPTY)


class RecordRowRow(Base):
    """A row of a table of a record: an identity of its own, for its position means nothing elsewhere.

    document_id, document_row: the paper that it first stood on, and where (from 0).
    """

    __tablename__ = "record_rows"
    __table_args__ = (UniqueConstraint("cadre_id", "table_key", "position"),)

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    cadre_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"))
    table_key: Mapped[str]
    position: Mapped[int]
    document_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"))
    document_row: Mapped[int | None]


class RecordValueRow(Base):
    """A value of a record, with its evidence; a later row for the same path supersedes it. Append-only."""

    __tablename__ = "record_values"
    __table_args__ = (Index(None, "cadre_id", "path"),)

    sequence: Mapped[int] = mapped_column(primary_key=True)
    cadre_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"))
    path: Mapped[str]
    state: Mapped[str]
    text: Mapped[str]
    value: Mapped[object] = mapped_column(JSON_OR_NULL, nullable=True)
    document_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"))
    page: Mapped[int | None]
    x: Mapped[int | None]
    y: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    raw: Mapped[str | None]
    confidence: Mapped[float | None]
    approved_by: Mapped[str]
    approved_at: Mapped[datetime]
    supersedes: Mapped[int | None] = mapped_column(ForeignKey("record_values.sequence"), unique=True)
    reason: Mapped[str] = mapped_column(server_default=_EMPTY)
    seconded_by: Mapped[str | None]
    valid_from: Mapped[str | None] = mapped_column(String(10))
    valid_to: Mapped[str | None] = mapped_column(String(10))
    places: Mapped[list[list[str]] | None] = mapped_column(JSON_OR_NULL)


class CorrectionRow(Base):
    """A change of a record that somebody asked for, and what another person decided about it."""

    __tablename__ = "corrections"
    __table_args__ = (Index(None, "cadre_id"),)

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    cadre_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"))
    path: Mapped[str]
    state: Mapped[str]
    text: Mapped[str]
    value: Mapped[object] = mapped_column(JSON_OR_NULL, nullable=True)
    reason: Mapped[str]
    document_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"))
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    granted: Mapped[bool | None]


class ReentryRow(Base):
    """What somebody keyed blind, a second time, at a place of a document. Append-only."""

    __tablename__ = "reentries"
    __table_args__ = (Index(None, "document_id", "path"),)

    sequence: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"))
    path: Mapped[str]
    state: Mapped[str]
    text: Mapped[str]
    value: Mapped[object] = mapped_column(JSON_OR_NULL, nullable=True)
    by: Mapped[str]
    at: Mapped[datetime]


class DistinctRow(Base):
    """Two cadres of whom somebody said that they are not the same person; one_id sorts before other_id."""

    __tablename__ = "distinct_cadres"

    one_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"), primary_key=True)
    other_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"), primary_key=True)
    by: Mapped[str]
    at: Mapped[datetime]


class MergeRow(Base):
    """Two cadres made one by a person, until undone_at."""

    __tablename__ = "cadre_merges"
    __table_args__ = (Index(None, "absorbed_id"),)

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    kept_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"))
    absorbed_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"))
    reason: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    undone_by: Mapped[str | None]
    undone_at: Mapped[datetime | None]


class UnitRow(Base):
    """An agency or a party committee; its names stand in `unit_names`."""

    __tablename__ = "units"

    id: Mapped[str] = mapped_column(_Id, primary_key=True)
    kind: Mapped[str]
    level: Mapped[str]
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("units.id"), index=True)
    valid_from: Mapped[str | None] = mapped_column(String(10))
    valid_to: Mapped[str | None] = mapped_column(String(10))


class UnitNameRow(Base):
    """What a unit was called, and between which dates."""

    __tablename__ = "unit_names"
    __table_args__ = (UniqueConstraint("unit_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[str] = mapped_column(ForeignKey("units.id"))
    position: Mapped[int]
    name: Mapped[str]
    valid_from: Mapped[str | None] = mapped_column(String(10))
    valid_to: Mapped[str | None] = mapped_column(String(10))


class UnitPredecessorRow(Base):
    """Which units a unit was made of, wholly or in part."""

    __tablename__ = "unit_predecessors"

    unit_id: Mapped[str] = mapped_column(ForeignKey("units.id"), primary_key=True)
    predecessor_id: Mapped[str] = mapped_column(ForeignKey("units.id"), primary_key=True)


class AuditRow(Base):
    """One line of the audit log; each hash covers the line and the hash before it. Append-only."""

    __tablename__ = "audit_entries"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str]
    role: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[dict[str, str]] = mapped_column(JSON_OR_NULL)
    hash: Mapped[bytes]


class UserRow(Base):
    """A person who may log in, until retired_at; nobody is removed, for the log names them."""

    __tablename__ = "users"

    name: Mapped[str] = mapped_column(primary_key=True)
    full_name: Mapped[str]
    role: Mapped[str]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
