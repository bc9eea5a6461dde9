"""Markings of secrecy: what a batch was declared to be, what is stamped on a page, the register of copies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import make_append_only, number_schema

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("batches", "pages"):
        op.add_column(table, sa.Column("marking", sa.Text(), nullable=False, server_default="open"))
    op.create_table(
        "copy_register",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.String(36), nullable=False),
        sa.Column("page_id", sa.String(36), nullable=False),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_copy_register"),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name="fk_copy_register_batch_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_copy_register_page_id"),
        sa.UniqueConstraint("page_id", name="uq_copy_register_page_id"),
    )
    op.create_index("ix_copy_register_batch_id", "copy_register", ["batch_id"])
    make_append_only("copy_register")
    number_schema(6)


def downgrade() -> None:
    op.drop_table("copy_register")
    for table in ("pages", "batches"):
        op.drop_column(table, "marking")
    number_schema(5)
