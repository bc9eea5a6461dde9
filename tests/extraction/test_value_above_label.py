"""A value that stands above its label (the number of the cadre on 2C/TCTW-98)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import FieldReading, State
from tests.extraction.forms.read_forms import read
from tests.extraction.printed import line, page

FORM = "2c-tctw-98"
RIGHT = 1700
LABEL = "Số hiệu cán bộ, công chức"
ITEMS = ["1) Họ và tên khai sinh: LÒ THỊ ƯỚC        Nam, nữ: Nữ", "2) Các tên gọi khác: Không"]


def _head(*, number: str, unit: str = "UBND xã Suối Trong", label: str = LABEL) -> PageReading:
    """The head with the number and its label at the right edge, the number in the line of the unit."""
    sheet = page(["", "", "", *ITEMS])
    left = [line("Tỉnh: Sơn La", 200), line("Đơn vị trực thuộc: UBND huyện Sao Mai", 260)]
    unit_line = line(f"Đơn vị cơ sở: {unit}".strip(), 320)
    words = (*unit_line.words, *line(number, 320, left=RIGHT + 80).words) if number else unit_line.words
    spread = replace(unit_line, words=words)
    return replace(sheet, lines=(*left, spread, line(label, 370, left=RIGHT), *sheet.lines))


def _number(sheet: PageReading) -> FieldReading:
    return read(FORM, sheet).fields["personnel_number"]


def test_the_value_above_its_label_and_not_in_the_value_before_it() -> None:
    fields = read(FORM, _head(number="CB-7038")).fields
    assert (fields["personnel_number"].text, fields["personnel_number"].accepted) == ("CB-7038", True)
    assert fields["base_unit"].text == "UBND xã Suối Trong"


def test_a_label_that_goes_on_in_the_next_line_is_as_wide_as_what_stands_in_its_first() -> None:
    sheet = _head(number="", label="Số hiệu cán bộ, công")
    above = line("76.2660", 320, left=RIGHT + 300)
    behind = line("chức", 420)
    wrapped = replace(sheet, lines=(*sheet.lines[:2], above, sheet.lines[3], behind, *sheet.lines[4:]))
    assert _number(wrapped).text == "76.2660"


def test_what_stands_to_the_left_of_the_label_is_not_above_it() -> None:
    fields = read(FORM, _head(number="")).fields
    assert (fields["personnel_number"].state, fields["personnel_number"].accepted) == (State.BLANK, True)
    assert fields["base_unit"].text == "UBND xã Suối Trong"


@pytest.mark.parametrize("unit", ["", "UBND xã"])
def test_a_blank_before_it_stays_blank_or_short(unit: str) -> None:
    fields = read(FORM, _head(number="CB-12", unit=unit)).fields
    assert (fields["personnel_number"].text, fields["base_unit"].text) == ("CB-12", unit)


def test_ink_above_the_label_is_no_accepted_blank() -> None:
    sheet = replace(_head(number=""), marks=(Box(RIGHT + 60, 322, 120, 34),))
    reading = _number(sheet)
    assert [doubt.code for doubt in reading.doubts] == ["doubt-no-text-but-ink"]


def test_a_reprint_with_the_value_behind_the_label() -> None:
    assert _number(_head(number="", label=f"{LABEL}: CB-7038")).text == "CB-7038"


def test_a_title_above_the_label_is_no_value() -> None:
    sheet = _head(number="")
    title = line("SƠ YẾU LÝ LỊCH", 320, left=RIGHT + 60)
    assert _number(replace(sheet, lines=(*sheet.lines, title))).text == ""
