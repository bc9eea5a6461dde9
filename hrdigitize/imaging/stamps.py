"""Stamps across print on grey pages: their ink is paler than print, and that is how it is told apart.

(On colour pages red ink is already lightened, see `pixels.grey`.)
"""

from __future__ import annotations

import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.components import Components, components
from hrdigitize.imaging.pixels import Grey

#: Sizes in pixels at the working resolution (300 dpi): a stamp is 30-40 mm wide, a letter far smaller.
_STAMP_PX = 150
_LETTER_PX = (13, 90)
#: A stamp's ink is paler than print by at least this much (0..255); otherwise nothing is done.
_PALER = 30
#: A stamp is mostly outline: a fuller component of its size is a photograph.
_FULLEST = 0.4


def without_stamps(image: Grey, ink_mask: Grey) -> Grey:
    """The image with the pale ink of stamps painted white; the dark print under it stays."""
    found = components(ink_mask)
    print_level = _print_level(image, found)
    if print_level is None:
        return image
    cleaned = image
    for index in np.flatnonzero(_stamps(found)):
        box = found.box(int(index))
        cut = _cut(image, found, int(index), box, print_level)
        if cut is None:
            continue
        if cleaned is image:
            cleaned = image.copy()
        area = cleaned[box.y : box.bottom, box.x : box.right]
        area[area > cut] = 255
    return cleaned


def _stamps(found: Components) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    large = (found.width >= _STAMP_PX) & (found.height >= _STAMP_PX)
    large &= found.area <= _FULLEST * found.width * found.height
    large[0] = False
    return large


def _print_level(image: Grey, found: Components) -> float | None:
    """How dark the print of the page is: the median over letters; None for a page without letters."""
    low, high = _LETTER_PX
    letters = (found.height >= low) & (found.height <= high) & (found.width <= high)
    pixels = image[found.mask(letters) > 0]
    return float(np.median(pixels)) if pixels.size else None


def _cut(image: Grey, found: Components, index: int, box: Box, print_level: float) -> float | None:
    """The level between print and this stamp's ink; None where they are too alike."""
    own = found.labels[box.y : box.bottom, box.x : box.right] == index
    level = float(np.median(image[box.y : box.bottom, box.x : box.right][own]))
    return (print_level + level) / 2 if level - print_level >= _PALER else None
