"""Marks of fixed phrases are proposed; names, other words and tone placement stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.vietnamese import folded
from hrdigitize.extraction.correction.phrases import respelled
from hrdigitize.reference.phrases import load_phrases, read_phrases

PHRASES = load_phrases()


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Chỉ cục Thuế huyện Ứng Hòa", "Chi cục Thuế huyện Ứng Hòa"),
        ("Công chúc Tư pháp - Hộ tịch", "Công chức Tư pháp - Hộ tịch"),
        ("CỬ NHÂN LUẬT, TÔ CHỨC", "CỬ NHÂN LUẬT, TỔ CHỨC"),
        ("Tố dân phố số 4", "Tổ dân phố số 4"),
        # Where the longer phrase cannot be meant, a shorter one may.
        ("Trường Cao đăng Sư phạm Sóc Trăng", "Trường Cao đẳng Sư phạm Sóc Trăng"),
        # Capitals of the same shape as the small letters.
        ("y SĨ", "y sĩ"),
        ("Y SĨ", "Y SĨ"),
        ("Ủy viên Ban Thường vụ", "Ủy viên Ban Thường vụ"),
        ("Sức khỏe bình thường", "Sức khỏe bình thường"),
        ("buôn Ea Yông, H'Mông", "buôn Ea Yông, H'Mông"),
        ("xã la O, huyện la Grai, tỉnh Gia Lai", "xã Ia O, huyện Ia Grai, tỉnh Gia Lai"),
        ("", ""),
    ],
)
def test_respelled(read: str, meant: str) -> None:
    found = respelled(read, PHRASES, lambda _words: False)
    assert found == meant
    assert folded(found).replace("ia", "la") == folded(read).replace("ia", "la")


def test_a_proper_name_is_no_misread_phrase() -> None:
    assert respelled("xã Tố chức", PHRASES, lambda words: words == "Tố chức") == "xã Tố chức"
    assert respelled("xã Tố chức", PHRASES, lambda _words: False) == "xã Tổ chức"
    assert respelled("đường Hoàng Văn Thụ", PHRASES, lambda _words: False) == "đường Hoàng Văn Thụ"


def test_a_phrase_does_not_reach_over_a_sign() -> None:
    text = "luân chuyển, từ chức; đơn vị sự nghiệp"
    assert respelled(text, PHRASES, lambda _words: False) == text


def test_no_phrase_shares_its_letters_or_is_a_single_syllable(tmp_path: Path) -> None:
    for content in ("tổ chức\ntô chức\n", "tổ\n"):
        (tmp_path / "phrases.txt").write_text(content, "utf-8")
        with pytest.raises(ValueError, match=r"phrases\.txt"):
            read_phrases(tmp_path / "phrases.txt")
