"""Dotted leaders: rows of small dots on which values are typed.

Measured: Tesseract takes the dots for text, misjudges the line's height and returns garbage for the
whole line, on the cleanest scans worst of all. So they go before the engine sees the page.

The dots of one leader stand at one distance from each other, under the words typed over them as well: so the
few that show between these words are told from full stops and from the dots below letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.components import Choice, Components, components
from hrdigitize.imaging.pixels import Grey, whitened, without

#: Sizes in pixels at the working resolution (300 dpi). A full stop of 13 pt print is 6-8 px.
_DOT_PX = 11
_DOT_AREA_PX = 2
#: Dots of one leader follow each other within this distance, and this close to one height.
_STEP_PX = 26
_LEVEL_PX = 3.5
#: A word typed over a leader hides its dots over this distance at most.
_WORD_PX = 130
#: Fewer dots than this are punctuation ("v.v...", "i").
_FEWEST = 5
#: Nearest that dots stand, how many must stand side by side, and how far a dot may be off its place.
_NEAREST_PX = 7
_FEWEST_STEPS = 3
_ASIDE_PX = 1.6
#: In the gaps of a leader that was typed over there is ink at so many of its places.
_INKED = 0.85
#: A dot wider or higher by this than the others of its leader has run together with the dot below a letter.
_GROWN_PX = 3
#: The upper dot of a colon stands so far above the lower one.
_COLON_PX = (8, 24)
#: Dots that ran together in a poor copy: a thin, long, low strip.
_STRIP_LENGTH_PX = 70
#: Above a dot that stands beside a letter there is no ink so far up; the bowl of a letter is lower.
_LETTER_PX = 24
#: A letter's lower end is looked for so far beside a dot; a letter that goes on below it goes on so far.
_BESIDE_PX = 5
_BELOW_PX = 4
_STRIP_HEIGHT_PX = 10


@dataclass(frozen=True, slots=True)
class _Dots:
    """What is as small as a dot, from left to right: its component, and the middle of its ink."""

    found: Components
    across: list[float]
    down: list[float]

    def is_grown(self, dot: int, row: list[int]) -> bool:
        """Whether a dot is larger than the others of its row."""
        sizes = (self.found.width, self.found.height)
        return any(size[dot] >= median(size[row].tolist()) + _GROWN_PX for size in sizes)


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Dots at one distance. grown: those that ran together with another dot, and where the leader's own is.

    hidden: where further dots of the leader are, run together with letters or lost.
    """

    dots: list[int]
    grown: list[tuple[int, Box]]
    hidden: list[Box]


def without_leaders(image: Grey, ink_mask: Grey, letters: Grey) -> Grey:
    """The image with leader dots painted white; letters that touch a leader stay whole."""
    found = components(ink_mask)
    across, down = found.centres()
    dots = _Dots(found, across.tolist(), down.tolist())
    chosen, kept = _strips(found), np.zeros(found.count, dtype=np.bool_)
    grown: list[Box] = []
    hidden: list[list[Box]] = []
    for row in _rows(dots, _WORD_PX):
        left = row
        for lattice in _lattices(dots, row, ink_mask):
            chosen[lattice.dots] = True
            kept[[dot for dot, _ in lattice.grown]] = True
            grown.extend(box for _, box in lattice.grown)
            hidden.append(lattice.hidden)
            left = [dot for dot in left if dot not in {*lattice.dots, *(dot for dot, _ in lattice.grown)}]
        # A leader whose dots stand unevenly: a poor copy.
        for run in _runs(dots, left):
            chosen[run] = len(run) >= _FEWEST
    colons = _colons(dots, chosen)
    kept |= colons
    chosen &= ~kept
    if not chosen.any():
        return image
    mask = cv2.dilate(found.mask(chosen), np.ones((5, 5), np.uint8)).astype(np.uint8, copy=False)
    mask = without(mask, found.mask(kept))
    for box in grown:
        mask[box.y : box.bottom, box.x : box.right] = 255
    mask = without(mask, letters)
    for places in hidden:
        _uncover(mask, ink_mask, places)
    return whitened(image, mask)


