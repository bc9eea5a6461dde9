"""Tables whose rules were not found: rows from headers, white and dates; otherwise one unread row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hrdigitize.domain.page import PageReading, TextLine
from hrdigitize.domain.reading import FormReading, State
from tests.extraction.forms.read_forms import read, rows
from tests.extraction.printed import STEP_PX, TOP_PX, line, page

FORM = "2c-bnv-2008"
LABEL = "28) Tóm tắt quá trình công tác"
AFTER = "29) Đặc điểm lịch sử bản thân"
NEXT = "32) Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức"
HEAD = ("Từ tháng, năm", "Chức danh, chức vụ, đơn vị công tác")
TAIL = ("đến tháng, năm", "(đảng, chính quyền, đoàn thể)")
SECOND_PX = 700


def _sheet(body: Sequence[tuple[str, ...]], *, lefts: Sequence[int] = (260, SECOND_PX)) -> PageReading:
    """The label, then lines of cells side by side without rules, then the next label."""
    sheet = page([LABEL])
    lines = list(sheet.lines)
    top = TOP_PX + STEP_PX
    for cells in body:
        beside = [line(text, top, left=left) for text, left in zip(cells, lefts, strict=True) if text]
        words = [word for piece in beside for word in piece.words]
        if words:
            lines.append(TextLine(tuple(words), line("x" * 60, top).box))
        top += STEP_PX
    lines.append(line(AFTER, top))
    return replace(sheet, lines=tuple(lines))


def _career(reading: FormReading) -> list[tuple[str, str]]:
    return [(row["period"], row["post"]) for row in rows(reading, "career")]


def test_rows_from_headers_and_white() -> None:
    body = [
        HEAD,
        TAIL,
        ("9/2010 - 6/2014", "Cán sự xã Suối Trong"),
        ("7/2014 - nay", "Chủ tịch Hội Nông dân"),
    ]
    reading = read(FORM, _sheet(body))
    assert _career(reading) == [
        ("9/2010 - 6/2014", "Cán sự xã Suối Trong"),
        ("7/2014 - nay", "Chủ tịch Hội Nông dân"),
    ]
    cells = [cell for row in reading.tables["career"] for cell in row.values()]
    assert all([doubt.code for doubt in cell.doubts] == ["doubt-row-unsure"] for cell in cells)


def test_cells_of_several_lines() -> None:
    body = [
        HEAD,
        TAIL,
        ("9/2010 đến", "Cán sự Uỷ ban nhân dân"),
        ("6/2014", "xã Suối Trong, huyện Sao Mai"),
        ("7/2014 đến", "Chủ tịch Hội Nông dân"),
        ("nay", "xã Suối Trong"),
    ]
    assert _career(read(FORM, _sheet(body))) == [
        ("9/2010 đến 6/2014", "Cán sự Uỷ ban nhân dân xã Suối Trong, huyện Sao Mai"),
        ("7/2014 đến nay", "Chủ tịch Hội Nông dân xã Suối Trong"),
    ]


def test_a_label_with_nothing_below_is_an_empty_table() -> None:
    assert read(FORM, _sheet([])).tables["career"] == ()
    assert read(FORM, _sheet([HEAD, TAIL])).tables["career"] == ()


@pytest.mark.parametrize(
    "body",
    [
        [("9/2010 - 6/2014", "Cán sự xã Suối Trong"), ("7/2014 - nay", "Chủ tịch Hội")],
        [("Từ năm 2010 làm việc tại xã", ""), ("sau đó về huyện", "")],
        [("Lò", "")],
    ],
)
def test_text_that_no_header_explains_is_one_unread_row(body: list[tuple[str, ...]]) -> None:
    found = read(FORM, _sheet(body)).tables["career"]
    assert len(found) == 1
    for cell in found[0].values():
        assert (cell.state, cell.text, cell.accepted) == (State.ILLEGIBLE, "", False)
        assert [doubt.code for doubt in cell.doubts] == ["doubt-table-unread"]
        assert body[0][0] in cell.raw
        assert (cell.page, cell.box.y) == (1, TOP_PX + STEP_PX)


def test_the_rest_of_a_label_and_a_page_number_are_no_rows() -> None:
    label = ["36.1- Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con,", "anh chị em ruột"]
    after = "37.3- Nguồn thu nhập chính của gia đình hàng năm"
    assert read("syll-tt06-2023", page([*label, "2", after])).tables["family"] == ()
    more = read("syll-tt06-2023", page([*label, "Lò Văn Mé sinh năm 1950", after]))
    assert [row["name"].raw for row in more.tables["family"]] == ["Lò Văn Mé sinh năm 1950"]


def test_a_transposed_table_without_rules() -> None:
    body = [
        ("31) Diễn biến quá trình lương của cán bộ, công chức", "", "", ""),
        ("Tháng/năm", "01/2010", "01/2013", "01/2016"),
        ("Mã ngạch/bậc", "01.003/1", "01.003/2", "01.003/3"),
        ("Hệ số lương", "2,34", "2,67", "3,00"),
        (NEXT, "", "", ""),
    ]
    sheet = _sheet(body, lefts=(260, 900, 1300, 1700))
    assert [tuple(row.values()) for row in rows(read(FORM, sheet), "salary_history")] == [
        ("01/2010", "01.003/1", "2,34"),
        ("01/2013", "01.003/2", "2,67"),
        ("01/2016", "01.003/3", "3,00"),
    ]


def test_a_table_over_two_pages() -> None:
    first = _sheet([HEAD, TAIL, ("9/2010 - 6/2014", "Cán sự xã Suối Trong")])
    words = [*line("7/2014 - nay", TOP_PX).words, *line("Chủ tịch Hội", TOP_PX, left=SECOND_PX).words]
    second = page(["", AFTER])
    lines = (TextLine(tuple(words), line("x" * 60, TOP_PX).box), *second.lines)
    reading = read(FORM, replace(first, lines=first.lines[:-1]), replace(second, lines=lines))
    assert [cell for cell, _ in _career(reading)] == ["9/2010 - 6/2014", "7/2014 - nay"]
    assert [row["period"].page for row in reading.tables["career"]] == [1, 2]
