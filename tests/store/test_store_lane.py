"""The lane: one thread, one call after the other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError

import pytest

from hrdigitize.store.lane import Lane


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane()
    yield made
    made.close()


def test_every_call_runs_on_the_same_other_thread(lane: Lane) -> None:
    threads = {lane.submit(threading.get_ident).result() for _ in range(20)}
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_calls_run_in_the_order_given(lane: Lane) -> None:
    seen: list[int] = []
    for number in range(50):
        lane.submit(lambda number=number: seen.append(number))  # type: ignore[misc]
    lane.run(lambda: None)
    assert seen == list(range(50))


def test_run_on_the_lane_itself_does_not_wait_for_ever(lane: Lane) -> None:
    assert lane.submit(lambda: lane.run(lambda: lane.run(lambda: 7))).result(timeout=10) == 7


def test_a_fault_reaches_whoever_asked_and_the_lane_goes_on(lane: Lane) -> None:
    with pytest.raises(ZeroDivisionError):
        lane.run(lambda: 1 // 0)
    assert lane.run(lambda: 7) == 7


def test_a_waiting_call_can_be_cancelled(lane: Lane) -> None:
    gate = threading.Event()
    lane.submit(lambda: gate.wait(10))
    waiting = lane.submit(lambda: 7)
    assert waiting.cancel()
    gate.set()
    with pytest.raises(CancelledError):
        waiting.result(timeout=10)


def test_closing_finishes_what_is_queued_and_takes_no_more() -> None:
    lane = Lane()
    last = lane.submit(lambda: 7)
    lane.close()
    assert last.result() == 7
    with pytest.raises(RuntimeError):
        lane.submit(lambda: 8)
