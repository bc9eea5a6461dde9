"""The first schema: batches, files, pages, documents, readings, verifications, records, audit log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import (
    forget_append_only,
    make_append_only,
    make_changeable,
    number_schema,
    prepare_append_only,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = ("readings", "verifications", "record_values", "audit_entries")


def upgrade() -> None:
    _create_intake()
    _create_documents()
    _create_readings()
    _create_records()
    _create_audit()
    prepare_append_only()
    for table in _APPEND_ONLY:
        make_append_only(table)
    number_schema(1)


def downgrade() -> None:
    for table in _APPEND_ONLY:
        make_changeable(table)
    forget_append_only()
    for table in (
        "audit_entries",
        "record_values",
        "findings",
        "verifications",
        "readings",
        "document_pages",
        "documents",
        "cadres",
        "pages",
        "source_files",
        "batches",
    ):
        op.drop_table(table)
    number_schema(0)


def _create_intake() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batches"),
    )
    op.create_table(
        "source_files",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("batch_id", sa.String(36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(64), nullable=True),
        sa.Column("refusal_code", sa.Text(), nullable=True),
        sa.Column("refusal_params", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_source_files"),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name="fk_source_files_batch_id"),
        sa.UniqueConstraint("batch_id", "position", name="uq_source_files_batch_id_position"),
        sa.CheckConstraint(
            "content IS NOT NULL OR refusal_code IS NOT NULL", name="ck_source_files_content_or_refusal"
        ),
    )
    op.create_table(
        "pages",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("batch_id", sa.String(36), nullable=False),
        sa.Column("file_id", sa.String(36), nullable=False),
        sa.Column("page_in_file", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("dpi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pages"),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name="fk_pages_batch_id"),
        sa.ForeignKeyConstraint(["file_id"], ["source_files.id"], name="fk_pages_file_id"),
        sa.UniqueConstraint("batch_id", "number", name="uq_pages_batch_id_number"),
        sa.UniqueConstraint("file_id", "page_in_file", name="uq_pages_file_id_page_in_file"),
    )


def _create_documents() -> None:
    op.create_table(
        "cadres",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cadres"),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("batch_id", sa.String(36), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("cadre_id", sa.String(36), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name="fk_documents_batch_id"),
        sa.ForeignKeyConstraint(["cadre_id"], ["cadres.id"], name="fk_documents_cadre_id"),
    )
    op.create_index("ix_documents_created_at", "documents", ["created_at"])
    op.create_table(
        "document_pages",
        sa.Column("page_id", sa.String(36), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("failure_code", sa.Text(), nullable=True),
        sa.Column("failure_params", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("page_id", name="pk_document_pages"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_document_pages_page_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_document_pages_document_id"),
    )
    op.create_index("ix_document_pages_document_id", "document_pages", ["document_id"])


def _create_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=False),
        *(sa.Column(side, sa.Integer(), nullable=False) for side in ("x", "y", "width", "height")),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_readings_document_id"),
        sa.UniqueConstraint("document_id", "path", name="uq_readings_document_id_path"),
    )
    op.create_table(
        "verifications",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_verifications"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_verifications_document_id"),
    )
    op.create_index("ix_verifications_document_id_path", "verifications", ["document_id", "path"])
    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_findings"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_findings_document_id"),
    )
    op.create_index("ix_findings_document_id", "findings", ["document_id"])


def _create_records() -> None:
    op.create_table(
        "record_values",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("cadre_id", sa.String(36), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("document_id", sa.String(36), nullable=True),
        *(sa.Column(part, sa.Integer(), nullable=True) for part in ("page", "x", "y", "width", "height")),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("approved_at", sa.String(32), nullable=False),
        sa.Column("supersedes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("sequence", name="pk_record_values"),
        sa.ForeignKeyConstraint(["cadre_id"], ["cadres.id"], name="fk_record_values_cadre_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_record_values_document_id"),
        sa.ForeignKeyConstraint(
            ["supersedes"], ["record_values.sequence"], name="fk_record_values_supersedes"
        ),
        sa.UniqueConstraint("supersedes", name="uq_record_values_supersedes"),
    )
    op.create_index("ix_record_values_cadre_id_path", "record_values", ["cadre_id", "path"])


def _create_audit() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit_entries"),
    )
