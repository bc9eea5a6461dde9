"""One key goes through the marks of a letter and comes back to where it began."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

import pytest

from hrdigitize.domain.mark_cycles import next_shape, next_tone


def cycle(step: Callable[[str], str], letter: str, length: int) -> str:
    return "".join(accumulate(range(length), lambda at, _: step(at), initial=letter))


@pytest.mark.parametrize(
    ("letter", "seen"),
    [("a", "aáàảãạa"), ("ê", "êếềểễệê"), ("Ư", "ƯỨỪỬỮỰƯ"), ("y", "yýỳỷỹỵy"), ("ạ", "ạaáàảãạ")],
)
def test_the_tones_of_a_vowel(letter: str, seen: str) -> None:
    assert cycle(next_tone, letter, 6) == seen


@pytest.mark.parametrize(
    ("letter", "seen"), [("a", "aăâa"), ("ợ", "ợọộợ"), ("Ế", "ẾÉẾ"), ("d", "dđd"), ("Đ", "ĐDĐ"), ("ứ", "ứúứ")]
)
def test_the_shapes_of_a_letter_keep_its_tone_and_case(letter: str, seen: str) -> None:
    assert cycle(next_shape, letter, len(seen) - 1) == seen


@pytest.mark.parametrize("sign", ["b", "7", " ", ".", "", "Ω"])
def test_other_signs_stay(sign: str) -> None:
    assert next_tone(sign) == sign
    assert next_shape(sign) == sign


def test_a_consonant_has_no_tone_and_i_no_shape() -> None:
    assert next_tone("đ") == "đ"
    assert next_shape("ị") == "ị"
