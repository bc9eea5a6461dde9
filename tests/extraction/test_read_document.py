"""Reading a document against its form, from recorded-like page readings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import FormReading, Period, State
from hrdigitize.extraction.documents import read_document
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from tests.extraction.printed import is_open, page

FORM = load_forms()["2c-bnv-2008"]

TOP = [
    "Mẫu 2c-BNV/2008",
    "Cơ quan, đơn vị có thẩm quyền quản lý CBCC UBND huyện Sao Mai",
    "Cơ quan, đơn vị sử dụng CBCC UBND xã Suối Trong",
    "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC",
    "1) Họ và tên khai sinh (viết chữ in hoa): LÒ THỊ ƯỚC",
    "2) Tên gọi khác:",
    "3) Sinh ngày: 07 tháng 03 năm 1992,        Giới tính: nữ",
    "4) Nơi sinh: xã Suối Trong - huyện Sao Mai - tỉnh Sơn La",
]


def read(*pages: PageReading) -> FormReading:
    return read_document(pages, FORM, 1, load_lists())


def texts(*lines: str) -> dict[str, str]:
    return {key: field.text for key, field in read(page(lines)).fields.items() if field.text}


def test_labels_values_and_title() -> None:
    found = texts(*TOP)
    assert found == {
        "managing_agency": "UBND huyện Sao Mai",
        "employing_agency": "UBND xã Suối Trong",
        "full_name": "LÒ THỊ ƯỚC",
        "birth_date": "07 tháng 03 năm 1992",
        "gender": "nữ",
        "birth_place": "xã Suối Trong - huyện Sao Mai - tỉnh Sơn La",
    }


def test_every_key_is_present_and_a_missing_label_is_a_doubt() -> None:
    reading = read(page(TOP))
    assert set(reading.fields) == set(FORM.fields)
    assert set(reading.tables) == set(FORM.tables)
    missing = reading.fields["blood_type"]
    assert (missing.state, missing.page, missing.accepted) == (State.BLANK, 0, False)
    assert missing.doubts[0].code == "doubt-label-not-found"


def test_a_value_with_ink_in_its_place_that_no_word_covers_is_doubted() -> None:
    sheet = page(TOP)
    box = read(sheet).fields["employing_agency"].box
    reading = read(replace(sheet, marks=(Box(box.x + 5, box.y + 2, 60, 30),))).fields["employing_agency"]
    assert reading.text == "UBND xã Suối Trong"
    assert "doubt-ink-beside" in [doubt.code for doubt in reading.doubts]


def test_values_are_typed_and_values_that_do_not_fit_are_doubted() -> None:
    reading = read(page([*TOP[:6], "3) Sinh ngày: 31/02/1990        Giới tính: Nữ"])).fields
    assert reading["gender"].value == "Nữ"
    assert (reading["birth_date"].text, reading["birth_date"].value) == ("31/02/1990", None)
    assert "doubt-wrong-type" in {doubt.code for doubt in reading["birth_date"].doubts}


def test_a_low_confidence_is_a_doubt_not_another_value() -> None:
    reading = read(page(TOP, confidence=0.6)).fields["full_name"]
    assert reading.text == "LÒ THỊ ƯỚC"
    assert not reading.accepted
    assert "doubt-low-confidence" in {doubt.code for doubt in reading.doubts}


@pytest.mark.parametrize(
    ("printed", "key", "value"),
    [
        (
            "8) Nơi đăng ký bộ khẩu thường trú: Thôn 4, Xã Ninh Sở",
            "permanent_residence",
            "Thôn 4, Xã Ninh Sở",
        ),
        ("18) Nơi ở hiện nay: số 7, xã Ea Yông", "current_residence", "số 7, xã Ea Yông"),
        ("Nơi ở hiện nay: số 7, xã Ea Yông", "current_residence", "số 7, xã Ea Yông"),
        ("9) Nơí ơ hiện nay : số 7", "current_residence", "số 7"),
        ("14) Ngạch công chức (viên chức): Cán sự        Mã ngạch: 01.004", "civil_service_rank", "Cán sự"),
        ("14) Ngạch công chức (viên chức): Cán sự        Mã ngạch: 01.004", "rank_code", "01.004"),
        (
            "15.3- Lý luận chính trị: Cao cấp      15.4-Quản lý nhà nước: Cán sự",
            "political_theory",
            "Cao cấp",
        ),
        ("15.3- Lý luận chính trị: Cao cấp      15.4-Quản lý nhà nước: Cán sự", "state_management", "Cán sự"),
        (
            "16) Ngày vào Đảng Cộng sản Việt Nam:02/02/2016, Ngày chính thức:",
            "party_joined_date",
            "02/02/2016",
        ),
        ("23) Tình trạng sức khỏe: tốt, Chiều cao: 1,7m, Cân nặng: 57 kg, Nhóm máu: O", "weight", "57"),
        ("21) Khen thưởng: Giấy khen năm 2021, 22) Kỷ luật: Không", "awards", "Giấy khen năm 2021"),
        ("21) Khen thưởng: Giấy khen năm 2021, 22) Kỷ luật: Không", "discipline", "Không"),
        ("26) Số sổ BHXH: 0124103185 ........", "social_insurance_number", "0124103185"),
    ],
)
def test_reprints_shared_lines_leaders_and_suffixes(printed: str, key: str, value: str) -> None:
    assert texts(*TOP, printed)[key] == value


def test_wrapped_value_is_joined_and_hints_are_cut() -> None:
    found = texts(
        *TOP,
        "11) Ngày tuyển dụng: 02/09/2016        Cơ quan tuyển dụng: UBND huyện Ứng",
        "Hòa",
        "15.2- Trình độ chuyên môn cao nhất: Thạc sĩ Công tác xã hội",
        "(TSKH, TS, ThS, cử nhân, kỹ sư, cao đẳng, trung cấp, sơ cấp, chuyên ngành)",
        "15.3- Lý luận chính trị: trung cấp        15.4-Quản lý nhà nước: Cán sự",
        "(Cao cấp, trung cấp, sơ cấp và tương đương) (chuyên viên cao cấp, chuyên viên chính,",
        "chuyên viên, cán sự,........)",
        "17) Ngày tham gia tổ chức chính trị - xã hội: 20-09-1996 (Đoàn TNCS Hồ Chí Minh)",
        "(Ngày tham gia tổ chức: Đoàn, Hội,... và làm việc gì trong tổ chức đó)",
    )
    assert found["recruiting_agency"] == "UBND huyện Ứng Hòa"
    assert found["highest_qualification"] == "Thạc sĩ Công tác xã hội"
    assert found["political_theory"] == "trung cấp"
    assert found["state_management"] == "Cán sự"
    assert found["organization_joined"] == "20-09-1996 (Đoàn TNCS Hồ Chí Minh)"


def test_photo_box_and_page_number_are_no_value() -> None:
    found = texts(
        *TOP[:4],
        "1) Họ và tên khai sinh (viết chữ in hoa): LÒ THỊ ƯỚC",
        "Ảnhmàu 2) Tên gọi khác: Liễu",
        "(4x6cm) 3) Sinh ngày: 15-01-1981",
        "20) Sở trường công tác: Soạn thảo văn bản",
        "1",
    )
    assert found["other_names"] == "Liễu"
    assert found["full_name"] == "LÒ THỊ ƯỚC"
    assert found["work_strength"] == "Soạn thảo văn bản"


def test_a_finding_takes_acceptance_away() -> None:
    sheet = page([*TOP, "16) Ngày vào Đảng Cộng sản Việt Nam: 02/02/2016, Ngày chính thức: 01/02/2015"])
    reading = read(sheet)
    assert reading.findings
    assert not reading.fields["party_official_date"].accepted
    assert "doubt-finding" in {doubt.code for doubt in reading.fields["party_official_date"].doubts}


def test_box_is_on_the_kept_page_and_the_page_counts_in_the_stack() -> None:
    sheet = page(TOP)
    reading = read_document([sheet], FORM, 5, load_lists())
    name = reading.fields["full_name"]
    assert (reading.first_page, reading.last_page, name.page) == (5, 5, 5)
    words = [w.box for w in sheet.lines[4].words if w.text in {"LÒ", "THỊ", "ƯỚC"}]
    assert name.box.x <= words[0].x
    assert name.box.right >= words[-1].right


TRAINING = [
    [
        "Tên trường",
        "Chuyên ngành đào tạo, bồi dưỡng",
        "Từ tháng, năm - đến tháng, năm",
        "Hình thức đào tạo",
        "Văn bằng, chứng chỉ, trình độ gì",
    ],
    ["Trường Đại học Mở", "Luật", "9/1988 đến 6/1992", "Chính quy", "Cử nhân"],
    ["", "", "", "", ""],
]


def test_table_rows_by_header_without_empty_rows() -> None:
    sheet = page(
        [
            *TOP,
            "27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học",
            "#0",
        ],
        tables=[TRAINING],
    )
    rows = read(sheet).tables["training"]
    assert len(rows) == 1
    assert {key: cell.text for key, cell in rows[0].items()} == {
        "school": "Trường Đại học Mở",
        "major": "Luật",
        "period": "9/1988 đến 6/1992",
        "mode": "Chính quy",
        "degree": "Cử nhân",
    }
    assert rows[0]["period"].value == Period("1988-09", "1992-06")


FAMILY_HEAD = [
    "Mối quan hệ",
    "Họ và tên",
    "Năm sinh",
    "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác",
]


def test_rows_go_on_over_a_page_break_and_both_families_are_told_apart() -> None:
    first = page(
        [
            *TOP,
            "30) Quan hệ gia đình",
            "a) Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột",
            "#0",
        ],
        tables=[[FAMILY_HEAD, ["Bố đẻ", "Lò Văn Sơn", "1968", "Làm ruộng, xã Suối"]]],
    )
    second = page(
        ["#0", "b) Về bên vợ (hoặc chồng): Cha, Mẹ, anh chị em ruột", "#1"],
        tables=[
            [["", "", "", "Trong"], ["Mẹ đẻ", "Hà Thị Nhung", "1967", "Giáo viên"]],
            [FAMILY_HEAD, ["Bố vợ", "Quàng Văn Thịnh", "1966", "Y tá"]],
        ],
    )
    tables = read(first, second).tables
    assert [row["name"].text for row in tables["family"]] == ["Lò Văn Sơn", "Hà Thị Nhung"]
    assert tables["family"][0]["detail"].text == "Làm ruộng, xã Suối Trong"
    assert [row["name"].text for row in tables["family_in_law"]] == ["Quàng Văn Thịnh"]
    assert tables["family"][1]["name"].page == 2


def test_transposed_table_with_a_row_cut_by_the_page_and_a_second_group() -> None:
    label = "31) Diễn biến quá trình lương của cán bộ, công chức"
    first = page(
        [*TOP, label, "#0"],
        tables=[[["Tháng/năm", "2/2004", "8/2007"], ["Mã", "02.007/2", "02.007/3"]]],
    )
    second = page(
        ["#0"],
        tables=[
            [
                ["ngạch/bậc", "", ""],
                ["Hệ số lương", "2,67", "3,00"],
                ["Tháng/năm", "10/2010", ""],
                ["Mã ngạch/bậc", "02.007/4", ""],
                ["Hệ số lương", "3,33", ""],
            ]
        ],
    )
    rows = read(first, second).tables["salary_history"]
    assert [(r["month"].text, r["code"].text, r["coefficient"].value) for r in rows] == [
        ("2/2004", "02.007/2", "2.67"),
        ("8/2007", "02.007/3", "3.00"),
        ("10/2010", "02.007/4", "3.33"),
    ]


def test_without_a_form_nothing_is_invented() -> None:
    reading = read_document([page(["Kính gửi: Ủy ban nhân dân"])], None, 3, load_lists())
    assert (reading.form, reading.fields, reading.tables, reading.findings) == (None, {}, {}, ())


def test_a_row_without_its_date_at_the_top_of_a_page_goes_on_from_the_last_one_and_is_doubted() -> None:
    label = "27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học"
    first = page([*TOP, label, "#0"], tables=[[*TRAINING[:1], ["Trường Đại học", *TRAINING[1][1:]]]])
    second = page(["#0"], tables=[[["Quy Nhơn", "", "", "", ""], TRAINING[1]]])
    rows = read(first, second).tables["training"]
    assert [row["school"].text for row in rows] == ["Trường Đại học Quy Nhơn", "Trường Đại học Mở"]
    assert not rows[0]["school"].accepted
    assert is_open(rows[1]["school"])


def test_a_row_with_half_a_date_at_the_top_of_a_page_goes_on_from_the_last_one() -> None:
    label = "27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học"
    upper = ["Trường Đại học", "Quốc phòng - an", "Từ 2-2012 đến", "Bồi dưỡng", "Chứng nhận"]
    first = page([*TOP, label, "#0"], tables=[[TRAINING[0], upper]])
    second = page(["#0"], tables=[[["Vinh", "ninh", "8-2012", "", ""], TRAINING[1]]])
    cut, whole = read(first, second).tables["training"]
    assert cut["school"].text == "Trường Đại học Vinh"
    assert cut["period"].text == "Từ 2-2012 đến 8-2012"
    assert not cut["school"].accepted
    assert whole["school"].text == "Trường Đại học Mở"


def test_a_row_at_the_top_of_a_page_that_lacks_a_cell_is_doubted_with_the_one_before() -> None:
    label = "27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học"
    first = page([*TOP, label, "#0"], tables=[[TRAINING[0], TRAINING[1], TRAINING[1]]])
    second = page(["#0"], tables=[[[*TRAINING[1][:4], ""], TRAINING[1]]])
    rows = read(first, second).tables["training"]
    sure = [any(cell.accepted for cell in row.values()) for row in rows]
    assert sure == [True, False, False, True]


def test_a_repeated_header_after_a_page_break_goes_on_with_the_same_table() -> None:
    label = "27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học"
    first = page([*TOP, label, "#0"], tables=[TRAINING[:2]])
    second = page(["#0", "Ghi chú: Hình thức đào tạo: Chính quy, tại chức"], tables=[TRAINING[:2]])
    assert len(read(first, second).tables["training"]) == 2


def test_a_value_before_the_rule_of_a_box_is_no_item_number() -> None:
    found = texts(*TOP, "Bậc lương: 6 | Hệ số lương: 3,99 | Ngày hưởng: 08-2021")
    assert (found["salary_coefficient"], found["salary_from"]) == ("3,99", "08-2021")
    assert found["salary_grade"].startswith("6")


def test_a_value_in_words_of_its_hint_before_an_item_number_stays() -> None:
    found = texts(*TOP, "17) Lý luận chính trị: Cao cấp. 18) Quản lý nhà nước: Cán sự")
    assert (found["political_theory"], found["state_management"]) == ("Cao cấp", "Cán sự")


def test_a_figure_taken_for_an_item_number_leaves_no_accepted_blank() -> None:
    numbered = ["3. Sinh ngày: 1992", "4. Nơi sinh: xã A", "5. Quê quán: xã B", "6. Dân tộc: Kinh"]
    health = "23. Sức khỏe: Tốt. Chiều cao: 154. Cân nặng: 47. Nhóm máu: A"
    reading = read(page([*TOP[:5], *numbered, health])).fields["weight"]
    assert reading.text == "47" or not reading.accepted


def test_a_value_before_a_loose_dash_is_no_item_number() -> None:
    found = texts(*TOP, "23) Sức khỏe: Tốt - Chiều cao: 1m60 - Cân nặng: 60 - Nhóm máu: B")
    assert found["weight"].startswith("60")


def test_an_item_number_whose_figure_is_read_as_a_letter_is_left_out() -> None:
    found = texts(*TOP[:-1], "5) Quê quán: xã Ngũ Lạc, tỉnh Trà Vinh ó)", "Dân tộc: Kinh")
    assert found["native_place"] == "xã Ngũ Lạc, tỉnh Trà Vinh"


@pytest.mark.parametrize("line_end", ["26/", "26)", "26-"])
def test_an_item_number_at_the_end_of_a_line_belongs_to_the_next_label(line_end: str) -> None:
    found = texts(*TOP, f"21) Khen thưởng: Giấy khen năm 2021 {line_end}", "Kỷ luật: Không")
    assert (found["awards"], found["discipline"]) == ("Giấy khen năm 2021", "Không")


def test_a_place_with_nothing_but_its_printed_sub_labels_is_blank() -> None:
    reading = read(page([*TOP, "5) Quê quán: Xã …, Huyện …, Tỉnh …"])).fields["native_place"]
    assert (reading.state, reading.text) == (State.BLANK, "")


def test_the_signing_line_is_no_assessment() -> None:
    found = texts(
        *TOP,
        "32) Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức",
        "Hoàn thành tốt nhiệm vụ",
        "Sơn La, ngày 07 tháng 08 năm 2024",
        "Người khai        Thủ trưởng cơ quan, đơn vị quản lý",
    )
    assert found["assessment"] == "Hoàn thành tốt nhiệm vụ"


def test_a_mended_slash_stays_a_doubt() -> None:
    reading = read(page([*TOP, "25) Số chứng minh nhân dân: 001192837546        Ngày cấp: 8I11I2016"]))
    issued = reading.fields["id_issue_date"]
    assert (issued.text, issued.value, issued.raw) == ("8/11/2016", "2016-11-08", ": 8I11I2016")
    assert "doubt-sign-mended" in {doubt.code for doubt in issued.doubts}


@pytest.mark.parametrize("sign", [".", "/", "I", ")", "-", ""])
def test_item_numbers_are_no_value_however_they_are_closed(sign: str) -> None:
    found = texts(
        *TOP[:4],
        f"1{sign} Họ và tên khai sinh: LÒ THỊ ƯỚC",
        f"2{sign} Tên gọi khác: Páo",
        f"3{sign} Sinh ngày: 07/03/1992",
        f"4{sign} Nơi sinh: xã Suối Trong",
        f"5{sign} Quê quán: xã Suối Trong",
        f"6{sign} Dân tộc: Thái        7{sign} Tôn giáo: không",
    )
    assert found["full_name"] == "LÒ THỊ ƯỚC"
    assert found["other_names"] == "Páo"
    assert found["native_place"] == "xã Suối Trong"
    assert found["religion"] == "không"
    assert found["ethnicity"] == "Thái"


def test_a_decimal_that_ends_in_a_leader_dot_is_no_item_number() -> None:
    found = texts(
        *TOP[:4],
        "1. Họ và tên khai sinh: LÒ THỊ ƯỚC",
        "2. Tên gọi khác: Páo",
        "4. Nơi sinh: xã Suối Trong",
        "5. Quê quán: xã Suối Trong",
        "Hệ số: 4,98.        Ngày hưởng: 2022",
    )
    assert found["salary_coefficient"] == "4,98"


def test_a_number_that_is_the_value_stays() -> None:
    found = texts(*TOP, "14) Bậc lương: 8        Hệ số: 4,65        Ngày hưởng: 2022")
    assert (found["salary_grade"], found["salary_coefficient"], found["salary_from"]) == ("8", "4,65", "2022")


def test_decimals_with_a_point_before_another_label_stay() -> None:
    found = texts(*TOP, "Hệ số: 3.99, Ngày hưởng: 2022", "Phụ cấp chức vụ: 0.25, Phụ cấp khác: không")
    assert (found["salary_coefficient"], found["position_allowance"]) == ("3.99", "0.25")


def test_marks_of_a_phrase_are_proposed_with_a_doubt_and_the_raw_text_beside() -> None:
    reading = read(page([*TOP, "12) Chức vụ (chức danh) hiện tại: Công chúc Tư pháp"])).fields[
        "current_position"
    ]
    assert (reading.text, reading.raw) == ("Công chức Tư pháp", ": Công chúc Tư pháp")
    assert not reading.accepted
    assert [(doubt.code, doubt.at) for doubt in reading.doubts] == [("doubt-marks-mended", (7,))]


def test_a_form_typed_over_its_leaders_loses_their_dots_everywhere() -> None:
    found = texts(
        *TOP[:4],
        "1) Họ và tên khai sinh: LÒ.THỊ.ƯỚC",
        "4) Nơi sinh: Xã.Suối.Trong.., Huyện.Sao.Mai",
        "5) Quê quán: Xã. Suối. Trong,. Huyện. Sao.Mai",
        "7) Tôn giáo: Phật. giáo",
        "10) Nghề nghiệp khi được tuyển dụng: kế. toán. viên",
        "14) Ngạch công chức (viên chức): Cán sự        Mã ngạch: 01.004",
    )
    assert found["full_name"] == "LÒ THỊ ƯỚC"
    assert found["birth_place"] == "Xã Suối Trong, Huyện Sao Mai"
    assert found["native_place"] == "Xã Suối Trong, Huyện Sao Mai"
    assert found["religion"] == "Phật giáo"
    assert found["rank_code"] == "01.004"


def test_a_letter_left_out_as_a_speck_leaves_a_doubt() -> None:
    sheet = page([*TOP, "23) Tình trạng sức khỏe: Loại I"])
    line = sheet.lines[-1]
    unsure = replace(line, words=(*line.words[:-1], replace(line.words[-1], confidence=0.1, confirmed=0.1)))
    health = read(replace(sheet, lines=(*sheet.lines[:-1], unsure))).fields["health"]
    assert (health.text, health.raw) == ("Loại", ": Loại I")
    assert not health.accepted
