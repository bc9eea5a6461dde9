"""Family tables whose relations are printed on the blank form: alone in a row they are no row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Cell, Grid
from hrdigitize.domain.reading import FormReading
from tests.extraction.forms.read_forms import read, rows
from tests.extraction.printed import line, page

FORM = "2c-tctw-98"
LABEL = "a) Về bản thân: Bố, Mẹ, Vợ (chồng), các con, anh chị em ruột"
HEAD = ["Quan hệ", "Họ và tên", "Năm sinh", "Quê quán, nghề nghiệp, nơi ở"]
FATHER = ["Bố đẻ", "Lò Văn Mé", "1950", "Làm ruộng, xã Suối Trong"]


def _family(*body: list[str]) -> FormReading:
    return read(FORM, page(["30) QUAN HỆ GIA ĐÌNH", LABEL, "#0"], tables=[[HEAD, *body]]))


def _names(reading: FormReading) -> list[str]:
    return [row["name"] for row in rows(reading, "family")]


@pytest.mark.parametrize("printed", ["Bố, mẹ", "Bố mẹ", "Vợ", "Chồng", "Các con:", "Anh chị em ruột"])
def test_a_printed_relation_alone_is_no_row(printed: str) -> None:
    assert _names(_family(FATHER, [printed, "", "", ""])) == ["Lò Văn Mé"]


def test_a_printed_relation_with_a_person_is_a_row() -> None:
    reading = _family(["Vợ", "Lường Thị Ước", "1972", "Giáo viên"])
    assert _names(reading) == ["Lường Thị Ước"]
    assert reading.tables["family"][0]["relation"].value == "Vợ"


def test_a_written_relation_alone_stays_a_row() -> None:
    assert [row["relation"] for row in rows(_family(["Em gái", "", "", ""]), "family")] == ["Em gái"]


@pytest.mark.parametrize(
    ("scrap", "confidence", "names"), [("L SỐ", 0.1, 1), ("L SỐ", 0.9, 2), ("197", 0.1, 2)]
)
def test_a_few_unsure_letters_alone_are_no_row(scrap: str, confidence: float, names: int) -> None:
    sheet = page(["30) QUAN HỆ GIA ĐÌNH", LABEL, "#0"], tables=[[HEAD, FATHER, ["", scrap, "", ""]]])
    unsure = tuple(
        replace(one, words=tuple(replace(word, confidence=confidence) for word in one.words))
        if one.text == scrap
        else one
        for one in sheet.lines
    )
    assert len(read(FORM, replace(sheet, lines=unsure)).tables["family"]) == names


def test_several_relations_in_one_high_cell_are_several_rows() -> None:
    people = [
        ("Bố, mẹ", "Lò Văn Mé", "1950", "Làm ruộng"),
        ("", "Quàng Thị Ban", "1952", "Làm ruộng"),
        ("Vợ", "Lường Thị Ước", "1972", "Giáo viên"),
        ("Chồng", "", "", ""),
        ("Các con:", "Lò Văn Sơn", "2001", "Sinh viên"),
    ]
    sheet = page(["30) QUAN HỆ GIA ĐÌNH", LABEL, "#0"], tables=[[HEAD, ["", "", "", ""]]])
    grid = sheet.grids[0]
    cells = tuple(
        Cell(c.row, c.column, Box(c.box.x, c.box.y, c.box.width, 500)) if c.row else c for c in grid.cells
    )
    high = Grid(Box(grid.box.x, grid.box.y, grid.box.width, 560), 2, 4, cells)
    lines = [
        line(text, grid.box.y + 80 + 90 * number, left=grid.box.x + 500 * column + 10)
        for number, person in enumerate(people)
        for column, text in enumerate(person)
        if text
    ]
    sheet = replace(sheet, lines=(*sheet.lines, *lines), grids=(high,))
    reading = read(FORM, sheet)
    assert [(row["name"], row["birth_year"]) for row in rows(reading, "family")] == [
        ("Lò Văn Mé", "1950"),
        ("Quàng Thị Ban", "1952"),
        ("Lường Thị Ước", "1972"),
        ("Lò Văn Sơn", "2001"),
    ]
    assert not any(cell.accepted for row in reading.tables["family"] for cell in row.values())


@pytest.mark.parametrize(
    ("said", "value"), [("mẹ ruột", "Mẹ đẻ"), ("Con rể", "Con rể"), ("em gái", "Em gái")]
)
def test_relations_are_a_list(said: str, value: str) -> None:
    reading = _family([said, "Quàng Thị Ban", "1952", "Làm ruộng"]).tables["family"][0]["relation"]
    assert (reading.text, reading.value) == (said, value)


def test_a_relation_of_no_list_is_doubted_and_kept() -> None:
    reading = _family(["Hàng xóm", "Quàng Thị Ban", "1952", "Làm ruộng"]).tables["family"][0]["relation"]
    assert reading.text == "Hàng xóm"
    assert "doubt-not-in-list" in {doubt.code for doubt in reading.doubts}
