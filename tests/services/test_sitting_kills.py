"""Killed at any moment, a sitting keeps every page told as safe, and the batch goes on with the next one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.domain.record import BatchId
from hrdigitize.store.checking import check
from hrdigitize.store.opening import open_store
from tests.services.killed_sitting import KEY
from tests.services.made_up import CLERK, MovableClock, open_office, scan

_KILLS, _PAGES = 200, 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and no fork")


def _sittings(store: Path, files: Path, batches: list[str]) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_sitting", store, files, str(_KILLS), *batches],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": "."},
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_two_hundred_kills_lose_nothing_and_double_nothing(
    tmp_path: Path, tell_figure: Callable[[str], None]
) -> None:
    files, store = tmp_path / "files", tmp_path / "store"
    files.mkdir()
    scans = [scan(300 + number) for number in range(_PAGES)]
    for number, page in enumerate(scans):
        (files / f"{number:03d}.png").write_bytes(page)
    office = open_office(store)
    batches = [str(office.intake.capture([], actor=CLERK).batch) for _ in range(_KILLS + 2)]
    office.close()
    sittings = _sittings(store, files, batches)
    safe, amid = dict.fromkeys(batches, 0), 0
    for sitting in sittings:
        batch, told = str(sitting["batch"]), list[int](sitting["told"])  # type: ignore[call-overload]
        if told:
            # All that was told, and at most the one page that was on its way.
            assert safe[batch] <= told[0] <= safe[batch] + 1
            assert told == list(range(told[0], told[0] + len(told)))
            safe[batch] = told[-1]
        amid += 1 < len(told) < _PAGES and not sitting["ended"]
    whole = [str(sitting["batch"]) for sitting in sittings if sitting["ended"]]
    opened = open_store(store, KEY, clock=MovableClock(), randomness=os.urandom)
    assert check(opened) == ()
    with opened.view() as view:
        for batch in whole:
            pages = view.batches.pages(BatchId(batch))
            assert [page.page.number for page in pages] == list(range(1, _PAGES + 1))
            kept = [file.content for file in view.batches.files(BatchId(batch))]
            assert [opened.originals.fetch(name) for name in kept if name is not None] == scans
    opened.close()
    assert amid > _KILLS // 4, "too few kills fell among pages"
    assert whole
    tell_figure(
        f"{_KILLS} sittings killed, {amid} of them amid a batch of {_PAGES} pages: 0 pages lost, 0 doubled, "
        f"{len(whole)} batches whole"
    )
