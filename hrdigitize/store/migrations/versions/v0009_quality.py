"""Quality: samples drawn from what was checked, what was said of them, and how much work documents were."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import make_append_only, number_schema

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLES = ("desk_efforts", "sample_judgements", "sample_values", "sample_documents", "samples")


def upgrade() -> None:
    _samples()
    _judgements()
    _efforts()
    for table in reversed(_TABLES):
        make_append_only(table)
    number_schema(9)


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    number_schema(int(down_revision))


def _samples() -> None:
    op.create_table(
        "samples",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("drawn_at", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("drawn_by", "seed")),
        sa.Column("lot", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("fingerprint", "aql")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("size", "accept")),
        sa.PrimaryKeyConstraint("id", name="pk_samples"),
    )
    op.create_table(
        "sample_documents",
        sa.Column("sample_id", sa.String(36), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("sample_id", "document_id", name="pk_sample_documents"),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name="fk_sample_documents_sample_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_sample_documents_document_id"),
    )
    op.create_index("ix_sample_documents_document_id", "sample_documents", ["document_id"])
    op.create_table(
        "sample_values",
        sa.Column("sample_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("path", "state", "text")),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sample_id", "number", name="pk_sample_values"),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name="fk_sample_values_sample_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_sample_values_document_id"),
    )


def _judgements() -> None:
    op.create_table(
        "sample_judgements",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("sample_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("state", "text")),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_sample_judgements"),
        sa.ForeignKeyConstraint(
            ["sample_id", "number"],
            ["sample_values.sample_id", "sample_values.number"],
            name="fk_sample_judgements_sample_id",
        ),
    )
    op.create_index("ix_sample_judgements_sample_id_number", "sample_judgements", ["sample_id", "number"])


def _efforts() -> None:
    op.create_table(
        "desk_efforts",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("keystrokes", "active_ms")),
        sa.PrimaryKeyConstraint("sequence", name="pk_desk_efforts"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_desk_efforts_document_id"),
    )
    op.create_index("ix_desk_efforts_document_id", "desk_efforts", ["document_id"])
