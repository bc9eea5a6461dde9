"""Titles above a signature: what a stamp left of them, and what must be left alone."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.correction.signing import (
    TitleLine,
    is_title,
    title_put_right,
    with_deputies,
)
from hrdigitize.reference.lists import load_lists

_KNOWN = with_deputies(load_lists().lists["signing_title"].names)


def put_right(*lines: str, confidence: float = 0.4, party: bool = False) -> str:
    return title_put_right([TitleLine(line, confidence) for line in lines], _KNOWN, party=party)


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (("KT. GIÁM ĐỐC", "ý PHÓ G ĐỐC"), "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        (("'KT?GIÁM ĐỌC", "nà PHÓ GIẦM ĐỐC"), "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        (("KT. HIỆU TRƯỞNG", "„...U TRƯỞNG"), "KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG"),
        (("TUQ. CHỦ TỊCH", "„. ff[ANH VĂN PHÒNG"), "TUQ. CHỦ TỊCH CHÁNH VĂN PHÒNG"),
        (("“ GI ĐỌC",), "GIÁM ĐỐC"),
        (("PHÓ chỦ TỊCH", "xó."), "PHÓ CHỦ TỊCH"),
        (("nà", "PHÓ GIÁM ĐỐC"), "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        (("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Í Mà"), "TL. GIÁM ĐỐC CHÁNH VĂN PHÒNG"),
        (("ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"),
    ],
)
def test_what_a_stamp_left_is_read_as_the_title_it_was(lines: tuple[str, ...], meant: str) -> None:
    assert put_right(*lines) == meant


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (("TIM BAN THƯỜNG VỤ", "BÍ THƯ"), "T/M BAN THƯỜNG VỤ BÍ THƯ"),
        (("TM BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"), "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ THƯỜNG TRỰC"),
        (("KIf TRƯỞNG BAN", "PHỚ TRƯỞNG BAN"), "K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN"),
        (("TM. BAN THƯỜNG VỤ", "BÍ THƯ"), "TM. BAN THƯỜNG VỤ BÍ THƯ"),
    ],
)
def test_the_party_writes_a_slash_unless_a_full_stop_was_read(lines: tuple[str, ...], meant: str) -> None:
    assert put_right(*lines, party=True) == meant


@pytest.mark.parametrize("title", ["TRƯỞNG TIỂU BAN", "CHỈ HUY TRƯỞNG", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", "CHỦ TỊCH"])
def test_titles_that_were_read_surely_stay_known_or_not(title: str) -> None:
    assert put_right(title, confidence=0.95) == title


def test_what_is_like_no_title_or_like_two_stays() -> None:
    assert put_right("ABC XYZ") == "ABC XYZ"
    assert put_right("CXỤ TRƯỞNG") == "CXỤ TRƯỞNG"
    assert not is_title("⁄ h", _KNOWN)
    assert is_title("PHÓGIÁM ĐỐC", _KNOWN)
