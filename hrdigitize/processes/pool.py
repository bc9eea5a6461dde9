"""A supervised pool of long-lived helpers: one bad task fails alone, the others go on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from multiprocessing.connection import Connection
from typing import Generic, TypeVar, cast

from hrdigitize.domain.faults import UserFault
from hrdigitize.processes import memory, wire
from hrdigitize.processes.helper import Helper, HelperLostError
from hrdigitize.processes.limits import Limits
from hrdigitize.processes.replies import Reply, SetupError, answer, prepared
from hrdigitize.processes.turns import Turns

#: A helper that has waited so long for its next task gives back what memory is free.
_IDLE_S = 2.0
#: A new helper is ready after 2 s on a PC that does nothing else; a cold or busy one takes many times that.
_START_S = 120.0

Context = TypeVar("Context")
Result = TypeVar("Result")


class Pool(Generic[Context]):
    """Long-lived helpers that do tasks beside each other, each task within its time limit.

    setup runs once in each helper and gives what every task is called with: a task is a picklable
    function of that context, its result is picklable too (results are trusted: pixels may be foreign,
    code in a pool is ours). The limit is the task's alone, getting ready has its own. A helper that dies
    or is stuck is replaced; its task is tried once more quite alone, then its future fails with
    HelperLostError. Other failures of a future: UserFault, SetupError, TaskError. Helpers start when
    they are needed.
    """

    def __init__(
        self, setup: Callable[[], Context], *, size: int, limits: Limits, time_limit_s: float
    ) -> None:
        #: So many tasks are worked on at once.
        self.size = size
        self._work = partial(_serve, setup)
        self._limits = limits
        self._time_limit_s = time_limit_s
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="helper")
        self._turns = Turns()
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
        helper, is_new = self._taken()
        try:
            if is_new:
                with helper.within(_START_S):
                    wire.receive_object(helper.connection)
            with helper.within(time_limit_s):
                wire.send_object(helper.connection, task)
                reply = cast("Reply[Result]", wire.receive_object(helper.connection))
        except BaseException:
            self._dropped(helper)
            raise
        self._given_back(helper)
        return reply.unpacked()

    def _taken(self) -> tuple[Helper, bool]:
        """A helper for one task, and whether it has yet to say that it is ready."""
        with self._lock:
            if self._closed:
                raise HelperLostError("closed")
            is_new = not self._idle
            helper = Helper(self._work, limits=self._limits) if is_new else self._idle.pop()
            self._busy.add(helper)
            return helper, is_new

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

    size = 1

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


def _serve(setup: Callable[[], Context], connection: Connection) -> None:
    """A pool helper's life: get ready once, then task after task until the pipe is closed."""
    context, refusal = prepared(setup)
    try:
        wire.send_object(connection, None)  # ready: from here the time of a task is counted
    except BrokenPipeError:
        return
    while True:
        try:
            if not connection.poll(_IDLE_S):
                memory.give_back()
            # The message is not kept: a page in it is as large as the page.
            task = cast("Callable[[Context | None], Result]", wire.receive_object(connection))
        except (EOFError, BrokenPipeError):
            return
        reply = refusal or answer(task, context)
        del task
        wire.send_object(connection, reply)
