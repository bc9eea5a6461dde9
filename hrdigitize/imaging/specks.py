"""Specks, grain and fold shadows: ink that belongs to no letter.

A speck behind a value reads as ":" or "_", and grain in an empty cell reads as words. Only what is
as large as a letter, or close enough to a letter to be its dot, mark or comma, stays.
"""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.imaging.pixels import Grey

#: Sizes in pixels at the working resolution (300 dpi; small letters of 11-14 pt are 18-28 px high).
_LETTER_HEIGHT_PX = 13
_LETTER_AREA_PX = 40
#: Narrower than any rule that counts; letters that touch one another may be wider and lose their protection.
_BODY_WIDTH_PX = 90
#: A dash is wider than high, and stands on a line of letters within this distance.
_DASH_WIDTH_PX = 10
_DASH_REACH_PX = 45
#: A dot, mark or comma stands this near its letter, sideways and up or down.
_MARK_ASIDE_PX = 11
_MARK_ABOVE_PX = 16
#: Larger than any mark's smallest part; anything less is grain.
_GRAIN_AREA_PX = 6
_MARGIN_PX = 7
#: A punch hole is at least this large, and fills this share of its box (a disc 0.79, bold letters <= 0.6).
_BLOT_PX = 34
_BLOT_SHARE = 0.66
#: Longer or higher than this is no letter: fold, shadow edge, punch hole, frame.
_LARGEST_PX = 260


def letter_bodies(ink_mask: Grey) -> Grey:
    """Mask of the components that have the size of a letter: they are never part of a rule or leader."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink_mask, connectivity=8)
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    body = (height >= _LETTER_HEIGHT_PX) & (width < _BODY_WIDTH_PX) & (height < _BODY_WIDTH_PX)
    body &= ~_is_hairline(width, height)
    body[0] = False
    return _mask(labels, body)


def without_specks(image: Grey, ink_mask: Grey) -> tuple[Grey, Grey]:
    """The image with everything white but letters and what belongs to them; and the mask of the letters."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink_mask, connectivity=8)
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    area = stats[:, cv2.CC_STAT_AREA]
    letter = (height >= _LETTER_HEIGHT_PX) & (area >= _LETTER_AREA_PX)
    letter &= (width <= _LARGEST_PX) & (height <= _LARGEST_PX)
    letter &= ~_is_hairline(width, height) & ~_is_blot(width, height, area)
    letter[0] = False
    small = ~letter & (area >= _GRAIN_AREA_PX) & (height < _LETTER_HEIGHT_PX) & (width <= _LARGEST_PX)
    small[0] = False
    dash = small & (width >= _DASH_WIDTH_PX) & (width >= 2 * height)
    letters = _mask(labels, letter)
    near = cv2.dilate(letters, np.ones((2 * _MARK_ABOVE_PX + 1, 2 * _MARK_ASIDE_PX + 1), np.uint8))
    on_line = cv2.dilate(letters, np.ones((1, 2 * _DASH_REACH_PX + 1), np.uint8))
    keep = letter | (small & _touched(labels, near, count)) | (dash & _touched(labels, on_line, count))
    kept = _mask(labels, keep)
    room = cv2.dilate(kept, np.ones((_MARGIN_PX, _MARGIN_PX), np.uint8))
    cleaned = np.where(room > 0, image, 255).astype(np.uint8)
    return cleaned, kept


def _is_hairline(width: np.ndarray, height: np.ndarray) -> np.ndarray:
    """A fold or scratch: very long for its thickness."""
    return (height > 90) & (width * 12 < height)


def _is_blot(width: np.ndarray, height: np.ndarray, area: np.ndarray) -> np.ndarray:
    """A punch hole or a blot: large and nearly full, as no letter is."""
    return (width >= _BLOT_PX) & (height >= _BLOT_PX) & (area >= _BLOT_SHARE * width * height)


def _mask(labels: np.ndarray, chosen: np.ndarray) -> Grey:
    return (chosen[labels] * 255).astype(np.uint8)


def _touched(labels: np.ndarray, area: Grey, count: int) -> np.ndarray:
    """Which components have a pixel in the area."""
    found = np.zeros(count, dtype=bool)
    found[np.unique(labels[area > 0])] = True
    return found
