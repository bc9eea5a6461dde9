"""The search index: cadres and documents at a glance, and their words. It is filled when the store opens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

from hrdigitize.store.migrations.dialects import number_schema

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TABLES = ("search_texts", "search_words", "search_state", "search_documents", "search_cadres")
#: Only what is needed to find: numbers and words, no positions, no copy of the text. Beginnings of words
#: have lists of their own, for whoever is still typing: a syllable has seven letters at most, and its place.
_WORDS = (
    "CREATE VIRTUAL TABLE search_words USING fts5"
    "(words, content='', contentless_delete=1, tokenize='ascii', detail=none, prefix='2 3 4 5 6 7 8')"
)
_TEXTS = (
    "CREATE VIRTUAL TABLE search_texts USING fts5"
    "(words, content='', contentless_delete=1, tokenize='ascii', detail=none)"
)


def upgrade() -> None:
    op.create_index("ix_documents_cadre_id", "documents", ["cadre_id"])
    _cadres()
    _documents()
    op.create_table(
        "search_state",
        sa.Column("manner", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("manner", name="pk_search_state"),
    )
    _words()
    number_schema(5)


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    op.drop_index("ix_documents_cadre_id", "documents")
    number_schema(4)


def _words() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_WORDS)
        op.execute(_TEXTS)
        return
    for table in ("search_words", "search_texts"):
        op.create_table(
            table,
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column("words", TSVECTOR(), nullable=False),
            sa.PrimaryKeyConstraint("number", name=f"pk_{table}"),
        )
        op.create_index(f"ix_{table}_words", table, ["words"], postgresql_using="gin")


def _cadres() -> None:
    texts = ("name", "birth_date", "id_number", "position", "sex", "ethnicity")
    lists = ("units", "ranks", "qualifications", "documents")
    op.create_table(
        "search_cadres",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cadre_id", sa.String(36), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in lists),
        sa.Column("party", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_search_cadres"),
        sa.ForeignKeyConstraint(["cadre_id"], ["cadres.id"], name="fk_search_cadres_cadre_id"),
        sa.UniqueConstraint("cadre_id", name="uq_search_cadres_cadre_id"),
    )


def _documents() -> None:
    op.create_table(
        "search_documents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("cadre_number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_search_documents"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_search_documents_document_id"),
        sa.ForeignKeyConstraint(
            ["cadre_number"], ["search_cadres.number"], name="fk_search_documents_cadre_number"
        ),
        sa.UniqueConstraint("document_id", name="uq_search_documents_document_id"),
    )
    op.create_index("ix_search_documents_cadre_number", "search_documents", ["cadre_number"])
