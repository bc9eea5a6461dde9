"""Every class of errors, by cases that were seen on scans or are near to them."""

from __future__ import annotations

import pytest

from benchmarks.error_classes import ClassCount, ErrorClass, error_class, error_counts
from benchmarks.scoring import Outcome
from hrdigitize.domain.reading import State
from tests.benchmarks.readings import outcome, reading


@pytest.mark.parametrize(
    ("truth", "text", "error"),
    [
        ("Thôn 7", "", ErrorClass.VALUE_AS_BLANK),
        ("", "II", ErrorClass.BLANK_AS_VALUE),
        (None, "Con", ErrorClass.ROW_TOO_MANY),
        ("1,82m", "1,82 m", ErrorClass.SPACES),
        ("Không", "không", ErrorClass.CASE),
        ("Bùi Thị Ẻ", "Bùi Thị É", ErrorClass.MARKS),
        ("Đỗ Văn An", "Dỗ Văn An", ErrorClass.MARKS),
        ("Hưởng lương; nay nghỉ", "Hưởng lương, nay nghỉ", ErrorClass.PUNCTUATION),
        ("3,66", "3.66", ErrorClass.PUNCTUATION),
        ("040082666747", "040062666747", ErrorClass.DIGITS),
        ("74", "14", ErrorClass.DIGITS),
        ("Kinh", "Kính", ErrorClass.MARKS),
        ("Kinh", "Kinn", ErrorClass.ONE_LETTER),
        ("Kinh", "Kinh Tôn giáo không", ErrorClass.TOO_LONG),
        ("xã Cổ Loa, huyện Đông Anh", "xã Cỗ Loa", ErrorClass.CUT_SHORT),
        ("Vượng", "Mẫn", ErrorClass.OTHER),
    ],
)
def test_a_wrong_reading_belongs_to_the_first_class_that_fits(
    truth: str | None, text: str, error: ErrorClass
) -> None:
    assert error_class(truth, reading(text)) is error


def test_what_was_not_read_or_not_legible_has_a_class_of_its_own() -> None:
    assert error_class("Kinh", None) is ErrorClass.NOT_READ
    assert error_class("Kinh", reading("K", state=State.ILLEGIBLE)) is ErrorClass.ILLEGIBLE


def test_classes_are_counted_by_acceptance_and_right_readings_are_not() -> None:
    marks = [outcome(False), outcome(False), outcome(False, accepted=True)]
    other = [Outcome("kind", "Vượng", reading("Mẫn"), right=False)]
    assert error_counts([*other, *marks, outcome(True)]) == (
        ClassCount(ErrorClass.MARKS, 1, 2),
        ClassCount(ErrorClass.OTHER, 0, 1),
    )
