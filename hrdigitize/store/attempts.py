"""Wrong passphrases, counted where they survive a restart: a small open database beside the store.

It is open because it is needed before anything can be opened, and a database because two windows may count at
once. It holds login names and counts, nothing else.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.lockout import Attempts
from hrdigitize.store.faults import plain_database_faults

ATTEMPTS_NAME = "attempts.db"
_BUSY_S = 10.0
#: All names that the store does not know are counted as one: nobody can fill the file with made-up names.
_NOBODY = ""


class AttemptLog:
    """Counts by login name. Every change is on the disk when the call returns."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / ATTEMPTS_NAME

    def of(self, name: str | None, now: datetime) -> Attempts:
        """What counts for this name now (None: a name that nobody has)."""
        with self._opened() as connection:
            return _kept(connection, name or _NOBODY, now)

    def fail(self, name: str | None, now: datetime) -> Attempts | None:
        """Counts an attempt as failed before it is made: whoever pulls the plug has made it all the same.

        None, and nothing counted, where one has to wait.
        """
        key = name or _NOBODY
        with self._opened() as connection:
            before = _kept(connection, key, now)
            if before.wait_left(now):
                return None
            after = before.after_failure(now)
            _write(connection, key, after)
            return after

    def clear(self, name: str) -> None:
        """The right passphrase was given, or somebody who may has lifted the wait."""
        with self._opened() as connection:
            connection.execute("DELETE FROM attempts WHERE name = ?", (name,))

    @contextlib.contextmanager
    def _opened(self) -> Iterator[dbapi2.Connection]:
        """One transaction; UserFault "store-cannot-write" and its likes."""
        with plain_database_faults():
            connection = dbapi2.connect(str(self._path), timeout=_BUSY_S, isolation_level=None)
            try:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("CREATE TABLE IF NOT EXISTS attempts (name PRIMARY KEY, failed, last)")
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.close()


def _kept(connection: dbapi2.Connection, name: str, now: datetime) -> Attempts:
    """What stands there, brought to the clock as it is now."""
    row = connection.execute("SELECT failed, last FROM attempts WHERE name = ?", (name,)).fetchone()
    if row is None:
        return Attempts()
    try:
        kept = Attempts(int(row[0]), datetime.fromisoformat(row[1]))
    except (TypeError, ValueError):
        raise UserFault("store-damaged") from None
    current = kept.rebased(now)
    if current != kept:
        _write(connection, name, current)
    return current


def _write(connection: dbapi2.Connection, name: str, attempts: Attempts) -> None:
    last = attempts.last.isoformat() if attempts.last is not None else ""
    connection.execute(
        "INSERT INTO attempts VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET failed = excluded.failed,"
        " last = excluded.last",
        (name, attempts.failed, last),
    )
