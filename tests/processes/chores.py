"""What the helpers of these tests do: picklable, so they stand in a module of their own."""

from __future__ import annotations

import os
import time
from pathlib import Path

from hrdigitize.domain.faults import UserFault

#: What stays taken until the helper ends.
_HELD: list[bytes] = []


def greeting() -> str:
    """A context like engine and forms: made once in each helper."""
    return "xin chào"


def slow_greeting() -> str:
    time.sleep(2)
    return greeting()


def refused_greeting() -> str:
    raise UserFault("ocr-engine-missing")


def greet(name: str, context: str) -> str:
    return f"{context} {name}"


def tell_pid(_context: str) -> int:
    return os.getpid()


def die(_context: str) -> None:
    os._exit(3)


def die_the_first_time(sign: Path, _context: str) -> str:
    if not sign.exists():
        sign.touch()
        os._exit(3)
    return "sống"


def sleep_for_ever(_context: str) -> None:
    time.sleep(3600)


def refuse(_context: str) -> None:
    raise UserFault("file-too-large", most=300)


def stumble_over(secret: str, _context: str) -> None:
    raise ValueError(secret)


def take_memory(size_bytes: int, _context: str) -> int:
    return len(bytearray(size_bytes))


def write_file(path: Path, _context: str) -> None:
    path.write_bytes(b"x" * 4096)


def start_child(_context: str) -> int:
    return os.fork()


def chatter(_context: str) -> None:
    os.write(2, "tiếng ồn của thư viện".encode())
    os.write(1, "tiếng ồn của thư viện".encode())


def take_and_free(count: int, _context: str) -> None:
    """Takes so many pieces of memory and frees them but the last, which would hold all below it."""
    pieces = [bytes(100_000) for _ in range(count)]
    _HELD.append(pieces.pop())
