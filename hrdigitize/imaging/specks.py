"""Specks, grain and fold shadows: ink that belongs to no letter.

A speck behind a value reads as ":" or "_", and grain in an empty cell reads as words. Only what is
as large as a letter, or close enough to a letter to be its dot, mark or comma, stays.
"""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.imaging.bits import Bits
from hrdigitize.imaging.components import Choice, Components, components
from hrdigitize.imaging.pixels import Grey, whitened
from hrdigitize.imaging.spreading import shrunk, spread

#: Sizes in pixels at the working resolution (300 dpi; small letters of 11-14 pt are 18-28 px high).
_LETTER_HEIGHT_PX = 13
_LETTER_AREA_PX = 40
#: Narrower than any rule that counts; letters that touch one another may be wider and lose their protection.
_BODY_PX = 90
#: A dash is wider than high, and stands on a line of letters within this distance.
_DASH_WIDTH_PX = 10
_DASH_TIMES = 1.3
_DASH_REACH_PX = 45
#: A comma after a space (typewriters, tab stops) is higher than wide; it may stand as far from its word.
_COMMA_HEIGHT_PX = 9
#: A dot, mark or comma stands this near its letter, sideways and up or down.
_MARK_ASIDE_PX = 11
_MARK_ABOVE_PX = 16
#: A full stop or colon is a small full disc; in typewriter faces it stands this far from its letter.
_DOT_PX = 5
_DOT_SHARE = 0.6
_DOT_REACH_PX = 24
#: Larger than any mark's smallest part; anything less is grain.
_GRAIN_AREA_PX = 6
_MARGIN_PX = 7
#: A disc of this diameter fits into a punch hole or a blot, but into no stroke of a letter (bold: 16 px).
_BLOT_PX = 25
_IN_BLOT_PX = 17
#: A fold or scratch is at least this high, and this many times higher than wide.
_HAIRLINE_PX = 90
_HAIRLINE_TIMES = 12
#: Longer or higher than this is no letter: shadow edge, frame.
_LARGEST_PX = 260


def letter_bodies(found: Components) -> Grey:
    """Mask of the components that have the size of a letter: they are never part of a rule or leader."""
    body = (found.height >= _LETTER_HEIGHT_PX) & (found.width < _BODY_PX) & (found.height < _BODY_PX)
    return found.mask(body & ~_hairlines(found))


def without_specks(image: Grey, ink_mask: Grey) -> tuple[Grey, Grey, Bits]:
    """The image with everything white but letters and what belongs to them; masks of these and of blots."""
    kept, blots = _parted(ink_mask)
    away = spread(Bits.of(kept), _MARGIN_PX, _MARGIN_PX).mask()
    cv2.bitwise_not(away, dst=away)
    return whitened(image, away), kept, blots


def _parted(ink_mask: Grey) -> tuple[Grey, Bits]:
    """Masks of letters with their marks, and of blots; apart, so that the components do not live on."""
    found = components(ink_mask)
    blots = _blots(found, ink_mask)
    return found.mask(_letters_and_marks(found, blots)), Bits.of(found.mask(blots))


def _letters_and_marks(found: Components, blots: Choice) -> Choice:
    """What is as large as a letter, and what is near enough to one; one mask of 9 MB at a time."""
    letter = _letters(found) & ~blots
    small = ~letter & (found.area >= _GRAIN_AREA_PX)
    small &= (found.height < _LETTER_HEIGHT_PX) & (found.width <= _LARGEST_PX)
    dash = small & (found.width >= _DASH_WIDTH_PX) & (found.width >= _DASH_TIMES * found.height)
    comma = small & (found.height >= _COMMA_HEIGHT_PX) & (found.height >= found.width)
    dot = small & (np.minimum(found.width, found.height) >= _DOT_PX)
    dot &= found.area >= _DOT_SHARE * found.width * found.height
    letters = Bits.of(found.mask(letter))
    kept = letter.copy()
    for chosen, aside, above in (
        (small, _MARK_ASIDE_PX, _MARK_ABOVE_PX),
        (dash | comma, _DASH_REACH_PX, 0),
        (dot, _DOT_REACH_PX, 0),
    ):
        kept |= chosen & found.touched_by(spread(letters, 2 * aside + 1, 2 * above + 1).mask())
    return kept


def _letters(found: Components) -> Choice:
    letter = (found.height >= _LETTER_HEIGHT_PX) & (found.area >= _LETTER_AREA_PX)
    letter &= (found.width <= _LARGEST_PX) & (found.height <= _LARGEST_PX)
    letter &= ~_hairlines(found)
    letter[0] = False
    return letter


def _hairlines(found: Components) -> Choice:
    """Folds and scratches: very long for their thickness."""
    lines: Choice = (found.height > _HAIRLINE_PX) & (found.width * _HAIRLINE_TIMES < found.height)
    return lines


def _blots(found: Components, ink_mask: Grey) -> Choice:
    """Punch holes and blots: solid ink wider than any stroke."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_BLOT_PX, _BLOT_PX))
    height, width = ink_mask.shape
    middles = np.zeros_like(ink_mask)
    # A disc is sought only where the square fits that lies in it: nearly nowhere, and quickly found.
    squares = components(shrunk(Bits.of(ink_mask), _IN_BLOT_PX, _IN_BLOT_PX).mask())
    for box in map(squares.box, range(1, squares.count)):
        about = box.padded(_BLOT_PX).clipped(width, height)
        fits = cv2.erode(ink_mask[about.y : about.bottom, about.x : about.right], disc)
        middles[box.y : box.bottom, box.x : box.right] |= fits[
            box.y - about.y : box.bottom - about.y, box.x - about.x : box.right - about.x
        ].astype(np.uint8, copy=False)
    return found.touched_by(middles)
