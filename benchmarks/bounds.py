"""Exact bounds on a share of which only some cases were seen (Clopper and Pearson, Biometrika 26, 1934)."""

from __future__ import annotations

from math import exp, lgamma, log, log1p

#: Halvings of an interval of length 1: more than a double can tell apart.
_HALVINGS = 60


def upper_bound(wrong: int, total: int, *, sureness: float = 0.95) -> float:
    """The share that is exceeded with a chance of at most 1 - sureness (one-sided); 1.0 for nothing seen.

    It is the share at which `wrong` or fewer of `total` would be seen with just that chance.
    """
    if not 0 <= wrong <= total:
        raise ValueError("of so many cases, between none and all of them can be wrong")
    if wrong == total:
        return 1.0
    low, high = wrong / total, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _at_most(wrong, total, middle) > 1 - sureness:
            low = middle
        else:
            high = middle
    return high


def interval(seen: int, total: int, *, sureness: float = 0.95) -> tuple[float, float]:
    """Lower and upper bound together, two-sided; 0 and 1 where nothing was seen."""
    one_sided = (1 + sureness) / 2
    upper = upper_bound(seen, total, sureness=one_sided)
    return 1 - upper_bound(total - seen, total, sureness=one_sided), upper


def _at_most(count: int, total: int, share: float) -> float:
    """The chance of so many or fewer, of so many, each with this chance: a sum over the binomial's terms."""
    if share >= 1.0:
        return 0.0
    terms = (
        lgamma(total + 1)
        - lgamma(one + 1)
        - lgamma(total - one + 1)
        + one * log(share or 1.0)
        + (total - one) * log1p(-share)
        for one in range(count + 1)
        if share > 0.0 or one == 0
    )
    return sum(exp(term) for term in terms)
