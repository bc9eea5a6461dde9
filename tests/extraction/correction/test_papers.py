"""Recipients, grounds, numbers and the word "ủy" of papers, as the layout rules have them."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.correction.committees import one_way, written_way
from hrdigitize.extraction.correction.document_numbers import number_put_right
from hrdigitize.extraction.correction.grounds import grounds_put_right
from hrdigitize.extraction.correction.recipients import recipients_put_right
from hrdigitize.extraction.correction.subjects import subject_put_right


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("v/v điều động", "V/v điều động"),
        ("V/V: nghỉ hưu", "V/v: nghỉ hưu"),
        ("Vv nâng bậc lương", "V/v nâng bậc lương"),
        # Nothing to change.
        ("V/v điều động", ""),
        ("Về việc điều động", ""),
        ("Vvv", ""),
    ],
)
def test_a_subject_opens_in_one_way(read: str, meant: str) -> None:
    assert subject_put_right(read) == meant


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (["- Như Điều 3;", "- Lưu: VT."], "Như Điều 3; - Lưu: VT."),
        (["- Như Điều 3;", "-Lưu: VI."], "Như Điều 3; - Lưu: VT."),
        (["Như Điều 3:", "Sở Nội vụ;", "Lưu: VT NV"], "Như Điều 3; - Sở Nội vụ; - Lưu: VT, NV."),
        (["- Như Điều 3,", "i - Lưu hồ sơ"], "Như Điều 3, - Lưu hồ sơ."),
        (["- Như Điều 3;", "Am...", "- Lưu: VT. ."], "Như Điều 3; - Lưu: VT."),
        (
            ["- Như Điều 2;", "- Phòng Tài chính -", "Kế hoạch huyện;", "- Lưu: VT."],
            "Như Điều 2; - Phòng Tài chính - Kế hoạch huyện; - Lưu: VT.",
        ),
        (["°", "."], ""),
    ],
)
def test_recipients(lines: list[str], meant: str) -> None:
    assert recipients_put_right(lines) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Căn cứ Luật A;", "Căn cứ Luật A"),
        (
            "_ Căn. cứ Luật A, ————Căn cứ Luật B;,. Căn cứ Luật C.",
            "Căn cứ Luật A; Căn cứ Luật B; Căn cứ Luật C",
        ),
        (
            "- Căn cứ Điều lệ Đảng; - Căn cứ Quy chế làm việc;",
            "Căn cứ Điều lệ Đảng; - Căn cứ Quy chế làm việc",
        ),
        ("Căn cứ Luật A; căn cứ khoản 2 Điều 5;", "Căn cứ Luật A; căn cứ khoản 2 Điều 5"),
        ("Căn cứ Quyết định số 2/QĐÐ-UBND;", "Căn cứ Quyết định số 2/QĐ-UBND"),
        ("Theo Luật A", ""),
    ],
)
def test_grounds(read: str, meant: str) -> None:
    assert grounds_put_right(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("1407 /QĐ-UBND", "1407/QĐ-UBND"),
        ("1921-QĐÐ/ĐU", "1921-QĐ/ĐU"),
        ("2753-QÐNS/HU", "2753-QĐNS/HU"),
        ("12/2024/QĐ-UBND", "12/2024/QĐ-UBND"),
        ("45QD/TC", "45QD/TC"),
    ],
)
def test_numbers(read: str, meant: str) -> None:
    assert number_put_right(read) == meant


def test_one_paper_writes_the_word_in_one_way() -> None:
    sure = [("ỦY", 0.95), ("ủy", 0.93), ("Ủy", 0.97), ("uỷ", 0.6)]
    assert written_way(sure) == "ủy"
    assert one_way("HUYỆN UỶ và Uỷ ban, Thuỷ", "ủy") == "HUYỆN ỦY và Ủy ban, Thuỷ"


def test_where_a_paper_has_both_ways_or_hardly_any_nothing_is_changed() -> None:
    assert written_way([("ủy", 0.95), ("uỷ", 0.95), ("uỷ", 0.95)]) == ""
    assert written_way([("ủy", 0.95)]) == ""
    assert one_way("Uỷ ban", "") == "Uỷ ban"
