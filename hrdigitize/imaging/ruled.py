"""Ruled lines: found, taken out of the picture, and put together to tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Cell, Grid
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
_SAME_RULE_PX = 18
#: A rule counts for a table when it covers this share of the table's width or height.
_SHARE = 0.55
#: A rule that parts two boxes of a row runs down through this share of it.
_BOXED_SHARE = 0.8
_SMALLEST_CELL_PX = 24


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
    upright = _runs(cv2.transpose(ink_mask).astype(np.uint8, copy=False), _VERTICAL_PX, _GAP_DOWN_PX)
    across = _runs(ink_mask, _HORIZONTAL_PX, _GAP_ACROSS_PX)
    return Ruling(across, cv2.transpose(upright).astype(np.uint8, copy=False))


def _runs(ink_mask: Grey, length: int, gap: int) -> Grey:
    """Horizontal runs of at least `length`, joined over gaps."""
    unbroken = opened(ink_mask, length, 1)
    bridged = cv2.morphologyEx(ink_mask, cv2.MORPH_CLOSE, np.ones((3, 9), np.uint8)).astype(
        np.uint8, copy=False
    )
    freed = _standing_free(opened(bridged, length, 1), ink_mask)
    runs = cv2.bitwise_or(unbroken, freed).astype(np.uint8, copy=False)
    runs = without(runs, opened(runs, _THICK_PX, _THICK_PX))
    return closed(runs, gap, 3)


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


def find_grids(rules: Ruling) -> tuple[Grid, ...]:
    """Tables (and boxes: grids of one cell), top to bottom, in pixels of the image the rules are from."""
    joined = components(cv2.dilate(rules.both, np.ones((15, 15), np.uint8)).astype(np.uint8, copy=False))
    boxes = _side_by_side(joined.box(index) for index in range(1, joined.count))
    areas = (area for box in boxes for area in _tables(rules, box))
    grids = [grid for area in areas if (grid := _grid(rules, area)) is not None]
    return tuple(sorted(grids, key=lambda g: (g.box.y, g.box.x)))


def _side_by_side(boxes: Iterable[Box]) -> list[Box]:
    """Boxes of one height beside each other as one: a worn copy lost the rules between them."""
    whole: list[Box] = []
    for box in sorted(boxes):
        beside = next((other for other in whole if _same_height(box, other)), None)
        if beside is None:
            whole.append(box)
            continue
        whole.remove(beside)
        top, bottom = min(box.y, beside.y), max(box.bottom, beside.bottom)
        left, right = min(box.x, beside.x), max(box.right, beside.right)
        whole.append(Box(left, top, right - left, bottom - top))
    return whole


def _same_height(box: Box, other: Box) -> bool:
    level = abs(box.y - other.y) <= _SAME_RULE_PX and abs(box.bottom - other.bottom) <= _SAME_RULE_PX
    return level and min(box.height, other.height) > 2 * _SMALLEST_CELL_PX


def _tables(rules: Ruling, box: Box) -> list[Box]:
    """Parts of connected rules that are one table each: a fold or streak may tie two tables together.

    Between two tables, the strip from one rule across to the next has hardly any rule down through it.
    """
    tops = _across(rules, box)
    tables: list[Box] = []
    for top, bottom in pairwise(tops):
        if not _is_row(rules, Box(box.x, box.y + top, box.width, bottom - top)):
            continue
        if tables and tables[-1].bottom == box.y + top:
            above = tables.pop()
            tables.append(Box(box.x, above.y, box.width, box.y + bottom - above.y))
        else:
            tables.append(Box(box.x, box.y + top, box.width, bottom - top))
    return [table.padded(_SAME_RULE_PX // 2).clipped(*rules.size) for table in tables]


def _is_row(rules: Ruling, strip: Box) -> bool:
    """Whether at least two rules run down through most of the strip."""
    down = rules.vertical[strip.y : strip.bottom, strip.x : strip.right]
    return len(_positions(np.count_nonzero(_thickened(down, 0), axis=0), _SHARE * strip.height)) >= 2


def _across(rules: Ruling, box: Box) -> list[int]:
    """Heights of the rules across, from the top of the box."""
    across = rules.horizontal[box.y : box.bottom, box.x : box.right]
    return _positions(np.count_nonzero(_thickened(across, 1), axis=1), _SHARE * box.width)


def _grid(rules: Ruling, box: Box) -> Grid | None:
    tops = _across(rules, box)
    down = rules.vertical[box.y : box.bottom, box.x : box.right]
    lefts = _positions(np.count_nonzero(_thickened(down, 0), axis=0), _SHARE * box.height)
    if len(tops) < 2 or len(lefts) < 2:
        return None
    cells = tuple(
        Cell(row, column, Box(box.x + left, box.y + top, right - left, bottom - top))
        for row, (top, bottom) in enumerate(pairwise(tops))
        for column, (left, right) in enumerate(pairwise(_row_rules(down[top:bottom], lefts)))
    )
    around = Box(box.x + lefts[0], box.y + tops[0], lefts[-1] - lefts[0], tops[-1] - tops[0])
    return Grid(around, len(tops) - 1, 1 + max(cell.column for cell in cells), cells)


def _row_rules(down: Grey, lefts: list[int]) -> list[int]:
    """Where the cells of a row begin and end. down: the rules down through the row.

    A table has the same columns in every row. A frame with rules across, and none down through it, is a form
    printed in boxes: there each row is divided as its items need it.
    """
    if len(lefts) > 2:
        return lefts
    own = _positions(np.count_nonzero(_thickened(down, 0), axis=0), _BOXED_SHARE * down.shape[0])
    inner = [left for left in own if lefts[0] + _SMALLEST_CELL_PX < left < lefts[1] - _SMALLEST_CELL_PX]
    return [lefts[0], *inner, lefts[1]]


def _thickened(mask: Grey, axis: int) -> NDArray[np.uint8]:
    """Spread a rule over its neighbours, so that a rule that is not quite straight still adds up."""
    shape = (7, 1) if axis == 1 else (1, 7)
    return cv2.dilate(mask, np.ones(shape, np.uint8)).astype(np.uint8, copy=False)


def _positions(profile: NDArray[np.intp], least: float) -> list[int]:
    """Middles of the runs in which the profile reaches `least`, those too near the last one left out."""
    strong = profile >= least
    edges = np.flatnonzero(np.diff(np.concatenate(([False], strong, [False])).astype(np.int8)))
    middles: list[int] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        middle = int((start + end) // 2)
        if middles and middle - middles[-1] < max(_SAME_RULE_PX, _SMALLEST_CELL_PX):
            continue
        middles.append(middle)
    return middles
