"""Letters that people copy by hand come back as the bytes they were, or not at all."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.crypto.lettering import MiscopiedError, lettered, unlettered
from tests.conftest import TellFigure

RAW = bytes(range(25))
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def is_told(letters: str, about: str = "note") -> bool:
    try:
        return unlettered(letters, about) != RAW
    except MiscopiedError:
        return True


@given(st.binary(min_size=5, max_size=60).map(lambda raw: raw[: len(raw) // 5 * 5]))
def test_what_was_lettered_comes_back_whatever_the_case_and_the_spaces(raw: bytes) -> None:
    letters = lettered(raw, "note")
    assert unlettered(letters, "note") == raw
    assert unlettered(letters.lower().replace(" ", "-"), "note") == raw
    assert unlettered("\n".join(letters.replace(" ", "")), "note") == raw


def test_letters_stand_in_groups_and_figures_that_look_alike_are_read_as_letters() -> None:
    letters = lettered(RAW, "note")
    assert [len(group) for group in letters.split()] == [4] * 11 + [2]
    assert set(letters) <= {*ALPHABET, " "}
    alike = letters.translate(str.maketrans("OIB", "018"))
    assert alike != letters
    assert unlettered(alike, "note") == RAW


def test_every_slip_of_one_letter_and_every_two_letters_changed_about_are_told(
    tell_figure: TellFigure,
) -> None:
    letters = lettered(RAW, "note").replace(" ", "")
    slips = [
        letters[:at] + other + letters[at + 1 :]
        for at in range(len(letters))
        for other in ALPHABET
        if other != letters[at]
    ]
    slips += [
        letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
        for at in range(len(letters) - 1)
        if letters[at] != letters[at + 1]
    ]
    slips += [letters[:at] + letters[at + 1 :] for at in range(len(letters))]
    told = sum(is_told(slip) for slip in slips)
    tell_figure(f"E4 anchors with a letter wrong, missing or changed about: {told} of {len(slips)} told")
    assert told == len(slips)


def test_errors_in_three_signs_are_told_wherever_they_stand() -> None:
    chance = random.Random(4)
    letters = lettered(RAW, "note").replace(" ", "")
    for _ in range(2_000):
        spoilt = list(letters)
        for sign in chance.sample(range(len(letters) // 2), 3):
            spoilt[2 * sign : 2 * sign + 2] = chance.choices(ALPHABET, k=2)
        assert "".join(spoilt) == letters or is_told("".join(spoilt))


@pytest.mark.parametrize(
    "garbage",
    ["", " ", "A", "AA", "AAAAAA", "AAAAAAAA", "xin chào", "ÂĂĐƠƯ", "9" * 46, "A" * 46, "A" * 10_000],
)
def test_garbage_is_told(garbage: str) -> None:
    with pytest.raises(MiscopiedError):
        unlettered(garbage, "note")


def test_letters_of_something_else_are_told() -> None:
    with pytest.raises(MiscopiedError):
        unlettered(lettered(RAW, "note"), "another note")


def test_only_bytes_that_make_whole_letters_are_lettered() -> None:
    with pytest.raises(ValueError, match="24 bytes"):
        lettered(RAW[:24], "note")
