"""How long a window keeps a key waiting: how late a timer of its loop comes while work goes on beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY_MS = 5


@dataclass(frozen=True, slots=True)
class Stalls:
    """Milliseconds by which the event loop came late, at the middle, the 99th percentile and at most."""

    looks: int
    median: float
    p99: float
    worst: float

    @classmethod
    def of(cls, late_ms: Sequence[float]) -> Stalls:
        """What these delays come to; ValueError for none."""
        if not late_ms:
            raise ValueError("nothing was measured")
        ordered = sorted(late_ms)
        last = len(ordered) - 1
        return cls(len(ordered), ordered[last // 2], ordered[round(0.99 * last)], ordered[-1])

    def __str__(self) -> str:
        return (
            f"median {self.median:.1f} ms, p99 {self.p99:.1f} ms, at most {self.worst:.1f} ms "
            f"({self.looks} looks)"
        )


class LoopWatch(QObject):
    """Looks every few milliseconds from `start` to `stop`, on the thread that it was made on."""

    def __init__(self) -> None:
        super().__init__()
        self._late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """From now on."""
        self._last = perf_counter()
        self._timer.start()

    def stop(self) -> Stalls:
        """What was seen."""
        self._timer.stop()
        return Stalls.of(self._late)

    def _look(self) -> None:
        now = perf_counter()
        self._late.append(max(1000 * (now - self._last) - _EVERY_MS, 0.0))
        self._last = now
