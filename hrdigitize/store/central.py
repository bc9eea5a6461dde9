"""The store at the centre: rows on a PostgreSQL server that several PCs reach, originals in a folder as ever.

The driver is loaded here, by the URL, and nowhere else: a PC without a URL never opens a connection.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, exists, func, inspect, select
from sqlalchemy.orm import Session

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.sealing import Sealer
from hrdigitize.domain.actors import Clock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers, Randomness
from hrdigitize.store.central_address import checked_url
from hrdigitize.store.central_faults import plain_server_faults
from hrdigitize.store.models import Base
from hrdigitize.store.opening import Store, make_ready, searchable
from hrdigitize.store.originals import Originals
from hrdigitize.store.turns import take_turn

_FIRST_VERSION = 15
#: What a session must have, read back; a server without them loses what it said was written.
_SETTINGS = (("server_encoding", "UTF8"), ("fsync", "on"), ("synchronous_commit", "on"))
#: How long a unit of work waits for its turn. The server looks after a silent PC within a minute: one that
#: was switched off in the middle of its turn does not keep the others out for hours.
_SESSION_OPTIONS = (
    "-c lock_timeout=20s -c synchronous_commit=on "
    "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
)
_CONNECT_S = 10
#: Another PC may be writing an original at this moment; what is older was left by a cut.
_LEFT_BY_A_CUT = timedelta(days=1)


class CentralServer:
    """A `Database` on a server. Units of work take turns over all PCs; a view is one snapshot."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def faults(self) -> AbstractContextManager[None]:
        """UserFault "centre-lost", "centre-busy" and their likes."""
        return plain_server_faults()

    def begin_work(self, session: Session) -> None:
        """Each statement sees what is committed, and with the turn nobody else commits: one state as well."""
        take_turn(session.connection())

    def begin_view(self, session: Session) -> None:
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})

    def require_sound(self) -> None:
        """UserFault "centre-too-old", "store-setting-refused", "centre-foreign" (of another program)."""
        with self.engine.begin() as connection:
            version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one())
            if version // 10_000 < _FIRST_VERSION:
                raise UserFault("centre-too-old", version=version // 10_000, needed=_FIRST_VERSION)
            for name, expected in _SETTINGS:
                if connection.exec_driver_sql(f"SHOW {name}").scalar_one() != expected:
                    raise UserFault("store-setting-refused", setting=name)
            tables = inspect(connection).get_table_names()
        if tables and not {"alembic_version", "audit_entries"} <= set(tables):
            raise UserFault("centre-foreign")

    def is_empty(self) -> bool:
        """Whether there is no table yet."""
        with self.engine.begin() as connection:
            return not inspect(connection).get_table_names()

    def damage(self) -> tuple[str, ...]:
        """Indexes and constraints that do not count, pages that broke, rows that name what is not there."""
        with self.engine.begin() as connection:
            return (*_invalid(connection), *_strays(connection))

    def ease(self) -> None:
        """Nothing: the server keeps its own memory."""

    def copy_to(self, target: Path) -> None:  # noqa: ARG002 - no file holds what a server keeps
        """UserFault "backup-at-centre": the server is backed up where it stands."""
        raise UserFault("backup-at-centre")

    def close(self) -> None:
        """Ends all connections."""
        self.engine.dispose()


def open_central(url: str, originals: Path, key: DataKey, *, clock: Clock, randomness: Randomness) -> Store:
    """Opens the store of a database at the centre; in an empty database it is made.

    originals: the folder of the sealed files, the same for all PCs. UserFault "centre-unreachable",
    "centre-refused", "centre-database-missing", "centre-driver-missing", "centre-empty" where originals lie
    but no rows do, as `checked_url`, `CentralServer.require_sound` and `migrate` say.
    """
    database = CentralServer(_engine(url))
    sealed = Originals(originals, Sealer(key, randomness))
    with database.faults():
        if Originals.lie_in(originals) and database.is_empty():
            database.close()
            raise UserFault("centre-empty")
    make_ready(database, sealed, left_before=clock() - _LEFT_BY_A_CUT)
    return searchable(Store(database, sealed, clock, Identifiers(clock, randomness)))


def _engine(url: str) -> Engine:
    """No value shows in an error, a broken connection is replaced before the next unit of work."""
    settings = {"connect_timeout": _CONNECT_S, "options": _SESSION_OPTIONS, "application_name": "hrdigitize"}
    try:
        return create_engine(
            checked_url(url), connect_args=settings, hide_parameters=True, pool_pre_ping=True
        )
    except ImportError:
        raise UserFault("centre-driver-missing") from None


def _invalid(connection: Connection) -> tuple[str, ...]:
    found = connection.exec_driver_sql(
        "SELECT 'index: ' || indexrelid::regclass FROM pg_index WHERE NOT indisvalid "
        "UNION ALL SELECT 'constraint: ' || conname FROM pg_constraint WHERE NOT convalidated "
        "UNION ALL SELECT 'checksum failures: ' || checksum_failures FROM pg_stat_database "
        "WHERE datname = current_database() AND checksum_failures > 0"
    )
    return tuple(found.scalars())


def _strays(connection: Connection) -> tuple[str, ...]:
    """The server refuses such rows; whoever may turn that off can have made them all the same."""
    lines = []
    for table in Base.metadata.sorted_tables:
        for key in (key for column in table.columns for key in column.foreign_keys):
            parent = key.column.table.alias()
            named = exists().where(parent.c[key.column.name] == key.parent)
            strays = select(func.count()).select_from(table).where(key.parent.is_not(None), ~named)
            if count := connection.scalar(strays):
                lines.append(f"foreign key: {table.name}/{key.parent.name} ({count})")
    return tuple(lines)
