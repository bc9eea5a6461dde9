"""What the database driver says, in the user's words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from hrdigitize.domain.faults import UserFault

#: Beginning of SQLite's error name -> message code. Anything else is a fault of the program.
_CODES = {
    "SQLITE_BUSY": "store-in-use",
    "SQLITE_LOCKED": "store-in-use",
    "SQLITE_NOTADB": "store-not-readable",
    "SQLITE_CORRUPT": "store-damaged",
    "SQLITE_FULL": "store-disk-full",
    "SQLITE_IOERR": "store-cannot-write",
    "SQLITE_READONLY": "store-cannot-write",
    "SQLITE_CANTOPEN": "store-cannot-write",
}


@contextlib.contextmanager
def plain_database_faults() -> Iterator[None]:
    """Turns the faults that a user can do something about into UserFaults."""
    try:
        yield
    except dbapi2.Error as error:
        _raise_plain(error)
        raise
    except DBAPIError as error:
        _raise_plain(error.orig)
        raise


def _raise_plain(error: BaseException | None) -> None:
    name = getattr(error, "sqlite_errorname", "")
    for beginning, code in _CODES.items():
        if name.startswith(beginning):
            raise UserFault(code) from error
