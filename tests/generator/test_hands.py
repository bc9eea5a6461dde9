"""A hand's habits: date styles, tone placement, case, places, blanks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from tests.generator.careers import Month
from tests.generator.habits import DAY, MONTH, YEAR, Habit, Hand, draw_habit
from tests.generator.people import make_person
from tests.generator.wordlists import places
from tests.generator.writing import write

_DAY = date(1992, 3, 7)


def _habit(**changes: object) -> Habit:
    plain = Habit(
        date="/",
        padded=True,
        tones="old",
        initial="mixed",
        none="không",
        none_share=0.0,
        place="comma",
        period="{start} - {end}",
        capitals=False,
        decimal=",",
        detail="short",
        grade="{step}/{steps}",
        kin_days=False,
        omitted=0.0,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def _hand(**changes: object) -> Hand:
    return Hand(_habit(**changes), Random(1))


@pytest.mark.parametrize(
    ("style", "padded", "precision", "text"),
    [
        ("long", True, DAY, "07 tháng 03 năm 1992"),
        ("long", False, MONTH, "tháng 3 năm 1992"),
        ("/", True, DAY, "07/03/1992"),
        ("/", False, DAY, "7/3/1992"),
        ("-", True, DAY, "07-03-1992"),
        ("/", True, MONTH, "03/1992"),
        ("-", False, YEAR, "1992"),
    ],
)
def test_dates_are_written_in_the_style_of_the_hand(
    style: str, padded: bool, precision: int, text: str
) -> None:
    assert _hand(date=style, padded=padded).day(_DAY, precision) == text


def test_a_post_still_held_ends_with_nay() -> None:
    hand = _hand(padded=False, period="{start} đến {end}")
    assert hand.period(Month(2008, 2), None) == "2/2008 đến nay"


@pytest.mark.parametrize(
    ("tones", "text"),
    [("old", "Khánh Hòa, Thúy, ủy viên"), ("new", "Khánh Hoà, Thuý, uỷ viên")],
)
def test_tones_stand_where_the_hand_puts_them(tones: str, text: str) -> None:
    assert _hand(tones=tones).name("Khánh Hòa, Thúy, ủy viên") == text


@pytest.mark.parametrize(
    ("initial", "text"), [("upper", "Học sinh"), ("lower", "học sinh"), ("mixed", "học sinh")]
)
def test_first_letters_follow_the_hand(initial: str, text: str) -> None:
    assert _hand(initial=initial).words("học sinh") == text


def test_acronyms_keep_their_capitals() -> None:
    assert _hand(initial="lower").words("UBND xã") == "UBND xã"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("comma", "xã Dương Xá, huyện Gia Lâm, thành phố Hà Nội"),
        ("dash", "xã Dương Xá - huyện Gia Lâm - thành phố Hà Nội"),
        ("title", "Xã Dương Xá, Huyện Gia Lâm, Thành phố Hà Nội"),
        ("bare", "Dương Xá, Gia Lâm, Hà Nội"),
        ("preprinted", "Xã Dương Xá, Huyện Gia Lâm, Tỉnh Hà Nội"),
    ],
)
def test_places_are_written_in_the_style_of_the_hand(style: str, text: str) -> None:
    assert _hand(place=style).place(places()[0]) == text


def test_the_truth_of_a_date_keeps_the_precision_of_the_paper() -> None:
    for number in range(60):
        rng = Random(f"dates {number}")
        written = write(make_person(rng), draw_habit(rng), rng)
        for key, iso in written.iso.items():
            numbers = re.findall(r"[0-9]+", written.texts[key])
            assert sorted(map(int, numbers)) == sorted(int(part) for part in iso.split("-") if part)


def test_what_a_hand_leaves_out_is_blank_in_text_and_date() -> None:
    rng = Random("sparse")
    written = write(make_person(rng), _habit(omitted=1.0), rng)
    filled = {key for key, text in written.texts.items() if text}
    assert filled == {"full_name", "birth_date", "gender"}
    assert {key for key, iso in written.iso.items() if iso} == {"birth_date"}


def test_the_truth_says_nothing_about_labels_that_are_not_printed() -> None:
    rng = Random("labels")
    written = write(make_person(rng), _habit(), rng)
    truth = written.truth(frozenset({"full_name", "birth_date", "career"}))
    assert set(truth) == {"full_name", "birth_date", "birth_date__iso", "career"}
