"""Form 2-HSĐV, the sheet of Party members, read from pages laid out by hand."""

from __future__ import annotations

import pytest

from hrdigitize.domain.reading import State
from hrdigitize.formdefs.loading import load_forms
from tests.extraction.forms.read_forms import CIVIL_SERVANT, documents, read, rows, values
from tests.extraction.printed import page

FORM = "2-hsdv"
HEAD = [
    "Mẫu 2-HSĐV",
    "ĐẢNG CỘNG SẢN VIỆT NAM        SỐ LÝ LỊCH: 012345AB",
    "ĐẢNG BỘ TỈNH (tương đương): Sơn La        SỐ THẺ ĐẢNG VIÊN: 14012345",
    "ĐẢNG BỘ XÃ (tương đương): Suối Trong",
    "ĐẢNG BỘ CƠ SỞ: xã Suối Trong",
    "ĐẢNG BỘ BỘ PHẬN: ……        PHIẾU ĐẢNG VIÊN        Ảnh (3 x 4)",
    "CHI BỘ: bản Mé",
]
PERSON = [
    "01) Họ và tên khai sinh: LÒ THỊ ƯỚC        02) Giới tính (nam, nữ): Nữ",
    "03) Tên gọi khác: Liễu        04) Sinh ngày: 07/03/1992",
    "05) Nơi đăng ký khai sinh: xã Suối Trong, tỉnh Sơn La",
    "06) Quê quán: xã Nà Lụng, tỉnh Sơn La",
    "07) Nơi thường trú: bản Mé, xã Suối Trong",
    "Nơi tạm trú: bản Pặt, xã Suối Trong",
    "08) Dân tộc: Thái        09) Tôn giáo: Không",
    "10) Thành phần gia đình: Nông dân        11) Nghề nghiệp hiện nay: Công chức",
]
PARTY = [
    "12) Ngày vào Đảng: 02/09/2016        Tại Chi bộ: Chi bộ bản Mé",
    "Người giới thiệu thứ 1: Hà Văn Sơn        Chức vụ, đơn vị: Bí thư Chi bộ bản Mé",
    "Người giới thiệu thứ 2: Vi Thị Mận        Chức vụ, đơn vị: Đảng viên",
    "Ngày cấp có thẩm quyền ra quyết định kết nạp: 20/08/2016",
    "Ngày chính thức: 02/09/2017        Tại Chi bộ: trường học",
]
LIFE = [
    "13) Ngày được tuyển dụng: 01/06/2015        Cơ quan tuyển dụng: UBND huyện Sao Mai",
    "14) Ngày vào Đoàn TNCS Hồ Chí Minh: 26/03/2008",
    "15) Tham gia các tổ chức xã hội khác: Công đoàn",
    "16) Ngày nhập ngũ: ……        Ngày xuất ngũ, chuyển ngành: ……",
    "17) Trình độ hiện nay: - Giáo dục phổ thông: 12/12",
    "- Chuyên môn, nghiệp vụ: Đại học Luật",
    "- Học vị cao nhất: Thạc sĩ        - Học hàm cao nhất: ……",
    "- Lý luận chính trị: Trung cấp        - Ngoại ngữ: Anh B        - Tin học: A",
    "18) Tình trạng sức khoẻ: Tốt        - Thương binh loại: ……",
    "- Gia đình liệt sỹ: x        - Gia đình có công với CM: ……",
    "19) Số căn cước: 014192000123        20) Miễn công tác và SHĐ ngày: ……",
]
FIRST = [*HEAD, *PERSON, *PARTY, *LIFE]
CAREER_LABEL = "21) TÓM TẮT QUÁ TRÌNH HOẠT ĐỘNG VÀ CÔNG TÁC"
CAREER = [
    [
        "Từ tháng, năm đến tháng, năm",
        "Làm gì, chức vụ, đơn vị công tác (Đảng, chính quyền, đoàn thể, kinh tế, văn hoá, xã hội...)",
    ],
    ["6/2015 - nay", "Công chức xã Suối Trong"],
]
TRAINING = [
    [
        "Tên trường",
        "Ngành học hoặc tên lớp học",
        "Từ tháng/năm đến tháng/năm",
        "Hình thức học",
        "Văn bằng, chứng chỉ, trình độ gì",
    ],
    ["Đại học Tây Bắc", "Luật", "9/2010 - 6/2014", "Chính quy", "Cử nhân"],
]
SECOND = [
    "22) ĐÀO TẠO, BỒI DƯỠNG VỀ CHUYÊN MÔN, NGHIỆP VỤ, LÝ LUẬN CHÍNH TRỊ, NGOẠI NGỮ",
    "#0",
    "23) Khen thưởng (Huân chương, huy chương, bằng khen): Bằng khen năm 2021",
    "24) Đã được tặng HH Đảng: 30 năm",
    '25) Danh hiệu được phong (chiến sĩ thi đua; anh hùng "LL vũ trang, lao động"; nhà giáo, nghệ sĩ,',
    'thầy thuốc "nhân dân, ưu tú"): Chiến sĩ thi đua cơ sở',
    "26) Kỷ luật (Đảng, chính quyền, pháp luật): Khiển trách năm 2019",
    "27) ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN:",
    "a) Bị khai trừ hoặc xóa tên trong danh sách đảng viên hoặc xin ra khỏi Đảng: Không",
    "Thời gian: ……        Tại Chi bộ: ……",
    "b) Được kết nạp lại vào Đảng:",
    "- Ngày vào Đảng lần thứ 2: ……        Tại chi bộ: ……",
    "Người giới thiệu 1: ……        Chức vụ, đơn vị: ……",
    "c) Ngày được khôi phục đảng tịch: ……        Tại chi bộ: ……",
    "d) Bị xử lý theo pháp luật (ngày, tháng, năm; chính quyền nào xử lý; hình thức xử lý,",
    "nơi thi hành án...): Không",
    "e) Bản thân có làm việc trong chế độ cũ (ngày, tháng, năm; chức vụ; nơi làm việc...): Chưa làm việc",
    "28) QUAN HỆ VỚI NƯỚC NGOÀI:",
    "a) Đã đi nước ngoài (nước nào, lý do, thời gian ra nước ngoài...): Lào, tham quan",
    "b) Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài: Không tham gia",
    "c) Có người thân ở nước ngoài (tên người, quan hệ gì, ở nước nào ?): Chị gái ở Lào",
]
FAMILY = [
    [
        "Quan hệ",
        "HỌ VÀ TÊN",
        "Năm sinh",
        "Quê quán, nơi ở hiện nay (trong, ngoài nước), nghề nghiệp, chức danh, chức vụ, đơn vị công tác",
    ],
    ["Cha đẻ", "Lò Văn Sơn", "1968", "Làm ruộng"],
]
FAMILY_LABEL = "29) QUAN HỆ GIA ĐÌNH (Cha, mẹ đẻ; cha, mẹ vợ (chồng); vợ (chồng); các con; anh chị em ruột)"
ECONOMY = "30) HOÀN CẢNH KINH TẾ CỦA BẢN THÂN VÀ GIA ĐÌNH:"
BLANK_HOUSES = [
    "+ Được cấp, được thuê, loại nhà ........, tổng diện tích sử dụng ........ m2",
    "+ Nhà tự mua, tự xây, loại nhà ........, tổng diện tích sử dụng ........ m2",
]
BUILT = "+ Nhà tự mua, tự xây, loại nhà cấp 4, tổng diện tích sử dụng 80 m2"
FOOT = [
    "- Hoạt động kinh tế: chăn nuôi",
    "Diện tích đất kinh doanh trang trại ……… ha. Số lao động thuê mướn ……… người",
    "NGƯỜI KHAI        XÁC NHẬN CỦA CHI UỶ CHI BỘ",
]


