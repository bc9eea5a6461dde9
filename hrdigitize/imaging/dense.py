"""Places on a page that are half ink: where a printed code may stand. Text is a fifth ink at most."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.pixels import Grey, reduced

#: Looked for on a picture this many times smaller than the working image: 75 dots per inch.
_SHRINK = 4
#: A code is at least 8 mm wide and high; within a square of so much of it this share is ink: about half of
#: a code is, of print less. Chosen, not measured apart: tests/extraction/test_codes says what is found.
_PART_PX = 20
_LEAST, _MOST = 0.30, 0.72
#: So much about a place belongs to it as well: the code goes on, and its quiet border.
_REACH_PX = 16
#: More such places than this are no codes: a page of photographs, a dark copy.
_MOST_PLACES = 8
_PAPER = 255.0


def dense_places(image: Grey) -> tuple[Box, ...]:
    """Boxes on a flattened page at the working resolution, the largest first; none on most pages."""
    small = reduced(image, _SHRINK)
    if min(small.shape) < _PART_PX:
        return ()
    bright = cv2.boxFilter(small, cv2.CV_32F, (_PART_PX, _PART_PX), borderType=cv2.BORDER_REPLICATE)
    half = cv2.inRange(bright, _PAPER * (1 - _MOST), _PAPER * (1 - _LEAST))
    if not cv2.countNonZero(half):
        return ()
    grown = cv2.dilate(half, np.ones((2 * _REACH_PX + 1, 2 * _REACH_PX + 1), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(grown)
    places = sorted(found[1:].tolist(), key=lambda row: -row[4])[:_MOST_PLACES]
    height, width = image.shape
    return tuple(
        Box(x * _SHRINK, y * _SHRINK, across * _SHRINK, down * _SHRINK).clipped(width, height)
        for x, y, across, down, _ in places
    )
