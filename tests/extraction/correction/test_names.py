"""Surnames and middle words; given names are nobody's to guess."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.correction.names import (
    name_put_right,
    with_capitals,
    with_highland_signs,
    with_highland_words,
)
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
        # Lương, Lường and Lưỡng are surnames all three: the common one is meant, unless another was read.
        ("LƯỢNG TOÃN", "LƯƠNG TOÃN"),
        ("LƯỠNG TOÃN", "LƯỠNG TOÃN"),
        ("ĐĂNG THỊ ÁNH NHẪN", "ĐẶNG THỊ ÁNH NHẪN"),
        # Tẩn and Tần, none of them common: neither can be chosen.
        ("Tân A Páo", "Tân A Páo"),
        ("Nguyên", "Nguyên"),
        ("", ""),
    ],
)
def test_names(read: str, meant: str) -> None:
    assert name_put_right(read, NAMES) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("YƠn Niê", "Y Ơn Niê"),
        ("Châu ƯơI", "Châu Ươl"),
        ("Yên", "Yên"),
        ("TRẦN YẾN", "TRẦN YẾN"),
        ("II", "II"),
    ],
)
def test_words_and_letters_of_highland_names(read: str, meant: str) -> None:
    assert with_highland_words(read) == meant


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


def test_highland_names_in_a_text_get_their_apostrophe() -> None:
    assert with_highland_signs("K'Pă HNga, TDP 3, H'Len") == "K'Pă H'Nga, TDP 3, H'Len"


@pytest.mark.parametrize(
    ("read", "proposed"),
    [
        ("Đào Tiến Thế vỹ", "Đào Tiến Thế Vỹ"),
        ("Lường Thị ọi", "Lường Thị Ọi"),
        ("H'Nga niê", "H'Nga Niê"),
        ("TỐNG HOÀI sỬU", "TỐNG HOÀI SỬU"),
        # Written so by many; not a name alone; an abbreviation of nobody.
        ("Nguyễn thị Hoa", "Nguyễn thị Hoa"),
        ("Lò Văn Ước (đã mất)", "Lò Văn Ước (đã mất)"),
        ("con trai", "con trai"),
        ("ĐÀO XUÂN CHÍ", "ĐÀO XUÂN CHÍ"),
    ],
)
def test_every_word_of_a_name_has_a_capital(read: str, proposed: str) -> None:
    assert with_capitals(read) == proposed
