"""Bins and figures of reliability by sums that can be done by hand; the picture is one that opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from benchmarks.reliability import EDGES, TYPE_GROUPS, Prediction, predictions, reliability
from benchmarks.reliability_picture import draw
from benchmarks.scoring import Outcome
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import Kind
from tests.benchmarks.readings import outcome, reading


def _predicted(*pairs: tuple[float, bool]) -> list[Prediction]:
    return [Prediction(confidence, right, "text") for confidence, right in pairs]


def test_readings_fall_into_the_bin_that_begins_at_or_below_their_confidence() -> None:
    found = reliability(_predicted((0.0, False), (0.95, True), (0.9799, True), (1.0, True)))
    assert [(one.start, one.count, one.right) for one in found.bins] == [
        (0.0, 1, 0),
        (0.95, 2, 2),
        (0.999, 1, 1),
    ]
    assert found.bins[1].mean_confidence == pytest.approx(0.96495)


def test_the_figures_are_the_ones_reckoned_by_hand() -> None:
    found = reliability(_predicted((0.8, True), (0.8, False), (0.6, True), (0.6, True)))
    assert found.count == 4
    assert found.calibration_error == pytest.approx((2 * 0.3 + 2 * 0.4) / 4)
    assert found.brier == pytest.approx((0.04 + 0.64 + 0.16 + 0.16) / 4)
    assert found.bins[0].bounds == pytest.approx((0.158114, 1.0), abs=1e-6)


def test_nothing_read_predicts_nothing() -> None:
    assert reliability([]).bins == ()
    assert predictions([Outcome("full_name", "An", None, right=False)], load_forms()["2c-bnv-2008"]) == []


def test_every_type_has_one_group_and_keys_find_theirs() -> None:
    assert sorted(kind for kinds in TYPE_GROUPS.values() for kind in kinds) == sorted(Kind)
    form = load_forms()["2c-bnv-2008"]
    read = [
        Outcome(key, "x", reading("x"), right=True) for key in ("full_name", "training[3].period", "nobody")
    ]
    assert [one.group for one in predictions(read, form)] == ["names", "dates and periods", "text"]


def test_the_picture_is_drawn_for_many_readings_and_for_none(tmp_path: Path) -> None:
    form = load_forms()["2c-bnv-2008"]
    fields = predictions([outcome(edge > 0.3, confidence=edge) for edge in EDGES], form)
    blank, drawn = tmp_path / "blank.png", tmp_path / "drawn.png"
    draw(blank, [], [])
    draw(drawn, fields, [])
    with Image.open(drawn) as picture, Image.open(blank) as empty:
        assert picture.format == "PNG"
        assert picture.tobytes() != empty.tobytes()
