"""Opening and making a store: a folder with one database and the sealed originals beside it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.sealing import Sealer
from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Randomness
from hrdigitize.store import durable
from hrdigitize.store.connection import connect, engine_over
from hrdigitize.store.faults import plain_database_faults
from hrdigitize.store.holder import Hold, Holder
from hrdigitize.store.location import require_fixed
from hrdigitize.store.migrating import migrate
from hrdigitize.store.originals import Originals
from hrdigitize.store.upgrading import keep_before_upgrade
from hrdigitize.store.work import View, Work

DATABASE_NAME = "records.db"
ORIGINALS_NAME = "originals"


class Store:
    """An open store. It belongs to the thread that opened it (see `store.lane`)."""

    def __init__(self, hold: Hold, engine: Engine, originals: Originals, clock: Clock) -> None:
        self._hold = hold
        self._engine = engine
        self._clock = clock
        self.originals = originals

    @contextlib.contextmanager
    def work(self, actor: Actor) -> Iterator[Work]:
        """One transaction. It rolls back unless `Work.commit` was called as the last thing.

        UserFault "store-disk-full", "store-cannot-write" or "store-damaged" when the disk says so.
        """
        with plain_database_faults(), Session(self._engine) as session:
            yield Work(session, actor, self._clock())

    @contextlib.contextmanager
    def view(self) -> Iterator[View]:
        """For looking only: whatever happens in it, nothing is kept."""
        with plain_database_faults(), Session(self._engine) as session:
            yield View(session)

    def damage(self) -> tuple[str, ...]:
        """What the database itself reports about its structure; empty when sound."""
        with plain_database_faults(), self._engine.begin() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            strays = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        lines = [str(line) for line in found if line != "ok"]
        return (*lines, *(f"foreign key: {table}/{row}" for table, row, *_ in strays))

    def copy_database(self, target: Path) -> None:
        """The database as it is now, as sealed as it lies, into a file that does not exist yet.

        UserFault "store-disk-full", "store-cannot-write".
        """
        with plain_database_faults(), self._engine.connect() as connection:
            # Outside a transaction, which SQLAlchemy would begin.
            raw = connection.connection.driver_connection
            if raw is None:
                raise AssertionError("a store without a connection")
            raw.execute("VACUUM INTO ?", (str(target),))

    def close(self) -> None:
        """Ends the connection and gives the lock free."""
        self._engine.dispose()
        self._hold.release()


def is_unused(folder: Path) -> bool:
    """Whether nothing was ever kept here: no original, and no database or an empty file in its place.

    So it is after a cut in the middle of making a store; nothing can have been acknowledged yet.
    """
    database = folder / DATABASE_NAME
    kept = Originals.lie_in(folder / ORIGINALS_NAME)
    return not kept and (not database.exists() or database.stat().st_size == 0)


def create_store(folder: Path, key: DataKey, *, clock: Clock, randomness: Randomness, who: str = "") -> Store:
    """Makes an empty store in the folder; UserFault "store-already-there" unless it is unused.

    who: the person at which PC, told to whoever wants to open it meanwhile. "store-on-share",
    "store-on-removable" for a place where no store is safe.
    """
    require_fixed(folder)
    if not is_unused(folder):
        raise UserFault("store-already-there")
    with durable.plain_write_faults():
        (folder / ORIGINALS_NAME).mkdir(parents=True, exist_ok=True)
    return _open(folder, key, clock=clock, randomness=randomness, who=who)


def open_store(folder: Path, key: DataKey, *, clock: Clock, randomness: Randomness, who: str = "") -> Store:
    """Opens the store of a folder; never makes one silently. who: as for `create_store`.

    A store of an older schema is raised to this program's; its database was copied before
    (`upgrading.keep_before_upgrade`). UserFault "store-missing", "store-in-use-by" where it is known who
    holds it, as `create_store`, or what `connection.connect` and `migrating.migrate` say.
    """
    require_fixed(folder)
    database = folder / DATABASE_NAME
    if not database.is_file():
        raise UserFault("store-missing")
    if database.stat().st_size == 0:
        raise UserFault("store-damaged")
    return _open(folder, key, clock=clock, randomness=randomness, who=who)


def _open(folder: Path, key: DataKey, *, clock: Clock, randomness: Randomness, who: str) -> Store:
    hold = Hold.taken(folder)
    try:
        keep_before_upgrade(folder / DATABASE_NAME, key)
        engine = engine_over(connect(folder / DATABASE_NAME, key))
        originals = Originals(folder / ORIGINALS_NAME, Sealer(key, randomness))
        _make_ready(engine, originals)
    except BaseException:
        hold.release()
        raise
    if who:
        hold.note(Holder(who, clock()))
    return Store(hold, engine, originals, clock)


def _make_ready(engine: Engine, originals: Originals) -> None:
    """Checked, at this program's schema, cleared of what a cut left; otherwise the connection is closed."""
    try:
        with plain_database_faults():
            _require_sound(engine)
            migrate(engine)
        originals.prepare()
        originals.drop_unfinished()
    except BaseException:
        engine.dispose()
        raise


def _require_sound(engine: Engine) -> None:
    """UserFault "store-damaged" when the quick check finds anything."""
    with engine.begin() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
            raise UserFault("store-damaged")
