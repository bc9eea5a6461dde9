"""A table that a form prints in parts: told apart by headers and by the labels above, doubted otherwise."""

from __future__ import annotations

import pytest

from hrdigitize.domain.reading import FormReading, State
from tests.extraction.forms.read_forms import read, rows
from tests.extraction.printed import is_open, page

FORM = "syll-tt06-2023"
WHOLE = "32) QUÁ TRÌNH ĐÀO TẠO, BỒI DƯỠNG"
STATE = "32.3- Bồi dưỡng quản lý nhà nước/ chức danh nghề nghiệp/ nghiệp vụ chuyên ngành"
SECURITY = "32.4- Bồi dưỡng kiến thức an ninh, quốc phòng"
COMPUTERS = "32.5- Tin học"
PARTS = [
    WHOLE,
    "32.1- Chuyên môn (từ trung cấp trở lên cả trong nước và nước ngoài)",
    "#0",
    "32.2- Lý luận chính trị",
    "#1",
    STATE,
    "#2",
    SECURITY,
    "#3",
    COMPUTERS,
    "#4",
    "32.6- Ngoại ngữ/ tiếng dân tộc",
    "#5",
]
CERTIFICATE_HEAD = ["Từ", "Đến", "Tên cơ sở đào tạo", "Chứng chỉ được cấp"]
TABLES = [
    [
        [*CERTIFICATE_HEAD[:3], "Chuyên ngành đào tạo", "Hình thức đào tạo", "Văn bằng, trình độ"],
        ["9/2010", "6/2014", "Đại học Tây Bắc", "Luật", "Chính quy", "Cử nhân"],
    ],
    [
        [*CERTIFICATE_HEAD[:3], "Hình thức đào tạo", "Văn bằng được cấp"],
        ["", "", "", "", ""],
    ],
    [CERTIFICATE_HEAD, ["3/2016", "6/2016", "Trường Chính trị", "Chuyên viên"]],
    [CERTIFICATE_HEAD, ["5/2017", "6/2017", "Trường Quân sự", "Đối tượng 4"]],
    [CERTIFICATE_HEAD, ["1/2012", "3/2012", "Trung tâm Sao Mai", "Tin học B"]],
    [
        [*CERTIFICATE_HEAD[:3], "Tên ngoại ngữ/ tiếng dân tộc", "Chứng chỉ được cấp", "Điểm số"],
        ["1/2013", "3/2013", "Trung tâm Sao Mai", "Tiếng Thái", "Chứng chỉ A", ""],
    ],
]
SECTIONS = ["32.1", "32.3", "32.4", "32.5", "32.6"]


def _read(*left_out: str) -> FormReading:
    return read(FORM, page([text for text in PARTS if text not in left_out], tables=TABLES))


def _doubts(reading: FormReading) -> dict[str, set[str]]:
    found = {}
    for row in reading.tables["training"]:
        found[row["section"].text] = {doubt.code for doubt in row["section"].doubts}
    return found


def test_the_rows_of_all_parts_in_printed_order() -> None:
    reading = _read()
    training = rows(reading, "training")
    assert [row["section"] for row in training] == SECTIONS
    assert training[0] == {
        "section": "32.1",
        "from": "9/2010",
        "to": "6/2014",
        "school": "Đại học Tây Bắc",
        "major": "Luật",
        "language": "",
        "mode": "Chính quy",
        "degree": "Cử nhân",
        "score": "",
    }
    assert [row["school"] for row in training[1:4]] == [
        "Trường Chính trị",
        "Trường Quân sự",
        "Trung tâm Sao Mai",
    ]
    assert (training[4]["language"], training[4]["degree"]) == ("Tiếng Thái", "Chứng chỉ A")


def test_what_a_label_says_stands_at_the_label_and_what_a_part_lacks_is_a_sure_blank() -> None:
    sheet = page(PARTS, tables=TABLES)
    row = read(FORM, sheet).tables["training"][1]
    label = next(line for line in sheet.lines if line.text == STATE)
    assert row["section"].box.contains_point(*label.box.centre)
    assert (is_open(row["section"]), is_open(row["major"]), row["major"].state) == (True, True, State.BLANK)


@pytest.mark.parametrize(
    ("left_out", "doubted"),
    [
        ((STATE,), {"32.3"}),
        ((SECURITY,), {"32.3", "32.4"}),
        ((COMPUTERS,), {"32.4", "32.5"}),
        ((SECURITY, COMPUTERS), {"32.3", "32.4", "32.5"}),
        ((PARTS[1],), {"32.1"}),
        ((WHOLE, PARTS[3]), set()),
    ],
)
def test_without_its_label_a_part_is_kept_and_doubted(left_out: tuple[str, ...], doubted: set[str]) -> None:
    doubts = _doubts(_read(*left_out))
    assert list(doubts) == SECTIONS
    assert {section for section, codes in doubts.items() if "doubt-row-unsure" in codes} == doubted


def test_a_part_goes_on_over_the_page() -> None:
    first = page([WHOLE, STATE, "#0"], tables=[TABLES[2]])
    second = page(["#0", SECURITY, "#1"], tables=[[TABLES[4][1]], TABLES[3]])
    training = rows(read(FORM, first, second), "training")
    assert [row["section"] for row in training] == ["32.3", "32.3", "32.4"]


def test_the_table_printed_whole() -> None:
    head = [
        "Mục",
        *CERTIFICATE_HEAD[:3],
        "Chuyên ngành",
        "Tên ngoại ngữ",
        "Hình thức",
        "Văn bằng, chứng chỉ",
        "Điểm",
    ]
    row = ["32.5", "1/2012", "3/2012", "Sao Mai", "", "", "", "Tin học B", ""]
    training = rows(read(FORM, page([WHOLE, "#0", "Mục: 32.5- Tin học"], tables=[[head, row]])), "training")
    assert [(row["section"], row["school"]) for row in training] == [("32.5", "Sao Mai")]
