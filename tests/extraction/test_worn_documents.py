"""Reading documents whose labels, signs and single letters are worn, or lie under a stamp."""

from __future__ import annotations

from dataclasses import replace

from tests.extraction.printed import page
from tests.extraction.test_read_document import TOP, read, texts


def test_a_number_that_lost_its_closing_sign_is_taken_off_with_a_doubt() -> None:
    reading = read(page([*TOP, "6. Dân tộc: Thái 7        Tôn giáo: không"])).fields["ethnicity"]
    assert (reading.text, reading.raw, reading.accepted) == ("Thái", ": Thái 7", False)
    assert "doubt-marks-mended" in {doubt.code for doubt in reading.doubts}


def test_a_single_letter_is_a_value_and_a_single_stroke_is_none() -> None:
    health = "23) Tình trạng sức khoẻ: Tốt, Chiều cao: 1,60 m, Cân nặng: 50 kg, Nhóm máu:"
    assert texts(*TOP, health, "B", "24) Là thương binh hạng: 4/4")["blood_type"] == "B"
    assert "blood_type" not in texts(*TOP, health, "|", "24) Là thương binh hạng: 4/4")


def test_a_letter_alone_stays_however_unsure() -> None:
    sheet = page([*TOP, "15.6- Tin học: A        16) Ngày vào Đảng Cộng sản Việt Nam: 03/02/2010"])
    (last,) = (line for line in sheet.lines if line.text.startswith("15.6"))
    unsure = replace(
        last,
        words=tuple(replace(w, confidence=0.2, confirmed=0.2) if w.text == "A" else w for w in last.words),
    )
    found = read(replace(sheet, lines=(*sheet.lines[:-1], unsure))).fields["informatics"]
    assert (found.text, found.accepted) == ("A", False)


def test_a_line_of_rubbish_below_a_value_is_left_out_and_doubted() -> None:
    sheet = page(
        [
            *TOP,
            "32) Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức",
            "Hoàn thành tốt nhiệm vụ",
            "iWdy +4 diểng",
            "Người khai        Thủ trưởng cơ quan, đơn vị quản lý",
        ]
    )
    stamped = tuple(
        replace(line, words=tuple(replace(word, confidence=0.1, confirmed=0.1) for word in line.words))
        if line.text.startswith("iWdy")
        else line
        for line in sheet.lines
    )
    found = read(replace(sheet, lines=stamped)).fields["assessment"]
    assert (found.text, found.accepted) == ("Hoàn thành tốt nhiệm vụ", False)
    assert "iWdy" in found.raw


def test_the_longer_wording_of_a_label_wins_where_its_tail_is_worn() -> None:
    found = texts(
        *TOP,
        "32) Nhận xét, đánh giá của cơ quan, đơn vị",
        "quản lý và Sửđụng cán/6ô, công chức",
        "Hoàn thành tốt nhiệm vụ",
        "Người khai        Thủ trưởng cơ quan, đơn vị quản lý",
    )
    assert found["assessment"] == "Hoàn thành tốt nhiệm vụ"


def test_a_label_that_lost_its_first_letter_is_found() -> None:
    found = texts(*TOP, "5) uê quán: xã Suối Trong")
    assert found["native_place"] == "xã Suối Trong"


def test_decimals_follow_the_hand_of_the_document() -> None:
    rows = [
        ["Tháng/năm", "1/2010", "1/2013"],
        ["Mã ngạch/bậc", "01.003/1", "01.003/2"],
        ["Hệ số lương", "2,34", "2.67"],
    ]
    found = read(page([*TOP, "Hệ số: 3,00", "31) Diễn biến quá trình lương", "#0"], tables=[rows]))
    cells = [row["coefficient"] for row in found.tables["salary_history"]]
    assert [(cell.text, cell.value) for cell in cells] == [("2,34", "2.34"), ("2,67", "2.67")]
    assert cells[1].doubts


def test_a_syllable_that_resembles_a_piece_of_a_note_is_a_value() -> None:
    found = texts(*TOP[:4], "1) Họ và tên khai sinh: LÒ THỊ KIỀU", "OANH", "2) Tên gọi khác: Páo")
    assert found["full_name"] == "LÒ THỊ KIỀU OANH"
    assert "Ảnh" not in texts(*TOP[:5], "Ảnh màu", "(4 x 6 cm)", *TOP[5:]).get("full_name", "")


def test_a_word_that_the_other_look_read_better_is_taken_where_the_type_asks_for_it() -> None:
    sheet = page([*TOP, "25) Số chứng minh nhân dân: 001192837546        Ngày cấp: 8/1I/20I6x"])
    words = sheet.lines[-1].words
    better = replace(
        sheet.lines[-1], words=(*words[:-1], replace(words[-1], other="8/11/2016", confidence=0.5))
    )
    issued = read(replace(sheet, lines=(*sheet.lines[:-1], better))).fields["id_issue_date"]
    assert (issued.text, issued.value, issued.accepted) == ("8/11/2016", "2016-11-08", False)
    assert "doubt-looks-differ" in {doubt.code for doubt in issued.doubts}
    assert issued.raw == ": 8/1I/20I6x"


def test_the_words_in_the_place_for_the_photo_are_no_value_but_a_name_like_them_is() -> None:
    found = texts(*TOP[:4], "1) Họ và tên khai sinh: LÒ THỊ KIỀU", "Ảnh", "4 x 6", "2) Tên gọi khác: Páo")
    assert found["full_name"] == "LÒ THỊ KIỀU"
    named = texts(*TOP[:4], "1) Họ và tên khai sinh: LÒ THỊ KIỀU", "Anh", "2) Tên gọi khác: Páo")
    assert named["full_name"] == "LÒ THỊ KIỀU Anh"
