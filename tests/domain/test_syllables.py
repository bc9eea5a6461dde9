"""How a syllable can be built."""

from __future__ import annotations

import pytest

from hrdigitize.domain.syllables import is_syllable

_RIGHT = """
    Nguyễn KHUẤT quốc gì giết giêng nghiêng uỷ ủy hoà hòa khoẻ thuở
    Quỳnh quýt xoong yêu Y ý oai khuỷu Trương gìn giỏi gia
"""


@pytest.mark.parametrize("word", _RIGHT.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["KHUÂT", "quôc", "thit", "cỹ", "nghô", "Ea", "Đắk", "Kpă", "ch", "Ấgãi", "", "12"]
)
def test_what_breaks_the_build_is_none(word: str) -> None:
    assert not is_syllable(word)
