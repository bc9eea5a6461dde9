"""Ruled lines: found, and taken out of the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.bits import Bits
from hrdigitize.imaging.components import components
from hrdigitize.imaging.pixels import Grey, whitened, without
from hrdigitize.imaging.spreading import closed, opened, spread

#: Lengths in pixels at the working resolution (300 dpi): longer than any stroke of a letter.
_HORIZONTAL_PX = 110
_VERTICAL_PX = 90
#: A rule is at most this thick; what is thicker is a border, a fold shadow or a photograph.
_THICK_PX = 14
#: Pieces of one rule that a poor scan broke are joined over gaps up to this; down the page the gap must
#: stay below a line of text, or two tables become one.
_GAP_ACROSS_PX = 181
_GAP_DOWN_PX = 61
#: Breaks of a run up to this are looked over where the run stands free.
_BREAK_PX = 9
#: How far beside a broken run print is looked for, and how much of it makes the run a row of letters.
_BESIDE_PX = 10
_BESIDE_SHARE = 0.15
#: Rules whose middles are closer than this are one rule.
SAME_RULE_PX = 18
#: A rule between two boxes of one line of text is shorter than others; pieces of it are at least this long,
#: and it ends this near the rules across.
_DIVIDER_PX = 30
_MEETING_PX = 9
#: How far a rule's grey edge reaches.
_EDGE_PX = 2


@dataclass(frozen=True, slots=True)
class _Way:
    """How rules run, how long they are at least, and over which gaps their pieces are joined."""

    down: bool
    length: int
    gap: int

    def rectangle(self, along: int, aside: int = 1) -> tuple[int, int]:
        """Width and height of what is so long this way."""
        return (aside, along) if self.down else (along, aside)


_ACROSS = _Way(down=False, length=_HORIZONTAL_PX, gap=_GAP_ACROSS_PX)
_DOWN = _Way(down=True, length=_VERTICAL_PX, gap=_GAP_DOWN_PX)


@dataclass(frozen=True, slots=True)
class Ruling:
    """Masks of the horizontal and the vertical rules of a page."""

    horizontal: Bits
    vertical: Bits

    @property
    def both(self) -> Bits:
        return self.horizontal | self.vertical


def find_rules(ink_mask: Grey) -> Ruling:
    """Long straight runs of ink. A run with breaks counts only where no print stands against it.

    (Closing breaks joins the serif feet of a word to a "rule" as well: measured, it cut words in two.)
    """
    ink = Bits.of(ink_mask)
    across, down = _runs(ink, ink_mask, _ACROSS), _runs(ink, ink_mask, _DOWN)
    return Ruling(across, down | _dividers(ink, ink_mask, across))


def _dividers(ink: Bits, ink_mask: Grey, across: Bits) -> Bits:
    """Short runs down the page from one rule across to the next: what parts boxes that hold one line.

    They are no longer than letters may be, but no letter touches the rule above it and the one below. Where
    print stands against such a run it is a fold or a streak.
    """
    runs = _thin(closed(opened(ink, 1, _DIVIDER_PX), 3, _MEETING_PX))
    # Those of two rows may stand nearly above each other.
    found = components(runs.without(across).mask())
    rules = across.mask()
    keep = np.zeros(found.count, dtype=np.bool_)
    for index in np.flatnonzero(found.height < _VERTICAL_PX + 2 * _MEETING_PX):
        box = found.box(int(index))
        meets = index > 0 and all(_meets(rules, box, y) for y in (box.y, box.bottom))
        keep[index] = meets and _stands_free(box, ink_mask)
    return Bits.of(found.mask(keep))


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


def _runs(ink: Bits, ink_mask: Grey, way: _Way) -> Bits:
    """Runs that way of at least its length, joined over gaps; with breaks where they stand free."""
    bridged = closed(ink, *way.rectangle(_BREAK_PX, 3))
    likely = opened(bridged, *way.rectangle(way.length))
    runs = _standing_free(likely, ink_mask, way) | opened(ink, *way.rectangle(way.length))
    return closed(_thin(runs), *way.rectangle(way.gap, 3))


def _thin(runs: Bits) -> Bits:
    """The runs without what is thicker than a rule."""
    return runs.without(opened(runs, _THICK_PX, _THICK_PX))


def _standing_free(runs: Bits, ink_mask: Grey, way: _Way) -> Bits:
    """Those runs with hardly any other ink just beside them, on either side."""
    found = components(runs.mask())
    keep = np.zeros(found.count, dtype=np.bool_)
    for index in range(1, found.count):
        box = found.box(index)
        beside = sum(int(np.count_nonzero(band.any(axis=0))) for band in _beside(box, ink_mask, way))
        keep[index] = beside < _BESIDE_SHARE * 2 * (box.height if way.down else box.width)
    return Bits.of(found.mask(keep))


def _beside(run: Box, mask: Grey, way: _Way) -> Iterator[Grey]:
    """What lies just beside a run, on either side, with the run's way across."""
    if way.down:
        run, mask = Box(run.y, run.x, run.height, run.width), mask.T
    for rows in (
        slice(max(0, run.y - _BESIDE_PX), max(0, run.y - 2)),
        slice(run.bottom + 2, run.bottom + _BESIDE_PX),
    ):
        band = mask[rows, run.x : run.right]
        if band.size:
            yield band


def without_rules(image: Grey, rules: Ruling, letters: Grey) -> Grey:
    """The image with its rules painted white, a little wider than they are; letters beside them stay."""
    wide = spread(rules.both, 2 * _EDGE_PX + 1, 2 * _EDGE_PX + 1).mask()
    return whitened(image, without(wide, letters))
