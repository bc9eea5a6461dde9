"""Steps of pay, classes and levels: short values with few possible readings."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.correction import grades
from hrdigitize.extraction.correction.steps import Known, corrected
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import load_lists


@pytest.mark.parametrize(
    ("read", "meant"),
    [("99", "9/9"), ("bậc 712", "bậc 7/12"), ("719", "7/9"), ("Bậc 19", "Bậc 1/9")],
)
def test_a_step_gets_its_slash_back(read: str, meant: str) -> None:
    assert grades.step(read) == meant


# 12 may be the step itself, nothing is paid for 123, and 1112 is 1/12 or 11/12.
@pytest.mark.parametrize("text", ["5", "12", "9/9", "bậc 3", "123", "90", "1112", "1111", "Bậc cuối"])
def test_a_step_in_doubt_stays(text: str) -> None:
    assert grades.step(text) == text


def test_figures_are_steps_in_fields_of_steps_only() -> None:
    known = Known(load_lists())
    assert corrected("64", FieldType(Kind.TEXT), known).text == "64"
    assert corrected("68", FieldType(Kind.TEXT, "grade"), known).text == "6/8"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("bâc 5", "bậc 5"),
        ("bâc.2", "bậc 2"),
        ("Loai A", "Loại A"),
        ("Huy chương hang Nhì", "Huy chương hạng Nhì"),
        ("hang ba", "hạng ba"),
        ("hang động", "hang động"),
        ("loài Bướm", "loài Bướm"),
        ("Loại B1", "Loại B1"),
    ],
)
def test_words_that_count_get_their_marks(read: str, meant: str) -> None:
    assert grades.with_counted_words(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("loại BI ở", "loại B1"),
        ("Chứng chỉ BỊ", "Chứng chỉ B1"),
        ("Tiếng Anh 131", "Tiếng Anh B1"),
        ("Tiếng Anh A2", "Tiếng Anh A2"),
        ("loại A", "loại A"),
        ("loại II", "loại II"),
        ("hạng Nhất năm 2005", "hạng Nhất năm 2005"),
    ],
)
def test_levels_and_classes(read: str, meant: str) -> None:
    assert grades.levels(read) == meant
