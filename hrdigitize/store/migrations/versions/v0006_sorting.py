"""Piles sorted: how far a batch is read, what papers were taken for, pages in their order, scanners."""

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
    _reading()
    _scanning()
    _batches_and_pages()
    _documents()
    _index()
    _arrangements()
    _secrecy()
    number_schema(6)


def downgrade() -> None:
    op.drop_column("source_files", "spreads")
    op.drop_table("copy_register")
    for table in ("pages", "batches"):
        op.drop_column(table, "marking")
    op.drop_table("turned_stacks")
    op.drop_table("scan_profiles")
    op.drop_column("batches", "is_read")
    op.drop_column("pages", "kind")
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
    op.add_column("source_files", sa.Column("spreads", sa.JSON(), nullable=True))
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


def _reading() -> None:
    """What had documents was read whole."""
    op.add_column("pages", sa.Column("kind", sa.Text(), nullable=True))
    op.add_column("batches", sa.Column("is_read", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE pages SET kind = 'unknown' WHERE id IN (SELECT page_id FROM document_pages)")
    op.execute("UPDATE batches SET is_read = (1 = 1) WHERE id IN (SELECT batch_id FROM documents)")


def _scanning() -> None:
    op.create_table(
        "scan_profiles",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "device", "colour", "feed")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("dpi", "width_mm", "height_mm")),
        sa.Column("threshold", sa.Integer(), nullable=True),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_scan_profiles"),
    )
    op.create_table(
        "turned_stacks",
        sa.Column("batch_id", sa.String(36), nullable=False),
        sa.Column("first_number", sa.Integer(), nullable=False),
        sa.Column("fronts", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("batch_id", name="pk_turned_stacks"),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name="fk_turned_stacks_batch_id"),
    )


def _secrecy() -> None:
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
