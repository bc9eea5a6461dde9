"""How many values are looked at, and how many may be wrong: single sampling by attributes, ISO 2859-1.

Normal inspection, general level II (TCVN 7790-1): table 1 gives the code letter of a lot, table 2-A for
each letter the size of the sample and, by acceptance quality limit (AQL, wrong values in a hundred), the
largest number of wrong ones with which the lot is accepted.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

#: Table 1, general level II: the largest lot of each letter, A to P; beyond the last it is Q.
_LOTS = (8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000, 500_000)
#: Table 2-A: the sample of each letter, A to Q.
_SIZES = (2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1_250)
#: Table 2-A read along a column: at the letter where 0 is accepted, and 3, 4, … letters further down.
_NUMBERS = {0: 0, 3: 1, 4: 2, 5: 3, 6: 5, 7: 7, 8: 10, 9: 14, 10: 21}
#: The limits with the letter (its place in `_SIZES`) at which the column has its 0.
_ZERO_AT = {
    "0.10": 9,
    "0.15": 8,
    "0.25": 7,
    "0.40": 6,
    "0.65": 5,
    "1.0": 4,
    "1.5": 3,
    "2.5": 2,
    "4.0": 1,
    "6.5": 0,
}
#: The limits that an office can choose, the strictest first.
LIMITS = tuple(_ZERO_AT)
#: What an office begins with.
USUAL_LIMIT = "0.65"


@dataclass(frozen=True, slots=True)
class Rule:
    """limit: the AQL. size: how many values are looked at. accept: how many of them may be wrong."""

    limit: str
    size: int
    accept: int


def rule_for(lot: int, limit: str) -> Rule:
    """The rule for a lot of so many values. KeyError for a limit that the table has not.

    The arrows of the table are followed: where it has no plan for the letter, the nearest one in its
    direction counts, with its own size. A lot smaller than its sample is looked at wholly.
    """
    zero = _ZERO_AT[limit]
    letter = min(bisect_left(_LOTS, lot), len(_SIZES) - 1)
    step = letter - zero
    if step < 0 or step == 1:
        step = 0
    elif step == 2:
        step = 3
    step = min(step, max(_NUMBERS))
    at = min(zero + step, len(_SIZES) - 1)
    return Rule(limit, min(_SIZES[at], lot), _NUMBERS[at - zero])
