"""Brings a database to this program's schema, all steps in one transaction: old or new, never between."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.turns import take_turn

#: The schema this program works with: the number of the newest step; SQLite's user_version equals it.
SCHEMA = 9

_STEPS = Path(__file__).resolve().parent / "migrations"


def migrate(engine: Engine) -> None:
    """Runs the missing steps. UserFault "store-newer" for a database of a later program."""
    with engine.begin() as connection:
        take_turn(connection)
        found = schema_of(connection)
        if found > SCHEMA:
            raise UserFault("store-newer", found=found, known=SCHEMA)
        if found < SCHEMA:
            step_to(connection, "head")
        if schema_of(connection) != SCHEMA:
            raise UserFault("store-setting-refused", setting="user_version")


def step_to(connection: Connection, revision: str) -> None:
    """Runs the steps up or down to a revision ("head", "base", "0003"), inside the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    down = revision == "base" or (revision.isdigit() and int(revision) < schema_of(connection))
    (command.downgrade if down else command.upgrade)(config, revision)


def schema_of(connection: Connection) -> int:
    """The number of the newest step that was run; 0 for none."""
    if connection.dialect.name == "sqlite":
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    return int(MigrationContext.configure(connection).get_current_revision() or 0)
