"""Words that lists know with other marks are doubted where they stand, and nothing is changed."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.known import expected_of
from hrdigitize.extraction.misspellings import misspelled
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.types import parse_type
from hrdigitize.reference.lists import load_lists

EXPECTED = expected_of(load_forms()["hs02-vc-bnv"], load_lists())


def doubtful(text: str, kind: str) -> str | None:
    place = misspelled(text, parse_type(kind), EXPECTED)
    return None if place is None else text[slice(*place)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Chủ tịch Hội Liên hiệp Phụ nữ xã Quáng Nham", "text", "Quáng Nham"),
        ("Phòng Lao động huyện vạn Ninh", "text", "vạn"),
        ("Y tá, xã Tản Lĩnh, huyện Ba vì, thành phố Hà Nội", "text", "vì"),
        ("xã Tản Lĩnh, huyện Ba Vị, thành phố Hà Nội", "place", "Ba Vị"),
        ("Xã Đắk R'Măng, Huyện Đắk long, Tỉnh Đắk Nông", "place", "long"),
        ("Chủ nhiệm Úy ban Kiểm tra", "text", "Úy ban Kiểm tra"),
        ("Lời khai trên dây là đúng", "text", "khai trên dây"),
        ("Tiếng Khmet", "text", "Khmet"),
        ("xã Hồng Hạ, tinh Thừa Thiên Huế", "place", "tinh"),
        ("buôn Eạ H'Leo, Xã Hoằng Ngọc", "place", "Eạ"),
        ("Nghi, Thuỷ, Cửa Lò, Nghệ An", "place", "Nghi, Thuỷ"),
        ("V/v chỉ định cán, bộ tham gia cấp ủy", "text", "cán, bộ"),
        ("Kỹ sư Nộng học", "text", "Nộng"),
        ("Giấy khen của Chủ tịch ỤBND xã Sao Mai", "text", "ỤBND"),
        ("Khồng", "text", "Khồng"),
        ("inh Thị Ểnh", "name", "inh"),
        ("sơ Cấp", "list:political_theory", "Cấp"),
        ("O +", "list:blood_type", "O +"),
        ("o", "list:blood_type", "o"),
        ("4,88", "decimal", "4,88"),
        ("3.89", "decimal", "3.89"),
        ("Công chức Tư pháp Hộ tịch phường Mũi Né", "text", "pháp Hộ"),
        ("Trường Đại học Mỏ Địa chất", "text", "Mỏ Địa"),
        ("Trường Đại học Mo - Địa chất", "text", "Mo"),
        ("Viện Đại học Mơ Hà Nội", "text", "Đại học Mơ Hà Nội"),
        ("Phòng Lao động Thương binh và Xã hội", "text", "động Thương"),
        ("Địa chính - Xây dựng Đô thị", "text", "dựng Đô"),
        ("Bạch Vặn Khởn", "name", "Vặn"),
        ("Vượng Đình Hoàng Giang", "name", "Vượng"),
        ("TRỊNH MINH HƠA", "name", "HƠA"),
    ],
)
def test_what_lists_know_otherwise_is_doubted_at_its_words(text: str, kind: str, words: str) -> None:
    assert doubtful(text, kind) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chủ tịch UBND xã Quảng Nham, huyện Quảng Xương", "text"),
        ("Cư Ê Wi, huyện Cư Kuin", "text"),
        ("xã Cư Êwi, huyện Cư Kuin, tỉnh Đăk Lăk", "place"),
        ("công tác tại huyện ủy, thị xã Kỳ Anh, xã đội", "text"),
        ("Nghi Thuỷ, Cửa Lò, Nghệ An", "place"),
        ("Xóm Mới, Nghi Thuỷ, Cửa Lò, Nghệ An", "place"),
        ("xã Không Có Trong Danh Mục, huyện Sao Mai", "text"),
        ("Bí thư Đảng ủy xã Đắk Ơ, quận Điện Biên", "text"),
        ("Ủy ban nhân dân, Uỷ ban Kiểm tra", "text"),
        ("thành phố Busan, Leipzig, THPT, SGD&ĐT", "text"),
        ("Sơ cấp", "list:political_theory"),
        ("O+", "list:blood_type"),
        ("4,98", "decimal"),
        ("0,33", "decimal"),
        ("162", "decimal"),
        ("Công chức Tư pháp - Hộ tịch", "text"),
        ("Chăn nuôi, Thú y", "text"),
        ("Trường Đại học Mỏ – Địa chất", "text"),
        ("Viện Đại học Mở Hà Nội", "text"),
        ("xã Tịnh Khê, thị xã Tịnh Biên", "text"),
        ("Không có, KHÔNG", "text"),
        ("Cử nhân, Văn hóa", "text"),
        ("Ứng Cử Nhân", "text"),
        ("Nguyễn Văn Thuỷ", "name"),
        ("Nguyễn thị Thủy", "name"),
        ("Y Bhăm Êban", "name"),
        ("H'Len Niê", "name"),
        ("Phàn Tả Mẩy", "name"),
        ("", "name"),
        ("2,34", "decimal"),
    ],
)
def test_what_is_written_as_lists_have_it_or_is_in_none_stays(text: str, kind: str) -> None:
    assert doubtful(text, kind) is None
