"""Turns: tasks run beside each other, or one quite alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Lets tasks run beside each other, or one quite alone: then lack of memory is its own doing."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running = 0
        self._reserved = False

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Beside others; waits while one is alone, or is to be."""
        with self._changed:
            self._changed.wait_for(lambda: not self._reserved)
            self._running += 1
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Quite alone; waits until those that run have ended."""
        with self._changed:
            self._changed.wait_for(lambda: not self._reserved)
            self._reserved = True
            self._changed.wait_for(lambda: self._running == 0)
        try:
            yield
        finally:
            with self._changed:
                self._reserved = False
                self._changed.notify_all()
