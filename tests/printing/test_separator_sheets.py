"""Separator sheets as they come back from the scanner: their code says what was printed."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.separator_sheet import SeparatorSheet, parse
from hrdigitize.extraction.page.codes import codes_of
from hrdigitize.imaging.clean import clean
from hrdigitize.printing.separator_sheets import PrintedSheet, write_separator_sheets
from hrdigitize.services.separators import MOST_SHEETS, print_separators, sheets_for
from tests.generator.scanning import CLEAN, POOR, WORN, scan

_SHEETS = (
    SeparatorSheet("HS-2026-0042", "party-061", "Nguyễn Thị Thảo Vy"),
    SeparatorSheet(),
    SeparatorSheet("", "state-pay", "Lò Văn Ước"),
)


def _printed(*sheets: SeparatorSheet) -> pypdfium2.PdfDocument:
    content = io.BytesIO()
    write_separator_sheets([PrintedSheet(sheet, "Bản kiểm điểm") for sheet in sheets], content)
    return pypdfium2.PdfDocument(content.getvalue())


@pytest.mark.parametrize("level", [CLEAN, WORN, POOR])
@pytest.mark.parametrize("turn", [0, 180])
def test_a_scanned_sheet_is_told_again(level: int, turn: int) -> None:
    pages = [
        page.render(scale=300 / 72).to_pil().convert("L").rotate(turn, expand=True)
        for page in _printed(*_SHEETS)
    ]
    files = scan(pages, level, np.random.default_rng((level, turn)))
    read = [[parse(code.text) for code in codes_of(clean(next(iter(decode(file)))))] for file in files]
    assert read == [[sheet] for sheet in _SHEETS]


def test_what_a_sheet_says_stands_on_it_in_words() -> None:
    text = _printed(_SHEETS[0])[0].get_textpage().get_text_range()
    for said in ("PHIẾU PHÂN CÁCH", "HS-2026-0042", "Nguyễn Thị Thảo Vy", "party-061", "Bản kiểm điểm"):
        assert said in text


def test_no_sheet_is_no_file() -> None:
    with pytest.raises(ValueError, match="no separator"):
        write_separator_sheets([], io.BytesIO())


def test_one_sheet_for_each_type() -> None:
    sheets = sheets_for("12", ["party-001", "party-002"], "Lò Thị Ước", 2)
    assert [one.sheet.type for one in sheets] == ["party-001", "party-001", "party-002", "party-002"]
    assert [one.type_name for one in sheets][::2] == [
        "Lý lịch của người xin vào Đảng",
        "Lý lịch đảng viên",
    ]
    (plain,) = sheets_for("12", [], "", 1)
    assert plain.type_name == ""
    with pytest.raises(UserFault) as caught:
        sheets_for("12", ["party-105"], "", 1)
    assert caught.value.code == "type-unknown"


def test_too_many_and_too_long_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "sheets.pdf"
    for sheets, code in (
        ((), "separators-too-many"),
        (sheets_for("1", [], "", MOST_SHEETS + 1), "separators-too-many"),
        (sheets_for("x" * 500, [], "", 1), "separator-too-long"),
    ):
        with pytest.raises(UserFault) as caught:
            print_separators(sheets, target)
        assert caught.value.code == code
        assert not target.exists()
