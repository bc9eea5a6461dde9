"""The database lane: the single thread that owns the one connection."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Lane:
    """Runs what it is given one after the other, always on the same thread.

    A waiting call can still be cancelled through its Future; a running one finishes.
    """

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._executor = ThreadPoolExecutor(1, "database-lane", initializer=self._remember)

    def _remember(self) -> None:
        self._thread = threading.current_thread()

    def submit(self, call: Callable[[], T]) -> Future[T]:
        """Queues the call; RuntimeError after `close`."""
        return self._executor.submit(call)

    def run(self, call: Callable[[], T]) -> T:
        """Runs the call on the lane and waits for it; from the lane itself, at once."""
        if threading.current_thread() is self._thread:
            return call()
        return self.submit(call).result()

    def close(self) -> None:
        """Finishes what is queued, then ends the thread."""
        self._executor.shutdown(wait=True)
