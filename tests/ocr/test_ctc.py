"""From chances to text: repeats, blanks, doubt beside a letter, other readings."""

from __future__ import annotations

import numpy as np
import pytest

from hrdigitize.ocr.ctc import Chances, readings, spelled


def chances(*steps: dict[int, float], classes: int = 4) -> Chances:
    """One row a step; what is left over goes to the blank."""
    rows = np.zeros((len(steps), classes), np.float32)
    for row, step in zip(rows, steps, strict=True):
        for label, chance in step.items():
            row[label] = chance
        row[0] += 1.0 - row.sum()
    return rows


def test_repeats_are_one_character_and_a_blank_between_makes_two() -> None:
    found = spelled(chances({1: 0.9}, {1: 0.8}, {}, {1: 0.7}, {2: 1.0}))
    assert [(sign.label, sign.first, sign.last) for sign in found] == [(1, 0, 1), (1, 3, 3), (2, 4, 4)]
    assert [round(sign.confidence, 2) for sign in found] == [1.0, 0.7, 1.0]


def test_a_character_that_may_be_spelled_at_either_of_two_steps_is_as_sure_as_both() -> None:
    (spread,) = spelled(chances({1: 0.51}, {1: 0.48}, {}))
    assert spread.confidence == pytest.approx(0.99)
    (rivalled,) = spelled(chances({1: 0.6, 2: 0.3}, {2: 0.3}, {}))
    assert rivalled.confidence == pytest.approx(0.6 / 1.2)


def test_a_character_that_may_have_been_missed_makes_its_neighbour_unsure() -> None:
    calm, doubtful = spelled(chances({1: 1.0}, {}, {2: 1.0}, {3: 0.4}, {}))
    assert calm.confidence == 1.0
    assert doubtful.confidence == pytest.approx(1 / 1.4)


def test_nothing_is_nothing() -> None:
    assert spelled(chances({}, {})) == ()
    assert spelled(np.zeros((0, 4), np.float32)) == ()
    assert readings(chances({}, {}))[0] == ((), 1.0)


def test_other_readings_come_with_their_chances_best_first() -> None:
    found = readings(chances({1: 0.7, 2: 0.3}, {}, {3: 1.0}))
    assert [text for text, _ in found] == [(1, 3), (2, 3)]
    assert [chance for _, chance in found] == pytest.approx([0.7, 0.3])


def test_all_ways_to_spell_a_text_count_together() -> None:
    # Class 1 at the first step, at the second, or at both: 0.75 in all, though no way alone is as likely.
    found = dict(readings(chances({1: 0.5}, {1: 0.5})))
    assert found[(1,)] == pytest.approx(0.75)
    assert found[()] == pytest.approx(0.25)


def test_a_long_line_does_not_run_out_of_figures() -> None:
    long = chances(*[{1: 0.5} if step % 2 else {2: 0.6} for step in range(2000)])
    text, chance = readings(long)[0]
    assert len(text) > 500
    assert 0.0 < chance <= 1.0
