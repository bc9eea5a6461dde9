"""What no writer means by the text alone, and what only looks so."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.oddities import odd_place


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Loại", 0),
        ("Cán bộ Quỹ tín dụng, xã Hoằng Ngọc, huyện", 34),
        ("Kiều Thị", 5),
        ("Thị Quỳnh Hiên", 0),
        ("UBND quận Ngô ( Quyền", 14),
        ("Thợ mộc i0", 8),
        ("i8", 0),
        ("01,004/12", 0),
        ("4.025/5", 0),
        ("Thợ mộc Ỉ1", 8),
        ("Y Lêch Kbụôr", 9),
        ("Nghề nghiệp: Làm ruộng: nơi ở: xã Sao Mai", 11),
        ("phường Cầu,Tre", 10),
        ("Bằng khen của Thủ tướng Chính phủ; 2023", 33),
        ("t Làm ruộng, xã Sao Mai", 0),
        ("ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH Sở NỘI VỤ", 30),
        ("Tiếng Anh Ạ2", 10),
        ("Ạ", 0),
        ("Tin học Ã", 8),
        ("xã Ch'ơm, huyện Tây Giang", 6),
        ("xã Ch'Ơm", 6),
        ("loại H", 0),
        ("bậc I", 0),
        ("35.0430 Thủy", 0),
        ("1 46", 0),
        ("1m53 2", 4),
        ("không 34:2", 0),
        ("nào ở Không", 0),
        ("6Giáo viên", 0),
        ("12.Làm ruộng", 0),
        ("xã Sao Mai huyện Tam Nông", 0),
        ("thôn 10. Xã Sao Mai", 7),
        ("29 Trần Phú; Phường Sao Mai", 11),
        ("huyện Tam: Nông, tỉnh Phú Thọ", 0),
        ("huyện Tam. Nông", 0),
        ("Anh văn c", 8),
        ("15a:203", 0),
        ("Trung tâm Chính trị: huyện Tam Nông", 19),
        ("Quê quán:.xã Sao Mai", 8),
        ("SỐ 154, Xã Sao Mai", 0),
        ("Chứng thực; hộ tịch, hòa giải ở cơ sở", 10),
        ("Lý THị Hoa", 3),
        ("Học viện Chính trị khu vực", 19),
    ],
)
def test_an_odd_place_is_found(text: str, at: int) -> None:
    assert odd_place(text) == at


@pytest.mark.parametrize(
    "text",
    [
        "Loại I",
        "3D, 4K",
        "5 Giáo viên",
        "xã Sao Mai, huyện Tam Nông",
        "Công an huyện Tam Nông",
        "UBND thị trấn Sao Mai; nơi ở: xã Sao Mai",
        "Thi đua. Huyện ủy viên",
        "Anh văn C",
        "Quê quán: xã Sao Mai, huyện Tam Nông; nghề nghiệp: Kế toán",
        "Khám, chữa bệnh; tiêm chủng mở rộng",
        "Nghỉ hưu. Chết năm 1990.",
        "số 154, Xã Sao Mai",
        "huyện KBang",
        "UBND, HĐND",
        "Học viện Chính trị khu vực I",
        "Cán bộ hợp tác xã",
        "Trường Chính trị tỉnh",
        "Đội TNTP, Đoàn TNCS HCM",
        "NGÔ THU TỈNH",
        "Huyện ủy Sao Mai (Kon Tum)",
        "Kiều Thị Oanh",
        "thị trấn Sao Mai",
        "Xóm 5, nhà A1, 177 m2",
        "01.004/12",
        "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH",
        "UBND xã Suối Trong",
        "12/12",
        "Ỷ Thị Cẩm Hồng",
        "ở Hà Nội",
        "Quê quán: xã Sao Mai; nghề nghiệp: Kế toán - Nơi ở: xã Sao Mai",
        "Y Lêch Kbuôr",
        "K'Pă H'Mông",
        "loại II",
        "hạng A",
        "bậc 3",
        "35.0430",
        "1m46",
        "không",
        "",
    ],
)
def test_what_people_write_is_not_odd(text: str) -> None:
    assert odd_place(text) is None