def _strips(found: Components) -> Choice:
    chosen: Choice = (found.width >= _STRIP_LENGTH_PX) & (found.height <= _STRIP_HEIGHT_PX)
    chosen[0] = False
    return chosen


def _rows(dots: _Dots, reach: float) -> Iterator[list[int]]:
    """Rows of dots, each near the one before it in place and height; swept from left to right."""
    found = dots.found
    small = np.flatnonzero(
        (found.width <= _DOT_PX) & (found.height <= _DOT_PX) & (found.area >= _DOT_AREA_PX)
    )
    growing: list[list[int]] = []
    for dot in sorted(small.tolist(), key=dots.across.__getitem__):
        x, y = dots.across[dot], dots.down[dot]
        yield from (row for row in growing if x - dots.across[row[-1]] > reach)
        growing = [row for row in growing if x - dots.across[row[-1]] <= reach]
        home = next((row for row in growing if abs(y - dots.down[row[-1]]) <= _LEVEL_PX), None)
        if home is None:
            growing.append([dot])
        else:
            home.append(dot)
    yield from growing


def _runs(dots: _Dots, row: list[int]) -> Iterator[list[int]]:
    """The parts of a row in which no dot is far from the one before it."""
    run: list[int] = []
    for dot in row:
        if run and dots.across[dot] - dots.across[run[-1]] > _STEP_PX:
            yield run
            run = []
        run.append(dot)
    if run:
        yield run


def _lattices(dots: _Dots, row: list[int], ink_mask: Grey) -> Iterator[_Lattice]:
    """Every leader of a row: dots that stand at one distance, or at multiples of it."""
    left = row
    while len(left) >= _FEWEST:
        steps = [dots.across[b] - dots.across[a] for a, b in pairwise(left)]
        short = [step for step in steps if _NEAREST_PX <= step <= _STEP_PX]
        if len(short) < _FEWEST_STEPS:
            return
        step = median(short)
        start = next((at for at, one in enumerate(steps) if abs(one - step) <= _ASIDE_PX / 2), None)
        if start is None:
            return
        back = _followed(dots, left[start::-1], -step)
        ahead = _followed(dots, left[start:], step)
        members = [*reversed(back[1:]), *ahead]
        if len(members) < _FEWEST:
            return
        for leader in _unbroken(dots, members, step, ink_mask):
            plain = [dot for dot in leader if not dots.is_grown(dot, leader)]
            grown = [(dot, _place(dots, dot, leader, step)) for dot in leader if dot not in plain]
            yield _Lattice(plain, grown, list(_hidden(dots, plain, step)))
        left = [dot for dot in left if dot not in set(members)]


def _followed(dots: _Dots, row: list[int], step: float) -> list[int]:
    """The dots of a row, from its first on, that stand where a leader of this step has one."""
    members = [row[0]]
    for dot in row[1:]:
        distance = dots.across[dot] - dots.across[members[-1]]
        count = round(distance / step)
        grown = dots.found.width[dot] >= dots.found.width[members[-1]] + _GROWN_PX
        aside = _ASIDE_PX + (_GROWN_PX if grown else 0)
        if count >= 1 and abs(distance - count * step) <= aside:
            members.append(dot)
    return members


