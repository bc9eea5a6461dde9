"""Whether the window waits for nothing: stalls of its event loop during an intake, its start, its memory.

The same pages are taken in and read twice: by another process beside an empty window, and by the program
beside its own, in which fields and pages are turned all the while. Both are measured in the same way, by
turns in several rounds: a machine that halts for a moment does so beside either, and the worst of one round
says little. The first list is waited for in an office that has only just begun, and in one with a hundred
thousand cadres.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from benchmarks import first_list
from benchmarks.clerk import wait
from benchmarks.formsets import generated
from benchmarks.memory import own_mib
from benchmarks.stalls import LoopWatch, Stalls
from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.gui.running import garbage
from hrdigitize.gui.running.dressing import dressed
from hrdigitize.gui.window import MainWindow
from tests.generator.generating import FORMS, USES

_CLERK = Actor("Lê Thị Mai", Role.CLERK)
_STEP_MS, _STEPS_A_PAGE = 150, 8
_WORN = 1
_LOGINS = 3
#: What the window may take more than an empty one.
_P99_MS, _WORST_MS, _MEMORY_MIB, _START_TIMES, _LIST_S = 16, 50, 400, 2.5, 1.5


def main(arguments: Sequence[str]) -> int:
    """Run the measurement as asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks window", description=__doc__)
    parser.add_argument("--pages", type=int, default=200, help="pages of the intake, at least")
    parser.add_argument("--rounds", type=int, default=3, help="how often either window is measured")
    parser.add_argument("--starts", type=int, default=5, help="starts of either window; 0 for none")
    parser.add_argument("--cadres", type=int, default=100_000, help="cadres with a document each; 0 for none")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    dressed()
    with TemporaryDirectory() as folder, garbage.collected_here():
        if given.pages:
            _say(_stall_lines(_pages(given.pages), Path(folder), given.rounds))
        if given.starts:
            _say(_start_lines(given.starts, Path(folder)))
        if given.cadres:
            _say(_list_lines(given.cadres, Path(folder)))
    return 0


def _say(lines: Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)


def _pages(count: int) -> list[Path]:
    first = USES["test"].first_seed
    forms = generated(range(first, first + count // 3), [_WORN], jobs=2, among=tuple(FORMS))
    return list(chain.from_iterable(form.pages for form in forms))[:count]


def _stall_lines(pages: Sequence[Path], folder: Path, rounds: int) -> Iterator[str]:
    p99s, worsts, mibs = list[float](), list[float](), list[float]()
    for number in range(1, rounds + 1):
        empty = _beside_an_empty_window(pages, folder / f"other-{number}")
        yield f"round {number}, empty window beside an intake of {len(pages)} pages: {empty}"
        ours, mib = _beside_our_window(pages, folder / f"own-{number}")
        yield f"round {number}, the program's window during the same intake: {ours}"
        p99s.append(ours.p99 - empty.p99)
        worsts.append(ours.worst - empty.worst)
        mibs.append(mib)
    yield (
        f"above the empty window, median of {rounds} rounds: "
        f"p99 {statistics.median(p99s):+.1f} ms (aim {_P99_MS:+d}), "
        f"at most {statistics.median(worsts):+.1f} ms (aim {_WORST_MS:+d}; "
        f"each round {', '.join(f'{worst:+.1f}' for worst in worsts)}); "
        f"memory of the window's process {max(mibs):.0f} MiB (aim {_MEMORY_MIB})"
    )


def _beside_an_empty_window(pages: Sequence[Path], store: Path) -> Stalls:
    other = get_context("spawn").Process(target=_take_in_alone, args=(list(pages), store))
    label = QLabel("0")
    label.show()
    watch = LoopWatch()
    turning = _every(_STEP_MS, lambda: label.setText(str(int(label.text()) + 1)))
    other.start()
    watch.start()
    wait(lambda: not other.is_alive(), patience_ms=3_600_000)
    turning.stop()
    label.close()
    if other.exitcode:
        raise RuntimeError("the intake beside the empty window failed")
    return watch.stop()


def _take_in_alone(pages: list[Path], store: Path) -> None:
    app = open_sample(store, clock=_now)
    try:
        _take_in(app, pages)
    finally:
        app.close()


def _take_in(app: App, pages: Sequence[Path]) -> None:
    arrived = partial(app.queue.arrived, actor=_CLERK)
    batch = app.intake.capture(pages, actor=_CLERK, taken=arrived).batch
    app.queue.ended(batch, actor=_CLERK).result()


def _beside_our_window(pages: Sequence[Path], store: Path) -> tuple[Stalls, float]:
    app = open_sample(store, clock=_now)
    try:
        _take_in(app, pages[:4])
        garbage.leave_out_what_lives()
        window = MainWindow(app, _CLERK)
        window.show()
        wait(lambda: window.idle and window.session.state is not None)
        watch = LoopWatch()
        intake = threading.Thread(target=_take_in, args=(app, pages))
        steps = iter(range(1_000_000))
        turning = _every(_STEP_MS, lambda: _step(window, next(steps)))
        intake.start()
        watch.start()
        wait(lambda: not intake.is_alive(), patience_ms=3_600_000)
        turning.stop()
        stalls, mib = watch.stop(), own_mib()
        wait(lambda: window.idle)
        window.close()
        garbage.let_go(window)
        return stalls, mib
    finally:
        app.close()


def _step(window: MainWindow, number: int) -> None:
    """A person who looks through the document while others are read."""
    window.session.step(1)
    if number % _STEPS_A_PAGE == 0:
        window.verify.pages.turn(1 if number % (2 * _STEPS_A_PAGE) else -1)


def _every(milliseconds: int, call: Callable[[], object]) -> QTimer:
    timer = QTimer()
    timer.timeout.connect(call)
    timer.start(milliseconds)
    return timer


def _start_lines(count: int, folder: Path) -> Iterator[str]:
    empty = [_started("empty", folder) for _ in range(count)]
    ours = [_started("program", folder / "office") for _ in range(count)]
    usual, own = statistics.median(empty), statistics.median(ours)
    yield (
        f"start to keys that are taken, median of {count}: empty window {usual:.2f} s, "
        f"login page {own:.2f} s: {own / usual:.2f} times (aim {_START_TIMES})"
    )


def _list_lines(cadres: int, folder: Path) -> Iterator[str]:
    """How much later the first list comes where there is much to list."""
    spent = dict[int, float]()
    for count in (0, cadres):
        office = folder / f"office-{count}"
        begun = perf_counter()
        first_list.make_office(office, count)
        built = perf_counter() - begun
        spent[count] = statistics.median(_seconds("first_list", office) for _ in range(_LOGINS))
        yield (
            f"login to the first list, median of {_LOGINS}, {count} cadres: {spent[count]:.2f} s "
            f"(store built in {built:.0f} s)"
        )
    yield f"above the empty store: {spent[cadres] - spent[0]:+.2f} s (aim {_LIST_S:+.1f})"


def _seconds(module: str, folder: Path) -> float:
    """What a process that measures itself has to say."""
    code = f"from benchmarks.{module} import program; program({str(folder)!r})"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


def _started(which: str, folder: Path) -> float:
    """Seconds from starting a process to its window's first key."""
    begun = perf_counter()
    code = f"from benchmarks.first_key import {which}; {which}({str(folder)!r})"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = perf_counter() - begun
    if line.strip() != b"key":
        raise RuntimeError(f"the {which} window took no key")
    return spent


def _now() -> datetime:
    return datetime.now(UTC)
