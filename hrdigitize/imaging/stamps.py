"""Round stamps across print on grey pages: found by their ring, told from print by their paler ink.

(On colour pages red ink is already lightened, see `pixels.grey`.)
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.components import Choice, Components, components
from hrdigitize.imaging.pixels import Grey, reduced

#: Rings are sought on an image this many times smaller.
_SHRINK = 8
#: Outer radius of an office's stamp: 18 mm by rule, 14-25 mm as seen; in pixels of the shrunk 300 dpi page.
_RADII_PX = range(20, 37)
#: A ring stands out by so much more pale ink than circles this much wider and narrower about its middle.
#: Measured on 100 pages of generated and other forms: rings 0.43-0.98, tables and thin print below 0.37.
_STANDS_OUT = 0.42
_BESIDE_PX = (-4, -3, 3, 4)
#: Fewer inked pixels than this about a place make no circle that stands out (a drawn one has 4 * sqrt(2)
#: pixels for each of its radius).
_FEWEST_INKED = _STANDS_OUT * 4 * math.sqrt(2.0) * _RADII_PX.start - 1
_REACH_PX = _RADII_PX.stop + max(_BESIDE_PX)
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


_Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Ring:
    """A stamp's ring, in pixels of the shrunk page."""

    x: int
    y: int
    radius: int


def without_stamps(image: Grey, found: Components) -> Grey:
    """The image with the pale ink of stamps painted white; the dark print under it stays.

    found: the components of the image's ink.
    """
    letters = _letters(found)
    if not letters.any():
        return image
    hearts = cv2.erode(image, np.ones((_HEART_PX, _HEART_PX), np.uint8)).astype(np.uint8, copy=False)
    depth = float(np.median(found.shades(hearts, letters)))
    pale = _pieces(_between(hearts, image, depth + _PALER))
    cleaned = image
    for ring in _rings(pale):
        disc = _disc(ring, image.shape)
        stamp = float(np.median(hearts[disc & (pale > 0)]))
        cut = depth + _TOWARDS_STAMP * (stamp - depth)
        cleaned = np.where(disc & (hearts > cut), 255, cleaned).astype(np.uint8, copy=False)
    return cleaned


def _between(hearts: Grey, image: Grey, least: float) -> Grey:
    """Mask of the ink that is no darker than `least` at heart."""
    pale = cv2.threshold(hearts, math.ceil(least) - 1, 255, cv2.THRESH_BINARY)[1]
    inked = cv2.threshold(image, _PALEST - 1, 255, cv2.THRESH_BINARY_INV)[1]
    return cv2.bitwise_and(pale, inked).astype(np.uint8, copy=False)


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
    inked = (reduced(pale, _SHRINK) > _INKED).astype(np.float32)
    for _ in range(_MOST):
        part = _with_enough_ink(inked)
        if part is None:
            return
        near = inked[part.y : part.bottom, part.x : part.right]
        size = near.shape[1], near.shape[0]
        spectrum = _spectrum(near, size)
        stands_out, ring = max(
            (_clearest(spectrum, radius, size) for radius in _RADII_PX), key=lambda one: one[0]
        )
        if stands_out < _STANDS_OUT:
            return
        ring = _Ring(part.x + ring.x, part.y + ring.y, ring.radius)
        yield ring
        cv2.circle(inked, (ring.x, ring.y), round(ring.radius * _EDGE), 0.0, -1)


def _with_enough_ink(inked: _Plane) -> Box | None:
    """The part of the page where rings may be, with all that their circles reach; None where none can be.

    About the middle of a ring there is as much ink as it has itself: most pages have so much in few places.
    """
    about = 2 * _RADII_PX.stop - 1
    ink = cv2.boxFilter(inked, -1, (about, about), normalize=False, borderType=cv2.BORDER_CONSTANT)
    y, x = np.nonzero(ink >= _FEWEST_INKED)
    if not len(x):
        return None
    left, top, right, bottom = (int(end) for end in (x.min(), y.min(), x.max() + 1, y.max() + 1))
    middles = Box(left, top, right - left, bottom - top)
    return middles.padded(_REACH_PX).clipped(inked.shape[1], inked.shape[0])


def _clearest(spectrum: _Plane, radius: int, size: tuple[int, int]) -> tuple[float, _Ring]:
    """The place where a circle of this radius stands out most from the circles beside it, and by how much.

    Each circle's share of inked pixels is a convolution; all of them are one, and quick over spectra.
    """
    beside = sum((_circle(radius + step) for step in _BESIDE_PX), np.zeros_like(_circle(radius)))
    weights = _spectrum(_circle(radius) - beside / np.float32(len(_BESIDE_PX)), size)
    product = cv2.mulSpectrums(spectrum, weights, 0)
    stands_out = cv2.dft(product, flags=cv2.DFT_INVERSE | cv2.DFT_SCALE | cv2.DFT_REAL_OUTPUT)
    width, height = size
    _, most, _, (x, y) = cv2.minMaxLoc(
        stands_out[_REACH_PX : _REACH_PX + height, _REACH_PX : _REACH_PX + width]
    )
    return float(most), _Ring(x, y, radius)


@cache
def _circle(radius: int) -> _Plane:
    """A circle whose pixels add up to 1, in the middle of a square that holds the largest one."""
    circle = np.zeros((2 * _REACH_PX + 1, 2 * _REACH_PX + 1), np.float32)
    cv2.circle(circle, (_REACH_PX, _REACH_PX), radius, 1.0, 1)
    return circle / np.float32(circle.sum())


def _spectrum(plane: _Plane, size: tuple[int, int]) -> _Plane:
    """The spectrum of a plane, with room for circles to reach over the edges of a page of this size."""
    width, height = (cv2.getOptimalDFTSize(side + 2 * _REACH_PX + 1) for side in size)
    roomy = np.zeros((height, width), np.float32)
    roomy[: plane.shape[0], : plane.shape[1]] = plane
    return cv2.dft(roomy).astype(np.float32, copy=False)


def _disc(ring: _Ring, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """The pixels of the page that the stamp covers."""
    mask = np.zeros(shape[:2], np.uint8)
    centre = (ring.x * _SHRINK + _SHRINK // 2, ring.y * _SHRINK + _SHRINK // 2)
    cv2.circle(mask, centre, round((ring.radius + 1) * _SHRINK * _EDGE), 1, -1)
    return mask > 0
