"""Signs that specks make go; those that people type stay."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrdigitize.extraction.correction import signs


def mended(text: str) -> str:
    for change in (
        signs.with_home_letters,
        signs.without_stray_signs,
        signs.without_squeezed_signs,
        signs.commas_between_units,
        signs.spaced,
        signs.roman,
    ):
        text = change(text)
    return text


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Ban:Tổ chức Tỉnh uỷ", "Ban Tổ chức Tỉnh uỷ"),
        ("không.có", "không có"),
        ("xã. Sơn Kim 1", "xã Sơn Kim 1"),
        ("xã Tịnh Khê. thành phố Quảng Ngãi", "xã Tịnh Khê, thành phố Quảng Ngãi"),
        (
            "xã Thổ Châu; thành phố Phú Quốc, tỉnh Kiên Giang",
            "xã Thổ Châu, thành phố Phú Quốc, tỉnh Kiên Giang",
        ),
        ("Xã Cổ Am „ Huyện Vĩnh Bảo „, Tỉnh Hải Phòng", "Xã Cổ Am, Huyện Vĩnh Bảo, Tỉnh Hải Phòng"),
        ("| năm 2006", "năm 2006"),
        ("“Đảng, pháp luật", "Đảng, pháp luật"),
        ("THÀNH PHỐ HÀ. NỘI", "THÀNH PHỐ HÀ NỘI"),
        ("02-năm 1979", "02 năm 1979"),
        ("TNCS'HCM", "TNCS HCM"),
        ("nghiệp' vụ", "nghiệp vụ"),
        ("Ñam", "Nam"),
        ("bậc9", "bậc 9"),
        ("LoạiI", "Loại I"),
        ("TrườngSa", "Trường Sa"),
        ("Loại IÌ", "Loại II"),
        ("Học viện Chính trị khu vực Ï", "Học viện Chính trị khu vực I"),
        ("Học viện Chính trị khu vực HII", "Học viện Chính trị khu vực III"),
    ],
)
def test_signs_of_specks_go(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "TP.Hà Nội",
        "UBND TP. HÀ NỘI",
        "ThS.Nguyễn A",
        "Ea H'đing, Cư M'gar",
        "K'Pă H'Mer",
        "v.v",
        "Đ/c Nguyễn",
        "đạo đức: lối sống",
        "điều hành. Xếp loại: Hoàn thành",
        "- Quê quán: xã Cổ Loa, huyện Đông Anh - Địa chỉ hiện tại: xã Cổ Loa",
        "Trưởng thôn; nơi ở: xã Hữu Liên",
        'Đội "Sao đỏ" năm 2012',
        "Tiếng Anh B1",
        "12/12",
        "Bậc 9/12",
        "DTTS",
        "McDonald",
        "",
    ],
)
def test_what_people_type_stays(typed: str) -> None:
    assert mended(typed) == typed


@example("0em")
@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ABCĐ,.;:-'\"0123456789", max_size=60))
def test_letters_and_figures_are_never_lost(text: str) -> None:
    def letters(of: str) -> str:
        """All but what tells "cm" from "em", which is put right behind a figure."""
        return "".join(c for c in of.replace("em", "cm") if c.isalnum())

    assert letters(signs.without_squeezed_signs(signs.without_stray_signs(text))) == letters(text)


def test_the_three_blanks_of_a_place_are_joined_by_commas() -> None:
    assert signs.without_colons("Vân Côn : Hoài Đức : Hà Nội") == "Vân Côn, Hoài Đức, Hà Nội"
    assert signs.without_colons("Vân Côn: Hoài Đức: Hà Nội") == "Vân Côn, Hoài Đức, Hà Nội"
    assert signs.without_colons("Xã: Tô Hiệu, Huyện: Thường Tín") == "Xã Tô Hiệu, Huyện Thường Tín"
    assert signs.without_colons("Số nhà: 12, tổ 3") == "Số nhà: 12, tổ 3"
    assert signs.without_colons("xã Vân Côn : huyện Hoài Đức -: tỉnh Hà Tây") == (
        "xã Vân Côn, huyện Hoài Đức, tỉnh Hà Tây"
    )
    assert (
        signs.commas_in_place("Xã Dị Chế Huyện Tiên Lữ ,Tỉnh Hưng Yên")
        == "Xã Dị Chế, Huyện Tiên Lữ, Tỉnh Hưng Yên"
    )
    assert signs.commas_in_place("xã Cổ Loa - huyện Đông Anh") == "xã Cổ Loa - huyện Đông Anh"


def test_a_point_between_the_names_of_a_place_was_a_comma() -> None:
    assert signs.commas_for_points("Đam Rông. Lâm Đồng") == "Đam Rông, Lâm Đồng"
    assert signs.commas_for_points("P. 5, TP. Vinh") == "P. 5, TP. Vinh"


def test_a_paragraph_of_sentences_ends_with_a_full_stop() -> None:
    told = "Có năng lực, gương mẫu; cần mạnh dạn hơn. Xếp loại: Hoàn thành tốt nhiệm vụ"
    assert signs.with_final_stop(told) == f"{told}."
    for text in ("Xã Cổ Loa. Huyện Đông Anh", told.replace(". ", ", "), f"{told}."):
        assert signs.with_final_stop(text) == text


def test_a_stroke_before_capitals_is_no_word() -> None:
    assert signs.without_stray_signs("l SỞ Y TẾ") == "SỞ Y TẾ"
    assert signs.without_stray_signs("I ong") == "I ong"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (
            "Quê quán: xã Cổ Loa, tỉnh Vĩnh Long Nghề nghiệp: Làm ruộng - Địa chỉ hiện tại: xã Cổ Loa",
            "- Quê quán: xã Cổ Loa, tỉnh Vĩnh Long - Nghề nghiệp: Làm ruộng - Địa chỉ hiện tại: xã Cổ Loa",
        ),
        ("Quê quán: xã Cổ Loa; Nghề nghiệp: Làm ruộng", "Quê quán: xã Cổ Loa; Nghề nghiệp: Làm ruộng"),
        ("Nghề nghiệp: Làm ruộng", "Nghề nghiệp: Làm ruộng"),
    ],
)
def test_parts_of_a_family_entry_have_their_dashes(read: str, meant: str) -> None:
    assert signs.with_list_dashes(read) == meant


def test_a_leaders_dot_behind_a_year_is_no_sign() -> None:
    assert signs.without_squeezed_signs("2/2013.Công đoàn Việt Nam") == "2/2013 Công đoàn Việt Nam"
    assert signs.without_squeezed_signs("01.06.2016") == "01.06.2016"
