"""Every Vietnamese letter, typed in whatever way, is one letter: stored alike, found alike (G1)."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.vietnamese import folded, in_one_line, nfc, one_spaced, same_spelling
from tests.conftest import TellFigure

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưy"
#: The 67 letters that Latin without marks does not have, small and capital.
_SMALL = tuple(
    unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in ("", *_TONES) if t or v not in "aeiouy"
)
LETTERS = (*_SMALL, "đ", *map(str.upper, _SMALL), "Đ")


def ways(letter: str) -> Iterator[str]:
    """Every order in which a keyboard program may send the letter: whole, in parts, marks in any order."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    for order in itertools.permutations(marks):
        typed = base + "".join(order)
        yield typed
        yield unicodedata.normalize("NFC", base + "".join(order[:1])) + "".join(order[1:])
        yield unicodedata.normalize("NFC", typed)


def test_every_letter_is_one_in_every_way_of_typing(tell_figure: TellFigure) -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 134
    typed = {(letter, way) for letter in LETTERS for way in ways(letter)}
    apart = {
        "".join(sorted(way))
        for letter, way in typed
        if unicodedata.normalize("NFC", way) != letter and len(way) == 3
    }
    for letter, way in typed:
        assert nfc(way) == letter
        assert one_spaced(f" B{way}  t") == f"B{letter} t"
        assert folded(way) == folded(letter) == folded(nfc(way))
        assert folded(letter) == folded(letter.upper()) == folded(letter.lower())
        assert folded(letter).isascii()
    tell_figure(
        f"G1: {len(LETTERS)} letters in {len(typed)} ways of typing, all stored as one and found by one key;"
        f" {len(apart)} orders of marks that NFC leaves apart, all put right"
    )
    assert len(apart) == 32


@pytest.mark.parametrize(("typed", "key"), [("Đỗ Đức", "do duc"), ("đường", "duong"), ("HÒA", "hoa")])
def test_the_stroke_and_the_marks_are_no_part_of_the_key(typed: str, key: str) -> None:
    for form in ("NFC", "NFD"):
        assert folded(unicodedata.normalize(form, typed)) == key


def test_old_and_new_placement_match_by_rule_in_any_order_of_marks() -> None:
    assert same_spelling("Ho\u0300a", "Hoa\u0300")
    assert unicodedata.normalize("NFKC", "hòa") != unicodedata.normalize("NFKC", "hoà")


@given(st.text(max_size=40))
def test_putting_in_order_twice_changes_nothing_more(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
    assert one_spaced(one_spaced(text)) == one_spaced(text)
    assert unicodedata.is_normalized("NFC", nfc(text))


@given(st.text(alphabet="aâăeoôớệ đĐ\u0300\u0301\u0302\u0306\u0309\u031b\u0323", max_size=12))
def test_no_mark_is_lost_and_none_wanders_to_another_letter(text: str) -> None:
    def parts(one: str) -> list[list[str]]:
        found: list[list[str]] = [[]]
        for sign in unicodedata.normalize("NFD", one):
            if unicodedata.combining(sign):
                found[-1].append(sign)
            else:
                found.append([sign])
        return [sorted(part) for part in found]

    assert parts(nfc(text)) == parts(text)


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("Lan\x1b[31m", "Lan[31m", "Lan\ufffd[31m"),
        ("a\nb", "a b", "a\ufffdb"),
        ("x\u202egpj.exe", "xgpj.exe", "x\ufffdgpj.exe"),
        ("\ud800", "\ufffd", "\ufffd"),
        ("Lan\u200b", "Lan", "Lan\ufffd"),
        ("a \x00 b", "a b", "a \ufffd b"),
        ("một\u00a0hai", "một hai", "một\u00a0hai"),
        ("a\u2028b", "a b", "a\ufffdb"),
    ],
)
def test_signs_that_nobody_sees_stay_in_no_text_and_steer_nothing(typed: str, kept: str, shown: str) -> None:
    assert one_spaced(typed) == kept
    assert in_one_line(typed) == shown
