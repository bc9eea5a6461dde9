"""Dilation and erosion of masks by long rectangles: the same pixels as `cv2.dilate`, several times faster.

OpenCV's row filters take a step for each pixel of a rectangle's length; here windows that are covered already
are put together, so that their length doubles with each pass over the mask. It pays from about 30 pixels on.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2

from hrdigitize.imaging.pixels import Grey

_PAPER, _INK = 0, 255


def spread(mask: Grey, width: int, height: int) -> Grey:
    """The mask (0 or 255) dilated by a rectangle of ones."""
    return _windowed(mask, width, height, cv2.bitwise_or, _PAPER)


def opened(mask: Grey, width: int, height: int) -> Grey:
    """The mask (0 or 255) without what does not hold the rectangle; ink may go on outside the edge."""
    return spread(_windowed(mask, width, height, cv2.bitwise_and, _INK), width, height)


def closed(mask: Grey, width: int, height: int) -> Grey:
    """The mask (0 or 255) with the gaps filled that do not hold the rectangle."""
    return _windowed(spread(mask, width, height), width, height, cv2.bitwise_and, _INK)


def _windowed(mask: Grey, width: int, height: int, join: Callable[..., Grey], outside: int) -> Grey:
    """Each pixel joined with all others of the rectangle about it; an even rectangle's middle as in OpenCV."""
    left, above = width // 2, height // 2
    right, below = width - 1 - left, height - 1 - above
    work = cv2.copyMakeBorder(mask, above, below, left, right, cv2.BORDER_CONSTANT, value=(outside,))
    covered = 1
    while covered < width:
        step = min(covered, width - covered)
        work = join(work[:, :-step], work[:, step:], dst=work[:, :-step])
        covered += step
    covered = 1
    while covered < height:
        step = min(covered, height - covered)
        work = join(work[:-step], work[step:], dst=work[:-step])
        covered += step
    return work
