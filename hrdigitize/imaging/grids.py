"""Tables found by their rules: where cells are, and where a table ends and a row of boxes begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Cell, Grid
from hrdigitize.imaging.components import components
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.ruled import SAME_RULE_PX, Ruling
from hrdigitize.imaging.spreading import spread

#: A rule counts for a table when it covers this share of the table's width or height.
_SHARE = 0.55
#: A rule that parts two boxes of a row runs down through this share of it.
_BOXED_SHARE = 0.8
#: A row has a rule of which it shows at least this share.
_SEEN_SHARE = 0.15
_SMALLEST_CELL_PX = 24
#: Rules whose ends are nearer than this meet.
_JOINED_PX = 15
#: No line of print fits in a row lower than this (8 pt with its marks): it is the white between two frames.
_LOWEST_ROW_PX = 32
#: A table's rules do not run on so far above or below it.
_BEYOND_PX = 50
#: A streak at least this long tells by its line which other pieces are of it.
_STREAK_PX = 200


@dataclass(frozen=True, slots=True)
class _Masks:
    """The horizontal and the vertical rules of a page: 255 where a rule is."""

    horizontal: Grey
    vertical: Grey

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the page."""
        return self.horizontal.shape[1], self.horizontal.shape[0]


def find_grids(rules: Ruling) -> tuple[Grid, ...]:
    """Tables (and boxes: grids of one cell), top to bottom, in pixels of the image the rules are from."""
    joined = components(spread(rules.both, _JOINED_PX, _JOINED_PX).mask())
    boxes = _side_by_side(joined.box(index) for index in range(1, joined.count))
    masks = _Masks(rules.horizontal.mask(), rules.vertical.mask())
    areas = [area for box in boxes for area in _tables(masks, box)]
    straight = _without_streaks(masks, areas)
    narrow = sorted(areas, key=lambda area: area.width * area.height)
    grids = _once(grid for area in narrow for grid in _grids(straight, area))
    return tuple(sorted(grids, key=lambda g: (g.box.y, g.box.x)))


def _once(grids: Iterable[Grid]) -> list[Grid]:
    """Each grid once: where a streak ties a table to another, the area around both holds a third one too."""
    found: list[Grid] = []
    for grid in grids:
        if not any(_lies_within(grid.box, other.box) for other in found):
            found.append(grid)
    return found


def _lies_within(box: Box, other: Box) -> bool:
    """Whether two boxes share more than half of the smaller one."""
    wide = min(box.right, other.right) - max(box.x, other.x)
    high = min(box.bottom, other.bottom) - max(box.y, other.y)
    least = min(box.width * box.height, other.width * other.height)
    return wide > 0 and high > 0 and 2 * wide * high > least


def _without_streaks(rules: _Masks, areas: Sequence[Box]) -> _Masks:
    """The rules without what runs on beyond all tables: a scratch, a fold, the glass of a scanner.

    It may lie a little aslant and have gaps: pieces of it are what lies on its line.
    """
    found = components(rules.vertical)
    boxes = [found.box(index) for index in range(1, found.count)]
    streaks = [box for box in boxes if box.height >= _STREAK_PX and _runs_on(box, areas)]
    if not streaks:
        return rules
    lines = [_line_of(rules.vertical, box) for box in streaks]
    gone = [any(_lies_on(rules.vertical, box, line) for line in lines) for box in boxes]
    return replace(rules, vertical=found.mask(~np.array([True, *gone])))


def _runs_on(rule: Box, areas: Sequence[Box]) -> bool:
    """Whether an end of a rule down lies beyond the tables: a table's rule ends at its own rules across.

    The frame of a table may go on in a line of the form.
    """
    middle = rule.centre[0]
    if any(abs(middle - end) < 2 * SAME_RULE_PX for area in areas for end in (area.x, area.right)):
        return False
    beside = [area for area in areas if area.x < middle < area.right]
    return any(
        all(end < area.y - _BEYOND_PX or end > area.bottom + _BEYOND_PX for area in beside)
        for end in (rule.y, rule.bottom)
    )


