"""From the chances of a line network to text: characters with places and confidences, and other readings.

The network gives, for each step along a strip, how likely each character is there, or none (class 0). A text
is as likely as all ways to spell it over the steps together (connectionist temporal classification).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

#: Rows are steps, columns are classes; each row sums to 1.
Chances = NDArray[np.float32]

_BLANK = 0
#: Classes less likely than this at a step are left out of the search for other readings.
_LEAST = 0.01
#: How many readings the search carries along.
_BEAM = 6


@dataclass(frozen=True, slots=True)
class Spelled:
    """One character of a line: its class, its first and last step (inclusive), and how sure it is."""

    label: int
    first: int
    last: int
    confidence: float


def spelled(chances: Chances) -> tuple[Spelled, ...]:
    """The characters of the likeliest class of each step, left to right.

    A character may be spelled at either of two steps, half as likely at each: its chances over the stretch
    of steps that is its own count together, against those of everything else there and of nothing.
    """
    best = chances.argmax(axis=1)
    found: list[tuple[int, int, int]] = []
    start = 0
    for step in range(1, len(best) + 1):
        if step < len(best) and best[step] == best[start]:
            continue
        if best[start] != _BLANK:
            found.append((int(best[start]), start, step - 1))
        start = step
    if not found:
        return ()
    inked = 1.0 - chances[:, _BLANK]
    starts = [0, *(_parting(inked, one[2], other[1]) for one, other in pairwise(found))]
    totals = np.add.reduceat(inked, starts)
    return tuple(
        Spelled(label, first, last, _share(chances[begin:end, label], float(total)))
        for (label, first, last), begin, end, total in zip(
            found, starts, [*starts[1:], len(best)], totals, strict=True
        )
    )


def _parting(inked: NDArray[np.float32], last: int, following: int) -> int:
    """The step between two characters at which there is likeliest nothing: it begins the second's stretch."""
    between = inked[last + 1 : following]
    return last + 1 + (int(between.argmin()) if len(between) else 0)


def _share(own: NDArray[np.float32], total: float) -> float:
    return min(1.0, float(own.sum()) / max(1.0, total))


@dataclass(slots=True)
class _Prefix:
    """How likely a beginning is, where it ends in nothing, and where it ends in its last character."""

    blank: float = 0.0
    letter: float = 0.0

    @property
    def chance(self) -> float:
        return self.blank + self.letter


#: Beginnings of texts, as rows of classes.
_Beams = dict[tuple[int, ...], _Prefix]


def readings(chances: Chances) -> tuple[tuple[tuple[int, ...], float], ...]:
    """The likeliest texts as rows of classes, best first, with their chances among these (they sum to 1)."""
    beams: _Beams = {(): _Prefix(1.0, 0.0)}
    for row in chances:
        beams = _stepped(beams, row)
    total = sum(prefix.chance for prefix in beams.values())
    if total <= 0.0:
        return ()
    ranked = sorted(beams.items(), key=lambda entry: -entry[1].chance)
    return tuple((text, prefix.chance / total) for text, prefix in ranked)


def _stepped(beams: _Beams, row: NDArray[np.float32]) -> _Beams:
    """Every beginning, one step further; the likeliest ones, scaled so that the best one stays near 1."""
    likely = [(int(label), float(row[label])) for label in np.flatnonzero(row > _LEAST)]
    grown: _Beams = {}
    for text, prefix in beams.items():
        for label, chance in likely:
            if label == _BLANK:
                grown.setdefault(text, _Prefix()).blank += prefix.chance * chance
                continue
            if text and text[-1] == label:
                grown.setdefault(text, _Prefix()).letter += prefix.letter * chance
                grown.setdefault((*text, label), _Prefix()).letter += prefix.blank * chance
                continue
            grown.setdefault((*text, label), _Prefix()).letter += prefix.chance * chance
    kept = sorted(grown.items(), key=lambda entry: -entry[1].chance)[:_BEAM]
    scale = kept[0][1].chance if kept else 1.0
    return {
        text: _Prefix(prefix.blank / scale, prefix.letter / scale) for text, prefix in kept if scale > 0.0
    }
