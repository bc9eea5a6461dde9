"""A pool of real helper processes: one bad task fails alone, limits are held, the others go on."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.processes.helper import HelperLostError
from hrdigitize.processes.limits import Limits
from hrdigitize.processes.pool import Inline, Pool
from hrdigitize.processes.replies import SetupError, TaskError
from tests.processes import chores

_LIMITS = Limits(memory_bytes=1 << 30)
_TIME_S = 30.0

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool[str]]:
    made = Pool(chores.greeting, size=2, limits=_LIMITS, time_limit_s=_TIME_S)
    yield made
    made.close()


def test_tasks_get_the_context_and_give_results(pool: Pool[str]) -> None:
    futures = [pool.submit(partial(chores.greet, name)) for name in ("An", "Bình", "Cường")]
    assert [future.result() for future in futures] == ["xin chào An", "xin chào Bình", "xin chào Cường"]


def test_work_is_done_in_another_process_that_stays(pool: Pool[str]) -> None:
    first, second = pool.submit(chores.tell_pid).result(), pool.submit(chores.tell_pid).result()
    assert first == second != os.getpid()


@linux_only
def test_a_helper_steps_back_behind_the_program(pool: Pool[str]) -> None:
    theirs = os.getpriority(os.PRIO_PROCESS, pool.submit(chores.tell_pid).result())
    assert theirs == min(os.getpriority(os.PRIO_PROCESS, 0) + 10, 19)


def test_a_helper_that_dies_costs_its_own_task_only(pool: Pool[str]) -> None:
    dying = pool.submit(chores.die)
    others = [pool.submit(partial(chores.greet, str(number))) for number in range(4)]
    with pytest.raises(HelperLostError) as lost:
        dying.result()
    assert lost.value.reason == "died"
    assert [future.result() for future in others] == [f"xin chào {number}" for number in range(4)]


def test_a_task_whose_helper_died_is_tried_once_more(pool: Pool[str], tmp_path: Path) -> None:
    limits = Limits(memory_bytes=1 << 30, file_bytes=1)
    mild = Pool(chores.greeting, size=1, limits=limits, time_limit_s=_TIME_S)
    try:
        assert mild.submit(partial(chores.die_the_first_time, tmp_path / "sign")).result() == "sống"
    finally:
        mild.close()


def test_a_stuck_helper_is_stopped_and_replaced(pool: Pool[str]) -> None:
    begun = time.monotonic()
    with pytest.raises(HelperLostError) as lost:
        pool.submit(chores.sleep_for_ever, time_limit_s=1.0).result()
    assert lost.value.reason == "stuck"
    assert time.monotonic() - begun < 10
    assert pool.submit(partial(chores.greet, "An")).result() == "xin chào An"


def test_a_helper_slow_to_get_ready_costs_no_task_its_time() -> None:
    pool = Pool(chores.slow_greeting, size=1, limits=_LIMITS, time_limit_s=1.0)
    try:
        assert pool.submit(partial(chores.greet, "An")).result() == "xin chào An"
    finally:
        pool.close()


def test_a_helper_killed_between_two_tasks_is_replaced(pool: Pool[str]) -> None:
    victim = pool.submit(chores.tell_pid).result()
    os.kill(victim, signal.SIGKILL)
    survivor = pool.submit(chores.tell_pid).result()
    assert survivor != victim
    assert victim not in pool.pids()


def test_a_fault_for_the_user_arrives_whole(pool: Pool[str]) -> None:
    with pytest.raises(UserFault) as refused:
        pool.submit(chores.refuse).result()
    assert (refused.value.code, refused.value.params) == ("file-too-large", {"most": "300"})


def test_an_error_travels_without_its_text(pool: Pool[str]) -> None:
    with pytest.raises(TaskError) as failed:
        pool.submit(partial(chores.stumble_over, "Nguyễn Văn An")).result()
    assert failed.value.kind == "ValueError"
    assert failed.value.place.startswith("chores.py:")
    assert "An" not in str(failed.value)


def test_a_helper_that_cannot_get_ready_says_why() -> None:
    pool = Pool(chores.refused_greeting, size=1, limits=_LIMITS, time_limit_s=_TIME_S)
    try:
        with pytest.raises(SetupError) as unready:
            pool.submit(partial(chores.greet, "An")).result()
    finally:
        pool.close()
    assert unready.value.fault.code == "ocr-engine-missing"


@linux_only
def test_memory_is_limited(pool: Pool[str]) -> None:
    assert pool.submit(partial(chores.take_memory, 1 << 20)).result() == 1 << 20
    with pytest.raises(TaskError, match="MemoryError"):
        pool.submit(partial(chores.take_memory, 2 << 30)).result()


@linux_only
def test_a_helper_that_waits_gives_freed_memory_back(pool: Pool[str]) -> None:
    pool.submit(partial(chores.take_and_free, 10)).result()
    (pid,) = pool.pids()
    before = _resident_kb(pid)
    pool.submit(partial(chores.take_and_free, 1000)).result()
    deadline = time.monotonic() + _TIME_S
    while _resident_kb(pid) - before > 40_000:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _resident_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def test_files_cannot_be_written(pool: Pool[str], tmp_path: Path) -> None:
    target = tmp_path / "leak"
    with pytest.raises((HelperLostError, TaskError)):
        pool.submit(partial(chores.write_file, target)).result()
    assert not target.exists() or target.stat().st_size == 0


@linux_only
@pytest.mark.skipif(os.geteuid() == 0, reason="root is above this limit")
def test_children_cannot_be_started(pool: Pool[str]) -> None:
    with pytest.raises(TaskError, match="BlockingIOError"):
        pool.submit(chores.start_child).result()


def test_what_libraries_print_goes_nowhere(pool: Pool[str], capfd: pytest.CaptureFixture[str]) -> None:
    pool.submit(chores.chatter).result()
    assert capfd.readouterr() == ("", "")


def test_closing_ends_helpers_that_are_busy() -> None:
    pool = Pool(chores.greeting, size=1, limits=_LIMITS, time_limit_s=_TIME_S)
    busy = pool.submit(chores.sleep_for_ever)
    while not pool.pids():
        time.sleep(0.01)
    pool.close()
    with pytest.raises(HelperLostError):
        busy.result()
    assert pool.pids() == ()


def test_inline_work_has_the_same_results_and_faults() -> None:
    inline = Inline(chores.greeting)
    assert inline.submit(partial(chores.greet, "An")).result() == "xin chào An"
    with pytest.raises(UserFault):
        inline.submit(chores.refuse).result()
    with pytest.raises(SetupError):
        Inline(chores.refused_greeting).submit(partial(chores.greet, "An")).result()
