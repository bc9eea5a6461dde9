"""Stamps across print on grey pages: their ink is paler than print, and that is how it is told apart.

(On colour pages red ink is already lightened, see `pixels.grey`.)
"""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.components import Choice, Components, components
from hrdigitize.imaging.pixels import Grey

#: Sizes in pixels at the working resolution (300 dpi): a stamp is 22-48 mm wide and about as high as wide.
_STAMP_PX = (260, 570)
_ROUND = 1.4
_LETTER_PX = (13, 90)
#: Pieces of a stamp stand this near each other.
_PIECES_PX = 55
#: The darkest pixel within this reach is the heart of a stroke; its edges are pale in any ink.
_HEART_PX = 5
#: A stamp's strokes are paler at heart than print by at least this much (0..255).
_PALER = 22
_SMALLEST_PIECE_PX = 14
#: Measured on generated forms: stamps have 0.23-1.0 of the ink where they stand, faint print below 0.14.
_SHARE = 0.2


def without_stamps(image: Grey, ink_mask: Grey) -> Grey:
    """The image with the pale ink of stamps painted white; the dark print under it stays."""
    found = components(ink_mask)
    letters = found.mask(_letters(found)) > 0
    if not letters.any():
        return image
    hearts = cv2.erode(image, np.ones((_HEART_PX, _HEART_PX), np.uint8)).astype(np.uint8)
    print_depth = float(np.median(hearts[letters]))
    pale = np.where((ink_mask > 0) & (hearts >= print_depth + _PALER), 255, 0).astype(np.uint8)
    regions = _regions(_pieces(pale), ink_mask)
    if not regions:
        return image
    cut = (print_depth + float(np.median(hearts[pale > 0]))) / 2
    cleaned = image.copy()
    for box in regions:
        area = np.s_[box.y : box.bottom, box.x : box.right]
        cleaned[area][hearts[area] > cut] = 255
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


def _regions(pale: Grey, ink_mask: Grey) -> list[Box]:
    """Where pale pieces stand together in the size and shape of a stamp and are much of the ink."""
    joined = components(cv2.dilate(pale, np.ones((_PIECES_PX, _PIECES_PX), np.uint8)).astype(np.uint8))
    boxes = (joined.box(index) for index in range(1, joined.count))
    return [box for box in boxes if _has_stamp_size(box) and _share(pale, ink_mask, box) >= _SHARE]


def _has_stamp_size(box: Box) -> bool:
    low, high = _STAMP_PX
    sizes = (box.width - _PIECES_PX, box.height - _PIECES_PX)
    return min(sizes) >= low and max(sizes) <= high and max(sizes) <= _ROUND * min(sizes)


def _share(pale: Grey, ink_mask: Grey, box: Box) -> float:
    """The pale pieces' share of the ink in a box."""
    area = np.s_[box.y : box.bottom, box.x : box.right]
    return int(np.count_nonzero(pale[area])) / max(1, int(np.count_nonzero(ink_mask[area])))