def test_numbers_and_person() -> None:
    assert values(FORM, *HEAD, *PERSON) == {
        "party_file_number": "012345AB",
        "party_card_number": "14012345",
        "full_name": "LÒ THỊ ƯỚC",
        "gender": "Nữ",
        "other_names": "Liễu",
        "birth_date": "07/03/1992",
        "birth_place": "xã Suối Trong, tỉnh Sơn La",
        "native_place": "xã Nà Lụng, tỉnh Sơn La",
        "permanent_residence": "bản Mé, xã Suối Trong",
        "temporary_residence": "bản Pặt, xã Suối Trong",
        "ethnicity": "Thái",
        "religion": "Không",
        "family_origin": "Nông dân",
        "current_occupation": "Công chức",
    }


@pytest.mark.parametrize(
    "head",
    [
        [
            "ĐẢNG BỘ TỈNH: Sơn La",
            "ĐẢNG BỘ XÃ: Suối Trong",
            "CHI BỘ: bản Mé",
            "SỐ LÝ LỊCH: 012345",
            "SỐ THẺ ĐẢNG VIÊN: 14",
        ],
        [
            "SỐ LÝ LỊCH: 012345",
            "SỐ THẺ ĐẢNG VIÊN: 14",
            "PHIẾU ĐẢNG VIÊN        Ảnh (3 x 4)",
            "ĐẢNG BỘ TỈNH: Sơn La",
        ],
        [
            "ĐẢNG BỘ XÃ: Suối Trong        SỐ LÝ LỊCH: 012345",
            "ĐẢNG BỘ CƠ SỞ: xã Suối Trong        SỐ THẺ ĐẢNG VIÊN: 14",
        ],
    ],
)
def test_the_numbers_are_found_wherever_the_head_puts_them(head: list[str]) -> None:
    found = values(FORM, "Mẫu 2-HSĐV", *head, *PERSON)
    assert (found["party_file_number"], found["party_card_number"]) == ("012345", "14")


