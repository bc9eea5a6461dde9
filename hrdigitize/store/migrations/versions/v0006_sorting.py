"""Sorted piles: what a paper was taken for and why, pages in an order of their own, whose a batch is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import make_append_only, number_schema

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_EMPTY = sa.text("''")
_TABLES = ("arrangements", "index_corrections", "document_index")


def upgrade() -> None:
    _batches_and_pages()
    _documents()
    _index()
    _arrangements()
    number_schema(6)


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    op.drop_column("document_pages", "imprint")
    for column in (
        "stale",
        "succeeded_by",
        "person",
        "read_type",
        "type_score",
        "type_reason",
        "type_quoted",
        "runner_up",
        "boundary_score",
        "boundary_reason",
    ):
        op.drop_column("documents", column)
    op.drop_column("cadres", "shelf")
    for column in ("place", "aside", "replaced_by", "turn", "crop"):
        op.drop_column("pages", column)
    for column in ("cadre_id", "person"):
        op.drop_column("batches", column)
    number_schema(5)


def _batches_and_pages() -> None:
    op.add_column("batches", sa.Column("cadre_id", sa.String(36), nullable=True))
    op.add_column("batches", sa.Column("person", sa.Text(), nullable=False, server_default=_EMPTY))
    op.add_column("cadres", sa.Column("shelf", sa.Text(), nullable=False, server_default=_EMPTY))
    op.add_column("pages", sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("pages", sa.Column("aside", sa.Text(), nullable=False, server_default=_EMPTY))
    op.add_column("pages", sa.Column("replaced_by", sa.String(36), nullable=True))
    op.add_column("pages", sa.Column("turn", sa.Integer(), nullable=True))
    op.add_column("pages", sa.Column("crop", sa.JSON(), nullable=True))
    op.execute("UPDATE pages SET place = number")
    op.add_column("document_pages", sa.Column("imprint", sa.LargeBinary(), nullable=True))


def _documents() -> None:
    for column in (
        sa.Column("stale", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("succeeded_by", sa.String(36), nullable=True),
        sa.Column("person", sa.Text(), nullable=False, server_default=_EMPTY),
        sa.Column("read_type", sa.Text(), nullable=True),
        sa.Column("type_score", sa.Double(), nullable=True),
        sa.Column("type_reason", sa.Text(), nullable=False, server_default=_EMPTY),
        sa.Column("type_quoted", sa.Text(), nullable=False, server_default=_EMPTY),
        sa.Column("runner_up", sa.Text(), nullable=True),
        sa.Column("boundary_score", sa.Double(), nullable=True),
        sa.Column("boundary_reason", sa.Text(), nullable=False, server_default=_EMPTY),
    ):
        op.add_column("documents", column)


def _index() -> None:
    op.create_table(
        "document_index",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("page", "x", "y", "width", "height")),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document_index"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_document_index_document_id"),
        sa.UniqueConstraint("document_id", "name", name="uq_document_index_document_id_name"),
    )
    make_append_only("document_index")
    op.create_table(
        "index_corrections",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_index_corrections"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_index_corrections_document_id"),
    )
    op.create_index("ix_index_corrections_document_id", "index_corrections", ["document_id"])
    make_append_only("index_corrections")


def _arrangements() -> None:
    op.create_table(
        "arrangements",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_arrangements"),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name="fk_arrangements_batch_id"),
    )
    op.create_index("ix_arrangements_batch_id", "arrangements", ["batch_id"])
