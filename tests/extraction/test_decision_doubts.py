"""What a decision says twice or on a further page, and what of it stays unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import union
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.extraction.decisions.decisions import looks_like_annex
from hrdigitize.extraction.decisions.layout import HINTED, RULED
from hrdigitize.extraction.documents import read_document
from hrdigitize.extraction.separation import separate
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from tests.extraction.printed import line, page
from tests.extraction.test_decisions import (
    FOOT,
    GROUNDS,
    HEAD,
    PARTY,
    RULING,
    STATE,
    TITLE,
    columns,
    people,
    read,
    texts,
    with_first_article,
)
from tests.extraction.test_read_document import TOP, TRAINING

_FORMS = load_forms()
_HEADER = ["TT", "Họ và tên", "Ngày sinh", "Chức vụ, đơn vị công tác"]
_ANNEX = page(
    ["DANH SÁCH", "(Kèm theo Quyết định số 215/QĐ-UBND ngày 15 tháng 9 năm 2019)", "#0"],
    tables=[[_HEADER, ["1", "Lò Văn Ước", "02/9/1980", "Xã Suối Trong"]]],
)
_OVERLEAF = page(["#0"], tables=[[["2", "Hà Thị Nhung", "", "Xã Suối Sâu"]]])


def fields(*pages: PageReading) -> dict[str, FieldReading]:
    return dict(read_document(pages, _FORMS["decision"], 1, load_lists()).fields)


def spans(*pages: PageReading) -> Sequence[tuple[int, int, str | None]]:
    return [(span.first, span.last, span.form) for span in separate(pages, _FORMS).spans]


def test_a_list_behind_the_signatures_belongs_to_the_decision_and_goes_on_overleaf() -> None:
    assert spans(page(STATE), _ANNEX, _OVERLEAF, page(PARTY)) == [(1, 3, "decision"), (4, 4, "decision")]


def test_a_table_that_names_no_decision_does_not_join_a_finished_one() -> None:
    other = page(["DANH SÁCH", "Học viên lớp bồi dưỡng", "#0"], tables=[[_HEADER, ["1", "A", "", ""]]])
    assert spans(page(STATE), other) == [(1, 1, "decision"), (2, 2, None)]
    assert looks_like_annex(_ANNEX)
    assert not looks_like_annex(other)


def test_a_decision_that_is_signed_in_other_words_is_finished_all_the_same() -> None:
    signed = [text for text in STATE if "nhận" not in text]
    signed += ["NƠI GỬI:        T/M UBND HUYỆN", "- Như Điều 3        CHỦ TỊCH", "        Lò Thị Ước"]
    report = page(["Pacific Language Centre", "Test of English - Score Report", "#0"], tables=[[_HEADER] * 2])
    assert spans(page(signed), report) == [(1, 1, "decision"), (2, 2, None)]


def test_a_page_of_a_resume_never_joins_a_decision() -> None:
    resume = page([*TOP, "6) Dân tộc: Thái        7) Tôn giáo: không", "#0"], tables=[TRAINING])
    assert spans(page(STATE), resume) == [(1, 1, "decision"), (2, 2, "2c-bnv-2008")]


def test_a_name_cut_by_a_speck_is_whole_where_a_later_article_has_it_whole() -> None:
    sheet = with_first_article("Điều 1. Miễn nhiệm chức vụ Kế toán trưởng đối với ông Lò Văn, Ước.")
    found = fields(sheet)["full_name"]
    assert (found.text, found.accepted) == ("Lò Văn Ước", False)


def test_a_name_that_a_later_article_has_otherwise_is_unsure() -> None:
    same = with_first_article("Điều 1. Cho thôi việc đối với ông Lò Văn Ước.")
    other = with_first_article("Điều 1. Cho thôi việc đối với ông Lò Văn Ướt.")
    assert read(same).fields["full_name"].similarity == RULED
    assert read(other).fields["full_name"].similarity == HINTED


def test_a_highland_name_with_its_apostrophe_apart() -> None:
    sheet = with_first_article("Điều 1. Cho thôi việc đối với bà H' Đăm Êñuôl, Bí thư Huyện ủy.")
    assert (texts(sheet)["full_name"], texts(sheet)["person_from"]) == ("H' Đăm Êñuôl", "Bí thư Huyện ủy")


def test_a_signer_that_was_not_found_is_no_sure_blank() -> None:
    found = fields(page(STATE[:-1]))["signer"]
    assert (found.state, found.accepted) == (State.BLANK, False)


def test_an_act_that_does_not_open_article_one_is_unsure() -> None:
    sure = with_first_article("Điều 1. Bổ nhiệm ông Lò Văn Ước giữ chức vụ Chủ tịch.")
    subject_only = with_first_article("Điều 1. Xxx ông Lò Văn Ước giữ chức vụ Chủ tịch.")
    assert read(sure).fields["kind"].similarity == RULED
    assert read(subject_only).fields["kind"].similarity == HINTED


def test_a_post_ends_where_the_reason_or_the_rank_s_code_begins() -> None:
    article = (
        "Điều 1. Tặng Giấy khen cho ông Lò Văn Ước, Bí thư Huyện ủy, đã có thành tích xuất sắc năm 2020.",
        "Điều 1. Thi hành kỷ luật ông Lò Văn Ước, Bí thư Huyện ủy. Lý do: vi phạm quy định.",
        "Điều 1. Thi hành kỷ luật ông Lò Văn Ước, Bí thư Huyện ủy, bằng hình thức cảnh cáo.",
    )
    for text in article:
        assert texts(with_first_article(text))["person_from"] == "Bí thư Huyện ủy"
    relief = "Điều 1. Cho thôi giữ chức vụ Bí thư Huyện ủy đối với ông Lò Văn Ước để nhận nhiệm vụ mới."
    assert texts(with_first_article(relief))["person_from"] == "Bí thư Huyện ủy"
    rank = with_first_article("Điều 1. Bổ nhiệm ông Lò Văn Ước vào ngạch chuyên viên (mã số 01.003), bậc 2.")
    assert texts(rank)["person_to"] == "chuyên viên"


def test_signs_beside_an_agency_and_a_motto_run_into_it() -> None:
    head = [
        "ỦY BAN NHÂN DÂN TỈNH VĨNHCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        columns("       „ LONG", "Độc lập - Tự do - Hạnh phúc"),
        columns("        SỞ NỘI VỤ"),
    ]
    sheet = page([*head, *HEAD[2:], *TITLE, *GROUNDS, *RULING, *FOOT])
    assert fields(sheet)["issuing_agency"].text == "ỦY BAN NHÂN DÂN TỈNH VĨNH LONG SỞ NỘI VỤ"


def test_the_head_s_place_is_a_unit_s_name_in_the_spelling_of_the_agency() -> None:
    head = [HEAD[0], columns("PHƯỜNG PHÙ VÂN", "   Độc lập - Tự do - Hạnh phúc")]
    dated = columns("Số: 215/QĐ-UBND", "  Phù Vần, ngày 15 tháng 9 năm 2025")
    found = fields(page([*head, dated, *TITLE, *GROUNDS, *RULING, *FOOT]))["issued_at"]
    assert (found.text, found.accepted) == ("Phù Vân", False)


RAGGED = (
    "Điều 1. Tuyển dụng các ông, bà có tên sau đây:",
    "1. Ông Lò Văn Ước, sinh năm 1980, vào làm việc tại Trung tâm Dịch vụ nông nghiệp huyện",
    "Sao Mai;",
    "2. Bà Hà Thị Nhung, vào làm việc tại Trung tâm Dịch vụ việc làm thuộc tỉnh.",
)


def test_a_stray_word_at_the_edge_of_the_page_ends_no_paragraph() -> None:
    sheet = with_first_article(*RAGGED)
    signer = sheet.lines[-1]
    stray = replace(sheet, lines=(*sheet.lines, line("ký", signer.box.y, left=2440)))
    assert people(read(stray)) == people(read(sheet))
    assert people(read(sheet))[0]["person_to"] == "Trung tâm Dịch vụ nông nghiệp huyện Sao Mai"


def test_a_streak_that_reads_as_strokes_beside_many_lines_is_no_margin() -> None:
    sheet = with_first_article(*RAGGED)
    stroke = line("|", sheet.lines[0].box.y, left=2440).words[0]
    beside = tuple(
        replace(one, words=(*one.words, replace(stroke, box=replace(stroke.box, y=one.box.y))))
        if at % 2
        else one
        for at, one in enumerate(sheet.lines)
    )
    lines = tuple(replace(one, box=union([word.box for word in one.words]) or one.box) for one in beside)
    assert people(read(replace(sheet, lines=lines)))[0] == people(read(sheet))[0]


def test_a_short_line_that_no_sign_ends_goes_on_with_a_small_letter() -> None:
    sheet = with_first_article(
        "Điều 1. Cho bà Hà Thị Nhung, Ban Quản lý các khu",
        "công nghiệp tỉnh Tây Ninh, được thôi việc kể từ ngày 01 tháng 10 năm 2011.",
    )
    assert texts(sheet)["person_from"] == "Ban Quản lý các khu công nghiệp tỉnh Tây Ninh"


def test_a_surname_like_a_form_of_address_is_no_second_person() -> None:
    sheet = with_first_article(
        "Điều 1. Chỉ định đồng chí Ông Mạnh Toản, sinh ngày 14/9/1994, Bí thư Tỉnh đoàn, tham gia",
        "Ban Chấp hành Đảng bộ xã Tà Xùa.",
    )
    assert texts(sheet)["full_name"] == "Ông Mạnh Toản"
    assert people(read(sheet)) == []


@pytest.mark.parametrize(
    ("said", "sure"),
    [("Ông Minh Chí Hữu", False), ("ông Minh Chí Hữu", True), ("Ông Nguyễn Chí Hữu", True)],
)
def test_a_capital_title_before_no_usual_surname_may_be_the_surname(said: str, sure: bool) -> None:
    article = f"Điều 1. Bổ nhiệm {said}, công chức xã Suối Trong, giữ chức vụ Trưởng phòng."
    sheet = page([*HEAD, *TITLE, *GROUNDS, article, "Điều 2. Quyết định này có hiệu lực từ ngày ký.", *FOOT])
    found = fields(sheet)["full_name"]
    assert found.text == said.split(" ", 1)[1]
    unlabelled = any(doubt.code == "doubt-label-weak" for doubt in found.doubts)
    assert unlabelled is not sure, found


def test_the_label_of_an_old_post_is_no_part_of_it() -> None:
    sheet = with_first_article(
        "Điều 1. Nâng lương thường xuyên cho bà Hà Thị Nhung, chức vụ: Trường THPT Trần Phú; bậc lương",
        "cũ 3/9, hệ số 5,08; bậc lương mới 4/9, hệ số 5,42.",
    )
    assert texts(sheet)["person_from"] == "Trường THPT Trần Phú"
