"""Opens stores on request, each in a process of its own that waits until it is let go: `python -m …`.

Reads folders from standard input. For each it prints the number of a stopped process, which opens and closes
the store once it is continued; when that one has ended, it prints how. With seconds behind the folder (and a
tab between) it continues the process itself, and kills it after them. Loading the program is paid once.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

from tests.store.made_up import opened_store

_PR_SET_PTRACER = 0x59616D61


def main() -> None:
    for line in sys.stdin:
        folder, _, seconds = line.rstrip("\n").partition("\t")
        child = os.fork()
        if not child:
            _let_anybody_trace()
            os.kill(os.getpid(), signal.SIGSTOP)
            opened_store(Path(folder)).close()
            os._exit(0)
        os.waitpid(child, os.WUNTRACED)
        if seconds:
            os.kill(child, signal.SIGCONT)
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)  # not waited for yet: the number is still its own
        else:
            _say(child)
        _, status = os.waitpid(child, 0)
        _say(os.waitstatus_to_exitcode(status))


def _let_anybody_trace() -> None:
    """Some systems let a process be watched by its parents alone; strace is none."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
