"""Weights fitted to cases that were made up, and limits that keep to the allowed share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.calibrating import Case, fit
from benchmarks.logistic import fitted
from hrdigitize.domain.reading import Support
from hrdigitize.extraction.acceptance import confidence_of, features

SUPPORT = Support(
    engine=0.97,
    agreed=1.0,
    confirmed=0.999,
    same=True,
    known=1.0,
    unseen=0,
    clean=1.0,
    odd=0,
    label=1.0,
    page=0.9,
    words=2,
    doubted=False,
)
SHAKY = replace(SUPPORT, engine=0.6, agreed=0.5, same=False, known=0.0)


def case(support: Support, *, right: bool, is_open: bool = True, level: int = 0) -> Case:
    return Case("text", level, support, right, is_open)


def test_what_goes_with_right_readings_gets_weight_and_chance_gets_none() -> None:
    rng = np.random.default_rng(7)
    telling, idle = rng.random(4000), rng.random(4000)
    right = (rng.random(4000) < 1 / (1 + np.exp(-(4 * telling - 1)))).astype(float)
    rows = np.column_stack([np.ones(4000), telling, -telling, idle])
    constant, first, second, third = fitted(rows, right, frozenset({0}))
    assert constant == pytest.approx(-1, abs=0.4)
    assert first == pytest.approx(4, abs=0.5)
    assert second == 0.0
    assert 0.0 <= third < 0.4


def test_what_is_supported_is_surer_and_the_limit_lies_between() -> None:
    sure = [case(replace(SUPPORT, words=1 + at % 4), right=True) for at in range(400)]
    shaky = [case(replace(SHAKY, words=1 + at % 4), right=at % 3 > 0) for at in range(400)]
    weights = fit({"text": [*sure, *shaky]})["text"]
    assert min(confidence_of(one.support, weights) for one in sure) >= weights.limit
    assert max(confidence_of(one.support, weights) for one in shaky) < weights.limit


def test_what_something_else_speaks_against_moves_no_limit() -> None:
    cases = [case(SUPPORT, right=True) for _ in range(300)]
    doubted = [case(SUPPORT, right=False, is_open=False) for _ in range(3)]
    weights = fit({"text": [*cases, *doubted]})["text"]
    assert weights.limit <= confidence_of(SUPPORT, weights)


def test_one_error_among_few_closes_all_that_is_no_surer() -> None:
    cases = [case(SUPPORT, right=True) for _ in range(100)]
    assert fit({"text": [*cases, case(SUPPORT, right=False)]})["text"].limit == 1.0


def test_an_error_of_one_group_is_paid_for_by_the_readings_of_all() -> None:
    safe = [case(SUPPORT, right=True) for _ in range(5000)]
    few = [*(case(SUPPORT, right=True) for _ in range(800)), case(SUPPORT, right=False)]
    many = fit({"date": safe, "text": few})
    assert min(weights.limit for weights in many.values()) < 1.0
    assert many["text"].limit < 1.0
    alone = fit({"date": safe[:100], "text": few})
    assert alone["text"].limit == 1.0


def test_the_errors_of_poor_scans_are_not_paid_for_by_clean_ones() -> None:
    clean = [case(SUPPORT, right=True) for _ in range(5000)]
    poor = [case(SUPPORT, right=True, level=2) for _ in range(800)]
    wrong = case(SUPPORT, right=False)
    assert fit({"text": [*clean, *poor, wrong]})["text"].limit < 1.0
    assert fit({"text": [*clean, *poor, replace(wrong, level=2)]})["text"].limit == 1.0


def test_every_feature_of_a_support_is_a_number_of_its_own() -> None:
    changed = (
        replace(SUPPORT, engine=0.5),
        replace(SUPPORT, agreed=0.5),
        replace(SUPPORT, same=False),
        replace(SUPPORT, known=0.5),
        replace(SUPPORT, clean=0.5),
        replace(SUPPORT, odd=1),
        replace(SUPPORT, label=0.5),
        replace(SUPPORT, page=0.5),
        replace(SUPPORT, words=9),
        replace(SUPPORT, doubted=True),
    )
    assert len({features(support) for support in (SUPPORT, *changed)}) == len(changed) + 1


def test_nothing_seen_nothing_learnt() -> None:
    with pytest.raises(ValueError, match="take more forms"):
        fit({"text": []})