def _line_of(mask: Grey, rule: Box) -> tuple[float, float]:
    """x where y is 0, and how far it moves with each y."""
    top, bottom = _middle_at(mask, rule, rule.y), _middle_at(mask, rule, rule.bottom - 1)
    slope = (bottom - top) / (rule.height - 1)
    return top - slope * rule.y, slope


def _middle_at(mask: Grey, rule: Box, y: int) -> float:
    return rule.x + float(np.flatnonzero(mask[y, rule.x : rule.right]).mean())


def _lies_on(mask: Grey, rule: Box, line: tuple[float, float]) -> bool:
    return all(
        abs(_middle_at(mask, rule, y) - line[0] - line[1] * y) < SAME_RULE_PX / 2
        for y in (rule.y, rule.bottom - 1)
    )


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
    level = abs(box.y - other.y) <= SAME_RULE_PX and abs(box.bottom - other.bottom) <= SAME_RULE_PX
    return level and min(box.height, other.height) > 2 * _SMALLEST_CELL_PX


def _tables(rules: _Masks, box: Box) -> list[Box]:
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
    return [table.padded(SAME_RULE_PX // 2).clipped(*rules.size) for table in tables]


def _is_row(rules: _Masks, strip: Box) -> bool:
    """Whether at least two rules run down through most of the strip."""
    down = rules.vertical[strip.y : strip.bottom, strip.x : strip.right]
    return len(_positions(np.count_nonzero(_thickened(down, 0), axis=0), _SHARE * strip.height)) >= 2


def _across(rules: _Masks, box: Box) -> list[int]:
    """Heights of the rules across, from the top of the box."""
    across = rules.horizontal[box.y : box.bottom, box.x : box.right]
    return _positions(np.count_nonzero(_thickened(across, 1), axis=1), _SHARE * box.width)


@dataclass(frozen=True, slots=True)
class _Strip:
    """What lies between two rules across (pixels down the area), and the rules down through most of it."""

    top: int
    bottom: int
    inner: tuple[int, ...]


def _grids(rules: _Masks, area: Box) -> Iterator[Grid]:
    """The grids of an area of connected rules: rows whose rules down differ are not of one table."""
    thick = _thickened(rules.vertical[area.y : area.bottom, area.x : area.right], 0)
    ends = _positions(np.count_nonzero(thick, axis=0), _SHARE * area.height)
    if len(ends) < 2:
        return
    strips = [
        _Strip(top, bottom, tuple(_inner_rules(thick[top:bottom], ends)))
        for top, bottom in pairwise(_across(rules, area))
    ]
    for run in _runs_of_rows(strips):
        for part in _parted(run, thick):
            if (grid := _grid(area, part, thick)) is not None:
                yield grid


def _runs_of_rows(strips: Sequence[_Strip]) -> list[list[_Strip]]:
    """The rows of frames that stand close below each other: the white between two of them is no row."""
    runs: list[list[_Strip]] = [[]]
    for strip in strips:
        if strip.bottom - strip.top < _LOWEST_ROW_PX:
            runs.append([])
        else:
            runs[-1].append(strip)
    return [run for run in runs if run]


def _inner_rules(thick: NDArray[np.uint8], ends: Sequence[int]) -> list[int]:
    own = _positions(np.count_nonzero(thick, axis=0), _BOXED_SHARE * thick.shape[0])
    return [one for one in own if ends[0] + _SMALLEST_CELL_PX < one < ends[-1] - _SMALLEST_CELL_PX]


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of one grid. boxed: each is divided as its items need it."""

    strips: list[_Strip]
    boxed: bool


def _parted(strips: Sequence[_Strip], thick: NDArray[np.uint8]) -> list[_Part]:
    """The rows of a frame as tables and as boxes, top to bottom.

    A table has the same columns in every row. A form printed in boxes divides each row as its items need
    it, and such rows may follow upon a table with no white between.
    """
    groups = _groups(strips, thick)
    parts: list[_Part] = []
    boxes: list[_Strip] = []
    for group in groups:
        table = _table_within(group, thick, alone=len(groups) == 1)
        if not table:
            boxes += group
            continue
        first = group.index(table[0])
        parts += [_Part([*boxes, *group[:first]], boxed=True), _Part(table, boxed=False)]
        boxes = group[first + len(table) :]
    return [part for part in (*parts, _Part(boxes, boxed=True)) if part.strips]


def _groups(strips: Sequence[_Strip], thick: NDArray[np.uint8]) -> list[list[_Strip]]:
    """Strips whose rules down do not contradict each other.

    Undivided strips just before a contradiction go with what follows: a title, or boxes as wide as the form.
    """
    groups: list[list[_Strip]] = [[]]
    for strip in strips:
        group = groups[-1]
        known = _known(group)
        least = min(len(strip.inner), len(known))
        if not least or 2 * len(_seen(strip, known, thick)) > least:
            group.append(strip)
            continue
        at = len(group)
        while at and not _seen(group[at - 1], known, thick):
            at -= 1
        groups[-1:] = [group[:at], [*group[at:], strip]]
    return [group for group in groups if group]


def _known(group: Sequence[_Strip]) -> list[int]:
    """The rules down through the strips; one that several have counts once."""
    found: list[int] = []
    for one in (one for strip in group for one in strip.inner):
        if not any(abs(one - other) < SAME_RULE_PX for other in found):
            found.append(one)
    return found


def _seen(strip: _Strip, known: Sequence[int], thick: NDArray[np.uint8]) -> list[int]:
    """Those of the rules of which at least a piece is seen in a strip: what a worn copy leaves of them."""
    share = np.count_nonzero(thick[strip.top : strip.bottom], axis=0) / (strip.bottom - strip.top)
    beside = SAME_RULE_PX // 2
    return [
        one
        for one in known
        if float(share[max(0, one - beside) : one + beside].max(initial=0)) >= _SEEN_SHARE
    ]


def _table_within(group: list[_Strip], thick: NDArray[np.uint8], *, alone: bool) -> list[_Strip]:
    """The rows of a group that are a table's: not the undivided ones above and below them.

    alone: nothing else in the frame is divided otherwise. One rule down is not enough to tell then: where it
    ends, it may be worn. Among boxes one divided row is no table.
    """
    known = _known(group)
    if alone and len(known) < 2:
        return group
    divided = [at for at, strip in enumerate(group) if _seen(strip, known, thick)]
    rows = group[divided[0] : divided[-1] + 1] if divided else []
    return rows if alone or sum(bool(strip.inner) for strip in rows) > 1 else []


def _grid(area: Box, part: _Part, thick: NDArray[np.uint8]) -> Grid | None:
    top, bottom = part.strips[0].top, part.strips[-1].bottom
    lefts = _positions(np.count_nonzero(thick[top:bottom], axis=0), _SHARE * (bottom - top))
    if len(lefts) < 2:
        return None
    cells = tuple(
        Cell(row, column, Box(area.x + left, area.y + strip.top, right - left, strip.bottom - strip.top))
        for row, strip in enumerate(part.strips)
        for column, (left, right) in enumerate(pairwise(_row_rules(strip, lefts, thick, boxed=part.boxed)))
    )
    around = Box(area.x + lefts[0], area.y + top, lefts[-1] - lefts[0], bottom - top)
    return Grid(around, len(part.strips), 1 + max(cell.column for cell in cells), cells)


def _row_rules(strip: _Strip, lefts: list[int], thick: NDArray[np.uint8], *, boxed: bool) -> list[int]:
    """Where the cells of a row begin and end: at the columns of its table, unless it shows none of them."""
    columns = lefts[1:-1]
    if boxed or not columns:
        return [lefts[0], *(one for one in strip.inner if lefts[0] < one < lefts[-1]), lefts[-1]]
    return lefts if _seen(strip, columns, thick) else [lefts[0], lefts[-1]]


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
        if middles and middle - middles[-1] < max(SAME_RULE_PX, _SMALLEST_CELL_PX):
            continue
        middles.append(middle)
    return middles
