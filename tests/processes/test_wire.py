"""Messages through a pipe: any size, no more room than was agreed, an end that is noticed."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection

import pytest

from hrdigitize.domain.picture import Picture
from hrdigitize.processes import wire

Ends = tuple[Connection, Connection]


@pytest.fixture
def ends() -> Ends:
    one, other = multiprocessing.Pipe()
    return one, other


@pytest.mark.parametrize("size", [0, 1, 262_143, 262_144, 262_145, 5_000_000])
def test_a_message_comes_as_it_went(ends: Ends, size: int) -> None:
    data = os.urandom(size)
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(wire.send, ends[0], data)
        assert bytes(wire.receive(ends[1])) == data
        sent.result()


def test_a_message_longer_than_agreed_is_refused_before_room_is_made(ends: Ends) -> None:
    ends[0].send_bytes((1 << 60).to_bytes(8, "big"))
    with pytest.raises(OSError, match="at most 4096"):
        wire.receive(ends[1], 4096)


def test_a_piece_longer_than_what_is_missing_is_refused(ends: Ends) -> None:
    ends[0].send_bytes((10).to_bytes(8, "big"))
    ends[0].send_bytes(bytes(11))
    with pytest.raises(OSError, match="message"):
        wire.receive(ends[1], 4096)


def test_an_empty_piece_is_refused(ends: Ends) -> None:
    ends[0].send_bytes((10).to_bytes(8, "big"))
    ends[0].send_bytes(b"")
    with pytest.raises(OSError, match="empty"):
        wire.receive(ends[1], 4096)


def test_the_other_end_that_is_gone_is_noticed(ends: Ends) -> None:
    ends[0].send_bytes((10).to_bytes(8, "big"))
    ends[0].close()
    with pytest.raises(EOFError):
        wire.receive(ends[1])


def test_objects_travel_with_their_pictures(ends: Ends) -> None:
    pictures = [Picture(300, 1000, 3, 300, os.urandom(900_000)), Picture(2, 1, 1, 200, b"ab")]
    with ThreadPoolExecutor(1) as pool:
        pool.submit(wire.send_object, ends[0], ("hồ sơ", pictures))
        assert wire.receive_object(ends[1]) == ("hồ sơ", pictures)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_picture_survives_every_way_of_packing(protocol: int) -> None:
    picture = Picture(2, 2, 1, 300, memoryview(b"abcd"))
    assert pickle.loads(pickle.dumps(picture, protocol)) == picture
