"""Lists of what lies in a dossier."""

from __future__ import annotations

from hrdigitize.domain.page import PageReading
from hrdigitize.extraction.sorting.heads import head_of, pieces_of
from hrdigitize.extraction.sorting.inventory import inventory_rows, looks_like_inventory
from tests.extraction.printed import page

HEADS = ("TT", "Tên tài liệu", "Số trang", "Có", "Không", "Lý do không có")
LIST = page(
    ["MỤC LỤC TÀI LIỆU", "#0"],
    tables=[[HEADS, ("1", "Giấy khai sinh", "1", "X", "", ""), ("2", "Bảng điểm", "", "", "X", "Bị mất")]],
)
OVERLEAF = page(["#0"], tables=[[("3", "Phiếu đảng viên", "4", "X", "", "")]])


def is_inventory(reading: PageReading) -> bool:
    return looks_like_inventory(reading, head_of(reading, pieces_of(reading)))


def test_its_columns_tell_it_and_other_tables_do_not() -> None:
    assert is_inventory(LIST)
    pay = page(["DANH SÁCH", "#0"], tables=[[("TT", "Họ và tên", "Hệ số", "Ghi chú"), ("1", "A", "2", "")]])
    assert not is_inventory(pay)


def test_reworded_columns_are_understood() -> None:
    table = [("STT", "Loại tài liệu", "Số tờ", "Hiện có", "Thiếu", "Ghi chú"), ("1", "Đơn", "1", "x", "", "")]
    reworded = page(["#0"], tables=[table])
    assert is_inventory(reworded)
    (row,) = inventory_rows([reworded], 1)
    assert {key: cell.text for key, cell in row.items()} == {
        "number": "1",
        "title": "Đơn",
        "pages": "1",
        "present": "x",
        "absent": "",
        "reason": "",
    }


def test_rows_go_on_overleaf_without_headers() -> None:
    rows = inventory_rows([LIST, OVERLEAF], 5)
    assert [row["title"].text for row in rows] == ["Giấy khai sinh", "Bảng điểm", "Phiếu đảng viên"]
    assert [row["title"].page for row in rows] == [5, 5, 6]
    assert rows[1]["reason"].text == "Bị mất"
