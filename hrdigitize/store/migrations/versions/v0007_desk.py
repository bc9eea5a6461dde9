"""The desk: documents put by and noted upon, words of pages to point at, where answers were taken from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import make_append_only, number_schema

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_SPOT = ("page", "x", "y", "width", "height")


def upgrade() -> None:
    _said(
        "holdings",
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
    )
    _said("document_notes", sa.Column("text", sa.Text(), nullable=False))
    op.create_table(
        "page_words",
        sa.Column("page_id", sa.String(36), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("page_id", name="pk_page_words"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_page_words_page_id"),
    )
    for name in _SPOT:
        op.add_column("verifications", sa.Column(name, sa.Integer(), nullable=True))
    number_schema(7)


def downgrade() -> None:
    for name in _SPOT:
        op.drop_column("verifications", name)
    for table in ("page_words", "document_notes", "holdings"):
        op.drop_table(table)
    number_schema(6)


def _said(table: str, *columns: sa.Column[str]) -> None:
    """A table of what people said about documents, one row each time, for ever."""
    op.create_table(
        table,
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        *columns,
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=f"fk_{table}_document_id"),
    )
    op.create_index(f"ix_{table}_document_id", table, ["document_id"])
    make_append_only(table)
