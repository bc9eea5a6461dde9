"""Rows of a table that are not surely rows: nothing of them stands without a person, blanks included."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.geometry import Box
from tests.extraction.forms.read_forms import read
from tests.extraction.printed import page

FORM = "2c-bnv-2008"
TITLE = "27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học"
HEAD = ["Tên trường", "Chuyên ngành đào tạo", "Từ tháng, năm", "Hình thức đào tạo", "Văn bằng"]
ROW = ["Trường Đại học Mở", "Luật", "9/1988 - 6/1992", "Chính quy", "Cử nhân"]


def test_blanks_of_a_row_whose_text_is_unsure_are_unsure_too() -> None:
    sheet = page([TITLE, "#0"], tables=[[HEAD, ROW, ["Trường Zà", "", "", "", ""]]])
    lines = tuple(
        replace(line, words=tuple(replace(word, agreed=False, other="Zã") for word in line.words))
        if "Zà" in line.text
        else line
        for line in sheet.lines
    )
    sure, unsure = read(FORM, replace(sheet, lines=lines)).tables["training"]
    assert all(doubt.code != "doubt-row-unsure" for cell in sure.values() for doubt in cell.doubts)
    assert [doubt.code for doubt in unsure["major"].doubts] == ["doubt-row-unsure"]


def test_rows_from_the_first_one_with_a_label_on_are_not_sure() -> None:
    strayed = ["Sở trường công tác", "Luật", "", "Chính quy", "Cử nhân"]
    sheet = page([TITLE, "#0"], tables=[[HEAD, ROW, strayed, ROW]])
    first, *others = read(FORM, sheet).tables["training"]
    assert any(cell.accepted for cell in first.values())
    assert len(others) == 2
    assert not any(cell.accepted for row in others for cell in row.values())


def test_a_major_that_is_called_as_a_label_is_one() -> None:
    theory = ["Trường Chính trị tỉnh", "Lý luận chính trị", "2004 - 2005", "Tập trung", "Trung cấp"]
    (row, _) = read(FORM, page([TITLE, "#0"], tables=[[HEAD, theory, ROW]])).tables["training"]
    assert row["major"].text == "Lý luận chính trị"
    codes = {doubt.code for cell in row.values() for doubt in cell.doubts}
    assert not codes & {"doubt-printed-wording", "doubt-row-unsure"}


def test_a_cell_alone_in_a_wide_table_is_no_sure_row() -> None:
    alone = ["vực III", "", "", "", ""]
    whole, lone = read(FORM, page([TITLE, "#0"], tables=[[HEAD, ROW, alone]])).tables["training"]
    assert any(cell.accepted for cell in whole.values())
    assert not any(cell.accepted for cell in lone.values())


def test_ink_in_a_cell_that_nobody_read_makes_its_text_doubtful() -> None:
    sheet = page([TITLE, "#0"], tables=[[HEAD, ROW]])
    place = sheet.grids[0].cells[5].box
    below = Box(place.x + 4, place.bottom - 22, 60, 20)
    (row,) = read(FORM, replace(sheet, marks=(below,))).tables["training"]
    assert [doubt.code for doubt in row["school"].doubts] == ["doubt-ink-beside"]
    assert row["major"].accepted
