"""What a value must not take from the printed label behind it or from the hint before it."""

from __future__ import annotations

import pytest

from tests.extraction.forms.read_forms import read
from tests.extraction.printed import page


def _text(form: str, key: str, *lines: str) -> str:
    return read(form, page(lines)).fields[key].text


def test_the_number_of_the_next_item_with_a_comma_for_its_sign() -> None:
    lines = ("4. Ngày, tháng, năm sinh: 18 tháng 05 năm 1973, 5, Nơi sinh: xã Suối Trong",)
    assert _text("2c-tctw-98", "birth_date", *lines) == "18 tháng 05 năm 1973"
    assert _text("2c-tctw-98", "birth_place", *lines) == "xã Suối Trong"


def test_all_words_of_the_next_label_behind_a_comma_with_a_speck() -> None:
    lines = ("11) Ngày tuyển dụng: 5.12.2010 ,„ Cơ quan, đơn vị tuyển dụng: UBND xã Suối Trong",)
    assert _text("hs02-vc-bnv", "recruitment_date", *lines) == "5.12.2010"
    assert _text("hs02-vc-bnv", "recruiting_agency", *lines) == "UBND xã Suối Trong"


def test_a_number_in_two_parts_whose_point_was_lost() -> None:
    lines = (
        "11. Ngày được tuyển dụng: 5.12.2010",
        "Cơ quan, đơn vị tuyển dụng: UBND xã Suối Trong",
        "12 1- Chức vụ (chức danh) công tác hiện tại: Kế toán",
    )
    assert _text("hs02-vc-bnv", "recruiting_agency", *lines) == "UBND xã Suối Trong"


def test_a_figure_for_the_bracket_that_closes_a_hint() -> None:
    lines = (
        "e) Bản thân có làm việc trong chế độ cũ (ngày, tháng, năm; chức vụ; nơi",
        "làm việc. 9",
        "Từ tháng 3 năm 1973 làm thư ký",
    )
    assert _text("2-hsdv", "history_old_regime", *lines) == "Từ tháng 3 năm 1973 làm thư ký"


NUMBERED = (
    "3. Sinh ngày: 1992",
    "4. Nơi sinh: xã Suối Trong",
    "5. Quê quán: xã Suối Trong",
    "6. Dân tộc: Kinh",
)


def test_a_figure_that_is_no_next_number_is_the_value() -> None:
    lines = (
        *NUMBERED,
        "14. Chức danh nghề nghiệp viên chức: Văn thư viên",
        "Bậc lương: bậc 4. Hệ số: 3,33. Ngày hưởng: 01/2010",
        "15.1. Trình độ giáo dục phổ thông: 12/12",
        "23. Tình trạng sức khỏe: tốt. Chiều cao: 154. Cân nặng: 47. Nhóm máu: A",
        "24. Là thương binh hạng: Không",
    )
    assert _text("hs02-vc-bnv", "salary_grade", *lines) == "bậc 4"
    assert _text("hs02-vc-bnv", "weight", *lines) == "47"


def test_a_figure_on_the_next_line_that_is_no_next_number_goes_on_with_the_value() -> None:
    lines = (
        *NUMBERED,
        "12. Chức danh (chức vụ) công tác hiện tại: Hiệu trưởng Trường Tiểu học số",
        "2",
        "Chức danh (chức vụ) kiêm nhiệm: Không",
        "13. Công việc chính được giao: Quản lý",
    )
    assert _text("hs02-vc-bnv", "current_position", *lines) == "Hiệu trưởng Trường Tiểu học số 2"


def test_a_misread_number_behind_a_full_stop_is_a_number_still() -> None:
    lines = (
        *NUMBERED[:3],
        "6. Dân tộc: Kinh. 1. Tôn giáo: không",
        "8. Nơi đăng ký thường trú: xã Suối Trong",
    )
    assert _text("hs02-vc-bnv", "ethnicity", *lines) == "Kinh"


def test_numbers_that_begin_anew_are_item_numbers() -> None:
    lines = (*NUMBERED, "1. Trình độ giáo dục phổ thông: 12/12 2. Trình độ chuyên môn cao nhất: Cử nhân")
    assert _text("hs02-vc-bnv", "general_education", *lines) == "12/12"


def test_a_speck_like_a_dash_before_the_next_number_goes_with_it() -> None:
    lines = ("Phụ cấp chức vụ: Không có. -4) Sinh ngày: 21/5/1976",)
    assert _text("2c-tctw-98", "position_allowance", *lines) == "Không có"


