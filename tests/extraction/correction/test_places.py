"""Places get the names of the register; names that the register cannot settle stay as they were read."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.correction.places import (
    kinds_put_right,
    place_name_put_right,
    places_put_right,
    provinces_parted,
)
from hrdigitize.reference.places import load_places

REGISTER = load_places()


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("xã Cố Loa, huyện Đồng Anh, thành phố Hà Nội", "xã Cổ Loa, huyện Đông Anh, thành phố Hà Nội"),
        (
            "Thôn 3, Xã Đăk Tờ Kan, Huyện Tu Mở Rộng, Tỉnh Kon Tum",
            "Thôn 3, Xã Đăk Tờ Kan, Huyện Tu Mơ Rông, Tỉnh Kon Tum",
        ),
        ("la Kênh, Pleiku, Gia Lai", "Ia Kênh, Pleiku, Gia Lai"),
        ("Tằng Loỏng, Bảo Thắng, Lầo Cai", "Tằng Loỏng, Bảo Thắng, Lào Cai"),
        (
            "phường Cầu Tre - quận Ngô Quyên - thành phố Hải Phòng",
            "phường Cầu Tre - quận Ngô Quyền - thành phố Hải Phòng",
        ),
        ("XÃ CỐ LOA, HUYỆN ĐÔNG ANH", "XÃ CỔ LOA, HUYỆN ĐÔNG ANH"),
        ("Xã Cư E Wi, Huyện Cư Kuin, Tỉnh Đắk Lắk", "Xã Cư Ê Wi, Huyện Cư Kuin, Tỉnh Đắk Lắk"),
        (
            "xã Tịnh Khê - thành phố Quảng Ấgãi - tỉnh Quảng Ngãi",
            "xã Tịnh Khê - thành phố Quảng Ngãi - tỉnh Quảng Ngãi",
        ),
        ("Huyện uỷ Tiếu Cần", "Huyện uỷ Tiểu Cần"),
        ("Đảng uỷ xã Cố Loa", "Đảng uỷ xã Cổ Loa"),
        # D for another letter is no matter of spelling.
        ("xã Ea Yông, huyện Krông Đắc, tỉnh Đắk Lắk", "xã Ea Yông, huyện Krông Pắc, tỉnh Đắk Lắk"),
        # Since the reform of 2025 communes lie in the province.
        ("xã Tăng Loỏng, tỉnh Lào Cai", "xã Tằng Loỏng, tỉnh Lào Cai"),
    ],
)
def test_marks_of_the_register(read: str, meant: str) -> None:
    assert places_put_right(read, REGISTER, whole=True) == meant


@pytest.mark.parametrize(
    "read",
    [
        # Both Tân Thạnh and Tân Thành lie somewhere; alone, neither can be chosen.
        "UBND xã Tân Thánh",
        # The register has "Mù Căng Chải" for the district and "Mù Cang Chải" for its town, and "Phú Quí".
        "xã La Pán Tẩn, huyện Mù Cang Chải, tỉnh Yên Bái",
        "xã Tam Thanh, huyện Phú Quý, tỉnh Bình Thuận",
        # The paper's spelling of highland names, and its tone placement, are its own.
        "xã Đắk Ơ, huyện Bù Gia Mập, tỉnh Bình Phước",
        "xã Krông Á, huyện M'Drắk, tỉnh Đắk Lắk",
        # So are its spaces and capitals: the register has "Cư Êwi".
        "209/9 đường Nguyễn Thị Minh Khai, Xã Cư Ê Wi, Huyện Cư Kuin, Tỉnh Đắk Lắk",
        "UBND xã Cư Ê Wi",
        "Xã Tả Van, Huyện SaPa, Tỉnh Lào Cai",
        "tỉnh Hoà Bình",
        "tỉnh Hòa Bình",
        "huyện Phong Điền",
        "xã Suối Trong - huyện Sao Mai - tỉnh Sơn La",
        "phường 12, quận Gò Vấp, thành phố Hồ Chí Minh",
        "Công chức xã",
        "",
    ],
)
def test_what_is_right_or_cannot_be_settled_stays(read: str) -> None:
    assert places_put_right(read, REGISTER, whole=True) == read


def test_names_without_kinds_count_only_where_the_whole_text_is_a_place() -> None:
    assert places_put_right("Bố, Mẹ, Lầo Cai", REGISTER, whole=False) == "Bố, Mẹ, Lầo Cai"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("BỆNH VIỆN ĐA KHOA TÍNH GIA LAI", "BỆNH VIỆN ĐA KHOA TỈNH GIA LAI"),
        ("TÌNH ỦY NINH BÌNH", "TỈNH ỦY NINH BÌNH"),
        ("ở xa Tân An", "ở xa Tân An"),
        ("tính Chủ động", "tính Chủ động"),
        ("Huyện ủy Tiểu Cần", "Huyện ủy Tiểu Cần"),
    ],
)
def test_the_kind_before_a_unit_s_name(read: str, meant: str) -> None:
    assert kinds_put_right(read, REGISTER) == meant


@pytest.mark.parametrize(
    ("read", "named", "meant"),
    [
        ("Phù Vần", "PHƯỜNG PHÙ VÂN", "Phù Vân"),
        ("Đồng Văn", "HUYỆN UỶ ĐÔNG VĂN", "Đồng Văn"),
        ("Sao Mai", "HUYỆN SAO MAI", "Sao Mai"),
    ],
)
def test_a_name_by_another_mention_of_it(read: str, named: str, meant: str) -> None:
    assert place_name_put_right(read, REGISTER, named) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Khánh Hưng, Vĩnh Hưng Long An", "Khánh Hưng, Vĩnh Hưng, Long An"),
        ("Tằng Loỏng - Bảo Thắng Lào Cai", "Tằng Loỏng - Bảo Thắng - Lào Cai"),
        ("Khánh Hưng, Vĩnh Hưng, Long An", "Khánh Hưng, Vĩnh Hưng, Long An"),
        ("xã Khánh Hưng, huyện Vĩnh Hưng Long An", "xã Khánh Hưng, huyện Vĩnh Hưng Long An"),
        ("Suối Trong, Sao Mai Long An", "Suối Trong, Sao Mai Long An"),
    ],
)
def test_a_district_and_its_province_are_parted(read: str, meant: str) -> None:
    assert provinces_parted(read, REGISTER) == meant
