"""Form HS02-VC/BNV, the sheet of public employees, read from pages laid out by hand."""

from __future__ import annotations

import pytest

from hrdigitize.domain.reading import State
from hrdigitize.formdefs.loading import load_forms
from tests.extraction.forms.read_forms import CIVIL_SERVANT, documents, read, rows, values
from tests.extraction.printed import page

FORM = "hs02-vc-bnv"
MARK = "Mẫu HS02-VC/BNV ban hành kèm theo Thông tư số 07/2019/TT-BNV ngày 01/6/2019 của Bộ trưởng Bộ Nội vụ"
HEAD = [
    "Cơ quan quản lý viên chức UBND huyện Sao Mai        Số hiệu viên chức VC-0123",
    "Đơn vị sử dụng viên chức Trường Tiểu học Suối Trong",
    "Ảnh màu        SƠ YẾU LÝ LỊCH VIÊN CHỨC",
    "(4 x 6 cm)",
]
PERSON = [
    "1) Họ và tên khai sinh (viết chữ in hoa): VI THỊ MẬN",
    "2) Tên gọi khác: ……",
    "3) Sinh ngày: 12 tháng 09 năm 1988        Giới tính: Nữ",
    "4) Nơi sinh: xã Suối Trong, huyện Sao Mai, tỉnh Sơn La",
    "5) Quê quán: xã Nà Lụng, huyện Sao Mai, tỉnh Sơn La",
    "6) Dân tộc: Thái    7) Tôn giáo: Không",
    "8) Nơi đăng ký hộ khẩu thường trú: bản Mé, xã Suối Trong",
    "9) Nơi ở hiện nay: bản Pặt, xã Suối Trong",
]
WORK = [
    "10) Nghề nghiệp khi được tuyển dụng: Sinh viên",
    "11) Ngày tuyển dụng: 01/09/2011        Cơ quan, đơn vị tuyển dụng: Phòng Nội vụ huyện Sao Mai",
    "12.1- Chức danh (chức vụ) công tác hiện tại: Giáo viên - Trường Tiểu học Suối Trong",
    "12.2- Chức danh (chức vụ) kiêm nhiệm: Tổ trưởng chuyên môn",
    "13) Công việc chính được giao: Giảng dạy lớp 4",
    "14) Chức danh nghề nghiệp viên chức: Giáo viên tiểu học hạng III        Mã số: V.07.03.29",
    "Bậc lương: 4        Hệ số: 3,33        Ngày hưởng: 01/09/2022",
    "Phụ cấp chức danh: 0,2        Phụ cấp khác: không",
]
TRAINED = [
    "15.1-Trình độ giáo dục phổ thông: 12/12",
    "15.2-Trình độ chuyên môn cao nhất: Đại học sư phạm",
    "15.3-Lý luận chính trị: Sơ cấp",
    "15.4-Quản lý nhà nước: ……",
    "15.5-Trình độ nghiệp vụ theo chuyên ngành: Chứng chỉ nghiệp vụ sư phạm",
    "15.6-Ngoại ngữ: Anh B",
    "15.7-Tin học: Trình độ A",
    "16) Ngày vào Đảng Cộng sản Việt Nam: 03/02/2015",
    "Ngày chính thức: 03/02/2016",
    "17) Ngày tham gia tổ chức chính trị - xã hội:",
]
SERVED = "18) Ngày nhập ngũ: 02/2006        Ngày xuất ngũ: 02/2008        Quân hàm cao nhất: Hạ sĩ"
FIRST = [MARK, *HEAD, *PERSON, *WORK, *TRAINED]
ORGANIZATIONS = [
    ["Tên tổ chức", "Ngày tham gia", "Mô tả công việc trong tổ chức"],
    ["Công đoàn cơ sở", "01/10/2011", "Đoàn viên"],
]
SECOND = [
    MARK,
    "19.1- Danh hiệu được phong tặng cao nhất: Nhà giáo ưu tú",
    "(Anh hùng lao động, anh hùng lực lượng vũ trang: nhà giáo, thầy thuốc, nghệ sĩ nhân dân ưu tú,…)",
    "19.2- Học hàm được phong (Giáo sư, Phó giáo sư): …… Năm được phong: ……",
    "20) Sở trường công tác: Giảng dạy",
    "21) Khen thưởng: Giấy khen năm 2020        22) Kỷ luật : Không",
    "(Hình thức cao nhất, năm nào?)        (về đảng, chính quyền, đoàn thể hình thức cao nhất, năm nào?)",
    "23) Tình trạng sức khỏe: Tốt    Chiều cao: 155 cm    Cân nặng: 48 kg,",
    "Nhóm máu: O,",
    "24) Là thương binh hạng: ……    Là con gia đình chính sách: Con thương binh",
    "25) Số chứng minh nhân dân: 014188000123        Ngày cấp: 10/05/2021",
    "26) Sổ BHXH: 0123456789",
    "27) ĐÀO TẠO, BỒI DƯỠNG VỀ CHUYÊN MÔN NGHIỆP VỤ, LÝ LUẬN CHÍNH TRỊ, NGOẠI NGỮ, TIN HỌC",
    "#0",
    "- Hình thức đào tạo: Chính quy, tại chức, chuyên tu, từ xa, liên thông, bồi dưỡng.",
    "2",
]
TRAINING = [
    [
        "Tên trường",
        "Nội dung đào tạo, bồi dưỡng",
        "Thời gian đào tạo",
        "Hình thức đào tạo",
        "Văn bằng, chứng chỉ",
    ],
    ["Đại học Tây Bắc", "Giáo dục tiểu học", "9/2007 - 6/2011", "Chính quy", "Đại học"],
]
LAST = [
    MARK,
    "29) ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN",
    "- Có thân nhân (Cha, Mẹ, Vợ, Chồng, con, anh chị em ruột) ở nước ngoài (làm gì, địa chỉ …)?",
    "Không",
    "31) DIỄN BIẾN QUÁ TRÌNH LƯƠNG CỦA VIÊN CHỨC",
    "#0",
    "32) NHẬN XÉT, ĐÁNH GIÁ CỦA ĐƠN VỊ SỬ DỤNG VIÊN CHỨC",
    "Hoàn thành tốt nhiệm vụ được giao",
    "Sao Mai, Ngày 05 tháng 06 năm 2023",
    "Người khai        Thủ trưởng đơn vị sử dụng viên chức",
    "Tôi xin cam đoan những lời khai trên đây là đúng sự thật",
]
SALARIES = [
    ["Tháng/năm", "9/2011", "9/2014"],
    ["Mã số", "V.07.03.09", "V.07.03.29"],
    ["Bậc lương", "1", "2"],
    ["Hệ số lương", "2,34", "2,67"],
]


