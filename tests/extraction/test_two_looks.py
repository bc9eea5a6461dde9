"""Looks put together word by word: agreement makes sure, difference makes unsure and keeps both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page import two_looks
from hrdigitize.extraction.page.two_looks import LOOKS_DIFFER
from hrdigitize.ocr.lines import line_of
from tests.extraction.printed import LEFT_PX, LETTER_PX, line


def together(first: TextLine, second: TextLine) -> TextLine:
    return line_of(two_looks.together(first.words, second.words))


def looks(first: str, second: str, *, sure: float = 0.9, surer: float = 0.8) -> TextLine:
    return together(line(first, 200, confidence=sure), line(second, 202, confidence=surer))


def test_looks_that_agree_are_as_sure_as_the_surer_one() -> None:
    found = looks("Sinh ngày: 07/03/1992", "Sinh ngày: 07/03/1992", sure=0.7, surer=0.97)
    assert found.text == "Sinh ngày: 07/03/1992"
    assert [word.confidence for word in found.words] == [0.97] * 3
    assert all(word.other is None and word.agreed for word in found.words)


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        # Built like a figure or a syllable, whichever look it was.
        ("06.0312", "06.031/2", "06.031/2"),
        ("4/2004", "42004x", "4/2004"),
        ("QUÔC", "QUỐC", "QUỐC"),
        ("19353", "1933", "1933"),
        # Both are built well: the surer look.
        ("1948", "1946", "1948"),
    ],
)
def test_where_looks_differ_the_better_built_stands(first: str, second: str, stands: str) -> None:
    found = looks(first, second)
    assert found.text == stands
    assert found.words[0].confidence <= LOOKS_DIFFER
    assert found.words[0].other == ({first, second} - {stands}).pop()


def test_a_third_look_settles_which_one_stands_and_stays_unsure() -> None:
    found = together(looks("1948", "1946"), line("1946", 203, confidence=0.5))
    assert (found.text, found.words[0].other) == ("1946", "1948")
    assert together(looks("1948", "1946"), line("1948", 203)).words[0].confidence <= LOOKS_DIFFER
    assert together(looks("06.0312", "06.031/2"), line("06.0312", 203)).text == "06.031/2"


def test_words_that_one_look_parted_are_put_together_by_place() -> None:
    parted = line("bậc 9 Kinh", 200, confidence=0.9)
    glued = line_of([Word("bậc9", Box(LEFT_PX, 200, 5 * LETTER_PX, 36), 0.9), parted.words[2]])
    found = together(glued, parted)
    assert [(word.text, word.other) for word in found.words] == [("bậc", "bậc9"), ("9", ""), ("Kinh", None)]


def test_what_one_look_alone_saw_stays_unsure_or_is_left_out() -> None:
    first, second = line("Kinh Z", 200), line("Kinh", 200)
    assert [(w.text, w.other) for w in together(first, second).words] == [("Kinh", None), ("Z", "")]
    missed = together(second, first)
    assert (missed.text, missed.words[0].other) == ("Kinh", "Kinh Z")
    assert missed.words[0].confidence <= LOOKS_DIFFER
    assert (
        together(first, TextLine((Word("x", second.words[0].box.moved(5000, 0), 0.9),), second.box)).text
        == "Kinh Z"
    )


def test_a_word_missed_before_another_makes_that_one_unsure_and_a_sign_does_not() -> None:
    first, second = line("   Kinh", 200), line("Z  Kinh", 200)
    (found,) = together(first, second).words
    assert (found.text, found.confidence <= LOOKS_DIFFER) == ("Kinh", True)
    (calm,) = together(line("   Kinh", 200), line("|  Kinh", 200)).words
    assert calm.confidence > LOOKS_DIFFER


def led(first: TextLine, second: TextLine) -> list[tuple[str, str | None]]:
    return [(word.text, word.other) for word in two_looks.led(first.words, second.words)]


def test_a_word_that_the_line_reader_alone_saw_surely_is_put_in_and_unsure() -> None:
    first, second = line("Lái", 200), line("Lái xe", 202, confidence=0.95)
    assert led(first, second) == [("Lái", None), ("xe", "")]
    (_, added) = two_looks.led(first.words, second.words)
    assert added.confidence <= LOOKS_DIFFER
    assert not added.agreed


def test_one_that_it_is_not_sure_of_leaves_its_trace_beside() -> None:
    assert led(line("Lái", 200), line("Lái xe", 202, confidence=0.5)) == [("Lái", "Lái xe")]
    assert led(line("    xe", 200), line("Lái xe", 202, confidence=0.5)) == [("xe", "xe")]


def test_a_word_that_it_did_not_see_goes_where_the_first_look_was_not_sure_of_it() -> None:
    assert led(line("Kinh Z", 200, confidence=0.5), line("Kinh", 202)) == [("Kinh", "Kinh Z")]
    assert led(line("Kinh Z", 200, confidence=0.95), line("Kinh", 202)) == [("Kinh", None), ("Z", "")]


def test_a_line_never_goes_without_a_trace() -> None:
    assert led(line("Z", 200, confidence=0.5), line("    Kinh", 202, confidence=0.5)) == [("Z", "")]
    (left,) = two_looks.led(line("Z", 200, confidence=0.5).words, ())
    assert (left.text, left.agreed) == ("Z", False)


def test_a_sign_that_one_look_alone_saw_leaves_no_trace() -> None:
    assert led(line("Kinh |", 200, confidence=0.5), line("Kinh", 202)) == [("Kinh", None)]


def arbitrated(first: str, second: str, third: str, *, sure: float = 0.9) -> list[Word]:
    return list(
        two_looks.led(
            line(first, 200, confidence=sure).words,
            line(second, 202, confidence=0.95).words,
            line(third, 203, confidence=0.85).words,
        )
    )


def test_what_the_arbiter_reads_as_the_line_reader_does_is_agreed_upon_and_keeps_the_first_text() -> None:
    (born,) = arbitrated("1948", "1946", "1946")
    assert (born.text, born.other, born.agreed) == ("1946", "1948", True)
    assert (born.confidence, born.confirmed) == (0.95, 0.85)
    (_, added) = arbitrated("Lái", "Lái xe", "Lái xe")
    assert (added.text, added.other, added.agreed) == ("xe", "", True)


def test_line_readers_that_see_a_small_letter_for_a_capital_do_not_outvote() -> None:
    (con, trai) = arbitrated("Con trai", "con trai", "con trai")
    assert (con.agreed, trai.agreed) == (False, True)


def test_what_the_arbiter_reads_as_the_first_look_does_stands_unsure() -> None:
    (born,) = arbitrated("1948", "1946", "1948")
    assert (born.text, born.other, born.agreed) == ("1948", "1946", False)
    assert born.confidence <= LOOKS_DIFFER


def test_what_the_arbiter_alone_reads_otherwise_is_not_sure() -> None:
    (born,) = arbitrated("1948", "1948", "1946")
    assert (born.text, born.other, born.agreed) == ("1948", "1946", False)


def test_one_look_of_three_that_sees_a_full_stop_more_or_less_is_no_dispute() -> None:
    for looks_ in (("1948", "1948", "1948."), ("1948", "1948.", "1948"), ("1948.", "1948", "1948.")):
        (born,) = arbitrated(*looks_)
        assert (born.text, born.agreed) == (looks_[0], True)
    (comma,) = arbitrated("1948", "1948", "1948,")
    assert not comma.agreed


def test_where_all_three_differ_nothing_is_sure() -> None:
    (born,) = arbitrated("1948", "1946", "1940")
    assert (born.text, born.other, born.agreed) == ("1946", "1948", False)


def test_what_neither_line_reader_saw_is_left_out_where_the_first_look_was_not_sure_of_it() -> None:
    (kinh,) = arbitrated("Kinh Z", "Kinh", "Kinh", sure=0.5)
    assert (kinh.text, kinh.other) == ("Kinh", None)
    assert [word.text for word in arbitrated("Kinh Z", "Kinh", "Kinh", sure=0.95)] == ["Kinh", "Z"]
    assert [word.other for word in arbitrated("Kinh Z", "Kinh", "Kinh Z", sure=0.5)] == ["Kinh Z"]


def test_a_word_is_by_hand_as_the_line_reader_says() -> None:
    drawn = [replace(word, hand=0.9) for word in line("Kinh", 202).words]
    for first in ("Kinh", "Kính"):
        (word,) = two_looks.led(line(first, 200).words, drawn)
        assert word.hand == 0.9


def test_a_sign_alone_is_the_same_one_though_looks_place_it_a_little_apart() -> None:
    (mo, _, dia) = line("Mỏ - Địa", 200).words
    first = [mo, Word("-", Box(mo.box.right + 20, 200, 14, 36), 0.95), dia]
    second = [mo, Word("-", Box(mo.box.right + 35, 200, 6, 36), 0.95), dia]
    assert [word.text for word in two_looks.led(first, second)] == ["Mỏ", "-", "Địa"]


@pytest.mark.parametrize(
    ("second", "confirmed"), [("10/2008.", 0.8), ("10/2003", 0.0), ("10/2008,", 0.8), ("l0/2008", 0.0)]
)
def test_how_sure_both_were_is_kept_where_they_differ_in_a_closing_sign(
    second: str, confirmed: float
) -> None:
    (word,) = looks("10/2008", second).words
    assert (word.agreed, word.confirmed) == (False, confirmed)


def test_a_sign_alone_against_nothing_is_no_agreement() -> None:
    kinh, sign = arbitrated("Kinh ,", "Kinh ,", "Kinh")
    assert (sign.text, sign.other, sign.agreed, sign.confirmed) == (",", "", False, 0.0)
    assert kinh.agreed
