"""How dear a guess at a passphrase is made on this PC: as dear as a person who logs in does not mind.

One try shall take half a second to a second (RELIABILITY.md E2). Only the passes are chosen: time grows with
them evenly, and the memory stays what every PC of an office has to spare.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hrdigitize.crypto.passphrases import LEAST_COST, Cost, derive

#: Gives seconds that only grow. Passed in, so that tests decide how fast a PC is.
Stopwatch = Callable[[], float]

SHORTEST_S, LONGEST_S = 0.5, 1.0
_AIM_S = 0.75
#: The store may be opened on a PC many times slower than the one that made it.
MOST_PASSES = 32
_TURNS = 4


def calibrated(stopwatch: Stopwatch) -> Cost:
    """The cost at which one try takes so long here; never below the least one, never above the cap."""
    cost = LEAST_COST
    for _ in range(_TURNS):
        took_s = _seconds(cost, stopwatch)
        if SHORTEST_S <= took_s <= LONGEST_S or took_s <= 0:
            break
        passes = round(cost.passes * _AIM_S / took_s)
        better = replace(cost, passes=min(max(passes, LEAST_COST.passes), MOST_PASSES))
        if better == cost:
            break
        cost = better
    return cost


def _seconds(cost: Cost, stopwatch: Stopwatch) -> float:
    began = stopwatch()
    derive("passphrase of nobody", bytes(16), cost)
    return stopwatch() - began
