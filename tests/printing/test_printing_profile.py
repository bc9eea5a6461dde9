"""The printed form as a reader of the file sees it: text, fonts, pages."""

from __future__ import annotations

import io
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from hrdigitize import bundle
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, Cadre, FieldPath
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from hrdigitize.printing.profile import write_profile
from tests.printing.made_up import PRINTED_AT, cadre, full_answers, given_text, texts

A4_POINTS = (595.28, 841.89)


@pytest.fixture(scope="module")
def form() -> FormDef:
    return load_forms()["2c-bnv-2008"]


def _written(form: FormDef, record: Cadre) -> bytes:
    target = io.BytesIO()
    write_profile(form, record, target, printed_at=PRINTED_AT)
    return target.getvalue()


def _pages(content: bytes) -> Iterator[str]:
    """The text of each page, white space as single spaces."""
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            yield " ".join(page.get_textpage().get_text_range().split())
    finally:
        document.close()


def _text(content: bytes) -> str:
    return " ".join(_pages(content))


def _ungapped(text: str) -> str:
    return "".join(text.split())


def test_every_value_can_be_copied_from_the_page(form: FormDef) -> None:
    answers = full_answers(form)
    text = _text(_written(form, cadre(form, answers)))
    assert unicodedata.is_normalized("NFC", text)
    assert [value for value in texts(answers) if value not in text] == []


def test_values_stand_behind_their_labels(form: FormDef) -> None:
    text = _text(_written(form, cadre(form, full_answers(form))))
    assert "Họ và tên khai sinh (viết chữ in hoa): NGUYỄN THỊ KIỀU OANH" in text
    assert "Sinh ngày: 06 tháng 07 năm 1970" in text
    assert re.search(r"Cân nặng: 57 +kg", text)


def test_transposed_records_run_across(form: FormDef) -> None:
    text = _text(_written(form, cadre(form, full_answers(form))))
    assert "Tháng/năm Ô40-0 Ô40-1 Ô40-2" in text
    assert "Hệ số lương Ô42-0 Ô42-1 Ô42-2" in text


def test_more_salary_records_than_columns_go_on_below(form: FormDef) -> None:
    text = _text(_written(form, cadre(form, full_answers(form, rows=8))))
    assert text.count("Mã ngạch/bậc") == 2
    assert "Tháng/năm Ô40-6 Ô40-7" in text


def test_rows_stand_in_the_order_of_their_numbers(form: FormDef) -> None:
    answers = {FieldPath("post", "career", row): given_text(f"việc{row}") for row in (10, 2, 0)}
    text = _text(_written(form, cadre(form, answers)))
    assert text.index("việc0") < text.index("việc2") < text.index("việc10")


def test_a_blank_form_prints_all_that_is_printed(form: FormDef) -> None:
    content = _written(form, cadre(form, {}))
    text = _text(content)
    for printed in (
        "3) Sinh ngày: tháng năm",
        "4) Nơi sinh: Xã , Huyện , Tỉnh",
        "Cân nặng: kg",
        "Người khai",
    ):
        assert printed in text
    assert len(list(_pages(content))) == 4


def test_blank_and_illegible_are_told_apart(form: FormDef) -> None:
    answers = {
        FieldPath("other_names"): Answer(State.BLANK),
        FieldPath("religion"): Answer(State.ILLEGIBLE, "Ph?t"),
    }
    text = _text(_written(form, cadre(form, answers)))
    assert "Tên gọi khác: 3)" in text
    assert "Tôn giáo: (không đọc được)" in text
    assert "Ph?t" not in text


def test_only_embedded_liberation_serif(form: FormDef) -> None:
    content = _written(form, cadre(form, full_answers(form)))
    names = re.findall(rb"/BaseFont /([\w+-]+)", content)
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+LiberationSerif(-\w+)?", name) for name in names)
    assert content.count(b"/FontFile2") == len(names)


def test_pages_are_a4_and_numbered_from_the_second(form: FormDef) -> None:
    content = _written(form, cadre(form, full_answers(form)))
    document = pypdfium2.PdfDocument(content)
    sizes = [page.get_size() for page in document]
    document.close()
    assert len(sizes) > 2
    assert all(size == pytest.approx(A4_POINTS, abs=0.01) for size in sizes)
    first, *others = _pages(content)
    assert first.startswith("Mẫu 2c-BNV/2008")
    assert [text.split()[0] for text in others] == [str(number) for number in range(2, len(sizes) + 1)]


def test_long_texts_wrap_and_run_over_pages(form: FormDef) -> None:
    long = "Từ năm 1990 đến năm 1995 công tác tại xã Phượng Cách; " * 150
    answers = full_answers(form)
    for path in (FieldPath("assessment"), FieldPath("awards"), FieldPath("detail", "family", 1)):
        answers[path] = given_text(long.strip())
    pages = list(_pages(_written(form, cadre(form, answers))))
    assert len(pages) > 8
    # Headers and page numbers stand between the parts of a row that runs over a page.
    assert " ".join(pages).count("công tác tại xã Phượng Cách") > 3 * 140
    assert sum("Mối quan hệ Họ và tên" in page for page in pages) > 3


def test_a_long_value_beside_others_is_printed_whole(form: FormDef) -> None:
    long = "Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo – " * 12 + "hết"
    answers = {FieldPath("post", "career", 0): given_text(long), FieldPath("gender"): given_text(long)}
    text = _ungapped(_text(_written(form, cadre(form, answers))))
    assert text.count(_ungapped(long)) == 2


def test_a_word_without_spaces_is_printed_whole(form: FormDef) -> None:
    answers = {
        FieldPath("full_name"): given_text("NGUYỄN" * 30),
        FieldPath("post", "career", 0): given_text("ỹ" * 200),
    }
    text = _ungapped(_text(_written(form, cadre(form, answers))))
    assert "NGUYỄN" * 30 in text
    assert "ỹ" * 200 in text


def test_lines_of_a_value_stay_lines(form: FormDef) -> None:
    answers = {FieldPath("assessment"): given_text("Dòng một\nDòng hai")}
    text = _text(_written(form, cadre(form, answers)))
    assert "Dòng một Dòng hai" in text


def test_text_inside_is_nfc_even_where_the_record_is_not(form: FormDef) -> None:
    answers = {FieldPath("full_name"): given_text(unicodedata.normalize("NFD", "NGUYỄN VĂN ẤT"))}
    assert "NGUYỄN VĂN ẤT" in _text(_written(form, cadre(form, answers)))


def test_the_same_record_gives_the_same_file(form: FormDef) -> None:
    record = cadre(form, full_answers(form))
    first = _written(form, record)
    assert first == _written(form, record)
    assert b"D:20260302083000+00'00'" in first


def test_another_form_needs_no_python(tmp_path: Path) -> None:
    source = (bundle.forms() / "2c-bnv-2008" / "form.toml").read_text("utf-8")
    changed = source.replace('id = "2c-bnv-2008"', 'id = "small"').replace("26) Số sổ BHXH", "26) Mã số BHXH")
    path = tmp_path / "small" / "form.toml"
    path.parent.mkdir()
    path.write_text(changed, "utf-8")
    assert tomllib.loads(changed)["id"] == "small"
    form = load_forms(tmp_path)["small"]
    answers = {FieldPath("social_insurance_number"): given_text("0123456789")}
    assert "26) Mã số BHXH: 0123456789" in _text(_written(form, cadre(form, answers)))