def test_a_page_number_under_a_streak_at_the_edge_is_no_value() -> None:
    first = page([*NUMBERED, "23. Tình trạng sức khỏe: tốt. Chiều cao: 154. Cân nặng: 47."])
    second = page(["|", "2", "24. Là thương binh hạng: Không"])
    assert read("hs02-vc-bnv", first, second).fields["weight"].text == "47"


def test_a_label_ends_at_its_colon_though_the_value_goes_on_like_another_wording() -> None:
    for label in ("Tỉnh", "Bộ, Tỉnh"):
        line = f"{label}: thành phố Hà Nội; Đơn vị trực thuộc: UBND huyện Thanh Trì"
        assert _text("2c-tctw-98", "managing_agency", line) == "thành phố Hà Nội"
    line = "Tỉnh, thành phố: Hà Nội; Đơn vị trực thuộc: UBND huyện Thanh Trì"
    assert _text("2c-tctw-98", "managing_agency", line) == "Hà Nội"


def test_the_end_of_a_label_said_twice_is_no_value() -> None:
    lines = (*NUMBERED, "15.2- Trình độ chuyên môn cao nhất: nhất: Kỹ sư xây dựng")
    assert _text("hs02-vc-bnv", "highest_qualification", *lines) == "Kỹ sư xây dựng"
    lines = (*NUMBERED, "20) Sở trường công tác: Nghề: mộc")
    assert _text("hs02-vc-bnv", "work_strength", *lines) == "Nghề: mộc"


def test_a_short_label_with_a_letter_misread_is_known_between_its_number_and_its_colon() -> None:
    lines = (*NUMBERED, "15.6- Ngoại ngữ: Đại học Tiếng Anh", "15.7- Tìm hợc: B")
    assert _text("hs02-vc-bnv", "foreign_language", *lines) == "Đại học Tiếng Anh"
    assert _text("hs02-vc-bnv", "informatics", *lines) == "B"
    lines = (*NUMBERED, "15.6- Ngoại ngữ: Đại học Tiếng Anh", "Tìm hợc: B")
    assert _text("hs02-vc-bnv", "informatics", *lines) == ""


def test_the_number_in_the_next_box_is_no_value() -> None:
    lines = (*NUMBERED, "19.1. Danh hiệu được phong tặng cao nhất: Không |20. Sở trường công tác: Dạy học")
    assert _text("hs02-vc-bnv", "highest_title", *lines) == "Không"
    line = "1) Họ và tên khai sinh: KIỀU TĨNH |2) Tên gọi khác: Không"
    assert _text("hs02-vc-bnv", "full_name", line) == "KIỀU TĨNH"


@pytest.mark.parametrize(("number", "is_value"), [("3. ", False), ("9. ", True), ("16. ", False)])
def test_a_number_that_counts_on_is_the_next_items_and_any_other_may_be_a_value(
    number: str, is_value: bool
) -> None:
    lines = (
        "1. Họ và tên khai sinh: LÒ THỊ ƯỚC",
        f"2. Các tên gọi khác: {number}Ngày, tháng, năm sinh: 15/4/1972",
        "17. Quê quán: xã Suối Trong",
        "18. Dân tộc: Thái",
    )
    found = read("syll-tt06-2023", page(lines)).fields["other_names"]
    assert found.text == ""
    assert ("doubt-no-text-but-ink" in [doubt.code for doubt in found.doubts]) == is_value


def test_a_bracket_that_was_read_as_a_figure_belongs_to_the_next_number() -> None:
    lines = (
        "12) Nghề nghiệp khi được tuyển dụng: Thợ mộc",
        "131 Ngày tuyển dụng: 5/2001",
        "14) Chức vụ hiện tại:",
    )
    assert _text("2c-bnv-2008", "occupation_before_recruitment", *lines) == "Thợ mộc"


def test_a_hint_whose_words_are_most_of_a_wording_is_no_label() -> None:
    lines = (
        "22. Khen thưởng:",
        "23. Kỷ luật: không",
        "(Đảng, Chính quyền, Đoàn thể, Cấp quyết định, năm nào, lý do, hình thức, …)",
    )
    assert _text("2c-tctw-98", "discipline", *lines) == "không"
    assert _text("2c-tctw-98", "awards", *lines) == ""


def test_the_frame_for_the_photograph_is_no_value() -> None:
    found = read("2c-tctw-98", page(["Kiêm chức trong Đảng: Ảnh"])).fields
    assert not any(reading.text == "Ảnh" and reading.accepted for reading in found.values())
