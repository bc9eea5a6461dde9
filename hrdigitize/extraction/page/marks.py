"""Ink that gave no text: a signature, a stamp, handwriting nobody could read. A blank with it is doubted.

What the line readers surely take for nothing is no mark: they have learnt what leaders and specks leave.
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
#: How sure line readers must be that there is nothing, one alone and each of two. Of 254 made places without
#: text one alone was so sure of 78 in a hundred, two of 99; of 3,746 with text, of a row of dots ("…").
_ALONE, _TOGETHER = 0.95, 0.6


def marks(page: CleanPage, lines: Sequence[TextLine], readers: Sequence[LineReader]) -> tuple[Box, ...]:
    """Boxes around ink of letter size that no word covers, in pixels of the page's image, from the top.

    readers: the line readers that look at it again.
    """
    blots = page.blots.mask()
    inked: Grey = cv2.bitwise_or(page.letters, blots).astype(np.uint8)
    found = sorted(box for box in pieces(inked, lines) if box.height >= _HEIGHT_PX and box.width >= _WIDTH_PX)
    if not readers:
        return tuple(found)
    limit = _ALONE if len(readers) == 1 else _TOGETHER
    nothing = [box for box in found if box.height <= _LINE_PX and not _is_solid(box, blots)]
    for reader in readers:
        readings = reader.read_lines([_cut_out(page.paper, box) for box in nothing], WORKING_DPI)
        nothing = [
            box
            for box, reading in zip(nothing, readings, strict=True)
            if not reading.text and reading.confidence >= limit
        ]
    left_out = set(nothing)
    return tuple(box for box in found if box not in left_out)


def _is_solid(box: Box, blots: Grey) -> bool:
    """Whether solid ink was taken out there: a punch hole, or something crossed out."""
    return bool(np.any(blots[box.y : box.bottom, box.x : box.right]))


def _cut_out(paper: Grey, box: Box) -> Grey:
    height, width = paper.shape
    room = box.padded(_ROOM_PX).clipped(width, height)
    return paper[room.y : room.bottom, room.x : room.right]
