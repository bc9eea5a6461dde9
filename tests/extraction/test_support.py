"""What supports a reading: looks that come to the same value agreed, whatever sign or case they differ in."""

from __future__ import annotations

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Word
from hrdigitize.extraction.known import expected_of
from hrdigitize.extraction.support import Look
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import load_lists

EXPECTED = expected_of(load_forms()["2c-bnv-2008"], load_lists())
DATE, NAME, TEXT = FieldType(Kind.DATE), FieldType(Kind.NAME), FieldType(Kind.TEXT)


def agreed(text: str, other: str, kind: FieldType, *, read: str, beside: str, confirmed: float) -> bool:
    word = Word(read, Box(0, 0, 90, 40), 0.6, other=beside, confirmed=confirmed)
    (found,) = Look(read, text, other, (word,)).spelling_of(text, kind, EXPECTED)
    return found.agreed and found.confidence == confirmed


@pytest.mark.parametrize(
    ("text", "other", "kind", "confirmed", "same"),
    [
        ("10/2008", "10/2008", DATE, 0.8, True),
        # Of two that differ in more than a sign, one made the same by chance.
        ("10/2008", "10/2008", DATE, 0.0, False),
        ("TUẤN", "tUẤN", NAME, 0.8, True),
        ("tuấn", "Tuấn", NAME, 0.8, False),
        ("Ủy", "ủy", TEXT, 0.8, False),
        ("xong", "xong.", TEXT, 0.8, False),
    ],
)
def test_looks_that_differ_in_signs_and_case_agreed_where_the_kind_has_none(
    text: str, other: str, kind: FieldType, confirmed: float, same: bool
) -> None:
    assert agreed(text, other, kind, read=text, beside=other + ".", confirmed=confirmed) == same


@pytest.mark.parametrize(
    ("text", "other", "seconded"),
    [
        ("xã Ea Yông, huyện Krông Pắc, tỉnh Đắk Lắk", "xã Ea Yông, huyện Krông Pác, tỉnh Đắk Lắk", True),
        # Not known just so: nobody seconds it. Known both ways: nobody decides.
        ("Lò Văn Ước", "Lò Văn Ướt", False),
        ("Kim Liên, Nam Đàn, Nghệ An", "Kim Liên, Nam Đàn, Nghệ An.", False),
    ],
)
def test_lists_second_what_they_have_just_so_against_what_they_do_not(
    text: str, other: str, seconded: bool
) -> None:
    words = tuple(
        Word(one, Box(90 * at, 0, 80, 40), 0.6, other=two, agreed=one == two)
        for at, (one, two) in enumerate(zip(text.split(), other.split(), strict=True))
    )
    kind = FieldType(Kind.PLACE)
    found = Look(text, text, other, words).spelling_of(text, kind, EXPECTED)
    assert all(word.agreed for word in found) == seconded


def test_no_list_seconds_a_name() -> None:
    words = (Word("Hoà", Box(0, 0, 80, 40), 0.6, other="Hoá"),)
    look = Look("Hoà", "Hoà", "Hoá", words)
    assert not look.spelling_of("Hoà", NAME, EXPECTED)[0].agreed