def test_head_and_person() -> None:
    assert values(FORM, MARK, *HEAD, *PERSON) == {
        "managing_agency": "UBND huyện Sao Mai",
        "personnel_number": "VC-0123",
        "employing_agency": "Trường Tiểu học Suối Trong",
        "full_name": "VI THỊ MẬN",
        "birth_date": "12 tháng 09 năm 1988",
        "gender": "Nữ",
        "birth_place": "xã Suối Trong, huyện Sao Mai, tỉnh Sơn La",
        "native_place": "xã Nà Lụng, huyện Sao Mai, tỉnh Sơn La",
        "ethnicity": "Thái",
        "religion": "Không",
        "permanent_residence": "bản Mé, xã Suối Trong",
        "current_residence": "bản Pặt, xã Suối Trong",
    }


def test_what_has_no_field_ends_the_value_before_it() -> None:
    found = values(FORM, *FIRST, SERVED)
    assert found["current_position"] == "Giáo viên - Trường Tiểu học Suối Trong"
    assert found["main_duty"] == "Giảng dạy lớp 4"
    assert "state_management" not in found
    assert (found["foreign_language"], found["informatics"]) == ("Anh B", "Trình độ A")
    assert not any("kiêm nhiệm" in text or "nghiệp vụ" in text for text in found.values())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("recruitment_date", "2011-09-01"),
        ("recruiting_agency", "Phòng Nội vụ huyện Sao Mai"),
        ("rank_code", "V.07.03.29"),
        ("salary_grade", "4"),
        ("salary_coefficient", "3.33"),
        ("salary_from", "2022-09-01"),
        ("position_allowance", "0.2"),
        ("other_allowance", "không"),
        ("political_theory", "Sơ cấp"),
        ("party_official_date", "2016-02-03"),
        ("discharge_date", "2008-02"),
        ("highest_military_rank", "Hạ sĩ"),
    ],
)
def test_several_labels_on_a_line(key: str, value: str) -> None:
    assert read(FORM, page([*FIRST, SERVED])).fields[key].value == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("highest_title", "Nhà giáo ưu tú"),
        ("work_strength", "Giảng dạy"),
        ("awards", "Giấy khen năm 2020"),
        ("discipline", "Không"),
        ("height", "155"),
        ("weight", "48"),
        ("blood_type", "O"),
        ("policy_family", "Con thương binh"),
        ("id_number", "014188000123"),
        ("social_insurance_number", "0123456789"),
    ],
)
def test_hints_and_units_are_no_value(key: str, text: str) -> None:
    reading = read(FORM, page([*FIRST, SERVED]), page(SECOND, tables=[TRAINING]))
    assert reading.fields[key].text == text
    assert reading.fields[key].page == 2


