"""Two programs, one store: never two at once, and the second is told who has it (RELIABILITY.md H4)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.opening import open_store
from tests.conftest import TellFigure
from tests.store.made_up import KEY, new_store

#: So many programs start at once; each starts at least so often, and until it was let in so often. Who is
#: refused starts again at once, so that some start is tried at every moment of opening, holding and closing.
_PROGRAMS, _STARTS, _OPENINGS = 4, 125, 25
_OPENER = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from hrdigitize.domain.faults import UserFault
from hrdigitize.store.opening import open_store
from tests.store.made_up import KEY

folder, mark, starts, openings = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
opened = refused = 0
while opened + refused < starts or opened < openings:
    try:
        store = open_store(folder, KEY, clock=lambda: datetime.now(tz=UTC), randomness=os.urandom, who="x")
    except UserFault as fault:
        assert fault.code in ("store-in-use", "store-in-use-by"), fault.code
        refused += 1
        continue
    os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    mark.unlink()
    store.close()
    opened += 1
print(opened, refused)
"""


def _opened(folder: Path, who: str = "") -> UserFault:
    with pytest.raises(UserFault) as refused:
        open_store(folder, KEY, clock=lambda: datetime.now(tz=UTC), randomness=os.urandom, who=who)
    return refused.value


def test_the_second_is_told_who_has_it_and_since_when(tmp_path: Path, tell_figure: TellFigure) -> None:
    folder = tmp_path / "store"
    new_store(folder).close()
    first = open_store(
        folder,
        KEY,
        clock=lambda: datetime(2026, 11, 2, 8, tzinfo=UTC),
        randomness=os.urandom,
        who="lan (PC-1)",
    )
    begun = time.monotonic()
    fault = _opened(folder)
    waited = time.monotonic() - begun
    tell_figure(f"H4 the second opener was told after {waited:.2f} s")
    assert (fault.code, fault.params["who"]) == ("store-in-use-by", "lan (PC-1)")
    assert "02/11/2026" in fault.params["since"]
    assert waited < 2
    (folder / "in-use.json").write_text("no note", "utf-8")
    assert _opened(folder).code == "store-in-use"
    first.close()
    assert not (folder / "in-use.json").exists()


def test_a_note_of_a_program_that_died_holds_nobody_up(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    new_store(folder).close()
    note = {"who": "lan (PC-1)", "since": "2026-11-02T08:00:00+00:00"}
    (folder / "in-use.json").write_text(json.dumps(note), "utf-8")
    held = open_store(
        folder, KEY, clock=lambda: datetime.now(tz=UTC), randomness=os.urandom, who="minh (PC-2)"
    )
    assert _opened(folder).params["who"] == "minh (PC-2)"
    held.close()


def test_the_lock_of_a_program_that_was_killed_is_free_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    new_store(folder).close()
    held = (
        "import os, sys, time; from datetime import UTC, datetime; from pathlib import Path;"
        "from hrdigitize.store.opening import open_store; from tests.store.made_up import KEY;"
        "s = open_store(Path(sys.argv[1]), KEY, clock=lambda: datetime.now(tz=UTC), randomness=os.urandom,"
        "who='x');"
        "print('open', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", held, str(folder)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        assert _opened(folder).code == "store-in-use-by"
        program.kill()
        program.wait()
    open_store(folder, KEY, clock=lambda: datetime.now(tz=UTC), randomness=os.urandom).close()


def test_many_starts_at_once_never_open_it_twice(tmp_path: Path, tell_figure: TellFigure) -> None:
    folder, mark = tmp_path / "store", tmp_path / "open"
    new_store(folder).close()
    command = [sys.executable, "-c", _OPENER, str(folder), str(mark), str(_STARTS), str(_OPENINGS)]
    programs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(_PROGRAMS)]
    told = [program.communicate(timeout=200)[0] for program in programs]
    assert [program.returncode for program in programs] == [0] * _PROGRAMS
    opened, refused = (sum(int(line.split()[at]) for line in told) for at in (0, 1))
    tell_figure(f"H4 of {opened + refused} starts {opened} opened the store alone, {refused} were refused")
    assert opened >= _PROGRAMS * _OPENINGS
    assert refused > opened
