"""Dilation and erosion of masks by long rectangles: the same pixels as `cv2.dilate`, several times faster.

OpenCV's row filters take a step for each pixel of a rectangle's length; here windows that are covered already
are put together, so that their length doubles with each pass over the mask. It pays from about 30 pixels on.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from hrdigitize.imaging.pixels import Grey

_PAPER, _INK = 0, 255
_Join = Callable[[Grey, Grey], None]


def spread(mask: Grey, width: int, height: int) -> Grey:
    """The mask (0 or 255) dilated by a rectangle of ones."""
    return _windowed(mask, width, height, _either, _PAPER)


def opened(mask: Grey, width: int, height: int) -> Grey:
    """The mask (0 or 255) without what does not hold the rectangle; ink may go on outside the edge."""
    kept = shrunk(mask, width, height)
    return spread(kept, width, height) if kept.any() else kept


def shrunk(mask: Grey, width: int, height: int) -> Grey:
    """The mask (0 or 255) eroded by a rectangle of ones; ink may go on outside the edge."""
    return _windowed(mask, width, height, _both, _INK)


def closed(mask: Grey, width: int, height: int) -> Grey:
    """The mask (0 or 255) with the gaps filled that do not hold the rectangle."""
    return shrunk(spread(mask, width, height), width, height)


def _windowed(mask: Grey, width: int, height: int, join: _Join, outside: int) -> Grey:
    """Each pixel joined with all others of the rectangle about it; an even one's middle as in OpenCV."""
    left, above = width // 2, height // 2
    right, below = width - 1 - left, height - 1 - above
    roomy = cv2.copyMakeBorder(mask, above, below, left, right, cv2.BORDER_CONSTANT, value=(outside,))
    work = roomy.astype(np.uint8, copy=False)
    covered = 1
    while covered < width:
        step = min(covered, width - covered)
        join(work[:, :-step], work[:, step:])
        work = work[:, :-step]
        covered += step
    covered = 1
    while covered < height:
        step = min(covered, height - covered)
        join(work[:-step], work[step:])
        work = work[:-step]
        covered += step
    return work


def _either(mask: Grey, other: Grey) -> None:
    """The other's ink added to the mask, in place; the other may be the same pixels further on."""
    cv2.bitwise_or(mask, other, dst=mask)


def _both(mask: Grey, other: Grey) -> None:
    """The mask's ink left where the other has ink, in place; the other may be the same pixels further on."""
    cv2.bitwise_and(mask, other, dst=mask)
