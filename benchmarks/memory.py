"""How much memory this process and all its helpers take together, by the system's own books."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_KIB_PER_MIB = 1024


def whole_mib() -> float:
    """Memory of this process and everything below it, MiB; what they share counts once (PSS)."""
    return sum(_share(pid) for pid in _family(_own_pid())) / _KIB_PER_MIB


def own_mib() -> float:
    """Memory of this process alone, MiB; what it shares with others counts in part (PSS)."""
    return _share(_own_pid()) / _KIB_PER_MIB


class PeakMemory:
    """Looks every so often as long as it is open. peak: the most it saw, MiB."""

    def __init__(self, every_s: float = 0.5) -> None:
        self.peak = 0.0
        self._every_s = every_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(self._every_s):
            self.peak = max(self.peak, whole_mib())


def _own_pid() -> int:
    return int(Path("/proc/self").resolve().name)


def _family(pid: int) -> list[int]:
    """The process and all below it; one that has just ended has nobody below it."""
    children = list[int]()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += map(int, task.read_text("ascii").split())
        except OSError:
            continue
    return [pid, *(one for child in children for one in _family(child))]


def _share(pid: int) -> int:
    """KiB; what several processes share is divided among them."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
