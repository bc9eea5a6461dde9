"""Ink that gave no text: a signature, a stamp, handwriting nobody could read. A blank with it is doubted.

What the line reader surely takes for nothing is no mark: it has learnt what leaders, rules and specks leave.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine
from hrdigitize.extraction.page.missed import pieces
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.pixels import WORKING_DPI, Grey
from hrdigitize.ocr.engine import LineReader

#: Ink counts as a mark from this size on; what is higher than a line of print is one, whatever it looks like.
_HEIGHT_PX, _WIDTH_PX = 20, 10
_LINE_PX = 72
_ROOM_PX = 6
#: How sure the reader must be that there is nothing: of 4,000 made lines it was so in 78 of a hundred places
#: without text, and in one with text, a row of dots ("…").
_SURELY_NOTHING = 0.95


def marks(page: CleanPage, lines: Sequence[TextLine], reader: LineReader | None) -> tuple[Box, ...]:
    """Boxes around ink of letter size that no word covers, in pixels of the page's image, from the top."""
    inked: Grey = cv2.bitwise_or(page.letters, page.blots).astype(np.uint8)
    found = sorted(box for box in pieces(inked, lines) if box.height >= _HEIGHT_PX and box.width >= _WIDTH_PX)
    if reader is None:
        return tuple(found)
    asked = [box for box in found if box.height <= _LINE_PX and not _is_solid(box, page)]
    crops = [_cut_out(page.paper, box) for box in asked]
    readings = reader.read_lines(crops, WORKING_DPI)
    nothing = {
        box
        for box, reading in zip(asked, readings, strict=True)
        if not reading.text and reading.confidence >= _SURELY_NOTHING
    }
    return tuple(box for box in found if box not in nothing)


def _is_solid(box: Box, page: CleanPage) -> bool:
    """Whether solid ink was taken out there: a punch hole, or something crossed out."""
    return bool(np.any(page.blots[box.y : box.bottom, box.x : box.right]))


def _cut_out(paper: Grey, box: Box) -> Grey:
    height, width = paper.shape
    room = box.padded(_ROOM_PX).clipped(width, height)
    return paper[room.y : room.bottom, room.x : room.right]