def test_the_admission_and_not_the_later_cell_or_the_posts_of_the_introducers() -> None:
    found = values(FORM, *FIRST)
    assert {key: found[key] for key in found if key.startswith("party_") and "number" not in key} == {
        "party_joined_date": "02/09/2016",
        "party_cell_joined": "Chi bộ bản Mé",
        "party_introducer_1": "Hà Văn Sơn",
        "party_introducer_2": "Vi Thị Mận",
        "party_official_date": "02/09/2017",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("recruitment_date", "2015-06-01"),
        ("recruiting_agency", "UBND huyện Sao Mai"),
        ("youth_union_date", "2008-03-26"),
        ("organization_joined", "Công đoàn"),
        ("discharge_date", None),
        ("general_education", "12/12"),
        ("highest_qualification", "Đại học Luật"),
        ("academic_degree", "Thạc sĩ"),
        ("academic_title", None),
        ("political_theory", "Trung cấp"),
        ("foreign_language", "Anh B"),
        ("informatics", "A"),
        ("health", "Tốt"),
        ("martyr_family", "có"),
        ("policy_family", None),
        ("id_number", "014192000123"),
        ("party_exempt_on", None),
    ],
)
def test_several_labels_on_a_line(key: str, value: str | None) -> None:
    assert read(FORM, page([*FIRST, CAREER_LABEL, "#0"], tables=[CAREER])).fields[key].value == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("awards", "Bằng khen năm 2021"),
        ("party_badges", "30"),
        ("highest_title", "Chiến sĩ thi đua cơ sở"),
        ("discipline", "Khiển trách năm 2019"),
        ("history_arrest", "Không"),
        ("history_old_regime", "Chưa làm việc"),
        ("foreign_organizations", "Không tham gia"),
        ("foreign_relatives", "Chị gái ở Lào"),
    ],
)
def test_hints_and_what_has_no_field_are_no_value(key: str, text: str) -> None:
    reading = read(FORM, page(FIRST), page(SECOND, tables=[TRAINING]))
    assert (reading.fields[key].text, reading.fields[key].page) == (text, 2)
    assert reading.fields["party_joined_date"].text == "02/09/2016"


def test_tables() -> None:
    first = page([*FIRST, CAREER_LABEL, "#0"], tables=[CAREER])
    reading = read(FORM, first, page(SECOND, tables=[TRAINING]), page([FAMILY_LABEL, "#0"], tables=[FAMILY]))
    assert [row["post"] for row in rows(reading, "career")] == ["Công chức xã Suối Trong"]
    assert rows(reading, "training")[0]["degree"] == "Cử nhân"
    assert [row["name"] for row in rows(reading, "family")] == ["Lò Văn Sơn"]
    assert rows(reading, "family_in_law") == []


