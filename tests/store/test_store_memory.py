"""Long runs: what was written does not stay in memory."""

from __future__ import annotations

import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.store.made_up import new_store

_MIB = 1 << 20
_PER_TURN_MIB, _TURNS = 8, 5


def _own_mib() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _grown(folder: Path, eased: bool) -> float:
    """MiB that this process grows by while it writes, after a first turn."""
    store, seen = new_store(folder), []
    for turn in range(_TURNS):
        with store._engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS ballast (text TEXT)")
            for row in range(_PER_TURN_MIB * 16):
                text = f"{turn} {row} ".ljust(_MIB // 16, "x")
                connection.exec_driver_sql("INSERT INTO ballast VALUES (?)", (text,))
        if eased:
            store.ease()
        seen.append(_own_mib())
    store.close()
    return seen[-1] - seen[0]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told by /proc")
@pytest.mark.parametrize("eased", [True, False])
def test_what_was_written_stays_in_memory_unless_the_store_is_eased(tmp_path: Path, *, eased: bool) -> None:
    """In a process of its own: in one that has run for long, there is room that nobody sees filled."""
    with get_context("spawn").Pool(1) as pool:
        grown = pool.apply(_grown, (tmp_path / "store", eased))
    assert (grown < _PER_TURN_MIB) is eased
