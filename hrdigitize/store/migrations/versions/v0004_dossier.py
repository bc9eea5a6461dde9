"""The whole dossier: index data of documents, corrections, second keying, duplicates, units."""

from __future__ import annotations

import uuid

import sqlalchemy as sa
from alembic import op

from hrdigitize.store.migrations.dialects import make_append_only, number_by_arrival, number_schema

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INDEX = ("number", "notation", "issued_on", "issuer", "subject", "signer")
_TABLES = (
    "unit_predecessors",
    "unit_names",
    "units",
    "cadre_merges",
    "distinct_cadres",
    "reentries",
    "corrections",
    "record_rows",
)


def upgrade() -> None:
    _arrival()
    _index_data()
    _record()
    _known_rows()
    _second_persons()
    _duplicates()
    _units()
    number_schema(4)


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    for column in ("alone", "arrival"):
        op.drop_column("cadres", column)
    for column in ("places", "valid_to", "valid_from", "seconded_by", "reason"):
        op.drop_column("record_values", column)
    for column in ("shelf", "secrecy", *reversed(_INDEX), "arrival"):
        op.drop_column("documents", column)
    number_schema(3)


def _arrival() -> None:
    """The order in which things came, whatever the clock said."""
    for table in ("cadres", "documents"):
        op.add_column(table, sa.Column("arrival", sa.Integer(), nullable=False, server_default="0"))
        number_by_arrival(table)


def _index_data() -> None:
    for name in _INDEX:
        op.add_column("documents", sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column("documents", sa.Column("secrecy", sa.Text(), nullable=False, server_default="open"))
    op.add_column("documents", sa.Column("shelf", sa.Text(), nullable=False, server_default=sa.text("''")))


def _record() -> None:
    op.add_column("cadres", sa.Column("alone", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column(
        "record_values", sa.Column("reason", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
    op.add_column("record_values", sa.Column("seconded_by", sa.Text(), nullable=True))
    op.add_column("record_values", sa.Column("valid_from", sa.String(10), nullable=True))
    op.add_column("record_values", sa.Column("valid_to", sa.String(10), nullable=True))
    op.add_column("record_values", sa.Column("places", sa.JSON(), nullable=True))
    op.create_table(
        "record_rows",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("cadre_id", sa.String(36), nullable=False),
        sa.Column("table_key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=True),
        sa.Column("document_row", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_record_rows"),
        sa.ForeignKeyConstraint(["cadre_id"], ["cadres.id"], name="fk_record_rows_cadre_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_record_rows_document_id"),
        sa.UniqueConstraint(
            "cadre_id", "table_key", "position", name="uq_record_rows_cadre_id_table_key_position"
        ),
    )


def _known_rows() -> None:
    """Rows written so far came from one document each, and stand where they stood on it."""
    connection = op.get_bind()
    values = sa.table("record_values", sa.column("cadre_id"), sa.column("path"), sa.column("document_id"))
    rows = sa.table(
        "record_rows",
        *map(sa.column, ("id", "cadre_id", "table_key", "position", "document_id", "document_row")),
    )
    known: dict[tuple[str, str, int], str | None] = {}
    for cadre, path, document in connection.execute(sa.select(values).where(values.c.path.contains("/"))):
        table, position, _ = path.split("/")
        place = (cadre, table, int(position))
        known[place] = known.get(place) or document
    for (cadre, table, position), document in known.items():
        connection.execute(
            sa.insert(rows).values(
                id=str(uuid.uuid4()),
                cadre_id=cadre,
                table_key=table,
                position=position,
                document_id=document,
                document_row=None if document is None else position,
            )
        )


def _second_persons() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("cadre_id", sa.String(36), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.String(32), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.String(32), nullable=True),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.ForeignKeyConstraint(["cadre_id"], ["cadres.id"], name="fk_corrections_cadre_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_corrections_document_id"),
    )
    op.create_index("ix_corrections_cadre_id", "corrections", ["cadre_id"])
    op.create_table(
        "reentries",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_reentries"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_reentries_document_id"),
    )
    op.create_index("ix_reentries_document_id_path", "reentries", ["document_id", "path"])
    make_append_only("reentries")


def _duplicates() -> None:
    op.create_table(
        "distinct_cadres",
        sa.Column("one_id", sa.String(36), nullable=False),
        sa.Column("other_id", sa.String(36), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("one_id", "other_id", name="pk_distinct_cadres"),
        sa.ForeignKeyConstraint(["one_id"], ["cadres.id"], name="fk_distinct_cadres_one_id"),
        sa.ForeignKeyConstraint(["other_id"], ["cadres.id"], name="fk_distinct_cadres_other_id"),
    )
    op.create_table(
        "cadre_merges",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kept_id", sa.String(36), nullable=False),
        sa.Column("absorbed_id", sa.String(36), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_cadre_merges"),
        sa.ForeignKeyConstraint(["kept_id"], ["cadres.id"], name="fk_cadre_merges_kept_id"),
        sa.ForeignKeyConstraint(["absorbed_id"], ["cadres.id"], name="fk_cadre_merges_absorbed_id"),
    )
    op.create_index("ix_cadre_merges_absorbed_id", "cadre_merges", ["absorbed_id"])


def _units() -> None:
    op.create_table(
        "units",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.String(36), nullable=True),
        sa.Column("valid_from", sa.String(10), nullable=True),
        sa.Column("valid_to", sa.String(10), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name="fk_units_parent_id"),
    )
    op.create_index("ix_units_parent_id", "units", ["parent_id"])
    op.create_table(
        "unit_names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.String(36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.String(10), nullable=True),
        sa.Column("valid_to", sa.String(10), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_unit_names"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_unit_names_unit_id"),
        sa.UniqueConstraint("unit_id", "position", name="uq_unit_names_unit_id_position"),
    )
    op.create_table(
        "unit_predecessors",
        sa.Column("unit_id", sa.String(36), nullable=False),
        sa.Column("predecessor_id", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("unit_id", "predecessor_id", name="pk_unit_predecessors"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_unit_predecessors_unit_id"),
        sa.ForeignKeyConstraint(["predecessor_id"], ["units.id"], name="fk_unit_predecessors_predecessor_id"),
    )
