"""Messages of any size through a helper's pipe.

A page is 26 MB, and the pipe takes a few hundred KB at a time. Asked for one message of that size, the
standard connection makes room for all of it again at every step: measured 32 ms a page, against 10 ms in
pieces that are put where they belong. Room for a large one comes from the system, empty: clearing it first
would keep every thread of the program waiting, 10 ms on a good day, 80 ms where others work too.
"""

from __future__ import annotations

import mmap
import pickle
from multiprocessing.connection import Connection

#: Pieces of 64 KB to 4 MB take the same time; small ones stay in the processor's cache.
_PIECE_BYTES = 256 << 10
_LENGTH_BYTES = 8


def send(connection: Connection, data: bytes | memoryview) -> None:
    """Sends one message. OSError where nobody is at the other end."""
    whole = memoryview(data).cast("B")
    connection.send_bytes(len(whole).to_bytes(_LENGTH_BYTES, "big"))
    for start in range(0, len(whole), _PIECE_BYTES):
        connection.send_bytes(whole[start : start + _PIECE_BYTES])


def receive(connection: Connection, most_bytes: int | None = None) -> memoryview:
    """The next message. EOFError where nobody is at the other end; OSError for one longer than `most_bytes`.

    The other end is not trusted: no more room is made than it may fill.
    """
    length = int.from_bytes(connection.recv_bytes(_LENGTH_BYTES), "big")
    if most_bytes is not None and length > most_bytes:
        raise OSError(f"a message of {length} bytes, where at most {most_bytes} may come")
    whole, filled = _room(length), 0
    while filled < length:
        piece = connection.recv_bytes(min(length - filled, _PIECE_BYTES))
        if not piece:
            raise OSError("an empty piece of a message")
        whole[filled : filled + len(piece)] = piece
        filled += len(piece)
    return whole


def _room(length: int) -> memoryview:
    if length <= _PIECE_BYTES:
        return memoryview(bytearray(length))
    try:
        return memoryview(mmap.mmap(-1, length))
    except OSError as refused:
        raise MemoryError from refused


def send_object(connection: Connection, value: object) -> None:
    """Sends an object; its large parts (`pickle.PickleBuffer`) go as they are, without a copy."""
    parts: list[pickle.PickleBuffer] = []
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL, buffer_callback=parts.append)
    connection.send_bytes(len(parts).to_bytes(_LENGTH_BYTES, "big"))
    send(connection, body)
    for part in parts:
        send(connection, memoryview(part))


def receive_object(connection: Connection) -> object:
    """The object that `send_object` sent, from a helper that is trusted: to unpack it may run code."""
    count = int.from_bytes(connection.recv_bytes(_LENGTH_BYTES), "big")
    body = receive(connection)
    parts = [receive(connection) for _ in range(count)]
    return pickle.loads(body, buffers=parts)
