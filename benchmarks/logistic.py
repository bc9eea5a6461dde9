"""Logistic regression by Newton's steps, with weights that may only speak for a reading."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: Weights are drawn towards 0 by this much of a case each: features that hardly vary stay small.
_RIDGE = 1.0
_STEPS = 60
_SETTLED = 1e-7

Cases = NDArray[np.float64]


def fitted(cases: Cases, right: Cases, free: frozenset[int]) -> tuple[float, ...]:
    """The weights that make `right` (0 or 1 a case) likeliest. cases: a row of features a case.

    Features that are not in `free` get no weight below 0: where chance gives them one, they are left out.
    """
    used = list(range(cases.shape[1]))
    while True:
        weights = _newton(cases[:, used], right)
        wrong_way = [at for at, weight in zip(used, weights, strict=True) if weight < 0 and at not in free]
        if not wrong_way:
            break
        worst = min(wrong_way, key=lambda at: weights[used.index(at)])
        used.remove(worst)
    full = np.zeros(cases.shape[1])
    full[used] = weights
    return tuple(float(weight) for weight in full)


def _newton(cases: Cases, right: Cases) -> Cases:
    weights = np.zeros(cases.shape[1])
    ridge = np.full(cases.shape[1], _RIDGE)
    for _ in range(_STEPS):
        likely = 1.0 / (1.0 + np.exp(-np.clip(cases @ weights, -30, 30)))
        slope = cases.T @ (right - likely) - ridge * weights
        bend = (cases * (likely * (1 - likely))[:, None]).T @ cases + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if float(np.abs(step).max()) < _SETTLED:
            break
    return np.asarray(weights)
