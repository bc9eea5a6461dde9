"""What forms print is known word beside word, and nothing that people fill in is."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.page.printed import printed_wording
from hrdigitize.formdefs.loading import load_forms

PRINTED = printed_wording(load_forms().values())


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("1) Họ và tên khai sinh (viết chữ in hoa): LÒ THỊ ƯỚC", "1111111111000"),
        ("15.1- Trình độ giáo dục phổ thông: 12/12", "11111110"),
        ("Quầy tạp hóa - xã Ea Yông", "0000000"),
        ("", ""),
    ],
)
def test_each_word_is_printed_or_not(text: str, covered: str) -> None:
    assert PRINTED.covers(text.split()) == tuple(mark == "1" for mark in covered)


def test_a_wrong_mark_is_not_the_printed_word() -> None:
    assert PRINTED.covers(["Họ", "vả", "tên"]) == (False, False, False)
