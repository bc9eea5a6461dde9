"""Killed at any step of taking a file in, a store keeps what it acknowledged and shows nothing half.

Killing the process proves the order of the steps and the recovery, not the syncing: a killed process
loses nothing that the system still holds. That content and name are synced is proved in
`test_store_originals`, that the database syncs in `test_store_opening`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hrdigitize.domain.record import BatchId
from hrdigitize.store.checking import check
from tests.store.killed_intake import FILES, accept
from tests.store.made_up import new_store, opened_store

#: Of one file: content, its sync, rename, the folder's sync, its rows, their commit.
_LEAST_STEPS_A_FILE = 6

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def _run(folder: Path, fatal: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.store.killed_intake", str(folder), str(fatal)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": "."},
        timeout=120,
    )


def _steps_a_file(tmp_path: Path) -> int:
    new_store(tmp_path / "whole").close()
    lived = _run(tmp_path / "whole", 0)
    assert lived.stdout.splitlines()[:3] == ["1", "2", "3"], lived.stderr
    return int(lived.stdout.split()[-1]) // len(FILES)


def test_killed_at_every_step_of_the_second_file(tmp_path: Path) -> None:
    steps = _steps_a_file(tmp_path)
    assert steps >= _LEAST_STEPS_A_FILE
    unfinished = 0
    for step in range(1, steps + 1):
        folder = tmp_path / str(step)
        new_store(folder).close()
        killed = _run(folder, steps + step)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert killed.stdout.split() == ["1"]
        unfinished += any(folder.rglob("*.tmp"))
        _require_sound(folder)
    assert unfinished, "no kill left a half written file: the test kills at the wrong steps"


def _require_sound(folder: Path) -> None:
    """The first file is there; the second is there whole or not at all; work goes on."""
    store = opened_store(folder)
    assert not any(folder.rglob("*.tmp"))
    assert check(store) == ()
    with store.view() as view:
        there = [number for number in (1, 2, 3) if view.batches.exists(BatchId(f"batch-{number}"))]
        contents = view.batches.contents()
        entries = len(list(view.audit.entries()))
    assert there in ([1], [1, 2])
    assert entries == len(contents) == len(there)
    assert {store.originals.fetch(name) for name in contents} == set(FILES[: len(there)])
    accept(store, len(there) + 1, FILES[len(there)])
    assert check(store) == ()
    store.close()
