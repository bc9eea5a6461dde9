"""Dotted leaders: rows of small dots on which values are typed.

Measured: Tesseract takes the dots for text, misjudges the line's height and returns garbage for the
whole line, on the cleanest scans worst of all. So they go before the engine sees the page.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from hrdigitize.imaging.components import Choice, Components, components
from hrdigitize.imaging.pixels import Grey, whitened, without

#: Sizes in pixels at the working resolution (300 dpi). A full stop of 13 pt print is 6-8 px.
_DOT_PX = 11
_DOT_AREA_PX = 2
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
    found = components(ink_mask)
    chosen = _in_rows(found) | _strips(found)
    if not chosen.any():
        return image
    mask = cv2.dilate(found.mask(chosen), np.ones((5, 5), np.uint8)).astype(np.uint8, copy=False)
    return whitened(image, without(mask, letters))


def _strips(found: Components) -> Choice:
    chosen: Choice = (found.width >= _STRIP_LENGTH_PX) & (found.height <= _STRIP_HEIGHT_PX)
    chosen[0] = False
    return chosen


def _in_rows(found: Components) -> Choice:
    """Components that are dots in a row of at least _FEWEST."""
    chosen = np.zeros(found.count, dtype=np.bool_)
    for row in _rows(found):
        if len(row) >= _FEWEST:
            chosen[row] = True
    return chosen


def _rows(found: Components) -> Iterator[list[int]]:
    """Rows of dots, each near the one before it in place and height; swept from left to right."""
    dots = np.flatnonzero((found.width <= _DOT_PX) & (found.height <= _DOT_PX) & (found.area >= _DOT_AREA_PX))
    across, down = found.centres()
    order = dots[np.argsort(across[dots], kind="stable")]
    growing: list[list[int]] = []
    for dot, x, y in zip(order.tolist(), across[order].tolist(), down[order].tolist(), strict=True):
        yield from (row for row in growing if x - across[row[-1]] > _STEP_PX)
        growing = [row for row in growing if x - across[row[-1]] <= _STEP_PX]
        home = next((row for row in growing if abs(y - down[row[-1]]) <= _LEVEL_PX), None)
        if home is None:
            growing.append([dot])
        else:
            home.append(dot)
    yield from growing
