"""The one connection: SQLite with page encryption, every setting set by itself and read back."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.faults import UserFault
from hrdigitize.store.faults import plain_database_faults

#: "HRdz": says whose database this is, to us and to file(1).
APPLICATION_ID = 0x4852647A

#: How long a second opener waits for the first before it is told (milliseconds would be enough: the
#: first keeps the lock as long as it lives; a moment is left to one that is just closing).
_BUSY_S = 1.0

#: name, value to set, value to read back. One call each: a list in one call stops silently at a typo.
_SETTINGS: tuple[tuple[str, str, str | int], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    # KiB, as a negative number: a page that is kept need not be decrypted again.
    ("cache_size", "-65536", -65536),
    ("secure_delete", "ON", 1),
)

#: SQLite up to 3.51.2 can lose committed writes of a WAL (the reset race); 3.52.0 was withdrawn.
_FIRST_SOUND = (3, 51, 3)
_UNSOUND = ((3, 52, 0),)


def require_sound_sqlite(version: tuple[int, ...]) -> None:
    """UserFault "store-sqlite-unsound" for a SQLite that may lose data."""
    if version < _FIRST_SOUND or version in _UNSOUND:
        raise UserFault("store-sqlite-unsound", version=".".join(map(str, version)))


def connect(path: Path, key: DataKey) -> dbapi2.Connection:
    """Opens the file with its key and all settings.

    UserFault "store-in-use" while another program holds it, "store-not-readable" for a wrong key or a
    damaged first page, "store-setting-refused" when a setting does not hold, "store-foreign" for a
    database of another program.
    """
    require_sound_sqlite(dbapi2.sqlite_version_info)
    with plain_database_faults():
        connection = dbapi2.connect(str(path), timeout=_BUSY_S, isolation_level=None)
        try:
            _unlock(connection, key)
            # Before the first look: the index of the log then lies in memory, also where the disk is full.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            _claim(connection)
            for name, value, expected in _SETTINGS:
                connection.execute(f"PRAGMA {name} = {value}")
                _require(connection, name, expected)
        except BaseException:
            connection.close()
            raise
    return connection


def schema_at_rest(path: Path, key: DataKey) -> int:
    """The schema of a database that nobody has open; looking changes no byte of it, nor of its log of writes.

    Where a cut left a log and the disk has no room for an index of it, the log is written into the database.
    0 for one without tables and for one of another program. UserFault as `connect` says.
    """
    require_sound_sqlite(dbapi2.sqlite_version_info)
    log, index = (path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))
    if not log.exists() or log.stat().st_size == 0:
        return _looked_up(path, key, "immutable=1")
    try:
        return _looked_up(path, key, "mode=ro")
    except UserFault as fault:
        if fault.code not in ("store-disk-full", "store-cannot-write"):
            raise
        return _looked_up(path, key, "mode=rw", locking="EXCLUSIVE")
    finally:
        with contextlib.suppress(OSError):
            index.unlink(missing_ok=True)


def _looked_up(path: Path, key: DataKey, how: str, *, locking: str = "NORMAL") -> int:
    """how: "immutable=1" and "mode=ro" keep the last one to close from writing the log into the database."""
    with plain_database_faults():
        connection = dbapi2.connect(f"{path.resolve().as_uri()}?{how}", timeout=_BUSY_S, uri=True)
        try:
            _unlock(connection, key)
            connection.execute(f"PRAGMA locking_mode = {locking}")
            schema = _read(connection, "user_version")
            ours = _read(connection, "application_id") == APPLICATION_ID
        finally:
            connection.close()
    return schema if ours and isinstance(schema, int) else 0


def require_quick_check(connection: dbapi2.Connection) -> None:
    """UserFault "store-damaged" when the quick check finds anything."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise UserFault("store-damaged")


def engine_over(connection: dbapi2.Connection) -> Engine:
    """SQLAlchemy over exactly this connection; every transaction takes the write lock at its start."""
    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _unlock(connection: dbapi2.Connection, key: DataKey) -> None:
    """The log of SQLCipher would write to stderr what the user is told in a sentence anyway."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    secret = key.subkey("database/sqlcipher-4").hex()
    connection.execute(f"PRAGMA key = \"x'{secret}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise UserFault("store-setting-refused", setting="cipher_version")


def _claim(connection: dbapi2.Connection) -> None:
    """Marks an empty database as ours; refuses one that belongs to another program."""
    marked = _read(connection, "application_id")
    if marked == 0 and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        marked = _read(connection, "application_id")
    if marked != APPLICATION_ID:
        raise UserFault("store-foreign")


def _require(connection: dbapi2.Connection, name: str, expected: str | int) -> None:
    if _read(connection, name) != expected:
        raise UserFault("store-setting-refused", setting=name)


def _read(connection: dbapi2.Connection, name: str) -> str | int | None:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    value = row[0] if row else None
    return value if isinstance(value, str | int) else None
