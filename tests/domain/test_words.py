"""Words as search knows them: every letter in every writing, minority names, tone placement."""

from __future__ import annotations

import unicodedata

import pytest

from hrdigitize.domain.vietnamese import CAPITALS
from hrdigitize.domain.words import compact, follow_each_other, parts_of, plain, plain_words, words_of

_LETTERS = sorted({letter for letter in CAPITALS + CAPITALS.lower() if not letter.isascii()})
_TONES, _SHAPES = "\u0300\u0301\u0303\u0309", "\u0302\u0306"


@pytest.mark.parametrize("letter", _LETTERS)
def test_every_letter_is_one_word_however_it_is_written(letter: str) -> None:
    written = {unicodedata.normalize(form, f"B{letter}c") for form in ("NFC", "NFD", "NFKC", "NFKD")}
    found = {words_of(text) for text in written | {text.swapcase() for text in written}}
    assert found == {(unicodedata.normalize("NFC", f"b{letter.lower()}c"),)}
    (word,) = found.pop()
    assert plain(word).isascii()


def test_a_tone_typed_before_the_shape_of_its_letter_is_the_same_letter() -> None:
    wrong = 0
    for vowel in "aeoAEO":
        for tone in _TONES:
            for shape in _SHAPES:
                right = unicodedata.normalize("NFC", vowel + shape + tone)
                assert words_of(f"t{vowel}{tone}{shape}n") == words_of(f"t{right}n")
                wrong += right != unicodedata.normalize("NFC", vowel + tone + shape)
    assert wrong >= 32


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hòa Thủy", ("hoà", "thuỷ")),
        ("Hoà Thuỷ", ("hoà", "thuỷ")),
        ("  Đỗ-Văn/Đức ", ("đỗ", "văn", "đức")),
        ("K'Pă K’Pă", ("kpă", "kpă")),
        ("H'Mông", ("hmông",)),
        ("Ea Yông", ("ea", "yông")),
        ("Rơ Ô\u0306", ("rơ", "ô\u0306")),
        ('"(*^:-~', ()),
        ("a\x00b", ("a", "b")),
        ("", ()),
    ],
)
def test_a_text_is_cut_into_its_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_words_without_marks_are_plain_letters() -> None:
    assert plain_words("Nguyễn Đức Ân, Ƀlô Ô\u0306") == ("nguyen", "duc", "an", "blo", "o")
    assert compact("01.003") == "01003"
    assert compact("Khơ-me") == compact("khơ me") == "khome"


def test_pieces_at_an_apostrophe_are_words_too() -> None:
    assert parts_of("Y K'Pă Niê") == ("k", "pă")
    assert parts_of("Nguyễn Văn An") == ()


def test_a_word_of_a_thousand_letters_is_cut() -> None:
    assert len(words_of("l" * 1000)[0]) == 40


def test_words_that_follow_each_other() -> None:
    assert follow_each_other(("b", "c"), ("a", "b", "c"))
    assert not follow_each_other(("a", "c"), ("a", "b", "c"))
    assert not follow_each_other(("a", "b"), ("a",))
