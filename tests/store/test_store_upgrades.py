"""Stores of every released schema are raised with all that is in them, and can be had back bit for bit (H2).

Killing the process proves the order of the steps; a killed process loses nothing that the system still holds.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.checking import check
from hrdigitize.store.connection import connect, schema_at_rest
from hrdigitize.store.layout import DATABASE_NAME
from hrdigitize.store.migrating import SCHEMA
from hrdigitize.store.upgrading import BEFORE_UPGRADE_NAME
from tests.conftest import TellFigure
from tests.store.made_up import KEY, furnish, new_store, opened_store
from tests.store.old_schemas import SHAPES, Columns, answers, digest, old_store, users

_OLD = range(1, SCHEMA)
_STORED = Path(__file__).parent / "stored"
#: What changes a disk; the upgrade is killed at calls of these.
_CALLS = "pwrite64,write,sendfile,copy_file_range,fsync,fdatasync,rename,ftruncate,unlink"
_RANDOM_KILLS, _SOME_CALLS = 30, 15

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
with_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def upgraded(folder: Path) -> None:
    """Opens the store with this program; it is sound and its log holds together."""
    store = opened_store(folder)
    found = check(store)
    store.close()
    assert found == ()
    assert schema_at_rest(folder / DATABASE_NAME, KEY) == SCHEMA


@pytest.mark.parametrize("schema", _OLD)
def test_every_shape_of_a_released_schema_is_raised_and_can_be_had_back(
    tmp_path: Path, schema: int, tell_figure: TellFigure
) -> None:
    for shape in SHAPES:
        folder = tmp_path / shape.__name__
        columns = old_store(folder, schema, shape)
        before, held = (folder / DATABASE_NAME).read_bytes(), digest(folder, columns)
        upgraded(folder)
        assert digest(folder, columns) == held
        copy = folder / BEFORE_UPGRADE_NAME / f"schema-{schema:04}.db"
        assert copy.read_bytes() == before
        shutil.copyfile(copy, folder / DATABASE_NAME)
        assert schema_at_rest(folder / DATABASE_NAME, KEY) == schema
        assert (folder / DATABASE_NAME).read_bytes() == before
        upgraded(folder)
        assert digest(folder, columns) == held
        assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    tell_figure(f"H2 schema {schema}: {len(SHAPES)} of {len(SHAPES)} shapes raised, had back, raised again")


@pytest.mark.parametrize("schema", _OLD)
def test_a_stored_database_of_a_release_can_be_had_back(tmp_path: Path, schema: int) -> None:
    folder = tmp_path / "store"
    shutil.copytree(_STORED / f"schema-{schema:04}", folder)
    before = (folder / DATABASE_NAME).read_bytes()
    upgraded(folder)
    assert (folder / BEFORE_UPGRADE_NAME / f"schema-{schema:04}.db").read_bytes() == before


def test_a_present_store_is_not_copied(tmp_path: Path) -> None:
    new_store(tmp_path / "store").close()
    upgraded(tmp_path / "store")
    assert not (tmp_path / "store" / BEFORE_UPGRADE_NAME).exists()


def test_what_a_cut_left_in_the_log_of_writes_is_in_the_copy(tmp_path: Path) -> None:
    columns = old_store(tmp_path / "old", _OLD[-1], answers)
    held = digest(tmp_path / "old", columns)
    connection = connect(tmp_path / "old" / DATABASE_NAME, KEY)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("UPDATE documents SET status = 'verified'")
    shutil.copytree(tmp_path / "old", tmp_path / "cut")
    connection.close()
    assert (tmp_path / "cut" / f"{DATABASE_NAME}-wal").stat().st_size
    upgraded(tmp_path / "cut")
    copy = tmp_path / "cut" / BEFORE_UPGRADE_NAME / f"schema-{_OLD[-1]:04}.db"
    shutil.copyfile(copy, tmp_path / "cut" / DATABASE_NAME)
    assert digest(tmp_path / "cut", columns) == digest(tmp_path / "old", columns) != held


def test_another_database_of_the_same_schema_does_not_take_the_first_copys_place(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    old_store(folder, _OLD[-1], answers)
    upgraded(folder)
    first = (folder / BEFORE_UPGRADE_NAME / f"schema-{_OLD[-1]:04}.db").read_bytes()
    old_store(tmp_path / "other", _OLD[-1], users)
    shutil.copyfile(tmp_path / "other" / DATABASE_NAME, folder / DATABASE_NAME)
    upgraded(folder)
    copies = sorted(path.name for path in (folder / BEFORE_UPGRADE_NAME).iterdir())
    assert copies == [f"schema-{_OLD[-1]:04}-2.db", f"schema-{_OLD[-1]:04}.db"]
    assert (folder / BEFORE_UPGRADE_NAME / copies[1]).read_bytes() == first


@pytest.mark.parametrize("cut", [False, True])
def test_a_newer_store_is_refused_and_not_a_byte_of_it_is_touched(tmp_path: Path, *, cut: bool) -> None:
    store = new_store(tmp_path / "store")
    furnish(store)
    with store._engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA + 1}")
    if cut:
        shutil.copytree(tmp_path / "store", tmp_path / "newer")
    store.close()
    if not cut:
        shutil.copytree(tmp_path / "store", tmp_path / "newer")
    before = _bytes(tmp_path / "newer")
    assert any(name.endswith("-wal") for name in before) is cut
    with pytest.raises(UserFault) as refused:
        opened_store(tmp_path / "newer")
    assert refused.value.code == "store-newer"
    assert refused.value.params == {"found": str(SCHEMA + 1), "known": str(SCHEMA)}
    assert _bytes(tmp_path / "newer") == before


def test_a_damaged_old_store_is_told_before_anything_is_copied(tmp_path: Path) -> None:
    old_store(tmp_path / "store", _OLD[-1], answers)
    database = tmp_path / "store" / DATABASE_NAME
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)
    with pytest.raises(UserFault) as refused:
        opened_store(tmp_path / "store")
    assert refused.value.code == "store-damaged"
    assert not (tmp_path / "store" / BEFORE_UPGRADE_NAME).exists()


def _bytes(folder: Path) -> dict[str, bytes]:
    """The database and what SQLite puts beside it."""
    return {path.name: path.read_bytes() for path in folder.glob(f"{DATABASE_NAME}*")}


class Openers:
    """Processes that open a store, one at a time; see `killed_upgrade`."""

    def __init__(self, running: subprocess.Popen[str]) -> None:
        self._running = running

    def stopped(self, folder: Path) -> int:
        """The number of a process that opens this store as soon as it is continued."""
        return self._asked(str(folder))

    def killed_after(self, folder: Path, seconds: float) -> int:
        """How a process ended that was killed so long after it began to open this store."""
        return self._asked(f"{folder}\t{seconds}")

    def ended(self) -> int:
        """How it ended: 0, or the negative number of the signal that killed it."""
        return self._answer()

    def _asked(self, line: str) -> int:
        assert self._running.stdin is not None
        self._running.stdin.write(f"{line}\n")
        self._running.stdin.flush()
        return self._answer()

    def _answer(self) -> int:
        assert self._running.stdout is not None
        return int(self._running.stdout.readline())


@contextmanager
def openers() -> Iterator[Openers]:
    command = [sys.executable, "-m", "tests.store.killed_upgrade"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            yield Openers(running)
        finally:
            assert running.stdin is not None
            running.stdin.close()


class Killed:
    """A store of an old schema, put back before each kill, and what is true after every one of them."""

    def __init__(self, root: Path, schema: int, shape: Callable[[Connection, int], None]) -> None:
        self.folder = root / "store"
        self.schema = schema
        self.columns: Columns = old_store(self.folder, schema, shape)
        self._before = (self.folder / DATABASE_NAME).read_bytes()
        self._held = digest(self.folder, self.columns)
        self.old = self.new = 0

    def put_back(self) -> None:
        shutil.rmtree(self.folder / BEFORE_UPGRADE_NAME, ignore_errors=True)
        for leftover in self.folder.glob(f"{DATABASE_NAME}*"):
            leftover.unlink()
        (self.folder / DATABASE_NAME).write_bytes(self._before)

    def require_whole(self) -> None:
        """Wholly old or wholly new; whatever was raised has its copy; opened again it is whole and new."""
        schema = schema_at_rest(self.folder / DATABASE_NAME, KEY)
        assert schema in (self.schema, SCHEMA)
        self.old, self.new = self.old + (schema == self.schema), self.new + (schema == SCHEMA)
        copy = self.folder / BEFORE_UPGRADE_NAME / f"schema-{self.schema:04}.db"
        if copy.exists() or schema == SCHEMA:
            assert copy.read_bytes() == self._before
        upgraded(self.folder)
        assert copy.read_bytes() == self._before
        assert [path.name for path in copy.parent.iterdir() if path.suffix == ".db"] == [copy.name]
        assert digest(self.folder, self.columns) == self._held


@on_posix
def test_killed_at_any_moment_an_upgrade_is_done_or_was_never_begun(
    tmp_path: Path, tell_figure: TellFigure
) -> None:
    chance = random.Random(20261126)
    store, fired = Killed(tmp_path, _OLD[0], answers), 0
    with openers() as ready:
        whole_s = min(_seconds(ready, store) for _ in range(3))
        for _ in range(_RANDOM_KILLS):
            store.put_back()
            fired += ready.killed_after(store.folder, chance.uniform(0, whole_s)) == -signal.SIGKILL
            store.require_whole()
    tell_figure(
        f"H2 kills at random moments: {fired} of {_RANDOM_KILLS} fired, {store.old} left the old schema,"
        f" {store.new} the new one, 0 between"
    )
    assert fired > _RANDOM_KILLS // 3


def _seconds(ready: Openers, store: Killed) -> float:
    """How long a whole upgrade takes; the first one is slower, for it loads what the others have."""
    store.put_back()
    opener = ready.stopped(store.folder)
    began = time.perf_counter()
    os.kill(opener, signal.SIGCONT)
    assert ready.ended() == 0
    return time.perf_counter() - began


@on_posix
@with_strace
@pytest.mark.parametrize("schema", [_OLD[0], _OLD[-1]])
def test_killed_at_a_call_that_changes_the_disk_an_upgrade_is_done_or_was_never_begun(
    tmp_path: Path, tell_figure: TellFigure, schema: int
) -> None:
    store = Killed(tmp_path, schema, answers)
    with openers() as ready:
        store.put_back()
        calls = _calls(ready, store.folder, tmp_path / "trace")
        # Of the many writes of pages some; of all else every one.
        some = range(0, len(calls), -(-len(calls) // _SOME_CALLS))
        points = [at for at, kind in enumerate(calls) if at in some or kind != "pwrite64"]
        for point in points:
            store.put_back()
            # strace counts each kind of call by itself.
            kind, turn = calls[point], calls[: point + 1].count(calls[point])
            ended = _traced(ready, store.folder, f"inject={kind}:signal=SIGKILL:when={turn}")
            assert ended == -signal.SIGKILL
            store.require_whole()
    tell_figure(
        f"H2 schema {schema}, kills at calls that change the disk: {len(points)} of {len(calls)} calls,"
        f" {store.old} left the old schema, {store.new} the new one, 0 between"
    )
    assert store.old
    assert store.new


def _calls(ready: Openers, folder: Path, trace: Path) -> list[str]:
    """The names of the calls of one whole upgrade, in their order."""
    assert _traced(ready, folder, f"trace={_CALLS}", trace) == 0
    return re.findall(r"^\d+ +(\w+)\(", trace.read_text("utf-8", "replace"), re.MULTILINE)


def _traced(ready: Openers, folder: Path, what: str, trace: Path = Path(os.devnull)) -> int:
    """How an opening ended that strace watches from its first call on."""
    opener = ready.stopped(folder)
    command = ["strace", "-f", "-o", str(trace), "-e", what, "-p", str(opener)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as watching:
        assert watching.stderr is not None
        attached = watching.stderr.readline()
        os.kill(opener, signal.SIGCONT)
        assert "attached" in attached, attached
        return ready.ended()
