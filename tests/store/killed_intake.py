"""Takes three originals in and kills itself at the n-th step that touches the disk.

`python -m tests.store.killed_intake FOLDER N` prints a line for each acknowledged file; N = 0 lives and
prints how many steps there were.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest import mock

from sqlalchemy.orm import Session

from hrdigitize.domain.record import BatchId
from hrdigitize.store.batches import Batches
from hrdigitize.store.opening import Store
from tests.store.made_up import CLERK, opened_store, page, source_file

P = ParamSpec("P")
R = TypeVar("R")

FILES = (b"first scan" * 1000, b"second scan" * 1000, b"third scan" * 1000)


class Steps:
    """Counts the steps that touch the disk; the fatal one happens and nothing after it."""

    def __init__(self, fatal: int) -> None:
        self.count = 0
        self._fatal = fatal

    def counted(self, call: Callable[P, R]) -> Callable[P, R]:
        def step(*args: P.args, **kwargs: P.kwargs) -> R:
            result = call(*args, **kwargs)
            self.count += 1
            if self.count == self._fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return step


def accept(store: Store, number: int, content: bytes) -> None:
    """The accept protocol for one file of one page."""
    file = source_file(store, content, position=number)
    batch = BatchId(f"batch-{number}")
    with store.work(CLERK) as work:
        work.batches.add(batch, at=work.at, by="lan")
        work.batches.add_file(batch, file, [page(number, file)])
        work.commit("file-captured", file.id)


def main(folder: Path, fatal: int) -> None:
    """Opening is over before the first step counts."""
    store = opened_store(folder)
    steps = Steps(fatal)
    with (
        mock.patch.object(os, "write", steps.counted(os.write)),
        mock.patch.object(os, "fsync", steps.counted(os.fsync)),
        mock.patch.object(Path, "replace", steps.counted(Path.replace)),
        mock.patch.object(Batches, "add_file", steps.counted(Batches.add_file)),
        mock.patch.object(Session, "commit", steps.counted(Session.commit)),
    ):
        for number, content in enumerate(FILES, start=1):
            accept(store, number, content)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
    sys.stdout.write(f"steps {steps.count}\n")
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
