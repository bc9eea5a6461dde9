"""How the text lies on a page: pages read before count as upright."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import number_schema

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document_pages", sa.Column("rotation", sa.Integer(), nullable=False, server_default="0"))
    number_schema(2)


def downgrade() -> None:
    op.drop_column("document_pages", "rotation")
    number_schema(1)
