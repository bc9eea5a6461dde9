"""How paper is scanned: settings under names, and stacks whose sides are scanned one after the other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import number_schema

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    number_schema(6)


def downgrade() -> None:
    op.drop_table("turned_stacks")
    op.drop_table("scan_profiles")
    number_schema(5)
