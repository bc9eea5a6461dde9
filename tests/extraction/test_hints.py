"""Hints in brackets are no value, and brackets in a value are no hint."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.documents import read_document
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from tests.extraction.printed import page

_FORM = load_forms()["2c-tctw-98"]
_LABEL = "15) Ngày tham gia các tổ chức chính trị, xã hội: "


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        # The line ends within a bracket of the value, with a word that hints have too.
        (
            [f"{_LABEL}21 tháng 05 năm 1986 (Công", "đoàn Việt Nam)"],
            "21 tháng 05 năm 1986 (Công đoàn Việt Nam)",
        ),
        (
            [f"{_LABEL}21 tháng 05 năm 1986", "(Ngày vào Đoàn TNCSHCM, Công đoàn, Hội …)"],
            "21 tháng 05 năm 1986",
        ),
        (
            [f"{_LABEL}21 tháng 05 năm 1986 (Ngày vào Đoàn", "TNCSHCM, Công đoàn, Hội …)"],
            "21 tháng 05 năm 1986",
        ),
    ],
)
def test_a_hint_goes_and_a_bracket_of_the_value_stays(lines: list[str], value: str) -> None:
    top = ["Mẫu 2C/TCTW-98", "SƠ YẾU LÝ LỊCH", "1) Họ và tên khai sinh: LÒ THỊ ƯỚC"]
    sheet = page([*top, *lines, "16) Ngày nhập ngũ: 04 tháng 12 năm 1985"])
    found = read_document([sheet], _FORM, 1, load_lists()).fields["organization_joined"]
    assert found.text == value
