"""Frames of small boxes go, what is written inside stays; letters and tables are no boxes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from hrdigitize.imaging.boxes import find_boxes, without_boxes
from hrdigitize.imaging.pixels import Grey

SIDE = 50


def _paper() -> Grey:
    return np.full((400, 900), 255, np.uint8)


def _box(paper: Grey, left: int, top: int, side: int = SIDE) -> None:
    cv2.rectangle(paper, (left, top), (left + side, top + side), 0, 3)


def _bare(paper: Grey) -> Grey:
    return without_boxes(paper, _ink(paper))


def _ink(paper: Grey) -> Grey:
    return np.where(paper < 128, 255, 0).astype(np.uint8)


@pytest.mark.parametrize("side", [36, 60, 100])
def test_an_empty_box_leaves_no_ink(side: int) -> None:
    paper = _paper()
    _box(paper, 100, 100, side)
    assert not _ink(_bare(paper)).any()


def test_a_tick_stays_and_its_frame_goes() -> None:
    paper = _paper()
    _box(paper, 100, 100)
    cv2.line(paper, (110, 110), (140, 140), 0, 5)
    cv2.line(paper, (110, 140), (140, 110), 0, 5)
    bare = _ink(_bare(paper))
    assert bare[105:146, 105:146].any()
    assert not bare[:98].any() and not bare[:, :98].any() and not bare[:, 155:].any()


def test_a_tick_beyond_its_frame_stays_for_the_most_part() -> None:
    paper = _paper()
    _box(paper, 100, 100)
    alone = _paper()
    for image in (paper, alone):
        cv2.line(image, (92, 92), (158, 158), 0, 5)
    left = np.count_nonzero(_ink(_bare(paper)) & _ink(alone))
    assert left > 0.5 * np.count_nonzero(_ink(alone))


def test_a_row_of_boxes_leaves_its_figures() -> None:
    paper, figures = _paper(), _paper()
    for number in range(10):
        _box(paper, 100 + number * 60, 100, 60)
        for image in (paper, figures):
            cv2.putText(image, str(number), (115 + number * 60, 148), cv2.FONT_HERSHEY_SIMPLEX, 1.3, 0, 4)
    assert len(find_boxes(_ink(paper))) == 10
    assert np.count_nonzero(_ink(_bare(paper)) != _ink(figures)) < 20


@pytest.mark.parametrize("word", ["HOUND", "B D O 0 8", "NMH II LL"])
def test_letters_are_no_boxes(word: str) -> None:
    paper = _paper()
    cv2.putText(paper, word, (50, 200), cv2.FONT_HERSHEY_SIMPLEX, 2.0, 0, 5)
    assert _bare(paper) is paper


def test_the_letter_h_with_serifs_that_touch_is_no_box() -> None:
    paper = _paper()
    for left in (100, 140):
        cv2.line(paper, (left, 100), (left, 140), 0, 6)
    for top in (100, 120, 140):
        cv2.line(paper, (100, top), (140, top), 0, 3)
    assert _bare(paper) is paper


def test_a_bold_o_is_no_box() -> None:
    paper = _paper()
    cv2.ellipse(paper, (200, 200), (18, 22), 0, 0, 360, 0, 11)
    assert _bare(paper) is paper


def test_a_table_is_no_box() -> None:
    paper = _paper()
    for left in (50, 300, 550, 800):
        cv2.line(paper, (left, 50), (left, 350), 0, 3)
    for top in (50, 150, 250, 350):
        cv2.line(paper, (50, top), (800, top), 0, 3)
    assert _bare(paper) is paper
