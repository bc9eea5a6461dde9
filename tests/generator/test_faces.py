"""Every face of the generator has every letter of Vietnamese."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.generator import faces
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


def test_of_two_liberations_the_newer_one_is_drawn_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, newer = (
        tmp_path / folder / "LiberationSans-Regular.ttf" for folder in ("liberation", "liberation2")
    )
    for path in (newer, older):
        path.parent.mkdir()
        path.touch()
    monkeypatch.setattr(faces, "_ROOTS", (tmp_path,))
    assert faces._path.__wrapped__(newer.name) == newer
    assert faces._path.__wrapped__("None.ttf") is None
