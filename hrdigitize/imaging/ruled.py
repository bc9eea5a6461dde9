"""Ruled lines: found, and taken out of the picture."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.components import components
from hrdigitize.imaging.pixels import Grey, whitened, without
from hrdigitize.imaging.spreading import closed, opened

#: Lengths in pixels at the working resolution (300 dpi): longer than any stroke of a letter.
_HORIZONTAL_PX = 110
_VERTICAL_PX = 90
#: A rule is at most this thick; what is thicker is a border, a fold shadow or a photograph.
_THICK_PX = 14
#: Pieces of one rule that a poor scan broke are joined over gaps up to this; down the page the gap must
#: stay below a line of text, or two tables become one.
_GAP_ACROSS_PX = 181
_GAP_DOWN_PX = 61
#: How far beside a broken run print is looked for, and how much of it makes the run a row of letters.
_BESIDE_PX = 10
_BESIDE_SHARE = 0.15
#: Rules whose middles are closer than this are one rule.
SAME_RULE_PX = 18
#: A rule between two boxes of one line of text is shorter than others; pieces of it are at least this long,
#: and it ends this near the rules across.
_DIVIDER_PX = 30
_MEETING_PX = 9


@dataclass(frozen=True, slots=True)
class Ruling:
    """Masks of the horizontal and the vertical rules of a page (255 where a rule is)."""

    horizontal: Grey
    vertical: Grey

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the page."""
        return self.horizontal.shape[1], self.horizontal.shape[0]

    @property
    def both(self) -> Grey:
        return cv2.bitwise_or(self.horizontal, self.vertical).astype(np.uint8, copy=False)


def find_rules(ink_mask: Grey) -> Ruling:
    """Long straight runs of ink. A run with breaks counts only where no print stands against it.

    (Closing breaks joins the serif feet of a word to a "rule" as well: measured, it cut words in two.)
    """
    across = _runs(ink_mask, _HORIZONTAL_PX, _GAP_ACROSS_PX)
    down = _runs_down(ink_mask)
    return Ruling(across, cv2.bitwise_or(down, _dividers(ink_mask, across)).astype(np.uint8, copy=False))


def _runs_down(ink_mask: Grey) -> Grey:
    """Runs down the page, sought on the page turned over: apart, so that its masks do not live on."""
    upright = _runs(cv2.transpose(ink_mask).astype(np.uint8, copy=False), _VERTICAL_PX, _GAP_DOWN_PX)
    return cv2.transpose(upright).astype(np.uint8, copy=False)


def _dividers(ink_mask: Grey, across: Grey) -> Grey:
    """Short runs down the page from one rule across to the next: what parts boxes that hold one line.

    They are no longer than letters may be, but no letter touches the rule above it and the one below. Where
    print stands against such a run it is a fold or a streak.
    """
    runs = closed(opened(ink_mask, 1, _DIVIDER_PX), 3, _MEETING_PX)
    runs = without(runs, opened(runs, _THICK_PX, _THICK_PX))
    # Those of two rows may stand nearly above each other.
    runs = cv2.bitwise_and(runs, cv2.bitwise_not(across)).astype(np.uint8, copy=False)
    found = components(runs)
    keep = np.zeros(found.count, dtype=np.bool_)
    for index in np.flatnonzero(found.height < _VERTICAL_PX + 2 * _MEETING_PX):
        box = found.box(int(index))
        meets = index > 0 and all(_meets(across, box, y) for y in (box.y, box.bottom))
        keep[index] = meets and _stands_free(box, ink_mask)
    return found.mask(keep)


def _meets(across: Grey, box: Box, y: int) -> bool:
    """Whether a rule across runs by an end of a run, on both sides of it or on one."""
    rows = slice(max(0, y - _MEETING_PX), y + _MEETING_PX)
    return bool(across[rows, max(0, box.x - _MEETING_PX) : box.right + _MEETING_PX].any())


def _stands_free(box: Box, mask: Grey) -> bool:
    """Whether there is hardly any ink just beside a run down the page, its ends at the rules across aside."""
    rows = slice(box.y + _MEETING_PX, box.bottom - _MEETING_PX)
    left = mask[rows, max(0, box.x - _BESIDE_PX) : max(0, box.x - 2)]
    right = mask[rows, box.right + 2 : box.right + _BESIDE_PX]
    beside = sum(int(np.count_nonzero(band.any(axis=1))) for band in (left, right) if band.size)
    return beside < _BESIDE_SHARE * 2 * max(0, box.height - 2 * _MEETING_PX)


def _runs(ink_mask: Grey, length: int, gap: int) -> Grey:
    """Horizontal runs of at least `length`, joined over gaps."""
    runs = _long_runs(ink_mask, length)
    runs = without(runs, opened(runs, _THICK_PX, _THICK_PX))
    return closed(runs, gap, 3)


def _long_runs(ink_mask: Grey, length: int) -> Grey:
    """Horizontal runs of at least `length`; with breaks where they stand free."""
    likely = opened(_bridged(ink_mask), length, 1)
    runs = _standing_free(likely, ink_mask)
    # What holds no run with its breaks closed holds none without: the few other rows are all that is left.
    rows = np.flatnonzero(likely.any(axis=1))
    if len(rows):
        runs[rows] |= opened(np.ascontiguousarray(ink_mask[rows]), length, 1)
    return runs


def _bridged(ink_mask: Grey) -> Grey:
    """The ink with the small breaks of its runs closed."""
    shape = np.ones((3, 9), np.uint8)
    return cv2.morphologyEx(ink_mask, cv2.MORPH_CLOSE, shape).astype(np.uint8, copy=False)


def _standing_free(runs: Grey, mask: Grey) -> Grey:
    """Those runs with hardly any other ink just above and just below them."""
    found = components(runs)
    keep = np.zeros(found.count, dtype=np.bool_)
    for index in range(1, found.count):
        box = found.box(index)
        above = mask[max(0, box.y - _BESIDE_PX) : max(0, box.y - 2), box.x : box.right]
        below = mask[box.bottom + 2 : box.bottom + _BESIDE_PX, box.x : box.right]
        beside = sum(int(np.count_nonzero(band.any(axis=0))) for band in (above, below) if band.size)
        keep[index] = beside < _BESIDE_SHARE * 2 * box.width
    return found.mask(keep)


def without_rules(image: Grey, rules: Ruling, letters: Grey) -> Grey:
    """The image with its rules painted white, a little wider than they are; letters beside them stay."""
    mask = cv2.dilate(rules.both, np.ones((5, 5), np.uint8)).astype(np.uint8, copy=False)
    return whitened(image, without(mask, letters))
