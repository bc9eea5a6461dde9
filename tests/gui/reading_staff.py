"""An engine for helpers beside a window: picklable, so it stands in a module of its own."""

from __future__ import annotations

import os
import time

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.ocr.engine import Engines, Grey
from tests.silent_engine import SilentEngine

#: The width of a page that no helper survives.
KILLS = 601
#: Long enough for somebody to end the helper meanwhile.
_PAGE_S = 0.4


class SlowEngine(SilentEngine):
    """Reads every page as one line that tells its width, and takes its time."""

    name = "slow"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        width = image.shape[1]
        if width == KILLS:
            os._exit(1)
        time.sleep(_PAGE_S)
        box = Box(0, 0, width, 40)
        return (TextLine((Word(f"Trang {width}", box, 0.9),), box),)


def slow_engine() -> Engines:
    return Engines(SlowEngine())
