"""Use cases off the window's thread: a call goes to the lane, its result comes back by signal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class Lane(Protocol):
    """Where calls run one after the other: the database lane, or this thread in tests."""

    def submit(self, call: Callable[[], T]) -> Future[T]: ...


class Task(Generic[T]):
    """A call under way. Its callbacks run on the window's thread, or never once it was cancelled."""

    def __init__(
        self, future: Future[T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._future = future
        self._done = done
        self._failed = failed
        self._cancelled = False

    def cancel(self) -> None:
        """Nobody waits for the result any more; a call that has begun finishes unheard."""
        self._cancelled = True
        self._future.cancel()

    def unhear(self) -> None:
        """The call goes on, its result interests nobody any more."""
        self._cancelled = True

    def cancel_if_waiting(self) -> bool:
        """Takes the call back if it has not begun; False when its result will still come."""
        return self._future.cancel()

    def settle(self) -> None:
        """Hands the finished call's result or fault to its callback."""
        if self._cancelled:
            return
        try:
            result = self._future.result(timeout=0)
        except CancelledError:
            return
        except Exception as fault:  # noqa: BLE001 - the window's door: every fault of a use case arrives here
            self._failed(fault)
            return
        self._done(result)


class Tasks(QObject):
    """Starts calls on the lane and brings their results to the window's thread."""

    _finished = Signal(object)

    def __init__(
        self, lane: Lane, failed: Callable[[Exception], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._failed = failed
        self._under_way: set[Task[object]] = set()
        self._closing = threading.Lock()
        self._closed = False
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        call: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Queues the call. Without `failed` of its own, a fault goes to the window's."""
        future = self._lane.submit(call)
        task = Task(future, done, failed or self._failed)
        self._under_way.add(task)  # type: ignore[arg-type]  # only ever settled, so the result type is free
        future.add_done_callback(lambda _: self._announce(task))
        return task

    @property
    def busy(self) -> bool:
        """Whether some call has not come back yet."""
        return bool(self._under_way)

    def close(self) -> None:
        """Nothing is delivered after this. What was started goes on: an answer given is still stored."""
        with self._closing:
            self._closed = True
        for task in self._under_way:
            task.unhear()
        self._under_way.clear()

    def _announce(self, task: Task[T]) -> None:
        # Runs on the lane's thread: this object must not be touched once the window has let go of it.
        with self._closing:
            if not self._closed:
                self._finished.emit(task)

    @Slot(object)
    def _settle(self, task: Task[object]) -> None:
        if self._closed:
            return
        self._under_way.discard(task)
        task.settle()
