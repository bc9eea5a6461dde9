"""What PostgreSQL and the network say, in the user's words; never the server's name, the login or the URL."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError

from hrdigitize.domain.faults import UserFault

#: Beginning of an SQLSTATE -> message code. Anything else is a fault of the program.
_STATES = {
    "08": "centre-lost",
    "57P03": "centre-unreachable",
    "57P": "centre-lost",
    "25P03": "centre-lost",
    "28": "centre-refused",
    "42501": "centre-refused",
    "3D000": "centre-database-missing",
    "53100": "centre-full",
    "53": "centre-busy",
    "55P03": "centre-busy",
    "57014": "centre-busy",
    "40": "centre-busy",
    "58": "store-cannot-write",
    "25006": "store-cannot-write",
    "XX001": "store-damaged",
    "XX002": "store-damaged",
}

#: A connection that did not come about has no SQLSTATE: what its text holds -> message code, first match.
#: A server that speaks another language is told by the last line of `_unconnected` alone.
_TEXTS = (
    (re.compile(r'database "[^"]*" does not exist'), "centre-database-missing"),
    (re.compile(r"too many (clients|connections)|connection slots"), "centre-busy"),
    (re.compile(r"database system is"), "centre-unreachable"),
    (re.compile(r"SSL|certificate|encryption"), "centre-not-encrypted"),
    (re.compile(r"FATAL:"), "centre-refused"),
)


@contextlib.contextmanager
def plain_server_faults() -> Iterator[None]:
    """Turns the faults that a user can do something about into UserFaults."""
    try:
        yield
    except DBAPIError as error:
        code = _code(error)
        if code is None:
            raise
        # Cut off: the driver's own words name the server and the login.
        raise UserFault(code) from None


def _code(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    for beginning, code in _STATES.items():
        if state.startswith(beginning):
            return code
    if error.connection_invalidated:
        return "centre-lost"
    # Without a statement it was connecting that failed, or committing, and that one invalidates.
    return None if error.statement or state else _unconnected(error.orig)


def _unconnected(error: BaseException | None) -> str:
    told = str(error)
    for pattern, code in _TEXTS:
        if pattern.search(told):
            return code
    asked = getattr(getattr(error, "pgconn", None), "used_password", False)
    return "centre-refused" if asked else "centre-unreachable"
