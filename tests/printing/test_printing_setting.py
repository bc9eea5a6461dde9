"""Breaking printed lines: nothing is lost, nothing sticks out, leaders fill what is free."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.printing.setting import Atom, Leader, Segment, natural_width, set_lines

_LETTERS = st.text("ab Ễ", max_size=30)
_ATOMS = st.lists(st.one_of(_LETTERS, st.builds(Leader, st.integers(1, 3), st.integers(0, 4))), max_size=8)


def _measure(text: str) -> float:
    return float(len(text))


def _text(line: tuple[Segment, ...]) -> str:
    return "".join(segment.text for segment in line)


def test_a_value_wraps_and_a_leader_fills_its_last_line() -> None:
    first, second = set_lines(["Quê quán: xã Một, huyện Hai", Leader(1)], 16, _measure)
    assert _text(first) == "Quê quán: xã"
    assert _text(second) == "Một, huyện Hai"
    assert second[-1] == Segment(14, 2, "")


def test_leaders_share_the_free_room_by_weight() -> None:
    (line,) = set_lines([Leader(1), "/", Leader(1), "/", Leader(2)], 22, _measure)
    assert [segment.width for segment in line] == [5, 1, 5, 1, 10]


def test_blanks_of_one_date_stay_together() -> None:
    first, second = set_lines(["Ngày hưởng: ", Leader(1, 3), "/", Leader(1, 3)], 17, _measure)
    assert _text(first) == "Ngày hưởng:"
    assert _text(second) == "/"


def test_a_space_before_a_leader_is_kept() -> None:
    (line,) = set_lines(["Cân nặng: ", Leader(1), " kg"], 20, _measure)
    assert line[0].text == "Cân nặng: "
    assert line[-1].text == " kg"
    assert natural_width(line) == 20


def test_a_word_wider_than_the_line_is_broken() -> None:
    lines = set_lines(["x " + "ab" * 5], 4, _measure)
    assert [_text(line) for line in lines] == ["x", "abab", "abab", "ab"]


@pytest.mark.parametrize("atoms", [[], [""], ["  "]])
def test_nothing_is_one_empty_line(atoms: list[Atom]) -> None:
    assert set_lines(atoms, 10, _measure) == ((),)


@given(_ATOMS, st.integers(5, 40))
def test_no_letter_is_lost(atoms: list[Atom], width: int) -> None:
    lines = set_lines(atoms, width, _measure)
    printed = "".join(_text(line) for line in lines)
    given_text = "".join(atom for atom in atoms if isinstance(atom, str))
    assert "".join(printed.split()) == "".join(given_text.split())


@given(_ATOMS, st.integers(5, 40))
def test_segments_follow_each_other_within_the_width(atoms: list[Atom], width: int) -> None:
    for line in set_lines(atoms, width, _measure):
        reached = 0.0
        for segment in line:
            assert segment.x == pytest.approx(reached)
            reached = segment.x + segment.width
        assert reached <= width + 1e-6


@given(_ATOMS, st.integers(5, 40))
def test_a_line_with_a_leader_reaches_the_right_edge(atoms: list[Atom], width: int) -> None:
    for line in set_lines(atoms, width, _measure):
        if any(not segment.text for segment in line):
            assert natural_width(line) == pytest.approx(width)
