"""Strips: print keeps its size, whatever the crop; nothing is too small or too large."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from hrdigitize.ocr.line_input import ALPHABET, HEIGHT, MARGIN, MAX_WIDTH, STEP, strip_of


def white(rows: int, columns: int) -> np.ndarray:
    return np.full((rows, columns), 255, np.uint8)


@pytest.mark.parametrize("rows", [1, 30, 72, 200])
@pytest.mark.parametrize("columns", [1, 7, 400])
def test_strips_are_of_one_height_and_whole_steps(rows: int, columns: int) -> None:
    strip = strip_of(white(rows, columns))
    assert strip.shape[0] == HEIGHT
    assert strip.shape[1] % STEP == 0


def test_print_keeps_its_size_in_low_and_higher_crops() -> None:
    low, high = white(30, 90), white(60, 90)
    low[10:20, 30:60] = high[25:35, 30:60] = 0
    widths = [int(np.count_nonzero((strip_of(crop) < 128).any(axis=0))) for crop in (low, high)]
    assert widths == [30, 30]


def test_a_crop_of_150_dpi_is_brought_to_the_same_size() -> None:
    coarse = white(30, 50)
    coarse[10:20, 10:25] = 0
    assert int(np.count_nonzero((strip_of(coarse, 150) < 128).any(axis=0))) == pytest.approx(30, abs=1)


def test_nothing_is_a_white_strip_and_a_very_long_line_is_shrunk() -> None:
    assert strip_of(white(0, 0)).shape == (HEIGHT, 2 * MARGIN)
    assert strip_of(white(40, 40_000)).shape[1] <= MAX_WIDTH + 2 * MARGIN + STEP


def test_the_alphabet_has_each_vietnamese_letter_once() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    letters = {character for character in ALPHABET if character.isalpha()}
    assert len([letter for letter in letters if unicodedata.normalize("NFD", letter) != letter]) >= 120
    assert {"ẳ", "Ỷ", "đ", "Ư"} <= letters
    assert unicodedata.normalize("NFC", ALPHABET) == ALPHABET
