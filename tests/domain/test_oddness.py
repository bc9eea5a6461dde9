"""What looks unlike the rest of its column, and what does not."""

from __future__ import annotations

import pytest

from hrdigitize.domain.oddness import OddCode, oddness, shape

_BIRTHS = ["06/07/1970", "12/11/1968", "30/01/1975", "02/09/1981", "15/05/1979", "21/12/1966"]
_NUMBERS = [f"0011700{n:05}" for n in range(12)]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("06/07/1970", "99/99/9999"),
        ("NGUYỄN THỊ ƯỚC", "A"),
        ("Xã Hòa Xá, huyện Ứng Hòa", "a, a"),
        ("01.003", "99.999"),
        ("", ""),
    ],
)
def test_a_shape_keeps_figures_and_signs(text: str, made: str) -> None:
    assert shape(text) == made


def _odd(texts: list[str]) -> dict[str, tuple[OddCode, ...]]:
    return {text: one.codes for text, one in zip(texts, oddness(texts), strict=True) if one.codes}


def test_a_year_far_from_all_others_is_odd() -> None:
    assert _odd([*_BIRTHS, "06/07/1907"]) == {"06/07/1907": (OddCode.YEAR,)}


def test_people_of_all_ages_are_not_odd() -> None:
    assert _odd([*_BIRTHS, "01/03/1999", "07/08/1959"]) == {}


def test_a_date_written_otherwise_is_odd_where_nearly_all_are_written_alike() -> None:
    births = [f"{day:02}/07/1970" for day in range(1, 13)]
    assert _odd([*births, "6 tháng 7 năm 1970"]) == {"6 tháng 7 năm 1970": (OddCode.SHAPE, OddCode.LENGTH)}


def test_two_persons_cannot_have_one_number() -> None:
    found = _odd([*_NUMBERS, _NUMBERS[3]])
    assert found == {_NUMBERS[3]: (OddCode.TWICE,)}


def test_two_persons_can_have_one_birthday() -> None:
    assert _odd([*_BIRTHS, _BIRTHS[0]]) == {}


def test_a_number_with_a_figure_too_few_is_odd() -> None:
    assert list(_odd([*_NUMBERS, "00117000100"])) == ["00117000100"]


def test_a_word_that_nobody_else_has_is_odd_in_a_list() -> None:
    assert _odd(["Nam"] * 20 + ["Nữ"] * 15 + ["Nứ"]) == {"Nứ": (OddCode.RARE,)}


def test_names_are_all_different_and_none_is_odd() -> None:
    names = ["NGUYỄN THỊ ƯỚC", "LÊ MAI", "TRẦN VĂN BÌNH", "PHẠM THỊ THU HÀ", "VŨ ĐỨC ANH"]
    assert _odd(names) == {}


def test_a_blank_among_filled_ones_is_odd() -> None:
    assert _odd([*_NUMBERS, ""]) == {"": (OddCode.BLANK,)}


def test_of_a_handful_nobody_can_say_what_is_usual() -> None:
    assert _odd(["Nam", "Nam", "x9", ""]) == {}


def test_the_odder_one_has_the_larger_score() -> None:
    whole = oddness([*_NUMBERS, "00117000100", ""])
    assert whole[-2].score > whole[-1].score > whole[0].score == 0
