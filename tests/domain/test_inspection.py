"""The acceptance rule against the printed tables of ISO 2859-1, and a sample against its seed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hrdigitize.domain.inspection import LIMITS, rule_for
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentId, FieldPath
from hrdigitize.domain.sampling import (
    Judgement,
    Outcome,
    Sample,
    SampledValue,
    SampleId,
    drawn,
    fingerprint,
)

_NOW = datetime(2026, 3, 2, tzinfo=UTC)
_PLACES = [(DocumentId(f"d{n % 40}"), f"field_{n // 40}") for n in range(2000)]


@pytest.mark.parametrize(
    ("lot", "limit", "size", "accept"),
    [
        # Table 2-A, normal inspection, as printed.
        (1_200, "1.0", 80, 2),
        (1_201, "1.0", 125, 3),
        (3_200, "0.65", 125, 2),
        (10_000, "0.65", 200, 3),
        (500, "2.5", 50, 3),
        (500, "4.0", 50, 5),
        (500, "6.5", 50, 7),
        (3_200, "0.10", 125, 0),
        (150_000, "0.10", 500, 1),
        (500_001, "0.65", 1_250, 14),
        (500_000, "1.5", 800, 21),
        # An arrow up, an arrow down, and the arrows before the first plan of a column.
        (150, "1.0", 13, 0),
        (280, "1.0", 50, 1),
        (50, "0.65", 20, 0),
        (30, "0.10", 30, 0),
        # Beyond the last plan of a column the last one counts.
        (500_001, "6.5", 200, 21),
        (0, "0.65", 0, 0),
    ],
)
def test_the_rule_is_that_of_the_table(lot: int, limit: str, size: int, accept: int) -> None:
    rule = rule_for(lot, limit)
    assert (rule.size, rule.accept) == (size, accept)


@pytest.mark.parametrize("limit", LIMITS)
def test_a_larger_lot_never_has_a_smaller_sample(limit: str) -> None:
    sizes = [rule_for(lot, limit).size for lot in range(1, 20_000, 13)]
    assert sizes == sorted(sizes)
    assert all(rule_for(lot, limit).size <= lot for lot in range(1, 300))


def test_the_same_seed_draws_the_same_whatever_the_order() -> None:
    once = drawn(_PLACES, 80, "5eed")
    assert drawn(list(reversed(_PLACES)), 80, "5eed") == once
    assert len(set(once)) == 80
    assert drawn(_PLACES, 80, "5eee") != once
    assert fingerprint(_PLACES) == fingerprint(list(reversed(_PLACES))) != fingerprint(_PLACES[1:])


def test_every_place_has_the_same_share() -> None:
    """Of 400 draws of a tenth each: 40 times on average, and nobody far from it."""
    places = _PLACES[:100]
    times = dict.fromkeys(places, 0)
    for seed in range(400):
        for place in drawn(places, 10, f"{seed}"):
            times[place] += 1
    assert min(times.values()) > 15
    assert max(times.values()) < 65


def _sample(judged: str) -> Sample:
    """r: right, w: wrong, -: not looked at."""
    text = Answer(State.VALUE, "x")
    said = {"r": Judgement(True, text, "b", _NOW), "w": Judgement(False, text, "b", _NOW), "-": None}
    values = tuple(
        SampledValue(number, DocumentId("d"), FieldPath("f"), text, judgement=said[one])
        for number, one in enumerate(judged, start=1)
    )
    rule = replace(rule_for(500, "2.5"), size=len(judged), accept=2)
    return Sample(SampleId("s"), _NOW, "b", "5eed", 500, "", rule, values)


@pytest.mark.parametrize(
    ("judged", "outcome"),
    [
        ("rrwr-", Outcome.OPEN),
        ("rrwwr", Outcome.ACCEPTED),
        ("rwwwr", Outcome.REFUSED),
        ("www--", Outcome.REFUSED),
        ("-----", Outcome.OPEN),
        ("rrrrr", Outcome.ACCEPTED),
    ],
)
def test_as_many_wrong_as_may_be_are_accepted_and_one_more_is_not(judged: str, outcome: Outcome) -> None:
    assert _sample(judged).outcome is outcome
