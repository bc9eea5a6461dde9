"""Both sides of a stack on a scanner that takes one side: fronts first, then the stack turned over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

_Side = TypeVar("_Side")


@dataclass(frozen=True, slots=True)
class TurnedStack:
    """What is known of a stack that is being scanned side after side.

    first_number: the number of its first front page in the batch. fronts: how many front sides there are,
    None until they have all been scanned.
    """

    first_number: int
    fronts: int | None = None


def sheet_by_sheet(fronts: Sequence[_Side], backs: Sequence[_Side]) -> tuple[_Side, ...]:
    """Front, back, front, back: a stack that is turned over as a whole gives its last back first.

    ValueError where there are not as many backs as fronts.
    """
    return tuple(chain.from_iterable(zip(fronts, reversed(backs), strict=True)))
