"""Opening and making a store: a folder with one database and the sealed originals beside it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.sealing import Sealer
from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers, Randomness
from hrdigitize.store import durable
from hrdigitize.store.connection import connect, engine_over
from hrdigitize.store.database import Database
from hrdigitize.store.holder import Hold, Holder
from hrdigitize.store.layout import DATABASE_NAME, ORIGINALS_NAME, is_unused
from hrdigitize.store.location import require_fixed
from hrdigitize.store.migrating import migrate
from hrdigitize.store.originals import Originals
from hrdigitize.store.sqlite_file import SqliteFile
from hrdigitize.store.upgrading import keep_before_upgrade
from hrdigitize.store.work import View, Work


class Store:
    """An open store. It belongs to the thread that opened it (see `store.lane`)."""

    def __init__(
        self, database: Database, originals: Originals, clock: Clock, identifiers: Identifiers
    ) -> None:
        self._database = database
        self._engine = database.engine
        self._clock = clock
        self._identifiers = identifiers
        self.originals = originals

    @contextlib.contextmanager
    def work(self, actor: Actor) -> Iterator[Work]:
        """One transaction. It rolls back unless `Work.commit` was called as the last thing.

        UserFault as the database's `faults` say: a full disk, a lost server.
        """
        with self._database.faults(), Session(self._engine) as session:
            self._database.begin_work(session)
            yield Work(session, self._identifiers, actor, self._clock())

    @contextlib.contextmanager
    def view(self) -> Iterator[View]:
        """For looking only: whatever happens in it, nothing is kept."""
        with self._database.faults(), Session(self._engine) as session:
            self._database.begin_view(session)
            yield View(session, self._identifiers)

    def make_searchable(self) -> None:
        """Makes the search index where there is none, or one made in another manner; all of it or nothing.

        As a step of the schema it has no line in the log: nothing changes but what is derived.
        """
        with self._database.faults(), self._engine.begin() as connection:
            session = Session(connection)
            self._database.begin_work(session)
            index = View(session, self._identifiers).index
            if not index.is_current():
                index.rebuild()

    def damage(self) -> tuple[str, ...]:
        """What the database itself reports about its structure; empty when sound."""
        with self._database.faults():
            return self._database.damage()

    def ease(self) -> None:
        """Gives back the memory that the database keeps of what was read, so that a long run stays flat."""
        with self._database.faults():
            self._database.ease()

    def copy_database(self, target: Path) -> None:
        """The database as it is now, as sealed as it lies, into a file that does not exist yet.

        UserFault "store-disk-full", "store-cannot-write", "backup-at-centre" where a server keeps it.
        """
        with self._database.faults():
            self._database.copy_to(target)

    def close(self) -> None:
        """Ends what is open and gives the lock free."""
        self._database.close()


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
        database = SqliteFile(hold, engine_over(connect(folder / DATABASE_NAME, key)))
        originals = Originals(folder / ORIGINALS_NAME, Sealer(key, randomness))
        make_ready(database, originals)
    except BaseException:
        hold.release()
        raise
    if who:
        hold.note(Holder(who, clock()))
    return searchable(Store(database, originals, clock, Identifiers(clock, randomness)))


def make_ready(database: Database, originals: Originals, *, left_before: datetime | None = None) -> None:
    """Checked, at this program's schema, cleared of what a cut left; otherwise the database is closed.

    left_before: see `Originals.drop_unfinished`.
    """
    try:
        with database.faults():
            database.require_sound()
            migrate(database.engine)
        originals.prepare()
        originals.drop_unfinished(left_before)
    except BaseException:
        database.close()
        raise


def searchable(store: Store) -> Store:
    """With a search index in this program's manner; otherwise the store is closed."""
    try:
        store.make_searchable()
    except BaseException:
        store.close()
        raise
    return store
