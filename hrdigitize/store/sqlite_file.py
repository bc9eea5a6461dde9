"""The database of a PC: one SQLite file, one connection, held by one program."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.faults import plain_database_faults
from hrdigitize.store.holder import Hold

#: A store opens in 3 s at most (RELIABILITY.md H1). 708 MiB, 100,000 made-up cadres, took `bench store` 3.4 s
#: with the check; 1,000,000 took more than a minute.
_MOST_CHECKED_BYTES = 1 << 29


class SqliteFile:
    """A `Database` in a file: whoever holds it is alone; every transaction takes the write lock."""

    def __init__(self, hold: Hold, engine: Engine) -> None:
        self._hold = hold
        self.engine = engine

    def faults(self) -> AbstractContextManager[None]:
        """UserFault "store-disk-full", "store-cannot-write" or "store-damaged" when the disk says so."""
        return plain_database_faults()

    def begin_work(self, session: Session) -> None:
        """Nobody else is there."""

    def begin_view(self, session: Session) -> None:
        """Nobody else is there."""

    def require_sound(self) -> None:
        """UserFault "store-damaged" when the quick check of a table finds anything.

        Table by table: a check of all would also read the search index word by word, which is nothing but
        derived; `damage` does. It is not for databases so large that a start would take minutes.
        """
        with self.engine.begin() as connection:
            if _size_bytes(connection) > _MOST_CHECKED_BYTES:
                return
            tables = connection.exec_driver_sql(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
            )
            for table in tables.scalars().all():
                found = connection.exec_driver_sql(f"PRAGMA quick_check('{table}')").scalars().first()
                if found != "ok":
                    raise UserFault("store-damaged")

    def damage(self) -> tuple[str, ...]:
        """Pages that do not hold together, rows that name what is not there."""
        with self.engine.begin() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            strays = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        lines = [str(line) for line in found if line != "ok"]
        return (*lines, *(f"foreign key: {table}/{row}" for table, row, *_ in strays))

    def ease(self) -> None:
        """Decrypted pages fill up to 64 MiB otherwise, of which a long day of reading needs nothing."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA shrink_memory")

    def copy_to(self, target: Path) -> None:
        """As sealed as it lies; UserFault "store-disk-full", "store-cannot-write"."""
        with self.engine.connect() as connection:
            # Outside a transaction, which SQLAlchemy would begin.
            raw = connection.connection.driver_connection
            if raw is None:
                raise AssertionError("a store without a connection")
            raw.execute("VACUUM INTO ?", (str(target),))

    def close(self) -> None:
        """Ends the connection and gives the lock free."""
        self.engine.dispose()
        self._hold.release()


def _size_bytes(connection: Connection) -> int:
    pages, page_bytes = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()) for name in ("page_count", "page_size")
    )
    return pages * page_bytes
