"""Exact bounds against values of printed tables."""

from __future__ import annotations

import pytest

from benchmarks.bounds import interval, upper_bound


@pytest.mark.parametrize(
    ("wrong", "total", "bound"),
    [
        (0, 1, 0.95),
        (0, 100, 1 - 0.05**0.01),
        (0, 3000, 0.000998),
        (1, 10, 0.394163),
        (5, 100, 0.102253),
        (10, 10, 1.0),
        (0, 0, 1.0),
    ],
)
def test_the_upper_bound_is_the_exact_one(wrong: int, total: int, bound: float) -> None:
    assert upper_bound(wrong, total) == pytest.approx(bound, abs=1e-6)


@pytest.mark.parametrize(
    ("seen", "total", "bounds"),
    [
        (0, 10, (0.0, 0.308497)),
        (5, 10, (0.187086, 0.812914)),
        (10, 10, (0.691503, 1.0)),
        (0, 0, (0.0, 1.0)),
    ],
)
def test_the_interval_is_the_exact_one(seen: int, total: int, bounds: tuple[float, float]) -> None:
    assert interval(seen, total) == pytest.approx(bounds, abs=1e-6)


def test_many_cases_do_not_overflow() -> None:
    assert 0.0101 < upper_bound(1_000, 100_000) < 0.0108


def test_more_wrong_than_there_are_is_refused() -> None:
    with pytest.raises(ValueError, match="between none and all"):
        upper_bound(3, 2)
