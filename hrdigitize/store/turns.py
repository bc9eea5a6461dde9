"""One writes after the other, where several programs reach one database."""

from __future__ import annotations

from sqlalchemy import Connection

#: The lock that a writer holds until its transaction ends; "HRdz", so that no other program's is the same.
_TURN = 0x4852647A


def take_turn(connection: Connection) -> None:
    """Waits until nobody else writes; first in a transaction, so that it sees what the one before wrote.

    On SQLite every transaction has the write lock from its start already.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
