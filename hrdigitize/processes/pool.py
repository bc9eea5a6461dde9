"""A supervised pool of long-lived helpers: one bad task fails alone, the others go on."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import PurePath
from typing import Generic, TypeVar, cast

from hrdigitize.domain.faults import UserFault
from hrdigitize.processes import memory, wire
from hrdigitize.processes.helper import Helper, HelperLostError
from hrdigitize.processes.limits import Limits

#: A helper that has waited so long for its next task gives back what memory is free.
_IDLE_S = 2.0

Context = TypeVar("Context")
Result = TypeVar("Result")


class SetupError(Exception):
    """The helper could not get ready, so no task at all can be done; `fault` says why."""

    def __init__(self, fault: UserFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class TaskError(Exception):
    """A task broke off with an error that is not meant for the user.

    Only the kind of error and the place in the code travel: its message may hold personal data.
    """

    def __init__(self, kind: str, place: str) -> None:
        super().__init__(f"{kind} at {place}")
        self.kind = kind
        self.place = place


class Pool(Generic[Context]):
    """Long-lived helpers that do tasks beside each other, each task within its time limit.

    setup runs once in each helper and gives what every task is called with: a task is a picklable
    function of that context, its result is picklable too (results are trusted: pixels may be foreign,
    code in a pool is ours). A helper that dies or is stuck is replaced; its task is tried once more
    quite alone, then its future fails with HelperLostError. Other failures of a future: UserFault,
    SetupError, TaskError. Helpers start when they are needed.
    """

    def __init__(
        self, setup: Callable[[], Context], *, size: int, limits: Limits, time_limit_s: float
    ) -> None:
        self._work = partial(_serve, setup)
        self._limits = limits
        self._time_limit_s = time_limit_s
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="helper")
        self._turns = _Turns()
        self._lock = threading.Lock()
        self._idle: list[Helper] = []
        self._busy: set[Helper] = set()
        self._closed = False

    def submit(
        self, task: Callable[[Context], Result], *, time_limit_s: float | None = None
    ) -> Future[Result]:
        """The task's result to come; `time_limit_s` replaces the pool's own limit for a long task."""
        return self._threads.submit(self._done, task, time_limit_s or self._time_limit_s)

    def pids(self) -> tuple[int, ...]:
        """The process ids of the helpers that are alive now."""
        with self._lock:
            return tuple(helper.pid for helper in (*self._idle, *self._busy) if helper.pid)

    def close(self) -> None:
        """Ends all helpers; tasks that did not start are cancelled, running ones fail."""
        with self._lock:
            self._closed = True
            helpers = [*self._idle, *self._busy]
            self._idle.clear()
        for helper in helpers:
            helper.stop()
        self._threads.shutdown(cancel_futures=True)

    def _done(self, task: Callable[[Context], Result], time_limit_s: float) -> Result:
        try:
            with self._turns.beside():
                return self._asked(task, time_limit_s)
        except HelperLostError:
            with self._turns.alone():
                return self._asked(task, time_limit_s)

    def _asked(self, task: Callable[[Context], Result], time_limit_s: float) -> Result:
        helper = self._taken()
        try:
            with helper.within(time_limit_s):
                wire.send_object(helper.connection, task)
                reply = cast("_Reply[Result]", wire.receive_object(helper.connection))
        except BaseException:
            self._dropped(helper)
            raise
        self._given_back(helper)
        return reply.unpacked()

    def _taken(self) -> Helper:
        with self._lock:
            if self._closed:
                raise HelperLostError("closed")
            helper = self._idle.pop() if self._idle else Helper(self._work, limits=self._limits)
            self._busy.add(helper)
            return helper

    def _given_back(self, helper: Helper) -> None:
        with self._lock:
            self._busy.discard(helper)
            if not self._closed:
                self._idle.append(helper)

    def _dropped(self, helper: Helper) -> None:
        with self._lock:
            self._busy.discard(helper)
        helper.stop()


class Inline(Generic[Context]):
    """Does tasks in this very process, with the interface of a Pool: for tests and for debugging."""

    def __init__(self, setup: Callable[[], Context]) -> None:
        self._setup = setup
        self._context: Context | None = None

    def submit(
        self,
        task: Callable[[Context], Result],
        *,
        time_limit_s: float | None = None,  # noqa: ARG002 - there is nobody to stop it
    ) -> Future[Result]:
        """The task's result, already there. Errors that are no faults of the user are raised at once."""
        done: Future[Result] = Future()
        try:
            done.set_result(task(self._ready()))
        except (UserFault, SetupError) as fault:
            done.set_exception(fault)
        return done

    def close(self) -> None:
        """Nothing to end."""

    def _ready(self) -> Context:
        if self._context is None:
            try:
                self._context = self._setup()
            except UserFault as fault:
                raise SetupError(fault) from fault
        return self._context


class _Turns:
    """Lets tasks run beside each other, or one quite alone: then lack of memory is its own doing."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running = 0
        self._reserved = False

    @contextmanager
    def beside(self) -> Iterator[None]:
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


@dataclass(frozen=True, slots=True)
class _Reply(Generic[Result]):
    """A helper's answer to a task: the results (one, or none), otherwise what went wrong."""

    results: tuple[Result, ...] = ()
    fault: UserFault | None = None
    setup_failed: bool = False
    error: tuple[str, str] = ("", "")

    def unpacked(self) -> Result:
        if self.fault is not None:
            raise SetupError(self.fault) if self.setup_failed else self.fault
        if not self.results:
            raise TaskError(*self.error)
        return self.results[0]


def _serve(setup: Callable[[], Context], connection: Connection) -> None:
    """A pool helper's life: get ready once, then task after task until the pipe is closed."""
    context, refusal = _prepared(setup)
    while True:
        try:
            if not connection.poll(_IDLE_S):
                memory.give_back()
            # The message is not kept: a page in it is as large as the page.
            task = cast("Callable[[Context | None], Result]", wire.receive_object(connection))
        except (EOFError, BrokenPipeError):
            return
        reply = refusal or _answer(task, context)
        del task
        wire.send_object(connection, reply)


def _prepared(setup: Callable[[], Context]) -> tuple[Context | None, _Reply[object] | None]:
    """The context, or the answer that every task gets instead."""
    try:
        return setup(), None
    except UserFault as fault:
        return None, _Reply(fault=fault, setup_failed=True)
    except Exception as error:  # noqa: BLE001 - the door of the helper process
        return None, _Reply(error=_trace(error))


def _answer(task: Callable[[Context | None], Result], context: Context | None) -> _Reply[Result]:
    try:
        return _Reply((task(context),))
    except UserFault as fault:
        return _Reply(fault=fault)
    except Exception as error:  # noqa: BLE001 - the door of the helper process
        return _Reply(error=_trace(error))


def _trace(error: Exception) -> tuple[str, str]:
    """Kind of error, and file and line where it arose."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return type(error).__name__, f"{PurePath(frame.filename).name}:{frame.lineno}"
