"""One helper process and the pipe to it.

A helper is spawned, never forked: it shares nothing with the program but the pipe. It is held to its
limits before it loads anything, and to its time by the parent's clock. What it prints goes nowhere:
libraries complain about foreign files with pieces of their content.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Literal

from hrdigitize.processes.limits import Limits, confine_self, confined, release

_SPAWN = multiprocessing.get_context("spawn")
#: How long a helper that was killed may take to be gone.
_BURIAL_S = 5.0
#: One thread for each helper: the helpers themselves are the parallel work (OpenMP's default makes
#: Tesseract four times slower when all cores are busy).
_ONE_THREAD = dict.fromkeys(
    ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM"), "1"
)


class HelperLostError(Exception):
    """The helper is gone: it died by itself, or was stopped because its time was over."""

    def __init__(self, reason: Literal["died", "stuck", "closed"]) -> None:
        super().__init__(reason)
        self.reason = reason


class Helper:
    """One helper process and the pipe to it. `work` gets the other end; it must be picklable."""

    def __init__(self, work: Callable[[Connection], None], *, limits: Limits) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_enter, args=(theirs, pickle.dumps(work), limits), daemon=True, name="hrdigitize-helper"
        )
        self._process.start()
        theirs.close()
        self._job = confined(self._process.pid, limits)
        self._stopped = False

    @property
    def pid(self) -> int | None:
        """The process id; None after `stop`."""
        return None if self._stopped else self._process.pid

    @contextmanager
    def within(self, time_limit_s: float) -> Iterator[None]:
        """Kills the helper when the body takes longer. HelperLostError when the pipe breaks inside."""
        late = threading.Event()

        def kill() -> None:
            late.set()
            self._process.kill()

        watch = threading.Timer(time_limit_s, kill)
        watch.daemon = True
        watch.start()
        try:
            yield
        except (EOFError, OSError) as gone:
            raise HelperLostError("stuck" if late.is_set() else "died") from gone
        finally:
            watch.cancel()

    @property
    def connection(self) -> Connection:
        """Our end of the pipe, for the calls of `wire`; use it inside `within`."""
        return self._connection

    def stop(self) -> None:
        """Ends the process at once; harmless when it is gone already."""
        if self._stopped:
            return
        self._stopped = True
        self._process.kill()
        self._process.join(_BURIAL_S)
        self._connection.close()  # last: a thread that still reads from it must see the end, not another file
        release(self._job)


def _enter(connection: Connection, work: bytes, limits: Limits) -> None:
    """The first thing a helper does: quiet, confined, and only then the work is loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's; it ends its helpers
    os.environ.update(_ONE_THREAD)
    if not os.environ.get("HRDIGITIZE_DETAILS"):
        _silence()
    confine_self(limits)
    run: Callable[[Connection], None] = pickle.loads(work)
    run(connection)


def _silence() -> None:
    """Standard output and error of this process, native libraries included, go nowhere from now on."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
