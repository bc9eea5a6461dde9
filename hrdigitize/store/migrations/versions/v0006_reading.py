"""How far a batch is read: each page's kind, and whether all of it is; what had documents was read whole."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import number_schema

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("pages", sa.Column("kind", sa.Text(), nullable=True))
    op.add_column("batches", sa.Column("is_read", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE pages SET kind = 'unknown' WHERE id IN (SELECT page_id FROM document_pages)")
    op.execute("UPDATE batches SET is_read = (1 = 1) WHERE id IN (SELECT batch_id FROM documents)")
    number_schema(6)


def downgrade() -> None:
    op.drop_column("batches", "is_read")
    op.drop_column("pages", "kind")
    number_schema(5)
