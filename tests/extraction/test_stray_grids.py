"""Text in grids that are no tables: it answers the field at whose label the grid stands, and is doubted."""

from __future__ import annotations

from hrdigitize.domain.reading import FieldReading, State
from tests.extraction.forms.read_forms import read
from tests.extraction.printed import page

FORM = "syll-tt06-2023"
HEAD = ["Tháng / Từ", "năm / Đến", "Chức danh, chức vụ, đơn vị, địa điểm đã làm việc"]
ABROAD = ["Tháng / Từ", "năm / Đến", "Tên tổ chức, địa chỉ trụ sở, công việc đã làm"]
LINES = [
    "34) ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN",
    "34.1- Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu?): Không",
    "34.2- Bản thân có làm việc cho chế độ cũ",
    "#0",
    "34.3- Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội ... ở nước ngoài",
    "#1",
    "35) KHEN THƯỞNG, KỶ LUẬT",
]
EMPTY = ["", "", ""]


def _fields(old: list[list[str]], abroad: list[list[str]]) -> dict[str, FieldReading]:
    sheet = page(LINES, tables=[[HEAD, *old], [ABROAD, *abroad]])
    return dict(read(FORM, sheet).fields)


def test_empty_grids_are_blanks() -> None:
    fields = _fields([EMPTY, EMPTY], [EMPTY])
    for key in ("history_old_regime", "foreign_organizations"):
        assert (fields[key].state, fields[key].accepted) == (State.BLANK, True)


def test_an_answer_in_a_grid_is_the_fields_and_doubted() -> None:
    fields = _fields([["01/1970", "04/1975", "Thư ký xã Ea Yông"], EMPTY], [EMPTY])
    reading = fields["history_old_regime"]
    assert (reading.state, reading.text) == (State.VALUE, "01/1970 04/1975 Thư ký xã Ea Yông")
    assert (reading.accepted, [doubt.code for doubt in reading.doubts]) == (False, ["doubt-text-in-grid"])
    assert fields["foreign_organizations"].state is State.BLANK
    assert fields["history_arrest"].text == "Không"


def test_rows_of_a_grid_stand_one_after_the_other() -> None:
    rows = [["2001", "2003", "Hội Sao Mai"], ["2005", "2006", "Hội Suối Trong"]]
    reading = _fields([EMPTY], rows)["foreign_organizations"]
    assert reading.text == "2001 2003 Hội Sao Mai; 2005 2006 Hội Suối Trong"


def test_an_answer_before_the_grid_stays_and_is_doubted() -> None:
    lines = [*LINES[:3], "Không làm việc cho chế độ cũ", *LINES[3:]]
    sheet = page(lines, tables=[[HEAD, ["1970", "", "Thư ký"]], [ABROAD, EMPTY]])
    reading = read(FORM, sheet).fields["history_old_regime"]
    assert reading.text == "Không làm việc cho chế độ cũ"
    assert "doubt-text-in-grid" in [doubt.code for doubt in reading.doubts]
