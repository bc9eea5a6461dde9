"""From the chances of a line network to text: characters with places and confidences, and other readings.

The network gives, for each step along a strip, how likely each character is there, or none (class 0). A text
is as likely as all ways to spell it over the steps together (connectionist temporal classification).
"""

from __future__ import annotations

from dataclasses import dataclass

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
    first = np.flatnonzero(np.diff(best, prepend=-1))
    last = np.append(first, len(best))[1:] - 1
    spelt = best[first] != _BLANK
    first, last = first[spelt], last[spelt]
    if not len(first):
        return ()
    labels = best[first]
    inked = 1.0 - chances[:, _BLANK]
    starts = [
        0,
        *(_parting(inked, *ends) for ends in zip(last[:-1].tolist(), first[1:].tolist(), strict=True)),
    ]
    of_step = np.repeat(labels, np.diff([*starts, len(best)]))
    own = np.add.reduceat(chances[np.arange(len(best)), of_step], starts)
    share = np.minimum(own / np.maximum(np.add.reduceat(inked, starts), 1.0), 1.0)
    return tuple(map(Spelled, labels.tolist(), first.tolist(), last.tolist(), share.tolist()))


def _parting(inked: NDArray[np.float32], last: int, following: int) -> int:
    """The step between two characters at which there is likeliest nothing: it begins the second's stretch."""
    between = inked[last + 1 : following]
    return last + 1 + (int(between.argmin()) if len(between) else 0)


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
