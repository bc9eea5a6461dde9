"""What counts as right: the rule of the stable command line, case by case."""

from __future__ import annotations

import pytest

from benchmarks.scoring import is_right, score, tally
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, Period, State, Value


def _read(
    text: str, value: Value = None, *, state: State = State.VALUE, accepted: bool = False
) -> FieldReading:
    return FieldReading(state, value, text, text, 1, Box(0, 0, 1, 1), 0.5, accepted)


_BLANK = _read("", state=State.BLANK)


@pytest.mark.parametrize(
    ("text", "truth", "right"),
    [
        ("Nguyễn Văn Ân", "Nguyễn Văn Ân", True),
        ("Nguyễn  Văn\nÂn", "Nguyễn Văn Ân", True),
        ("Nguye\u0302\u0303n Va\u0306n A\u0302n", "Nguyễn Văn Ân", True),
        ("Nguyễn Văn ân", "Nguyễn Văn Ân", False),
        ("Hoà", "Hòa", False),
        ("Kinh.", "Kinh", False),
    ],
)
def test_text_is_right_when_it_differs_in_nothing_but_white_space(text: str, truth: str, right: bool) -> None:
    assert is_right(_read(text), truth, None) is right


@pytest.mark.parametrize(
    ("value", "iso", "right"),
    [
        ("1992-03-07", "1992-03-07", True),
        ("1992-03", "1992-03-07", False),
        (Period("2010-09", "2014-06"), "2010-09/2014-06", True),
        (Period("2023-02", None), "2023-02/..", True),
        (Period("2023-02", "2024-01"), "2023-02/..", False),
        (None, "1992", False),
    ],
)
def test_a_date_is_right_by_its_value_too(value: Value, iso: str, right: bool) -> None:
    assert is_right(_read("07 tháng 3 1992", value), "07 tháng 03 năm 1992", iso) is right


def test_a_blank_is_right_as_blank_only() -> None:
    assert is_right(_BLANK, "", "")
    assert not is_right(_read(""), "", "")
    assert not is_right(_read("…"), "", None)
    assert not is_right(_BLANK, "Kinh", None)
    assert not is_right(_read("Kinh", state=State.ILLEGIBLE), "Kinh", None)
    assert not is_right(None, "", None)


def test_companions_are_not_counted_and_missing_keys_are_wrong() -> None:
    found = score(
        {"birth_date": "1992", "birth_date__iso": "1992", "gender": "nam"}, {"birth_date": _read("1992")}, {}
    )
    assert [(one.key, one.right) for one in found.fields] == [("birth_date", True), ("gender", False)]
    assert found.cells == ()


def test_rows_are_paired_in_order_and_missing_and_extra_rows_are_wrong() -> None:
    truth = {"family": [{"relation": "Bố", "name": "A"}, {"relation": "Mẹ", "name": "B"}]}
    whole = {"relation": _read("Bố"), "name": _read("A")}
    second = {"relation": _read("Mẹ"), "name": _read("X")}
    extra = {"relation": _BLANK, "name": _BLANK}

    assert [one.right for one in score(truth, {}, {"family": (whole,)}).cells] == [True, True, False, False]
    assert [one.right for one in score(truth, {}, {"family": (second, whole)}).cells] == [False] * 4
    cells = score(truth, {}, {"family": (whole, second, extra)}).cells
    assert [one.right for one in cells] == [True, True, True, False, False, False]
    assert cells[-1].key == "family[2].name"
    assert cells[-1].truth is None


def test_periods_of_cells_are_right_by_their_companion() -> None:
    truth = {"career": [{"period": "2/2008 đến nay", "period__iso": "2008-02/..", "post": ""}]}
    row = {"period": _read("2/2008 - nay", Period("2008-02", None)), "post": _BLANK}
    assert [one.right for one in score(truth, {}, {"career": (row,)}).cells] == [True, True]


def test_the_tally_counts_blanks_and_wrongly_accepted_apart() -> None:
    truth = {"a": "x", "b": "y", "c": "", "d": ""}
    fields = {"a": _read("x", accepted=True), "b": _read("z", accepted=True), "c": _BLANK, "d": _read("q")}
    counts = tally(score(truth, fields, {}).fields)
    assert (counts.total, counts.right) == (4, 2)
    assert (counts.blanks, counts.blanks_right) == (2, 1)
    assert (counts.accepted, counts.accepted_wrong) == (2, 1)