def test_the_family_lives_on() -> None:
    lines = [
        "- Tổng thu nhập của hộ gia đình (trong 1 năm): 120.000.000 đồng,",
        "bình quân 1 người/hộ: 30.000.000 đồng",
        "- Nhà ở:",
        BLANK_HOUSES[0],
        BUILT,
        "- Đất ở: + Đất được cấp: 100 m2 + Đất tự mua: 200 m2",
    ]
    reading = read(FORM, page(FIRST), page([FAMILY_LABEL, ECONOMY, *lines, *FOOT]))
    told = [reading.fields[key].text for key in ("household_income", "housing", "residential_land")]
    assert told == ["120.000.000", BUILT[2:], "Đất được cấp: 100 m2 + Đất tự mua: 200 m2"]


def test_the_printed_lines_of_house_and_land_are_no_value() -> None:
    apart = ["- Nhà ở:", *BLANK_HOUSES, "- Đất ở: + Đất được cấp: ........ m2 + Đất tự mua: ........ m2"]
    run_on = [f"- Nhà ở: {BLANK_HOUSES[0]}", *BLANK_HOUSES[1:], *apart[3:]]
    for lines in (apart, run_on):
        reading = read(FORM, page(FIRST), page([FAMILY_LABEL, ECONOMY, *lines, *FOOT]))
        for key in ("housing", "residential_land"):
            assert (reading.fields[key].state, reading.fields[key].text) == (State.BLANK, "")


def test_the_older_form() -> None:
    found = values(
        FORM,
        "PHIẾU ĐẢNG VIÊN",
        "SỐ LÝ LỊCH: 012345AB        SỐ THẺ ĐẢNG VIÊN: 14012345",
        "ĐẢNG BỘ HUYỆN và tương đương: Sao Mai",
        "01) Họ và tên đang dùng: LÒ THỊ LIỄU        02) Nam, nữ: Nữ",
        "03) Họ và tên khai sinh: LÒ THỊ ƯỚC",
        "04) Sinh ngày: 07/03/1992        05) Nơi sinh: xã Suối Trong",
        "20) Số CMND: 014192000123        21) Số chứng minh thư Quân đội: 987654",
        "22) Được miễn công tác và sinh hoạt Đảng ngày: 19/05/2020",
    )
    assert found == {
        "party_file_number": "012345AB",
        "party_card_number": "14012345",
        "full_name": "LÒ THỊ ƯỚC",
        "gender": "Nữ",
        "birth_date": "07/03/1992",
        "birth_place": "xã Suối Trong",
        "id_number": "014192000123",
        "party_exempt_on": "19/05/2020",
    }


def test_the_form_is_known_by_mark_or_title_or_labels() -> None:
    first = page([*FIRST, CAREER_LABEL, "#0"], tables=[CAREER])
    last = page([FAMILY_LABEL, "#0", ECONOMY, *FOOT], tables=[FAMILY])
    assert documents(first, page(SECOND, tables=[TRAINING]), last, first) == [(1, 3, FORM), (4, 4, FORM)]
    without_mark = page(FIRST[1:])
    without_both = page([text for text in FIRST[1:] if "PHIẾU" not in text])
    assert documents(without_mark, without_both) == [(1, 1, FORM), (2, 2, FORM)]


def test_sister_forms_are_not_taken_for_it() -> None:
    assert documents(page(CIVIL_SERVANT)) == [(1, 1, "2c-bnv-2008")]
    supplement = ["Mẫu 3-HSĐV", *HEAD[1:5], "PHIẾU BỔ SUNG HỒ SƠ ĐẢNG VIÊN", *PERSON[:2]]
    assert documents(page(supplement))[0][2] is None


def test_what_the_form_asks_for() -> None:
    form = load_forms()[FORM]
    assert len(form.fields) == 49
    assert list(form.tables) == ["career", "training", "family", "family_in_law"]
    assert not any(table.transposed for table in form.tables.values())