def _unbroken(dots: _Dots, members: list[int], step: float, ink_mask: Grey) -> Iterator[list[int]]:
    """The parts of a lattice that are one leader: in its gaps there is ink wherever a dot would be.

    A value typed between two leaders, or a point in it, may stand in step with them by chance.
    """
    part, places = members[:1], 1
    for dot in members[1:]:
        gap = list(_hidden(dots, [part[-1], dot], step))
        inked = sum(ink_mask[box.y + box.height // 2, box.x + box.width // 2] > 0 for box in gap)
        if inked < _INKED * len(gap):
            if places >= _FEWEST:
                yield part
            part, places = [], 0
        part.append(dot)
        places += 1 + (len(gap) if places else 0)
    if places >= _FEWEST:
        yield part


def _place(dots: _Dots, dot: int, members: list[int], step: float) -> Box:
    """Where the leader's own dot is in one that has run together with another: a step from its neighbour."""
    plain = [one for one in members if not dots.is_grown(one, members)]
    beside = min(plain or members, key=lambda one: abs(dots.across[one] - dots.across[dot]))
    distance = dots.across[dot] - dots.across[beside]
    x = dots.across[beside] + round(distance / step) * step
    y = dots.down[beside]
    width, height = int(dots.found.width[beside]) + 1, int(dots.found.height[beside]) + 1
    return Box(round(x - width / 2), round(y - height / 2), width, height)


def _hidden(dots: _Dots, plain: list[int], step: float) -> Iterator[Box]:
    """Where dots should be between those that stand free."""
    for one, other in pairwise(plain):
        distance = dots.across[other] - dots.across[one]
        count = round(distance / step)
        width, height = int(dots.found.width[one]) + 2, int(dots.found.height[one]) + 2
        for number in range(1, count):
            share = number / count
            x = dots.across[one] + share * distance
            y = dots.down[one] + share * (dots.down[other] - dots.down[one])
            yield Box(round(x - width / 2), round(y - height / 2), width, height)


def _uncover(mask: Grey, ink_mask: Grey, hidden: list[Box]) -> None:
    """Mark what the dots of one leader add to letters: what hangs below these and what stands beside them."""
    tall, wide = ink_mask.shape
    inside = Box(_BESIDE_PX, _LETTER_PX, wide - 2 * _BESIDE_PX, tall - _LETTER_PX - _BELOW_PX)
    places = [dot for dot in hidden if _is_within(dot, inside)]
    feet = [foot for dot in places if (foot := _foot(ink_mask, dot)) is not None]
    for dot in places:
        ends = ~ink_mask[dot.bottom + 1 : dot.bottom + _BELOW_PX, dot.x : dot.right].any(axis=0)
        alone = ~ink_mask[dot.y - _LETTER_PX : dot.y, dot.x : dot.right].any(axis=0)
        part = mask[dot.y : dot.bottom, dot.x : dot.right]
        part[:, ends & alone] = 255
        if feet:
            part[round(median(feet)) :, ends] = 255


def _is_within(dot: Box, room: Box) -> bool:
    across = room.x <= dot.x and dot.right <= room.right
    return across and room.y <= dot.y and dot.bottom <= room.bottom


def _foot(ink_mask: Grey, dot: Box) -> int | None:
    """The row of a dot below which the letters beside it have no ink; None where no letter is beside it."""
    band = ink_mask[dot.y : dot.bottom]
    left, right = band[:, dot.x - _BESIDE_PX : dot.x - 1], band[:, dot.right + 1 : dot.right + _BESIDE_PX]
    rows = np.flatnonzero(left.any(axis=1) | right.any(axis=1))
    return int(rows[-1]) + 1 if rows.size else None


def _colons(dots: _Dots, chosen: Choice) -> Choice:
    """The lower dots of colons that stand at the level of a leader: a like dot stands right above."""
    found = dots.found
    small = np.flatnonzero((found.width <= _DOT_PX) & (found.height <= _DOT_PX))
    across, down = np.array(dots.across), np.array(dots.down)
    picked = np.flatnonzero(chosen)
    colons = np.zeros(found.count, dtype=np.bool_)
    order = small[np.argsort(across[small])]
    for dot in picked.tolist():
        first, last = np.searchsorted(across[order], (across[dot] - 1.5, across[dot] + 1.5))
        above = down[dot] - down[order[first:last]]
        like = np.abs(found.area[order[first:last]] - found.area[dot]) <= 0.4 * found.area[dot]
        colons[dot] = bool(np.any(like & (above >= _COLON_PX[0]) & (above <= _COLON_PX[1])))
    return colons
