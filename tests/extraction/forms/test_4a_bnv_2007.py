"""Form 4a-BNV/2007, the yearly supplement: a form that is nothing but data is read all the same."""

from __future__ import annotations

from tests.extraction.forms.read_forms import CIVIL_SERVANT, documents, read, rows, values
from tests.extraction.printed import page

FORM = "4a-bnv-2007"
HEAD = [
    "Mẫu 4a-BNV/2007",
    "Cơ quan, đơn vị có thẩm quyền quản lý CBCC: UBND huyện Sao Mai",
    "Cơ quan, đơn vị sử dụng CBCC: UBND xã Suối Trong",
    "Số hiệu cán bộ, công chức: 0123",
    "PHIẾU BỔ SUNG LÝ LỊCH",
    "1) Họ và tên khai sinh (viết chữ in hoa): LÒ THỊ ƯỚC",
    "2) Sinh ngày: 07 tháng 03 năm 1992        Giới tính (nam, nữ): Nữ",
    "I. NHỮNG THAY ĐỔI VỀ BẢN THÂN",
]
POST = [
    "Nơi ở hiện nay: bản Mé, xã Suối Trong",
    "Chức vụ (chức danh) hiện tại: Phó Chủ tịch UBND xã",
    "Công việc chính được giao: Phụ trách văn hoá - xã hội",
    "Ngạch công chức (viên chức): Chuyên viên        Mã ngạch: 01.003",
    "Bậc lương: 3        Hệ số: 3,00        Ngày hưởng: 01/06/2021",
]
MERITS = [
    "Trình độ chuyên môn cao nhất: Cử nhân Luật",
    "Lý luận chính trị: Trung cấp        Quản lý nhà nước: Chuyên viên",
    "Ngoại ngữ: Anh B        Tin học: B",
    "Khen thưởng: Giấy khen năm 2021        Kỷ luật: Không",
    "(Hình thức cao nhất, năm nào)        (về đảng, chính quyền, đoàn thể hình thức cao nhất, năm nào)",
    "Tình trạng sức khoẻ: Tốt        Đi nước ngoài: Lào, tham quan",
]
FOOT = [
    "II. NHỮNG THAY ĐỔI VỀ GIA ĐÌNH",
    "#0",
    "III. NHỮNG THAY ĐỔI VỀ KINH TẾ",
    "Nguồn thu nhập chính của gia đình: tiền lương",
    "Nhà ở: nhà cấp 4",
    "Đất ở: 200 m2",
    "Sao Mai, ngày 15 tháng 12 năm 2021",
    "Người khai        Xác nhận của cơ quan, đơn vị quản lý",
    "Tôi xin cam đoan những lời khai trên đây là đúng sự thật",
]
FAMILY = [
    [
        "Mối quan hệ",
        "Họ và tên",
        "Năm sinh",
        "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở",
    ],
    ["Con", "Lò Văn Sơn", "2021", "mới sinh"],
]
WHOLE = {
    "managing_agency": "UBND huyện Sao Mai",
    "employing_agency": "UBND xã Suối Trong",
    "personnel_number": "0123",
    "full_name": "LÒ THỊ ƯỚC",
    "birth_date": "07 tháng 03 năm 1992",
    "gender": "Nữ",
    "current_residence": "bản Mé, xã Suối Trong",
    "current_position": "Phó Chủ tịch UBND xã",
    "main_duty": "Phụ trách văn hoá - xã hội",
    "civil_service_rank": "Chuyên viên",
    "rank_code": "01.003",
    "salary_grade": "3",
    "salary_coefficient": "3,00",
    "salary_from": "01/06/2021",
    "highest_qualification": "Cử nhân Luật",
    "political_theory": "Trung cấp",
    "state_management": "Chuyên viên",
    "foreign_language": "Anh B",
    "informatics": "B",
    "awards": "Giấy khen năm 2021",
    "discipline": "Không",
    "health": "Tốt",
}


def test_labels_hints_and_several_labels_on_a_line() -> None:
    assert values(FORM, *HEAD, *POST, *MERITS) == WHOLE


def test_post_and_pay_may_come_after_the_merits() -> None:
    assert values(FORM, *HEAD, *MERITS, *POST) == WHOLE


def test_family_and_what_the_family_lives_on() -> None:
    reading = read(FORM, page([*HEAD, *POST, *MERITS, *FOOT], tables=[FAMILY]))
    assert rows(reading, "family") == [
        {"relation": "Con", "name": "Lò Văn Sơn", "birth_year": "2021", "detail": "mới sinh"}
    ]
    told = [reading.fields[key].text for key in ("household_income", "housing", "residential_land")]
    assert told == ["tiền lương", "nhà cấp 4", "200 m2"]
    assert reading.findings == ()


def test_the_form_is_known_by_its_title_or_its_mark() -> None:
    whole = page([*HEAD, *POST, *MERITS, *FOOT], tables=[FAMILY])
    assert documents(whole) == [(1, 1, FORM)]
    assert documents(page([*HEAD[1:], *POST])) == [(1, 1, FORM)]
    assert documents(page([*HEAD[:4], *HEAD[5:], *POST])) == [(1, 1, FORM)]


def test_a_full_sheet_is_not_taken_for_its_supplement() -> None:
    assert documents(page(CIVIL_SERVANT)) == [(1, 1, "2c-bnv-2008")]
    other = [HEAD[0].replace("4a", "1a"), *HEAD[1:4], "LÝ LỊCH CÁN BỘ, CÔNG CHỨC", *HEAD[5:7]]
    assert documents(page(other))[0][2] != FORM
