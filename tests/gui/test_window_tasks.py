"""Calls go to another thread, results come to the window's, and nothing comes after closing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytestqt.qtbot import QtBot

from hrdigitize.gui.running.tasks import Tasks


def unwanted(fault: Exception) -> None:
    raise AssertionError("no fault was to be expected here") from fault


@pytest.fixture
def lane() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


def test_a_result_arrives_on_the_thread_of_the_window(lane: ThreadPoolExecutor, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    tasks = Tasks(lane, unwanted)
    tasks.start(threading.current_thread, lambda ran: threads.extend([ran, threading.current_thread()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.current_thread()
    assert threads[1] is threading.current_thread()
    assert not tasks.busy
    tasks.close()


def test_a_fault_arrives_where_it_was_asked_for(lane: ThreadPoolExecutor, qtbot: QtBot) -> None:
    own: list[Exception] = []
    general: list[Exception] = []
    tasks = Tasks(lane, general.append)
    tasks.start(lambda: int("x"), print, own.append)
    tasks.start(lambda: int("y"), print)
    qtbot.waitUntil(lambda: len(own) == 1 and len(general) == 1)
    assert isinstance(own[0], ValueError)
    tasks.close()


def test_a_cancelled_call_is_never_heard_of_again(lane: ThreadPoolExecutor, qtbot: QtBot) -> None:
    heard: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        return "slow"

    tasks = Tasks(lane, unwanted)
    running = tasks.start(slow, heard.append)
    waiting = tasks.start(lambda: "waiting", heard.append)
    tasks.start(lambda: "last", heard.append)
    begun.wait(10)
    assert not running.cancel_if_waiting()
    running.cancel()
    assert waiting.cancel_if_waiting()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == ["last"]
    tasks.close()


def test_closing_lets_calls_finish_but_delivers_nothing(lane: ThreadPoolExecutor, qtbot: QtBot) -> None:
    heard: list[str] = []
    stored: list[str] = []
    go_on = threading.Event()
    tasks = Tasks(lane, unwanted)
    tasks.start(lambda: go_on.wait(10), lambda _: heard.append("first"))
    tasks.start(lambda: stored.append("answer"), lambda _: heard.append("second"))
    tasks.close()
    go_on.set()
    lane.shutdown(wait=True)
    qtbot.wait(20)
    assert stored == ["answer"], "an answer given before closing is still stored"
    assert heard == []
