"""Dotted leaders: rows of small dots on which values are typed.

Measured: Tesseract takes the dots for text, misjudges the line's height and returns garbage for the
whole line, on the cleanest scans worst of all. So they go before the engine sees the page.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.imaging.pixels import Grey

#: Sizes in pixels at the working resolution (300 dpi). A full stop of 13 pt print is 6-8 px.
_DOT_PX = 11
#: Dots of one leader follow each other within this distance, and this close to one height.
_STEP_PX = 26
_LEVEL_PX = 3.5
#: Fewer dots than this are punctuation ("v.v...", "i").
_FEWEST = 5
#: Dots that ran together in a poor copy: a thin, long, low strip.
_STRIP_LENGTH_PX = 70
_STRIP_HEIGHT_PX = 10


def without_leaders(image: Grey, ink_mask: Grey, letters: Grey) -> Grey:
    """The image with leader dots painted white; letters that touch a leader stay whole."""
    count, labels, stats, centres = cv2.connectedComponentsWithStats(ink_mask, connectivity=8)
    if count <= 1:
        return image
    chosen = np.zeros(count, dtype=bool)
    chosen[_rows_of_dots(stats, centres)] = True
    chosen[_strips(stats)] = True
    chosen[0] = False
    if not chosen.any():
        return image
    mask = chosen[labels].astype(np.uint8)
    mask = cv2.dilate(mask, np.ones((5, 5), np.uint8)).astype(np.uint8)
    cleaned = image.copy()
    cleaned[(mask > 0) & (letters == 0)] = 255
    return cleaned


def _strips(stats: NDArray[np.int32]) -> NDArray[np.intp]:
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    return np.flatnonzero((width >= _STRIP_LENGTH_PX) & (height <= _STRIP_HEIGHT_PX))


def _rows_of_dots(stats: NDArray[np.int32], centres: NDArray[np.float64]) -> list[int]:
    """Components that are dots in a row of at least _FEWEST, each near the next in place and height."""
    small = (stats[:, cv2.CC_STAT_WIDTH] <= _DOT_PX) & (stats[:, cv2.CC_STAT_HEIGHT] <= _DOT_PX)
    dots = np.flatnonzero(small & (stats[:, cv2.CC_STAT_AREA] >= 2))
    if len(dots) < _FEWEST:
        return []
    by_x = sorted(dots.tolist(), key=lambda i: float(centres[i, 0]))
    open_rows: list[list[int]] = []
    found: list[int] = []
    for dot in by_x:
        x, y = centres[dot]
        still_open: list[list[int]] = []
        home: list[int] | None = None
        for row in open_rows:
            last_x, last_y = centres[row[-1]]
            if x - last_x > _STEP_PX:
                if len(row) >= _FEWEST:
                    found.extend(row)
                continue
            still_open.append(row)
            if home is None and abs(y - last_y) <= _LEVEL_PX:
                home = row
        if home is None:
            still_open.append([dot])
        else:
            home.append(dot)
        open_rows = still_open
    for row in open_rows:
        if len(row) >= _FEWEST:
            found.extend(row)
    return found
