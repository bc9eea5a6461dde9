"""Own identifiers: UUIDv7 as text, made where the thing is made, in the order of their making."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable

from hrdigitize.domain.actors import Clock

#: Gives that many unpredictable bytes. Passed in, so that tests are repeatable.
Randomness = Callable[[int], bytes]

_RANDOM_BITS = 74


class Identifiers:
    """Makes identifiers that only grow, even while the clock stands still or is set back (RFC 9562, 6.2).

    The 74 bits after the time start at random in each millisecond; within one, the last identifier
    is stepped by a random amount, so none can be guessed from its neighbour. Callable from any thread.
    """

    def __init__(self, clock: Clock, randomness: Randomness) -> None:
        self._clock = clock
        self._randomness = randomness
        self._lock = threading.Lock()
        self._last_ms = -1
        self._last_tail = 0

    def new(self) -> str:
        """The next identifier, as 36 characters of text."""
        now_ms = int(self._clock().timestamp() * 1000)
        with self._lock:
            if now_ms > self._last_ms:
                self._last_ms, self._last_tail = now_ms, self._random(_RANDOM_BITS - 1)
            else:
                self._last_tail += 1 + self._random(32)
            return str(_uuid7(self._last_ms, self._last_tail))

    def _random(self, bits: int) -> int:
        return int.from_bytes(self._randomness(10), "big") >> (80 - bits)


def _uuid7(time_ms: int, tail: int) -> uuid.UUID:
    """Time (48 bits) | version 7 | 12 bits of the tail | variant | 62 bits of the tail."""
    high, low = tail >> 62 & 0xFFF, tail & (1 << 62) - 1
    return uuid.UUID(int=time_ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)
