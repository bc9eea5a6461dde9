"""Reading personnel decisions in State and Party layout, from recorded-like page readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageReading
from hrdigitize.extraction import wording
from hrdigitize.extraction.decisions.decisions import (
    OPENS_DECISION,
    DecisionReading,
    looks_like_decision,
    read_decision,
)
from hrdigitize.extraction.decisions.layout import GUESSED, RULED
from hrdigitize.extraction.flow import flow_lines
from hrdigitize.extraction.spans import text_of
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from tests.extraction.printed import line, page
from tests.extraction.test_read_document import TOP

FORM = load_forms()["decision"]
_COLUMN = 45


def columns(left: str, right: str = "") -> str:
    """Both columns of a head or foot as the engine reports them: one line with a wide gap."""
    return f"{left:<{_COLUMN}}{right}".rstrip()


HEAD = [
    columns("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    columns("HUYỆN SAO MAI", "   Độc lập - Tự do - Hạnh phúc"),
    columns("Số: 215/QĐ-UBND", "  Sao Mai, ngày 15 tháng 9 năm 2019"),
]
TITLE = [f"{'':<33}QUYẾT ĐỊNH", f"{'':<24}Về việc điều động và bổ nhiệm công chức"]
GROUNDS = [
    "",
    f"{'':<18}CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN SAO MAI",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; căn cứ khoản 2",
    "Điều 5 của Quy định về phân cấp quản lý cán bộ, công chức;",
    "Căn cứ Quyết định số 20/2012/QĐ-UBND ngày 09 tháng 8 năm 2012 của Ủy ban nhân dân tỉnh;",
    "Xét đề nghị của Trưởng phòng Phòng Nội vụ,",
    f"{'':<33}QUYẾT ĐỊNH:",
]
RULING = [
    "Điều 1. Điều động ông Lò Văn Ước, Phó Trưởng phòng Tư pháp huyện Sao Mai, đến nhận công",
    "tác tại Ủy ban nhân dân xã Suối Trong, giữ chức vụ Chủ tịch, thời hạn 5 năm kể từ ngày",
    "01 tháng 10 năm 2019.",
    "Điều 2. Lương và phụ cấp (nếu có) của ông Lò Văn Ước được hưởng theo quy định hiện hành.",
    "Điều 3. Chánh Văn phòng, Trưởng phòng Nội vụ và ông Lò Văn Ước chịu trách nhiệm thi hành",
    "Quyết định này./.",
]
FOOT = [
    columns("Nơi nhận:", "        KT. CHỦ TỊCH"),
    columns("- Như Điều 3;", "        PHÓ CHỦ TỊCH"),
    "- Lưu: VT.",
    columns("", "      Hà Thị Nhung"),
]
STATE = [*HEAD, *TITLE, *GROUNDS, *RULING, *FOOT]
PARTY = [
    columns("ĐẢNG BỘ TỈNH SAO MAI", "     ĐẢNG CỘNG SẢN VIỆT NAM"),
    columns("      TỈNH ỦY"),
    columns("         *"),
    columns("Số 88-QĐ/TU", "  Sao Mai, ngày 05 tháng 3 năm 2013"),
    f"{'':<33}QUYẾT ĐỊNH",
    f"{'':<22}về việc chỉ định cán bộ tham gia cấp ủy",
    "",
    f"{'':<28}BAN THƯỜNG VỤ TỈNH ỦY",
    "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
    "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XV, nhiệm kỳ 2010 - 2015;",
    "- Xét đề nghị của Ban Tổ chức Tỉnh ủy,",
    f"{'':<33}QUYẾT ĐỊNH",
    "Điều 1. Chỉ định đồng chí Quàng Thị Páo, Phó Chủ tịch Ủy ban nhân dân xã Suối Trong, tham",
    "gia Ban Chấp hành Đảng bộ huyện Sao Mai, kể từ ngày ký.",
    "Điều 2. Các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
    columns("Nơi nhận:", "     T/M BAN THƯỜNG VỤ"),
    columns("- Như Điều 2,", "        PHÓ BÍ THƯ"),
    columns("- Lưu Văn phòng.", ""),
    columns("", "         (Đã ký)"),
    columns("", "      Bế Văn Thịnh"),
]


def read(*pages: PageReading) -> DecisionReading:
    return read_decision(pages, FORM, load_lists())


def texts(*pages: PageReading) -> Mapping[str, str]:
    lines = flow_lines(pages)
    return {key: wording.field_text(text_of(s.parts, lines)) for key, s in read(*pages).fields.items()}


def with_first_article(*article: str) -> PageReading:
    return page([*HEAD, *TITLE, *GROUNDS, *article, *RULING[3:], *FOOT])


def people(reading: DecisionReading) -> Sequence[Mapping[str, str]]:
    return [{key: wording.cell_text(cell.raw) for key, cell in row.items()} for row in reading.persons]


def test_a_decision_in_state_layout() -> None:
    assert texts(page(STATE)) == {
        "issuing_agency": "ỦY BAN NHÂN DÂN HUYỆN SAO MAI",
        "number": "215/QĐ-UBND",
        "issued_at": "Sao Mai",
        "issued_on": "ngày 15 tháng 9 năm 2019",
        "doc_type": "QUYẾT ĐỊNH",
        "subject": "Về việc điều động và bổ nhiệm công chức",
        "legal_bases": "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; căn cứ khoản 2 "
        "Điều 5 của Quy định về phân cấp quản lý cán bộ, công chức; Căn cứ Quyết định số 20/2012/QĐ-UBND "
        "ngày 09 tháng 8 năm 2012 của Ủy ban nhân dân tỉnh",
        "kind": "Điều động",
        "full_name": "Lò Văn Ước",
        "person_from": "Phó Trưởng phòng Tư pháp huyện Sao Mai",
        "person_to": "Ủy ban nhân dân xã Suối Trong, giữ chức vụ Chủ tịch",
        "effective_on": "ngày 01 tháng 10 năm 2019",
        "recipients": "Như Điều 3; - Lưu: VT.",
        "signer_title": "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        "signer": "Hà Thị Nhung",
    }


def test_a_decision_in_party_layout_takes_effect_on_the_day_in_its_head() -> None:
    assert texts(page(PARTY)) == {
        "issuing_agency": "ĐẢNG BỘ TỈNH SAO MAI TỈNH ỦY",
        "number": "88-QĐ/TU",
        "issued_at": "Sao Mai",
        "issued_on": "ngày 05 tháng 3 năm 2013",
        "doc_type": "QUYẾT ĐỊNH",
        "subject": "về việc chỉ định cán bộ tham gia cấp ủy",
        "legal_bases": "Căn cứ Điều lệ Đảng Cộng sản Việt Nam; - Căn cứ Quy chế làm việc của Ban Chấp hành "
        "Đảng bộ tỉnh khóa XV, nhiệm kỳ 2010 - 2015",
        "kind": "Chỉ định",
        "full_name": "Quàng Thị Páo",
        "person_from": "Phó Chủ tịch Ủy ban nhân dân xã Suối Trong",
        "person_to": "Ban Chấp hành Đảng bộ huyện Sao Mai",
        "effective_on": "ngày 05 tháng 3 năm 2013",
        "recipients": "Như Điều 2, - Lưu Văn phòng",
        "signer_title": "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ",
        "signer": "Bế Văn Thịnh",
    }
    assert read(page(PARTY)).persons == ()


def test_the_place_of_a_value_is_on_its_page_and_between_its_words() -> None:
    first, second = page([*HEAD, *TITLE, *GROUNDS, *RULING[:3]]), page(["2", *RULING[3:], *FOOT])
    found = read(first, second).fields
    assert texts(first, second) == texts(page(STATE))
    assert (found["number"].page, found["signer"].page) == (0, 1)
    words = [word.box for one in second.lines for word in one.words if word.text in {"Hà", "Nhung"}]
    assert (found["signer"].place.x, found["signer"].place.right) == (words[0].x, words[1].right)


def test_an_agency_may_run_up_to_the_motto_and_wrap() -> None:
    head = [
        "ỦY BAN NHÂN DÂN THÀNH PHỐ SAO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "            MAI",
        columns("        SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"),
    ]
    found = texts(page([*head, *HEAD[2:], *TITLE, *GROUNDS, *RULING, *FOOT]))
    assert found["issuing_agency"] == "ỦY BAN NHÂN DÂN THÀNH PHỐ SAO MAI SỞ NỘI VỤ"


def test_columns_that_the_engine_reports_one_after_the_other_are_the_same() -> None:
    sheet = page(STATE)
    apart = []
    for one in sheet.lines:
        halves = (
            [word for word in one.words if word.box.x < 1100],
            [word for word in one.words if word.box.x >= 1100],
        )
        both = one in sheet.lines[:3] or one in sheet.lines[-4:]
        if not both:
            apart.append(one)
            continue
        apart += [replace(line("x", 0), words=tuple(half), box=half[0].box) for half in halves if half]
    assert texts(replace(sheet, lines=tuple(apart))) == texts(sheet)


@pytest.mark.parametrize(
    ("wording_of_number", "number"),
    [
        ("Số: 1407 /QĐ-UBND", "1407 /QĐ-UBND"),
        ("Số 12/2024/QĐ-UBND", "12/2024/QĐ-UBND"),
        ("Số:215/QĐ-SNV", "215/QĐ-SNV"),
        ("Số: 45-QĐ/HU", "45-QĐ/HU"),
        ("Số: 45QD/TC", "45QD/TC"),
        ("Số:      /QĐ-UBND", ""),
        ("Số:", ""),
    ],
)
def test_numbers_of_state_and_party_and_none(wording_of_number: str, number: str) -> None:
    head = [*HEAD[:2], columns(wording_of_number, "  Sao Mai, ngày 15 tháng 9 năm 2019")]
    sheet = page([*head, *TITLE, *GROUNDS, *RULING, *FOOT])
    assert texts(sheet)["number"] == number
    assert texts(sheet)["issued_on"] == "ngày 15 tháng 9 năm 2019"
    assert read(sheet).fields["number"].similarity == RULED


def test_what_was_never_filled_in_is_blank_in_its_place() -> None:
    sheet = page(
        [
            *HEAD[:2],
            columns("Số:      /QĐ-UBND", "  Sao Mai, ngày     tháng     năm 20"),
            *TITLE,
            *GROUNDS,
            "Điều 1. Bổ nhiệm ông                          , giữ chức vụ                              .",
            *RULING[3:],
            *FOOT[:3],
        ]
    )
    found = read(sheet).fields
    blank = {key for key, span in found.items() if not span.parts}
    assert blank == {"number", "issued_on", "full_name", "person_from", "person_to", "signer"}
    assert texts(sheet)["signer_title"] == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"
    assert found["signer"].place.y >= sheet.lines[-2].box.bottom
    assert found["full_name"].similarity == GUESSED
    assert "effective_on" not in found


def test_a_pay_rise_takes_effect_on_the_day_of_the_new_step() -> None:
    found = texts(
        with_first_article(
            "Điều 1. Nâng bậc lương thường xuyên đối với bà Hà Thị Nhung",
            "      -     Đơn vị: Ủy ban nhân dân xã Suối Trong",
            "      -     Ngạch lương: Cán sự, mã ngạch (01.004)",
            "      -     Từ bậc: 2, hệ số lương: 2,06, từ ngày 01 tháng 9 năm 2016",
            "      -     Lên bậc: 3, hệ số lương: 2,26, từ ngày 01 tháng 9 năm 2018",
        )
    )
    assert found["effective_on"] == "ngày 01 tháng 9 năm 2018"
    assert (found["kind"], found["full_name"]) == ("Nâng bậc lương thường xuyên", "Hà Thị Nhung")
    assert (found["person_from"], found["person_to"]) == ("Ủy ban nhân dân xã Suối Trong", "")


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            [
                "Điều 1. Tuyển dụng bà Hà Thị Nhung, sinh năm 1995, trình độ: Đại học Luật, vào làm",
                "việc tại Phòng Tư pháp huyện Sao Mai, hưởng lương bậc 1 kể từ ngày 01/7/2018.",
            ],
            ("Tuyển dụng", "Hà Thị Nhung", "", "Phòng Tư pháp huyện Sao Mai", "ngày 01/7/2018"),
        ),
        (
            [
                "Điều 1. Nâng bậc lương trước thời hạn đối với đồng chí Lò Văn Ước, Văn phòng - Thống kê, Ủy",
                "ban nhân dân xã Suối Trong, ngạch Chuyên viên, lên bậc 3, kể từ ngày 01 tháng 01 năm 2020.",
            ],
            (
                "Nâng bậc lương trước thời hạn",
                "Lò Văn Ước",
                "Văn phòng - Thống kê, Ủy ban nhân dân xã Suối Trong",
                "",
                "ngày 01 tháng 01 năm 2020",
            ),
        ),
        (
            [
                "Điều 1. Tặng Giấy khen cho đồng chí Hà Thị Nhung, Phó Trưởng phòng Tổ chức của huyện ủy",
                "- Cán bộ, đã có thành tích xuất sắc trong phong trào thi đua kể từ ngày 01/7/2020.",
            ],
            (
                "Tặng Giấy khen",
                "Hà Thị Nhung",
                "Phó Trưởng phòng Tổ chức của huyện ủy - Cán bộ",
                "",
                "ngày 01/7/2020",
            ),
        ),
        (
            ["Điều 1. Miễn nhiệm chức vụ Kế toán trưởng đối với ông Lò Văn Ước kể từ 01/7/2020."],
            ("Miễn nhiệm", "Lò Văn Ước", "Kế toán trưởng", "", "01/7/2020"),
        ),
        (
            [
                "Điều 1: Bổ nhiệm có thời hạn ông LÒ VĂN ƯỚC, sinh ngày 02/9/1980, hiện là Trưởng phòng",
                "Y tế, giữ chức Phó Giám đốc Sở Y tế.",
            ],
            ("Bổ nhiệm", "LÒ VĂN ƯỚC", "Trưởng phòng Y tế", "Phó Giám đốc Sở Y tế", None),
        ),
        (
            [
                "Điều 1: Bổ nhiệm lại bà Hà Thị Nhung, sinh ngày 10/3/1986, tiếp tục giữ chức vụ bác sĩ",
                "Khoa Nội kể từ ngày 15 tháng 9 năm 2017.",
            ],
            ("Bổ nhiệm lại", "Hà Thị Nhung", "", "bác sĩ Khoa Nội", "ngày 15 tháng 9 năm 2017"),
        ),
        (
            [
                "Điều 1. Đồng chí Lò Văn Ước, Bí thư Huyện ủy, thôi giữ chức vụ Bí thư Huyện ủy, đến nhận",
                "công tác tại Ban Tổ chức Tỉnh ủy từ ngày 01/7/2020 thay đồng chí Bế Văn Thịnh nghỉ hưu.",
            ],
            (
                "điều động và bổ nhiệm",
                "Lò Văn Ước",
                "Bí thư Huyện ủy",
                "Ban Tổ chức Tỉnh ủy",
                "ngày 01/7/2020",
            ),
        ),
    ],
)
def test_formulas_of_article_one(article: list[str], expected: tuple[str, str, str, str, str | None]) -> None:
    found = texts(with_first_article(*article))
    keys = ("kind", "full_name", "person_from", "person_to", "effective_on")
    assert tuple(found.get(key) for key in keys) == expected


def test_several_persons_are_rows_and_the_fields_are_the_first_one_s() -> None:
    sheet = with_first_article(
        "Điều 1. Điều động các ông, bà có tên sau đây:",
        "1. Ông Lò Văn Ước, sinh ngày 02/9/1980, công chức xã Suối Trong, đến nhận công tác tại",
        "Phòng Nội vụ huyện Sao Mai;",
        "2. Bà Hà Thị Nhung, công chức xã Suối Sâu, đến nhận công tác tại Phòng Tư pháp.",
    )
    assert people(read(sheet)) == [
        {
            "full_name": "Lò Văn Ước",
            "birth_date": "02/9/1980",
            "person_from": "công chức xã Suối Trong",
            "person_to": "Phòng Nội vụ huyện Sao Mai",
        },
        {
            "full_name": "Hà Thị Nhung",
            "person_from": "công chức xã Suối Sâu",
            "person_to": "Phòng Tư pháp",
        },
    ]
    assert texts(sheet)["full_name"] == "Lò Văn Ước"
    cell = read(sheet).persons[1]["full_name"]
    assert (cell.page, cell.ink_box) == (0, cell.box)


def test_a_name_whose_last_capital_reads_as_a_small_letter_is_no_person_lost() -> None:
    sheet = with_first_article(
        "Điều 1. Điều động các ông, bà có tên sau đây:",
        "1. Bà Hà Thị Nhung, sinh ngày 02/9/1980, công chức xã Suối Sâu;",
        "2. Ông Sơn ươl, sinh ngày 10/3/1954, công chức xã Suối Trong.",
    )
    assert [person["full_name"] for person in people(read(sheet))] == ["Hà Thị Nhung", "Sơn ươl"]


def test_an_annexed_list_gives_the_rows_and_goes_on_overleaf() -> None:
    first = with_first_article("Điều 1. Điều động 03 công chức (có danh sách kèm theo).")
    header = ["TT", "Họ và tên", "Ngày sinh", "Trình độ", "Chức vụ, đơn vị công tác", "Đơn vị mới"]
    second = page(
        ["DANH SÁCH", "(Kèm theo Quyết định số 215/QĐ-UBND)", "#0"],
        tables=[[header, ["1", "Lò Văn Ước", "02/9/1980", "Đại học", "Xã Suối Trong", "Phòng Y tế"]]],
    )
    third = page(["#0"], tables=[[["2", "Hà Thị Nhung", "", "", "Xã Suối Sâu", ""], [""] * 6]])
    found = read(first, second, third)
    assert people(found) == [
        {
            "full_name": "Lò Văn Ước",
            "birth_date": "02/9/1980",
            "person_from": "Xã Suối Trong",
            "person_to": "Phòng Y tế",
        },
        {"full_name": "Hà Thị Nhung", "birth_date": "", "person_from": "Xã Suối Sâu", "person_to": ""},
    ]
    assert [row["full_name"].page for row in found.persons] == [1, 2]


def test_degrees_are_no_name_and_a_title_is_none() -> None:
    foot = [*FOOT[:2], columns("", "     Chánh Văn Phòng"), columns("", "    TS. Hà Thị Nhung")]
    assert texts(page([*STATE[:-4], *foot]))["signer"] == "Hà Thị Nhung"
    assert texts(page([*STATE[:-4], *foot[:3]]))["signer"] == ""


def test_letters_below_a_stamp_that_read_as_small_ones_belong_to_the_title() -> None:
    foot = [FOOT[0], columns("- Như Điều 3;", "        PHÓ chỦ TỊCH"), columns("- Lưu: VT.", "     xó.")]
    sheet = page([*STATE[:-4], *foot, FOOT[3]])
    found = texts(sheet)
    assert read(sheet).fields["signer_title"].similarity < RULED
    assert (found["signer_title"], found["signer"]) == ("KT. CHỦ TỊCH PHÓ chỦ TỊCH", "Hà Thị Nhung")
    assert found["recipients"] == "Như Điều 3; - Lưu: VT."


def test_ink_like_a_line_below_the_title_makes_it_unsure() -> None:
    sheet = page(STATE)
    title = next(word.box for one in sheet.lines for word in one.words if word.text == "PHÓ")
    hidden = Box(title.x, title.y + 60, 300, 36)
    assert read(sheet).fields["signer_title"].similarity == RULED
    assert read(replace(sheet, marks=(hidden,))).fields["signer_title"].similarity < RULED
    signature = replace(hidden, height=150)
    assert read(replace(sheet, marks=(signature,))).fields["signer_title"].similarity == RULED


@pytest.mark.parametrize("sheet", [page([]), page(["QUYẾT ĐỊNH"]), page(HEAD), page(FOOT), page(RULING[:1])])
def test_pieces_of_a_decision_are_read_as_far_as_they_go(sheet: PageReading) -> None:
    assert set(read(sheet).fields) <= set(FORM.fields)


@pytest.mark.parametrize(
    "sheet",
    [
        page(STATE),
        page(PARTY),
        page([*HEAD, *TITLE, *GROUNDS[:4]]),
        page([*HEAD, *GROUNDS, *RULING]),
        page(["QUYẾT ĐỊNH CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN SAO MAI", *GROUNDS, *RULING]),
    ],
)
def test_the_first_page_of_a_decision_is_known(sheet: PageReading) -> None:
    assert looks_like_decision(sheet) >= OPENS_DECISION


@pytest.mark.parametrize(
    "sheet",
    [
        page(TOP),
        page(["Ban hành kèm theo Quyết định số 02/2008/QĐ-BNV ngày 06/10/2008", *TOP[1:]]),
        page([*HEAD, f"{'':<24}SƠ YẾU LÝ LỊCH", "QUYẾT ĐỊNH", *TOP[4:]]),
        page([*GROUNDS[2:], *RULING, *FOOT]),
        page(["QUYẾT ĐỊNH:", *RULING, *FOOT]),
        page(["2", *RULING[3:], *FOOT]),
        page([*HEAD[:2], "Số: 215/UBND-NV", "Kính gửi: Phòng Nội vụ", "Căn cứ Quyết định số 12/QĐ-UBND;"]),
        page([*HEAD[:2], f"{'':<33}TỜ TRÌNH", *GROUNDS[2:5]]),
        page([]),
    ],
)
def test_a_resume_a_letter_and_a_second_page_are_none(sheet: PageReading) -> None:
    assert looks_like_decision(sheet) < OPENS_DECISION
