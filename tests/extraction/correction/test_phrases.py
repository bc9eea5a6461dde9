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
    assert respelled("xã Tố Chức", PHRASES, lambda words: words == "Tố Chức") == "xã Tố Chức"
    assert respelled("xã Tố Chức", PHRASES, lambda _words: False) == "xã Tổ Chức"


def test_no_phrase_shares_its_letters_or_is_a_single_syllable(tmp_path: Path) -> None:
    for content in ("tổ chức\ntô chức\n", "tổ\n"):
        (tmp_path / "phrases.txt").write_text(content, "utf-8")
        with pytest.raises(ValueError, match=r"phrases\.txt"):
            read_phrases(tmp_path / "phrases.txt")
