"""Sittings that are killed: `python -m tests.services.killed_sitting STORE FILES KILLS BATCH…`.

Every sitting is a forked process that opens the store, takes the files into a batch from where it was, and is
killed after a random time; a batch that is whole is followed by the next one. Prints a line of JSON for each:
the batch, how many pages it had at the beginning, how many were told as safe, whether it ended.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from hrdigitize.capture.decode import decode
from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import BatchId
from hrdigitize.services.intake import Intake
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import open_store
from tests.services.made_up import CLERK, MovableClock

KEY = DataKey(bytes(range(32)))


def sit(folder: Path, files: Sequence[Path], batch: BatchId, told: int) -> None:
    """One sitting, in a process of its own: how many pages are safe at first and after each, then "end"."""
    clock, lane = MovableClock(), Lane()
    store = lane.run(lambda: open_store(folder, KEY, clock=clock, randomness=os.urandom))

    def tell(_: BatchId, pages: int) -> None:
        os.write(told, f"{pages}\n".encode())

    def had() -> int:
        with store.view() as view:
            return len(view.batches.pages(batch))

    tell(batch, lane.run(had))
    intake = Intake(store, lane, decode=decode, identifiers=Identifiers(clock, os.urandom))
    intake.capture(files, actor=CLERK, into=batch, taken=tell)
    os.write(told, b"end\n")
    lane.run(store.close)
    lane.close()


def killed(folder: Path, files: Sequence[Path], batch: BatchId, after_s: float | None) -> list[str]:
    """What a sitting told before it was killed after so long; None: it lives."""
    listening, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            sit(folder, files, batch, telling)
        finally:
            os._exit(0)
    os.close(telling)
    told, deadline = b"", None if after_s is None else time.monotonic() + after_s
    while True:
        left = None if deadline is None else max(0.0, deadline - time.monotonic())
        if not select.select([listening], [], [], left)[0]:
            os.kill(child, signal.SIGKILL)
            deadline = None  # what it told before is still in the pipe
            continue
        piece = os.read(listening, 1 << 16)
        if not piece:
            break
        told += piece
    os.close(listening)
    os.waitpid(child, 0)
    return told.decode().split("\n")[:-1]


def main(folder: Path, files: Path, kills: int, batches: Sequence[str]) -> None:
    """Lets a batch end, kills so many sittings, then lets the batch end that was begun last."""
    chance, paths, at = random.Random(7), sorted(files.iterdir()), 0
    longest_s = 0.0
    for turn in range(kills + 2):
        # The first one lives: kills fall anywhere in a sitting, however fast this PC is. So does the last.
        after_s = chance.uniform(0.0, longest_s) if 0 < turn <= kills else None
        begun = time.monotonic()
        lines = killed(folder, paths, BatchId(batches[at]), after_s)
        told = [int(line) for line in lines if line != "end"]
        ended = "end" in lines
        sys.stdout.write(json.dumps({"batch": batches[at], "told": told, "ended": ended}) + "\n")
        at += ended
        longest_s = longest_s or time.monotonic() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
