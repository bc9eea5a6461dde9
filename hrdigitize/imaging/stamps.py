"""Round stamps across print on grey pages: found by their ring, told from print by their paler ink.

(On colour pages red ink is already lightened, see `pixels.grey`.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.imaging.components import Choice, Components, components
from hrdigitize.imaging.pixels import Grey

#: Rings are sought on an image this many times smaller.
_SHRINK = 8
#: Outer radius of an office's stamp: 18 mm by rule, 14-25 mm as seen; in pixels of the shrunk 300 dpi page.
_RADII_PX = range(20, 37)
#: A ring stands out by so much more pale ink than circles this much wider and narrower about its middle.
#: Measured on 100 pages of generated and other forms: rings 0.43-0.98, tables and thin print below 0.37.
_STANDS_OUT = 0.42
_BESIDE_PX = (-4, -3, 3, 4)
#: A pixel of the shrunk page counts as inked from this much ink on (0..255).
_INKED = 40
_MOST = 3
#: The stamp's edge lies this much outside the middle of its ring.
_EDGE = 1.06
_LETTER_PX = (13, 90)
#: The darkest pixel within this reach is the heart of a stroke; its edges are pale in any ink.
_HEART_PX = 5
#: A stamp's strokes are paler at heart than print by at least this much, and darker than what shows through.
_PALER = 22
_PALEST = 205
_SMALLEST_PIECE_PX = 14
#: Thin strokes of print are paler than its stems: what is kept lies so far between print and stamp.
_TOWARDS_STAMP = 0.65


@dataclass(frozen=True, slots=True)
class _Ring:
    """A stamp's ring, in pixels of the shrunk page."""

    x: int
    y: int
    radius: int


def without_stamps(image: Grey, ink_mask: Grey) -> Grey:
    """The image with the pale ink of stamps painted white; the dark print under it stays."""
    found = components(ink_mask)
    letters = found.mask(_letters(found)) > 0
    if not letters.any():
        return image
    hearts = cv2.erode(image, np.ones((_HEART_PX, _HEART_PX), np.uint8)).astype(np.uint8)
    depth = float(np.median(hearts[letters]))
    pale = _pieces(np.where((hearts >= depth + _PALER) & (image < _PALEST), 255, 0).astype(np.uint8))
    cleaned = image
    for ring in _rings(pale):
        disc = _disc(ring, image.shape)
        stamp = float(np.median(hearts[disc & (pale > 0)]))
        cut = depth + _TOWARDS_STAMP * (stamp - depth)
        cleaned = np.where(disc & (hearts > cut), 255, cleaned).astype(np.uint8)
    return cleaned


def _pieces(pale: Grey) -> Grey:
    """The pale strokes without leader dots and marks, which are pale because they are small."""
    found = components(pale)
    return found.mask(np.maximum(found.width, found.height) >= _SMALLEST_PIECE_PX)


def _letters(found: Components) -> Choice:
    low, high = _LETTER_PX
    letters: Choice = (found.height >= low) & (found.height <= high) & (found.width <= high)
    letters[0] = False
    return letters


def _rings(pale: Grey) -> Iterator[_Ring]:
    """Circles of pale ink that stand out from what is about them, the clearest first; one for each stamp."""
    height, width = pale.shape
    size = (max(1, width // _SHRINK), max(1, height // _SHRINK))
    small = cv2.resize(pale, size, interpolation=cv2.INTER_AREA)
    inked = (small > _INKED).astype(np.float32)
    for _ in range(_MOST):
        shares = {radius: _shares(inked, radius) for radius in _radii_with_neighbours()}
        found = max((_clearest(shares, radius) for radius in _RADII_PX), key=lambda one: one[0])
        if found[0] < _STANDS_OUT:
            return
        ring = found[1]
        yield ring
        cv2.circle(inked, (ring.x, ring.y), round(ring.radius * _EDGE), 0.0, -1)


def _radii_with_neighbours() -> range:
    return range(_RADII_PX.start + min(_BESIDE_PX), _RADII_PX.stop + max(_BESIDE_PX))


def _shares(inked: NDArray[np.float32], radius: int) -> NDArray[np.float32]:
    """For each place, how much of a circle of this radius about it is inked."""
    circle = np.zeros((2 * radius + 3, 2 * radius + 3), np.float32)
    cv2.circle(circle, (radius + 1, radius + 1), radius, 1.0, 1)
    return cv2.filter2D(inked, -1, circle / circle.sum(), borderType=cv2.BORDER_CONSTANT).astype(np.float32)


def _clearest(shares: Mapping[int, NDArray[np.float32]], radius: int) -> tuple[float, _Ring]:
    """The place where a circle of this radius stands out most from the circles beside it, and by how much."""
    beside = sum(shares[radius + step] for step in _BESIDE_PX) / np.float32(len(_BESIDE_PX))
    _, most, _, (x, y) = cv2.minMaxLoc(shares[radius] - beside)
    return float(most), _Ring(x, y, radius)


def _disc(ring: _Ring, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """The pixels of the page that the stamp covers."""
    mask = np.zeros(shape[:2], np.uint8)
    centre = (ring.x * _SHRINK + _SHRINK // 2, ring.y * _SHRINK + _SHRINK // 2)
    cv2.circle(mask, centre, round((ring.radius + 1) * _SHRINK * _EDGE), 1, -1)
    return mask > 0