def test_tables() -> None:
    first = page([*FIRST, "#0", SERVED], tables=[ORGANIZATIONS])
    reading = read(FORM, first, page(SECOND, tables=[TRAINING]), page(LAST, tables=[SALARIES]))
    joined = {"name": "Công đoàn cơ sở", "joined": "01/10/2011", "role": "Đoàn viên"}
    assert rows(reading, "organizations") == [joined]
    assert (reading.fields["organization_joined"].state, reading.fields["enlistment_date"].text) == (
        State.BLANK,
        "02/2006",
    )
    assert [row["major"] for row in rows(reading, "training")] == ["Giáo dục tiểu học"]
    assert rows(reading, "salary_history")[1] == {
        "month": "9/2014",
        "code": "V.07.03.29",
        "grade": "2",
        "coefficient": "2,67",
    }
    assert reading.fields["assessment"].text == "Hoàn thành tốt nhiệm vụ được giao"


def test_an_organization_table_whose_rules_are_unseen_is_no_value_of_item_17() -> None:
    unruled = [
        "Tên tổ chức   Ngày tham gia   Mô tả công việc trong tổ chức",
        "Công đoàn   01/10/2011   Đoàn viên",
    ]
    assert "organization_joined" not in values(FORM, *FIRST, *unruled, SERVED)


def test_a_line_typed_for_the_organizations_is_read() -> None:
    typed = [*FIRST[:-1], f"{FIRST[-1]} Đoàn TNCS Hồ Chí Minh, 26/03/2003", SERVED]
    assert values(FORM, *typed)["organization_joined"] == "Đoàn TNCS Hồ Chí Minh, 26/03/2003"


def test_the_form_is_known_by_mark_or_title_or_labels_and_its_repeated_mark_opens_no_further_one() -> None:
    first = page([*FIRST, "#0", SERVED], tables=[ORGANIZATIONS])
    stack = (first, page(SECOND, tables=[TRAINING]), page(LAST, tables=[SALARIES]))
    assert documents(*stack) == [(1, 3, FORM)]
    without_mark = page(FIRST[1:])
    without_both = page([text for text in FIRST[1:] if "SƠ YẾU" not in text])
    assert documents(without_mark, without_both) == [(1, 1, FORM), (2, 2, FORM)]


def test_sister_forms_are_not_taken_for_it() -> None:
    assert documents(page(CIVIL_SERVANT)) == [(1, 1, "2c-bnv-2008")]
    untitled = [text for text in CIVIL_SERVANT if "SƠ YẾU" not in text and "2c-BNV" not in text]
    assert documents(page(untitled)) == [(1, 1, "2c-bnv-2008")]
    supplement = [MARK.replace("HS02", "HS03"), "PHIẾU BỔ SUNG LÝ LỊCH VIÊN CHỨC", *PERSON]
    assert documents(page(supplement))[0][2] != FORM


def test_what_the_form_asks_for() -> None:
    form = load_forms()[FORM]
    assert len(form.fields) == 51
    assert {key: [column.key for column in table.columns] for key, table in form.tables.items()} == {
        "organizations": ["name", "joined", "role"],
        "training": ["school", "major", "period", "mode", "degree"],
        "career": ["period", "post"],
        "family": ["relation", "name", "birth_year", "detail"],
        "family_in_law": ["relation", "name", "birth_year", "detail"],
        "salary_history": ["month", "code", "grade", "coefficient"],
    }
    assert [key for key, table in form.tables.items() if table.transposed] == ["salary_history"]
