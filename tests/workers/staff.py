"""Engines and decoders for these tests: picklable, so they stand in a module of their own."""

from __future__ import annotations

import os
import time

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.domain.picture import Picture
from hrdigitize.ocr.engine import Engines, Grey
from tests.silent_engine import SilentEngine

#: Widths of pages that the engine below cannot bear.
KILLS, STICKS, STUMBLES = 601, 602, 603


class SizeEngine(SilentEngine):
    """Reads every page as one line that tells its size; does what some sizes ask for."""

    name = "size"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        height, width = image.shape
        if width == KILLS:
            os._exit(1)
        if width == STICKS:
            time.sleep(3600)
        if width == STUMBLES:
            raise ValueError("Nguyễn Văn An")
        box = Box(0, 0, width, 40)
        return (TextLine((Word(f"{width}x{height}", box, 0.9),), box),)


def size_engine() -> Engines:
    return Engines(SizeEngine())


def no_engine() -> Engines:
    raise UserFault("ocr-engine-missing")


def sheet(width: int, height: int = 400) -> Picture:
    """White paper with a dark bar like a line of print, so that it does not count as blank."""
    rows = [
        bytes(20 if 100 < y < 120 and 50 < x < width - 50 and x % 7 > 2 else 255 for x in range(width))
        for y in range(height)
    ]
    return Picture(width, height, 1, 300, b"".join(rows))


class SlowEngine(SizeEngine):
    """As the other, and takes its time."""

    name = "slow"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        time.sleep(0.05)
        return super().read_page(image, dpi)


def slow_engine() -> Engines:
    return Engines(SlowEngine())
