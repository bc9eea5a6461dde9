"""What a paper does throughout decides on single values: points in decimals, a hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.page import PageReading
from tests.extraction.printed import page
from tests.extraction.test_read_document import TOP, read

_PAY = "Hệ số: 3.33        Phụ cấp chức vụ: 0.30        Phụ cấp khác: 0.50"


def with_decimals(*texts: str, sure: float = 0.97) -> PageReading:
    sheet = page([*TOP, "14) Ngạch công chức (viên chức): Cán sự        Mã ngạch: 01.004", *texts])
    lines = tuple(
        replace(line, words=tuple(replace(w, confirmed=sure if "." in w.text else 0.97) for w in line.words))
        for line in sheet.lines
    )
    return replace(sheet, lines=lines)


def codes(sheet: PageReading, key: str) -> list[str]:
    return [doubt.code for doubt in read(sheet).fields[key].doubts]


def test_points_stand_where_the_paper_surely_has_points() -> None:
    assert "doubt-decimal-sign" not in codes(with_decimals(_PAY), "salary_coefficient")


@pytest.mark.parametrize(
    "sheet",
    [
        # Too few to tell; commas that lost their tails are read as points, but less surely.
        with_decimals("Hệ số: 3.33"),
        with_decimals(_PAY, sure=0.8),
    ],
)
def test_points_are_doubted_where_they_may_be_commas(sheet: PageReading) -> None:
    assert "doubt-decimal-sign" in codes(sheet, "salary_coefficient")


def one_word_drawn(of_labels: float) -> PageReading:
    """The page with one word of a name surely drawn by hand, and its labels as likely as given."""
    sheet = page(TOP)
    labels = {word for text in TOP[4:] for word in text.split(":")[0].split()}
    chances = {"THỊ": 0.93, **dict.fromkeys(labels, of_labels)}
    lines = tuple(
        replace(line, words=tuple(replace(w, hand=chances.get(w.text.strip(":"), 0.01)) for w in line.words))
        for line in sheet.lines
    )
    return replace(sheet, lines=lines)


def test_a_word_surely_drawn_by_hand_says_nothing_where_the_forms_own_print_looks_so() -> None:
    assert "doubt-handwriting" in codes(one_word_drawn(0.01), "full_name")
    assert "doubt-handwriting" not in codes(one_word_drawn(0.95), "full_name")
