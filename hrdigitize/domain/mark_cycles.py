"""The letters that differ by one mark only, in the order in which a key goes through them."""

from __future__ import annotations

from hrdigitize.domain.syllables import ACUTE, DOT, GRAVE, HOOK, TILDE, split_tone
from hrdigitize.domain.vietnamese import nfc

#: In the order in which the tones are typed and taught: level, sắc, huyền, hỏi, ngã, nặng.
_TONES = ("", ACUTE, GRAVE, HOOK, TILDE, DOT)
_VOWELS = frozenset("aăâeêioôơuưy")
_SHAPES = ("aăâ", "eê", "oôơ", "uư", "dđ")


def next_tone(letter: str) -> str:
    """The vowel with the next tone (a á à ả ã ạ a), its shape and case kept; other signs as they are."""
    bare, tone = split_tone(letter)
    if bare.lower() not in _VOWELS:
        return letter
    return nfc(bare + _TONES[(_TONES.index(tone) + 1) % len(_TONES)])


def next_shape(letter: str) -> str:
    """The letter in its next shape (a ă â; e ê; o ô ơ; u ư; d đ), tone and case kept; others stay."""
    bare, tone = split_tone(letter)
    cycle = next((shapes for shapes in _SHAPES if bare.lower() in shapes), None)
    if not bare or cycle is None:
        return letter
    shaped = cycle[(cycle.index(bare.lower()) + 1) % len(cycle)]
    return nfc((shaped.upper() if bare.isupper() else shaped) + tone)
