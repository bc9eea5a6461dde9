"""Specks and leaders go, letters stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.extraction.wording import cell_text, field_text, holds_signs, odd_signs


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (": Kinh", "Kinh"),
        ("): Cán sự", "Cán sự"),
        (": UBND xã Nàn Sán..........", "UBND xã Nàn Sán"),
        ("…………", ""),
        (": › ", ""),
        (": 4,06,", "4,06"),
        (": 02 / 09 / 2016", "02/09/2016"),
        (": 20-09-1996 (Đoàn TNCS Hồ Chí Minh)", "20-09-1996 (Đoàn TNCS Hồ Chí Minh)"),
        (": Không )", "Không"),
        (": 25%", "25%"),
        (": xã Hòa Khánh , huyện Đức Hòa", "xã Hòa Khánh, huyện Đức Hòa"),
        (": H'Mông", "H'Mông"),
        (": Trường. Tiểu. học.Lê Hữu Trác", "Trường Tiểu học Lê Hữu Trác"),
        (": ÔNG.THỊ.DỊU", "ÔNG THỊ DỊU"),
        (": 12.06.1984 TP. Hồ Chí Minh", "12.06.1984 TP. Hồ Chí Minh"),
    ],
)
def test_field_text(raw: str, text: str) -> None:
    assert field_text(raw) == text


def test_a_suffix_with_a_misread_c_is_cut() -> None:
    assert field_text("152 em,", ("cm",)) == "152"
    assert field_text("chị em", ("cm",)) == "chị em"


def test_suffix_is_cut_once() -> None:
    assert field_text(": 57 kg", ["kg"]) == "57"
    assert field_text(": … kg", ["kg"]) == ""


def test_a_cell_keeps_the_dash_of_a_list() -> None:
    assert cell_text("- Nghề nghiệp: Bộ đội _") == "- Nghề nghiệp: Bộ đội"


def test_signs_in_a_blank() -> None:
    assert not holds_signs(": … ,")
    assert holds_signs(": † kg", ["kg"])
    assert not holds_signs(": kg", ["kg"])


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằ ", min_size=1))
def test_words_are_never_changed(text: str) -> None:
    assert field_text(text).split() == text.split()


def test_a_sentence_keeps_its_full_stop_and_a_word_does_not() -> None:
    sentence = "Có năng lực chuyên môn, gương mẫu; cần mạnh dạn hơn trong chỉ đạo."
    assert field_text(f": {sentence} ,") == sentence
    assert field_text(": Kinh.") == "Kinh"
    place = "Buôn Ea Mă, xã Phố Cáo, huyện Đồng Văn, tỉnh Hà Giang"
    assert field_text(f": {place}.") == place
    long = "Lời khai trên đây là đúng với hồ sơ gốc đang quản lý tại đơn vị."
    assert field_text(f": {long} |") == long
    assert field_text(f": {long}", sentences=False) == long.rstrip(".")


def test_a_paragraph_ends_with_its_full_stop_before_a_leaders_dot() -> None:
    told = "Chấp hành tốt chủ trương của Đảng, pháp luật của Nhà nước; hoàn thành tốt nhiệm vụ được giao, có "
    told += "tinh thần trách nhiệm, đoàn kết nội bộ, được quần chúng tín nhiệm"
    assert field_text(f": {told}..") == f"{told}."
    assert field_text(": Phụ trách chung, công tác tài chính; cải cách hành chính..") == (
        "Phụ trách chung, công tác tài chính; cải cách hành chính"
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Học sinh, xã Kim Liên; huyện Nam Đàn", 0),
        ("- Quê quán: xã A - Nghề nghiệp: Làm ruộng", 1),
        ("Học sinh. xã Kim Liên", 1),
        ("Xã Mũi Né.., Huyện Phan Thiết", 1),
        ("Kinh tế-Quốc dân", 0),
        ("Quốc phòng -an ninh", 1),
        ("12/12", 0),
        ("Lê | Văn", 1),
        ("", 0),
    ],
)
def test_signs_that_people_do_not_set_so_are_counted(text: str, count: int) -> None:
    assert odd_signs(text) == count


def test_leaders_dots_beside_figures_go_where_most_gaps_hold_one() -> None:
    assert field_text("nhà.cấp.2. .") == "nhà cấp 2"
    assert field_text("cho.thuê.nhà.36.000.000.đồng/năm") == "cho thuê nhà 36.000.000 đồng/năm"
    assert field_text("số 5, TP. Vinh") == "số 5, TP. Vinh"
