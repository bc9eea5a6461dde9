"""How pictures of opened booklets are parted; in files that were kept before, every picture is a page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import number_schema

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("source_files", sa.Column("spreads", sa.JSON(), nullable=True))
    number_schema(6)


def downgrade() -> None:
    op.drop_column("source_files", "spreads")
    number_schema(5)
