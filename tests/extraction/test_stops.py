"""A stop that the clean-up left behind the last word, and that nobody read, is a doubt."""

from __future__ import annotations

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Word
from hrdigitize.extraction.page.stops import doubted
from tests.imaging.drawn import blank, write

_BOX = Box(26, 34, 150, 60)


def look(read: str, on_paper: str) -> Word:
    (word,) = doubted(
        [Word(read, _BOX, 0.97, agreed=True, confirmed=0.95)], write(blank(600, 130), on_paper, 30, 30)
    )
    return word


@pytest.mark.parametrize("text", ["đơn vị", "xong", "12/12"])
def test_a_stop_that_was_not_read_makes_the_last_word_unsure(text: str) -> None:
    word = look(text, f"{text}.")
    assert (word.text, word.other, word.agreed) == (text, f"{text}.", False)
    # How sure both were of the word itself is kept: a date says the same with a stop and without.
    assert (word.confidence, word.confirmed) == (0.6, 0.95)


@pytest.mark.parametrize(
    ("read", "on_paper"),
    [("xong", "xong"), ("vị", "vị"), ("xong.", "xong."), ("xong", "xong, có"), ("ạ", "ạ"), ("12", "")],
)
def test_marks_below_letters_more_words_and_paper_are_no_stop(read: str, on_paper: str) -> None:
    assert look(read, on_paper).agreed


def test_nothing_is_left_nothing() -> None:
    assert doubted([], blank(10, 10)) == ()
