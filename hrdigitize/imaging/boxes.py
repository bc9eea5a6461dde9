"""Small square boxes: for a tick, or in a row for one figure each. The frames go, what is inside stays.

Frames read as "L]", "|" or "1" between the figures. Without them a ticked box is ink on empty paper, and an
empty box is nothing: so ink inside decides.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.bits import Bits
from hrdigitize.imaging.components import components
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.spreading import closed, opened

#: Sides in pixels at the working resolution (300 dpi): 3 to 9 mm. Letters have no such straight sides.
_SMALLEST_PX = 34
_LARGEST_PX = 112
#: A side is at most this thick, and its ends lie this near those of the other sides.
_THICK_PX = 9
_SLACK_PX = 6
#: How much longer one pair of sides may be than the other.
_OBLONG = 1.45
#: This share of a top or bottom side must be ink, in two rows of pixels that touch.
_UNBROKEN = 0.9
#: A side with ink against it from outside along this share of its middle half is bowed.
_BOW = 0.4
#: Wider than the frame's stroke on both sides: its grey edge.
_EDGE_PX = 2


def without_boxes(image: Grey, ink_mask: Grey) -> Grey:
    """The image with the frames of small boxes painted white; the very image where there are none."""
    frames = find_boxes(ink_mask)
    if not frames:
        return image
    bare = image.copy()
    for left, right in frames:
        top, bottom = min(left.y, right.y), max(left.bottom, right.bottom)
        for side in (left, right):
            bare[max(0, top - _EDGE_PX) : bottom + _EDGE_PX, _reach(side.x, side.right)] = 255
        for edge in (top, bottom):
            for row in _edge_rows(ink_mask, left, right, edge):
                bare[row, _reach(left.x, right.right)] = 255
    return bare


def find_boxes(ink_mask: Grey) -> list[tuple[Box, Box]]:
    """The left and the right side of every box, left to right and line by line."""
    sides = _sides(ink_mask)
    places = np.array([(side.x, side.y, side.bottom) for side in sides], np.int64).reshape(-1, 3)
    beside = (_beside(left, places) for left in sides)
    closing = (
        next((sides[at] for at in found if _is_closed(ink_mask, left, sides[at])), None)
        for left, found in zip(sides, beside, strict=True)
    )
    return [(left, right) for left, right in zip(sides, closing, strict=True) if right is not None]


def _sides(ink_mask: Grey) -> list[Box]:
    """Short straight strokes down, as boxes."""
    strokes = opened(closed(Bits.of(ink_mask), 1, 3), 1, _SMALLEST_PX - _THICK_PX)
    found = components(strokes.mask())
    boxes = (found.box(index) for index in range(1, found.count))
    return sorted(
        (box for box in boxes if box.width <= _THICK_PX and _SMALLEST_PX <= box.height <= _LARGEST_PX),
        key=lambda box: (box.y // _LARGEST_PX, box.x),
    )


def _beside(left: Box, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which strokes (rows of x, top, bottom) may close a box with this one, the nearest first."""
    x, top, bottom = places.T
    level = (np.abs(top - left.y) <= _SLACK_PX) & (np.abs(bottom - left.bottom) <= _SLACK_PX)
    wide = (x - left.x >= left.height / _OBLONG) & (x - left.x <= left.height * _OBLONG)
    found = np.flatnonzero(level & wide)
    return found[np.argsort(x[found], kind="stable")]


def _is_closed(ink_mask: Grey, left: Box, right: Box) -> bool:
    """Whether a line runs along the top and the bottom and none between: bold serifs close the letter H."""
    top, bottom = min(left.y, right.y), max(left.bottom, right.bottom)
    if not all(any(True for _ in _edge_rows(ink_mask, left, right, edge)) for edge in (top, bottom)):
        return False
    inner = (bottom - top) // 4
    inside = ink_mask[top + inner : bottom - inner, left.right : right.x] > 0
    bar = bool((inside.mean(axis=1) >= _UNBROKEN).any())
    return not bar and not _is_bowed(ink_mask, left, right, slice(top + inner, bottom - inner))


def _is_bowed(ink_mask: Grey, left: Box, right: Box, rows: slice) -> bool:
    """Whether ink stands against the sides from outside: they are the flanks of an O then."""
    before = ink_mask[rows, max(0, left.x - 2 * _EDGE_PX) : max(0, left.x - 1)] > 0
    behind = ink_mask[rows, right.right + 1 : right.right + 2 * _EDGE_PX] > 0
    return any(float(side.any(axis=1).mean()) > _BOW for side in (before, behind) if side.size)


def _edge_rows(ink_mask: Grey, left: Box, right: Box, edge: int) -> Iterator[int]:
    """Rows of pixels near an edge that are ink from side to side, with those just beside them.

    None where no thin line runs there: the serifs and bows of a letter are no line.
    """
    first, last = max(0, edge - _SLACK_PX), min(ink_mask.shape[0], edge + _SLACK_PX)
    band = ink_mask[first:last, left.right : right.x] > 0
    if band.size == 0:
        return
    lines = [
        row for row in range(band.shape[0] - 1) if float(band[row : row + 2].any(axis=0).mean()) >= _UNBROKEN
    ]
    if not lines or lines[-1] - lines[0] > _THICK_PX:
        return
    for row in range(lines[0] - _EDGE_PX, lines[-1] + 2 + _EDGE_PX):
        yield min(max(first + row, 0), ink_mask.shape[0] - 1)


def _reach(start: int, end: int) -> slice:
    return slice(max(0, start - _EDGE_PX), end + _EDGE_PX)
