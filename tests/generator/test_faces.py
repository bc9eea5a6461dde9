"""Every face of the generator has every letter of Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest

from tests.generator.faces import FAMILIES, HANDS, Family, load_face

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_SMALL = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES} | {"đ"}
_LETTERS = sorted(_SMALL | {letter.upper() for letter in _SMALL})


@pytest.mark.parametrize("family", [*FAMILIES.values(), *HANDS.values()], ids=lambda family: family.name)
def test_a_face_draws_every_vietnamese_letter(family: Family) -> None:
    for style in ("regular", "bold", "italic"):
        face = load_face(family, style, 12)
        missing = bytes(face.getmask("\U000ffffd"))
        assert [letter for letter in _LETTERS if bytes(face.getmask(letter)) == missing] == []
    assert len(_LETTERS) == 146
