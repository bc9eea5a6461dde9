"""From a pile to sorted documents: how far a batch is read, settings of scanners, stacks scanned by side."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import number_schema

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _reading()
    _scanning()
    number_schema(6)


def downgrade() -> None:
    op.drop_table("turned_stacks")
    op.drop_table("scan_profiles")
    op.drop_column("batches", "is_read")
    op.drop_column("pages", "kind")
    number_schema(5)


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
