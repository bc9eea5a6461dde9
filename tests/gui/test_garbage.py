"""Cycles die on the window's thread, however much other threads allocate."""

from __future__ import annotations

import gc
import threading

from pytestqt.qtbot import QtBot

from hrdigitize.gui.running import garbage

_ENOUGH = 100_000


class _Ring:
    """Only the collector can let it go; it notes on which thread that was."""

    def __init__(self, died_on: list[int]) -> None:
        self._myself = self
        self._died_on = died_on

    def __del__(self) -> None:
        self._died_on.append(threading.get_ident())


def test_a_cycle_dies_on_the_window_s_thread(qtbot: QtBot) -> None:
    died_on: list[int] = []
    kept: list[list[int]] = []
    _Ring(died_on)
    other = threading.Thread(target=lambda: kept.extend([] for _ in range(_ENOUGH)))
    other.start()
    other.join()
    assert not gc.isenabled()
    assert died_on == []
    qtbot.waitUntil(lambda: bool(died_on), timeout=20_000)
    assert died_on == [threading.get_ident()]


def test_a_window_within_another_leaves_the_collector_as_it_was(qtbot: QtBot) -> None:
    with garbage.collected_here():
        pass
    assert not gc.isenabled(), "the outer window is still open"
    assert gc.get_freeze_count() > 0, "what lived before any window is still left out"
