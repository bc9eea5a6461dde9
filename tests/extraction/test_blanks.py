"""A blank is a blank only where nothing but the form's own print stands in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import FormReading, State
from hrdigitize.extraction.documents import read_document
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from tests.extraction.printed import page

FORM = load_forms()["2c-bnv-2008"]

TOP = [
    "Mẫu 2c-BNV/2008",
    "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC",
    "1) Họ và tên khai sinh (viết chữ in hoa): LÒ THỊ ƯỚC",
    "2) Tên gọi khác:",
    "3) Sinh ngày: 07 tháng 03 năm 1992,        Giới tính: nữ",
    "4) Nơi sinh: xã Suối Trong - huyện Sao Mai - tỉnh Sơn La",
]


def read(*pages: PageReading) -> FormReading:
    return read_document(pages, FORM, 1, load_lists())


def test_blank_is_blank_and_accepted() -> None:
    reading = read(page(TOP)).fields["other_names"]
    assert (reading.state, reading.text, reading.value, reading.accepted) == (State.BLANK, "", None, True)


def test_ink_without_text_is_no_accepted_blank() -> None:
    sheet = page(TOP)
    place = read(sheet).fields["other_names"].box
    marked = replace(sheet, marks=(Box(place.x + 5, place.y + 2, 60, 30),))
    reading = read(marked).fields["other_names"]
    assert not reading.accepted
    assert [doubt.code for doubt in reading.doubts] == ["doubt-no-text-but-ink"]


@pytest.mark.parametrize("printed", ["/ /", "1 1", "II", "/"])
def test_the_slashes_of_a_blank_date_are_a_blank_however_they_are_read(printed: str) -> None:
    line = f"18) Ngày nhập ngũ: {printed}        Ngày xuất ngũ: 01/1991"
    enlisted = read(page([*TOP, line])).fields["enlistment_date"]
    assert (enlisted.state, enlisted.value, enlisted.accepted) == (State.BLANK, None, True)


@pytest.mark.parametrize("printed", ["J1", "IMN", "8", "/ 9 /", "III"])
def test_what_may_be_more_than_slashes_is_a_doubtful_blank(printed: str) -> None:
    line = f"18) Ngày nhập ngũ: {printed}        Ngày xuất ngũ: 01/1991"
    assert not read(page([*TOP, line])).fields["enlistment_date"].accepted


def test_slashes_in_which_one_reader_saw_a_figure_are_doubtful() -> None:
    sheet = page([*TOP, "18) Ngày nhập ngũ: / /        Ngày xuất ngũ: 01/1991"])
    seen = [
        replace(
            line,
            words=tuple(replace(w, agreed=False, other="6/") if w.text == "/" else w for w in line.words),
        )
        for line in sheet.lines
    ]
    assert not read(replace(sheet, lines=tuple(seen))).fields["enlistment_date"].accepted


def test_ink_on_a_line_that_nobody_read_makes_a_blank_doubtful() -> None:
    sheet = page([*TOP, "9) Nghề nghiệp khi được tuyển dụng:", "", "18) Ngày nhập ngũ: 01/1988"])
    blank = read(sheet).fields["occupation_before_recruitment"]
    assert (blank.state, blank.accepted) == (State.BLANK, True)
    label = sheet.lines[-2].box
    between = Box(label.x, label.bottom + 8, 130, 45)
    inked = read(replace(sheet, marks=(between,))).fields["occupation_before_recruitment"]
    assert [doubt.code for doubt in inked.doubts] == ["doubt-no-text-but-ink"]
