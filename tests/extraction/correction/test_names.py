"""Surnames and middle words; given names are nobody's to guess."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.correction.names import name_put_right
from hrdigitize.extraction.correction.syllables import with_lost_tones
from hrdigitize.reference.names import load_names

NAMES = load_names()


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("NGUYÊN THI NHẠN", "NGUYỄN THỊ NHẠN"),
        ("Khuât Hưu Thơ", "Khuất Hữu Thơ"),
        ("QUÁCH VĂN NÉO", "QUÁCH VĂN NÉO"),
        ("Hà Thị Ôn", "Hà Thị Ôn"),
        # Lường, Lương and Lưỡng are surnames all three: none can be chosen.
        ("LƯỢNG TOÃN", "LƯỢNG TOÃN"),
        ("Nguyên", "Nguyên"),
        ("", ""),
    ],
)
def test_names(read: str, meant: str) -> None:
    assert name_put_right(read, NAMES) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("QUÔC", "QUỐC"),
        ("nguồn gôc", "nguồn gốc"),
        ("Nhât", "Nhất"),
        ("Kinh", "Kinh"),
        ("Đắk Lắk, Kpă, Ea Yông", "Đắk Lắk, Kpă, Ea Yông"),
        ("THPT", "THPT"),
        ("việt", "việt"),
    ],
)
def test_a_tone_that_a_syllable_cannot_lack_is_proposed(read: str, meant: str) -> None:
    assert with_lost_tones(read) == meant
