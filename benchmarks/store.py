"""What the store costs: opening, units of work, a passphrase, backups, the log verified, cadres found.

Seconds depend on the machine; the floor of each figure is measured in the same run: the same rows hashed in
memory, the same rows read from plain SQLite.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from benchmarks import searching
from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.passphrases import unwrapped, wrapped
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.stored import FileId, SourceFile
from hrdigitize.store.backup import BackupPlace, BackupReport
from hrdigitize.store.chain import START, Link, chained, first_break
from hrdigitize.store.opening import Store, create_store, open_store

_CLERK = Actor("lan", Role.CLERK)
_KEY = DataKey(bytes(range(32)))
_AT_A_TIME = 10_000
_OPENINGS, _UNITS, _LOGINS = 5, 200, 5


def main(arguments: Sequence[str]) -> int:
    """Build a store with so many entries in its log, then measure on it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks store", description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000, help="lines of the audit log (0: none)")
    parser.add_argument("--originals", type=int, default=200, help="files of 1 MiB that a backup copies")
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=(10_000, 100_000, 1_000_000),
        help="cadres to search among: 10000,100000",
    )
    parser.add_argument("--folder", type=Path, help="where the store lies while it is measured")
    parser.add_argument("--keep", type=Path, help="where stores of cadres stay for the next run")
    given = parser.parse_args(arguments)
    with TemporaryDirectory(dir=given.folder) as folder:
        if given.entries:
            _log(Path(folder) / "log" / "store", given.entries, given.originals)
            shutil.rmtree(Path(folder) / "log")
        for cadres in given.sizes:
            searching.measure(cadres, given.keep or Path(folder), keep=given.keep is not None)
    _logins()
    return 0


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(",") if size)


def _log(place: Path, entries: int, originals: int) -> None:
    """A store whose log is that long, and backups of so many originals."""
    store = create_store(place, _KEY, clock=_now, randomness=os.urandom)
    filled = _timed(lambda: _fill(store, entries))
    _say(f"filled with {entries} entries of the log", filled)
    _units(store)
    _verify(store, entries)
    _back_up(store, place, originals)
    store.close()
    _openings(place)


def _units(store: Store) -> None:
    def unit() -> None:
        with store.work(_CLERK) as work:
            work.commit("field-answered", "document-1", path="full_name")

    took = [_timed(unit) for _ in range(_UNITS)]
    print(f"a unit of work with its line, on the disk: median {1000 * statistics.median(took):.1f} ms")


def _verify(store: Store, entries: int) -> None:
    with store.view() as view:
        took = _timed(lambda: _expect_sound(view.audit.first_break()))
    _say(f"log of {entries + _UNITS} entries verified", took)
    links = list(_links(min(entries, 100_000)))
    floor = _timed(lambda: _expect_sound(first_break(links))) * entries / len(links)
    print(
        f"  the same entries hashed in memory {floor:.1f} s: the store takes {took / floor:.2f} times as long"
    )


def _back_up(store: Store, place: Path, originals: int) -> None:
    """A first backup, a second one with nothing new, and the way back; a plain copy as the floor."""
    _take_in(store, originals)
    disk = BackupPlace(place.parent / "disk")

    def back_up() -> BackupReport:
        return disk.make(store, place, _KEY, made_on=_now().date())

    _say(f"backed up and read back, {originals} originals", _timed(back_up))
    _say("backed up again, nothing new", _timed(back_up))
    (newest,) = disk.generations()
    _say("restored", _timed(lambda: disk.restore(newest, place.parent / "restored")))
    floor = _timed(lambda: shutil.copytree(place, place.parent / "copied"))
    print(f"  the folder copied plainly, without syncs: {floor:.2f} s")


def _take_in(store: Store, originals: int) -> None:
    batch = BatchId("batch-1")
    with store.work(_CLERK) as work:
        work.batches.add(batch, at=work.at, by=_CLERK.name)
        for number in range(1, originals + 1):
            content = store.originals.keep(os.urandom(1 << 20))
            file = SourceFile(FileId(f"file-{number}"), number, "scan.jpg", 1 << 20, content)
            work.batches.add_file(batch, file, ())
        work.commit("batch-opened", batch)


def _openings(place: Path) -> None:
    took = []
    for _ in range(_OPENINGS):
        begun = time.perf_counter()
        store = open_store(place, _KEY, clock=_now, randomness=os.urandom)
        took.append(time.perf_counter() - begun)
        store.close()
    size = (place / "records.db").stat().st_size
    _say(f"opened, checked quickly ({size / 2**20:.0f} MiB)", statistics.median(took))
    print(f"  as many bytes of plain SQLite checked quickly: {_plain_check(size):.2f} s")


def _plain_check(size: int) -> float:
    """Seconds for a plain database of the same size, checked as the store is when it opens."""
    with TemporaryDirectory() as folder, _plain(Path(folder) / "plain.db") as connection:
        connection.execute("CREATE TABLE rows (body BLOB)")
        rows = size // 1000
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO rows VALUES (?)", ((bytes(980),) for _ in range(rows)))
        connection.execute("COMMIT")
        return _timed(lambda: connection.execute("PRAGMA quick_check(1)").fetchall())


@contextmanager
def _plain(path: Path) -> Iterator[dbapi2.Connection]:
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _logins() -> None:
    wrap = wrapped(_KEY, "bốn mùa hoa sữa", "wrap/store/lan", os.urandom)
    took = [_timed(lambda: unwrapped(wrap, "bốn mùa hoa sữa", "wrap/store/lan")) for _ in range(_LOGINS)]
    _say("a passphrase tried", statistics.median(took))


def _fill(store: Store, entries: int) -> None:
    with store._engine.begin() as connection:  # the log as years of work leave it; one by one it takes hours
        rows: list[tuple[object, ...]] = []
        for link in _links(entries):
            rows.append((link.sequence, link.at, "lan", "clerk", link.action, link.subject, "{}", link.hash))
            if len(rows) == _AT_A_TIME or link.sequence == entries:
                connection.exec_driver_sql("INSERT INTO audit_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
                rows = []


def _links(entries: int) -> Iterator[Link]:
    previous = START
    at = datetime(2026, 11, 2, 8, tzinfo=UTC).isoformat(timespec="microseconds")
    for sequence in range(1, entries + 1):
        link = Link(sequence, at, "lan", "clerk", "field-answered", f"document-{sequence % 5000}", {})
        previous = chained(previous, link)
        yield link._replace(hash=previous)


def _expect_sound(broken_at: int | None) -> None:
    if broken_at is not None:
        raise AssertionError(f"the log breaks at {broken_at}")


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _now() -> datetime:
    return datetime.now(tz=UTC)


def _say(what: str, seconds: float) -> None:
    print(f"{what}: {seconds:.2f} s", flush=True)
