"""What SQLite and PostgreSQL say in different words, for the steps.

What is sent to SQLite here made databases that exist: it must stay as it is, letter for letter.
"""

from __future__ import annotations

from alembic import op

#: One function for all tables; its fault counts as a broken constraint, as RAISE(ABORT) does on SQLite.
_REFUSE = """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION USING
            ERRCODE = 'integrity_constraint_violation',
            MESSAGE = TG_TABLE_NAME || ' is append-only';
    END $$
"""


def number_schema(number: int) -> None:
    """Notes the schema's number in SQLite's own place for it; PostgreSQL has Alembic's table alone."""
    if _on_sqlite():
        op.execute(f"PRAGMA user_version = {number}")


def number_by_arrival(table: str) -> None:
    """Fills the column `arrival` in the order in which the rows came, as far as the database knows it."""
    if _on_sqlite():
        op.execute(f"UPDATE {table} SET arrival = rowid")
        return
    op.execute(
        f"UPDATE {table} SET arrival = numbered.place FROM "
        f"(SELECT id, row_number() OVER (ORDER BY created_at, id) AS place FROM {table}) AS numbered "
        f"WHERE numbered.id = {table}.id"
    )


def prepare_append_only() -> None:
    """What `make_append_only` needs; once, before the first table."""
    if not _on_sqlite():
        op.execute(_REFUSE)


def forget_append_only() -> None:
    """Undoes `prepare_append_only`, when no table needs it any more."""
    if not _on_sqlite():
        op.execute("DROP FUNCTION refuse_change()")


def make_append_only(table: str) -> None:
    """No row of the table can be changed or removed from now on, by whatever program."""
    for act in ("UPDATE", "DELETE"):
        trigger = f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        if _on_sqlite():
            op.execute(f"{trigger}BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END")
        else:
            op.execute(f"{trigger}FOR EACH ROW EXECUTE FUNCTION refuse_change()")
    if not _on_sqlite():
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def make_changeable(table: str) -> None:
    """Undoes `make_append_only`."""
    for act in ("update", "delete"):
        trigger = f"{table}_no_{act}"
        op.execute(f"DROP TRIGGER {trigger}" if _on_sqlite() else f"DROP TRIGGER {trigger} ON {table}")
    if not _on_sqlite():
        op.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
