"""Before a schema is raised the database is copied as it lies: the older program can have it back whole.

The copies stand beside the database, each under the schema that it has. None is ever removed by the program.
"""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.faults import UserFault
from hrdigitize.store import durable
from hrdigitize.store.connection import connect, require_quick_check, schema_at_rest
from hrdigitize.store.faults import plain_database_faults
from hrdigitize.store.migrating import SCHEMA

BEFORE_UPGRADE_NAME = "before-upgrade"


def keep_before_upgrade(database: Path, key: DataKey) -> Path | None:
    """Copies a database of an older schema, whole and read back; None where nothing has to be raised.

    The caller holds the store, and nobody has the database open. UserFault "store-newer" for a database of a
    later program, of which no byte is changed; "store-damaged"; what the disk says: then no step was run.
    """
    if not database.is_file() or database.stat().st_size == 0:
        return None
    schema = schema_at_rest(database, key)
    if schema > SCHEMA:
        raise UserFault("store-newer", found=schema, known=SCHEMA)
    if schema in (0, SCHEMA):
        return None
    _gather(database, key)
    return _copied(database, database.parent / BEFORE_UPGRADE_NAME, f"schema-{schema:04}")


def _gather(database: Path, key: DataKey) -> None:
    """Everything in the one file: what a cut left in the log of writes goes into the database."""
    connection = connect(database, key)
    with contextlib.closing(connection), plain_database_faults():
        require_quick_check(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copied(database: Path, folder: Path, name: str) -> Path:
    """The copy, under the first name that is free or has the same bytes already (an upgrade was cut)."""
    for number in itertools.count(1):
        copy = folder / (f"{name}.db" if number == 1 else f"{name}-{number}.db")
        if not copy.exists():
            durable.copy_whole(database, copy)
            return copy
        if durable.same_content(database, copy):
            return copy
    raise AssertionError("numbers do not end")
