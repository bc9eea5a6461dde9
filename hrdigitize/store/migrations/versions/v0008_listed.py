"""Documents as lists show them. It is filled when the store opens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import number_schema

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_WAITING = sa.text("status <> 'approved'")


def upgrade() -> None:
    op.create_table(
        "search_listed",
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("arrival", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("open_count", sa.Integer(), nullable=False),
        sa.Column("held", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("document_id", name="pk_search_listed"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_search_listed_document_id"),
    )
    op.create_index("ix_search_listed_arrival_document_id", "search_listed", ["arrival", "document_id"])
    op.create_index(
        "ix_search_listed_waiting",
        "search_listed",
        ["arrival", "document_id"],
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    )
    number_schema(8)


def downgrade() -> None:
    op.drop_table("search_listed")
    number_schema(7)
