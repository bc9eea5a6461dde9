"""Watches that are killed: `python -m tests.services.killed_watch STORE FOLDER KILLS MOVE`.

Every watch is a forked process that takes what is complete in the folder and is killed after a random time;
the last one lives. Prints a line for each: how many pages it told as safe.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from hrdigitize.capture.decode import decode
from hrdigitize.capture.watched import Settling, WatchedFolder
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import BatchId
from hrdigitize.services.intake import Intake
from hrdigitize.services.watching import Watching, looks
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import open_store
from tests.services.killed_sitting import KEY
from tests.services.made_up import CLERK, MovableClock


def watch(store_folder: Path, folder: Path, told: int, *, move: bool) -> None:
    """One watch in a process of its own: a byte for each page that is safe."""

    def tell(_batch: BatchId, _pages: int) -> None:
        os.write(told, b".")

    clock, lane = MovableClock(), Lane()
    store = lane.run(lambda: open_store(store_folder, KEY, clock=clock, randomness=os.urandom))
    intake = Intake(store, lane, decode=decode, identifiers=Identifiers(clock, os.urandom))
    watched = WatchedFolder(folder, now=time.monotonic, move=move, settling=Settling(looks=1, seconds=0.0))
    Watching(store, lane, intake=intake).watch(
        watched,
        looks(lambda _: False, until_still=watched),
        actor=CLERK,
        taken=tell,
    )
    lane.run(store.close)
    lane.close()


def killed(store: Path, folder: Path, after_s: float | None, *, move: bool) -> int:
    """How many pages a watch told as safe before it was killed after so long; None: it lives."""
    listening, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            watch(store, folder, telling, move=move)
        finally:
            os._exit(0)
    os.close(telling)
    if not select.select([listening], [], [], 30)[0]:
        raise AssertionError("the watch took nothing")
    if after_s is not None:
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = os.read(listening, 1 << 16)
    os.close(listening)
    return len(told)


def main(store: Path, folder: Path, kills: int, *, move: bool) -> None:
    """So many watches are killed within a fifth of a second of their first page, then one lives."""
    chance = random.Random(11)
    for turn in range(kills + 1):
        after_s = chance.uniform(0.0, 0.2) if turn < kills else None
        sys.stdout.write(f"{killed(store, folder, after_s, move=move)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), move=sys.argv[4] == "move")
