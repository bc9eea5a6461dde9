"""How long something took: by the clock on the wall, and in processor time of all that worked on it.

On a machine that does other things as well the clock says little; processor time says more.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: Where user and system time stand in /proc/PID/stat, counted behind the name in brackets.
_USER, _SYSTEM = 11, 12


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds: wall clock; processor time of this process and its children, those that are gone too."""

    wall: float
    processor: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.wall + other.wall, self.processor + other.processor)


class Stopwatch:
    """Runs from the moment it is made."""

    def __init__(
        self, clock: Callable[[], float] = time.perf_counter, processor: Callable[[], float] | None = None
    ) -> None:
        self._clock = clock
        self._processor = processor or processor_seconds
        self._begun = Spent(clock(), self._processor())

    def spent(self) -> Spent:
        """What has passed since."""
        return Spent(self._clock() - self._begun.wall, self._processor() - self._begun.processor)


def processor_seconds() -> float:
    """Processor time so far of this process, of children that ended, and of helpers that live.

    Where the system has no /proc the helpers that live are left out.
    """
    times = os.times()
    own = times.user + times.system + times.children_user + times.children_system
    return own + sum(_of(child.pid) for child in multiprocessing.active_children() if child.pid is not None)


def _of(pid: int) -> float:
    try:
        behind_name = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    ticks = int(behind_name[_USER]) + int(behind_name[_SYSTEM])
    return ticks / os.sysconf("SC_CLK_TCK")
