"""From the chances of a line network to text: characters with places and confidences, and other readings.

The network gives, for each step along a strip, how likely each character is there, or none (class 0). A text
is as likely as all ways to spell it over the steps together (connectionist temporal classification).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

#: Rows are steps, columns are classes; each row sums to 1.
Chances = NDArray[np.float32]

_BLANK = 0
#: Classes less likely than this at a step are left out of the search for other readings.
_LEAST = 0.01
#: How many readings the search carries along.
_BEAM = 6


class Spelled(NamedTuple):
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
    best = chances.argmax(axis=1).tolist()
    runs = _runs(best)
    if not runs:
        return ()
    inked = (1.0 - chances[:, _BLANK]).tolist()
    starts = [0, *(_parting(inked, last, first) for (_, _, last), (_, first, _) in pairwise(runs)), len(best)]
    # Lists from here on: for some forty steps an array's way there and back takes longer than the sums.
    stretches = list(pairwise(starts))
    of_step = [label for (label, _, _), ends in zip(runs, stretches, strict=True) for _ in range(*ends)]
    own = chances[np.arange(len(best)), of_step].tolist()
    return tuple(
        Spelled(*run, min(sum(own[start:end]) / max(sum(inked[start:end]), 1.0), 1.0))
        for run, (start, end) in zip(runs, stretches, strict=True)
    )


def _runs(best: Sequence[int]) -> list[tuple[int, int, int]]:
    """Each class that stands there, but nothing, with its first and last step."""
    runs, first = [], 0
    for step, (label, following) in enumerate(pairwise([*best, -1])):
        if label == following:
            continue
        if label != _BLANK:
            runs.append((label, first, step))
        first = step + 1
    return runs


def _parting(inked: Sequence[float], last: int, following: int) -> int:
    """The step between two characters at which there is likeliest nothing: it begins the second's stretch."""
    return min(range(last + 1, following), key=inked.__getitem__, default=last + 1)


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
    for likely in _likely(chances):
        beams = _stepped(beams, likely)
    total = sum(prefix.chance for prefix in beams.values())
    if total <= 0.0:
        return ()
    ranked = sorted(beams.items(), key=lambda entry: -entry[1].chance)
    return tuple((text, prefix.chance / total) for text, prefix in ranked)


def _likely(chances: Chances) -> list[list[tuple[int, float]]]:
    """The classes that are likely enough at each step, with their chances."""
    steps, labels = np.nonzero(chances > _LEAST)
    likely: list[list[tuple[int, float]]] = [[] for _ in chances]
    found = chances[steps, labels].tolist()
    for step, label, chance in zip(steps.tolist(), labels.tolist(), found, strict=True):
        likely[step].append((label, chance))
    return likely


def _stepped(beams: _Beams, likely: Sequence[tuple[int, float]]) -> _Beams:
    """Every beginning, one step further; the likeliest ones, scaled so that the best one stays near 1."""
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
