"""The curriculum vitae of Circular 06/2023, read from pages laid out by hand."""

from __future__ import annotations

from hrdigitize.formdefs.loading import load_forms
from tests.extraction.forms.read_forms import documents, read, rows
from tests.extraction.printed import page

FORM = "syll-tt06-2023"
HEAD = [
    "Ban hành kèm theo Thông tư số 06/2023/TT-BNV",
    "Cơ quan quản lý cán bộ, công chức, viên chức: UBND huyện Sao Mai",
    "Cơ quan, đơn vị sử dụng cán bộ, công chức, viên chức: UBND xã Suối Trong",
    "Số hiệu: 012345",
]
#: The template sets the photograph and the items beside it into a grid.
BESIDE_PHOTO = [
    ["", "SƠ YẾU LÝ LỊCH"],
    ["Ảnh màu", "1) Họ và tên khai sinh: LÒ THỊ ƯỚC   Giới tính: Nữ"],
    ["(4x6cm)", "2) Các tên gọi khác: Liễu"],
    ["", "3) Sinh ngày: 07 tháng 03 năm 1992"],
    ["", "4) Nơi sinh: xã Suối Trong, tỉnh Sơn La"],
    ["", "5) Quê quán: xã Nà Lụng, tỉnh Sơn La"],
]
PERSON = ["6) Dân tộc: Thái", "7) Tôn giáo: Không", "8) Số CCCD: 014192000123   Ngày cấp: 10/05/2021"]
FIRST = [*HEAD, "#0", *PERSON]
FAMILY_LABEL = "36.1- Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột"
FAMILY = [
    ["Mối quan hệ", "Họ và tên", "Năm sinh", "Quê quán, nghề nghiệp, chức vụ, nơi ở"],
    ["Bố đẻ", "Lò Văn Sơn", "1968", "Quê quán: xã Nà Lụng"],
]
SIGNATURES = [["Người khai", "Xác nhận của cơ quan, đơn vị quản lý"]]


def test_items_beside_the_photograph_are_read_out_of_their_grid() -> None:
    reading = read(FORM, page(FIRST, tables=[BESIDE_PHOTO]))
    assert {key: field.text for key, field in reading.fields.items() if field.text} == {
        "managing_agency": "UBND huyện Sao Mai",
        "employing_agency": "UBND xã Suối Trong",
        "personnel_number": "012345",
        "full_name": "LÒ THỊ ƯỚC",
        "gender": "Nữ",
        "other_names": "Liễu",
        "birth_date": "07 tháng 03 năm 1992",
        "birth_place": "xã Suối Trong, tỉnh Sơn La",
        "native_place": "xã Nà Lụng, tỉnh Sơn La",
        "ethnicity": "Thái",
        "religion": "Không",
        "id_number": "014192000123",
        "id_issue_date": "10/05/2021",
    }


def test_a_table_whose_cells_name_a_field_stays_a_table() -> None:
    reading = read(FORM, page(FIRST, tables=[BESIDE_PHOTO]), page([FAMILY_LABEL, "#0"], tables=[FAMILY]))
    assert rows(reading, "family")[0]["detail"] == "Quê quán: xã Nà Lụng"
    assert reading.fields["native_place"].text == "xã Nà Lụng, tỉnh Sơn La"


def test_the_form_is_opened_by_the_items_in_a_grid_and_ended_by_signatures_in_one() -> None:
    only_mark = page([HEAD[0], "#0"], tables=[BESIDE_PHOTO])
    last = page([FAMILY_LABEL, "#0", "#1"], tables=[FAMILY, SIGNATURES])
    stray = page([FAMILY_LABEL])
    assert documents(only_mark, last, stray) == [(1, 2, FORM), (3, 3, None)]


def test_what_the_parts_of_the_training_print() -> None:
    parts = [label for label in load_forms()[FORM].labels if label.target == "training" and label.columns]
    assert [label.sets["section"] for label in parts] == ["32.1", "32.2", "32.3", "32.4", "32.5", "32.6"]
