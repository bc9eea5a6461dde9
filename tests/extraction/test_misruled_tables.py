"""Tables whose grid has lost a rule or got one too many: the form says which columns there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import union
from hrdigitize.domain.page import Cell, Grid, PageReading, TextLine
from hrdigitize.domain.reading import FormReading
from tests.extraction.forms.read_forms import read, rows
from tests.extraction.printed import is_open, page

FORM = "2c-bnv-2008"
TRAINING = [
    ["Tên trường", "Chuyên ngành đào tạo", "Từ tháng, năm", "Hình thức đào tạo", "Văn bằng"],
    ["Đại học Luật", "Luật", "9/2010 - 6/2014", "Chính quy", "Cử nhân"],
    ["Trường Chính trị", "Lý luận", "3/2016 - 6/2016", "Tại chức", "Trung cấp"],
]
SALARY = [
    ["Tháng/năm", "01/2010", "01/2013", "01/2016", "01/2019", "01/2022"],
    ["Mã ngạch/bậc", "01.003/1", "01.003/2", "01.003/3", "01.003/4", "01.003/5"],
    ["Hệ số lương", "2,34", "2,67", "3,00", "3,33", "3,66"],
]
TITLE = "27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học"
LABELS = [TITLE, "#0", "31) Diễn biến quá trình lương của cán bộ, công chức", "#1"]


def _sheet() -> PageReading:
    return page(LABELS, tables=[TRAINING, SALARY])


def _with(sheet: PageReading, number: int, grid: Grid) -> PageReading:
    grids = list(sheet.grids)
    grids[number] = grid
    return replace(sheet, grids=tuple(grids))


def _without_rule(sheet: PageReading, number: int, column: int) -> PageReading:
    """The grid without the rule to the right of a column; what stood on both sides is one line now."""
    grid = sheet.grids[number]
    cells: list[Cell] = []
    lines: list[TextLine] = list(sheet.lines)
    for row in range(grid.rows):
        own = [cell for cell in grid.cells if cell.row == row]
        whole = union(cell.box for cell in own[column : column + 2])
        assert whole is not None
        inside = [line for line in lines if whole.contains_point(*line.box.centre)]
        words = tuple(word for line in inside for word in line.words)
        around = union(word.box for word in words)
        assert around is not None
        lines = [line for line in lines if line not in inside] + [TextLine(words, around)]
        cells += [*own[:column], Cell(row, column, whole)]
        cells += [replace(cell, column=cell.column - 1) for cell in own[column + 2 :]]
    merged = Grid(grid.box, grid.rows, grid.columns - 1, tuple(cells))
    return replace(_with(sheet, number, merged), lines=tuple(lines))


def _with_streak(sheet: PageReading, number: int, column: int, share: float) -> PageReading:
    """The grid with a rule too many, which runs through a column at a share of its width."""
    grid = sheet.grids[number]
    cells: list[Cell] = []
    for cell in grid.cells:
        left = round(cell.box.width * share)
        if cell.column != column:
            cells.append(replace(cell, column=cell.column + (cell.column > column)))
            continue
        right = replace(cell.box, x=cell.box.x + left, width=cell.box.width - left)
        cells += [
            replace(cell, box=replace(cell.box, width=left)),
            Cell(cell.row, column + 1, right),
        ]
    return _with(sheet, number, Grid(grid.box, grid.rows, grid.columns + 1, tuple(cells)))


def _whole(table: str, sheet: PageReading) -> list[dict[str, str]]:
    return rows(read(FORM, sheet), table)


def _are_doubted(reading: FormReading, table: str) -> bool:
    cells = [cell for row in reading.tables[table] for cell in row.values()]
    return all("doubt-row-unsure" in {doubt.code for doubt in cell.doubts} for cell in cells)


def _open(sheet: PageReading, table: str) -> Sequence[bool]:
    return [is_open(cell) for row in read(FORM, sheet).tables[table] for cell in row.values()]


@pytest.mark.parametrize("column", range(4))
def test_a_lost_rule_is_set_again_and_the_rows_are_doubted(column: int) -> None:
    sheet = _without_rule(_sheet(), 0, column)
    assert _whole("training", sheet) == _whole("training", _sheet())
    assert _are_doubted(read(FORM, sheet), "training")
    assert all(_open(_sheet(), "training"))


@pytest.mark.parametrize(("column", "share"), [(0, 0.9), (1, 0.8), (4, 0.7)])
def test_a_streak_is_no_rule(column: int, share: float) -> None:
    sheet = _with_streak(_sheet(), 0, column, share)
    assert _whole("training", sheet) == _whole("training", _sheet())
    assert _are_doubted(read(FORM, sheet), "training")


@pytest.mark.parametrize("column", range(5))
def test_a_transposed_table_that_lost_a_rule_keeps_its_records(column: int) -> None:
    sheet = _without_rule(_sheet(), 1, column)
    assert _whole("salary_history", sheet) == _whole("salary_history", _sheet())
    assert not any(_open(sheet, "salary_history"))


def test_a_streak_through_a_transposed_table_makes_no_record() -> None:
    sheet = _with_streak(_sheet(), 1, 3, 0.6)
    assert _whole("salary_history", sheet) == _whole("salary_history", _sheet())


def test_the_next_page_of_a_table_has_its_columns_too() -> None:
    second = _without_rule(
        page(["#0"], tables=[[["Học viện", "Tin học", "2/2018 - 5/2018", "Tại chức", "B"]]]), 0, 1
    )
    first = page(LABELS[:2], tables=[TRAINING])
    training = rows(read(FORM, first, second), "training")
    assert [row["major"] for row in training] == ["Luật", "Lý luận", "Tin học"]


def test_headers_that_fit_no_table_make_no_rows() -> None:
    strange = [["Tên", "Ghi chú"], ["Sao Mai", "Suối Trong"]]
    reading = read(FORM, page([TITLE, "#0"], tables=[strange]))
    assert [row["school"].state.value for row in reading.tables["training"]] == ["illegible"]
