"""Capitals and small letters of one shape are told by how high they stand; what is odd is doubted."""

from __future__ import annotations

import numpy as np
import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Word
from hrdigitize.extraction.page.capitals import doubted
from hrdigitize.imaging.pixels import Grey
from tests.imaging.drawn import blank, write

_BOX = Box(20, 20, 560, 80)


def printed(text: str) -> Grey:
    return write(blank(600, 120), text, 30, 30)


def look(read: str, image: Grey, *, sure: float = 0.9) -> Word:
    (word,) = doubted([Word(read, _BOX, sure, agreed=True, confirmed=sure)], image)
    return word


@pytest.mark.parametrize(
    ("on_paper", "read"), [("Chồng", "chồng"), ("con", "Con"), ("Uỷ", "uỷ"), ("xã", "Xã")]
)
def test_a_letter_as_high_as_in_the_other_case_is_unsure_and_stays(on_paper: str, read: str) -> None:
    word = look(read, printed(on_paper))
    assert (word.text, word.other, word.agreed) == (read, on_paper, False)
    assert word.confidence <= 0.6


@pytest.mark.parametrize("text", ["Chồng", "con", "Uỷ", "vợ", "Xã", "số", "CON", "C", "Lái", "12", ""])
def test_what_stands_as_it_was_read_stays_sure(text: str) -> None:
    assert look(text, printed(text)).agreed


def test_a_word_that_is_certain_and_a_place_without_ink_are_left() -> None:
    assert look("chồng", printed("Chồng"), sure=0.995).agreed
    assert look("chồng", np.full((120, 600), 255, np.uint8)).agreed
