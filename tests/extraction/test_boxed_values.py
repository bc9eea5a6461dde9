"""Ticks, and signs that stand in a box each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import FieldReading, State
from tests.extraction.forms.read_forms import read
from tests.extraction.printed import is_open, page

HEALTH = ["18) Tình trạng sức khoẻ: Tốt        - Thương binh loại: không"]


def _family(said: str, mark: Box | None = None) -> FieldReading:
    line = f"- Gia đình liệt sỹ: {said}        - Gia đình có công với CM: không"
    sheet: PageReading = page([*HEALTH, line])
    return read("2-hsdv", replace(sheet, marks=(mark,) if mark else ())).fields["martyr_family"]


def _codes(reading: FieldReading) -> list[str]:
    return [doubt.code for doubt in reading.doubts]


@pytest.mark.parametrize("said", ["x", "X", "v"])
def test_ink_in_the_box_is_a_tick(said: str) -> None:
    reading = _family(said)
    assert (reading.text, reading.value, is_open(reading)) == (said, "có", True)


def test_no_ink_is_a_blank() -> None:
    reading = _family("")
    assert (reading.state, reading.value, is_open(reading)) == (State.BLANK, None, True)


@pytest.mark.parametrize("said", ["xƒ", "x⁄4", "K"])
def test_a_ragged_tick_is_proposed_and_doubted(said: str) -> None:
    reading = _family(said)
    assert (reading.text, reading.value, reading.raw.strip(" :-")) == ("x", "có", said)
    assert _codes(reading) == ["doubt-tick-unsure"]


@pytest.mark.parametrize("said", ["LÌ", "[]", "O"])
def test_a_frame_that_was_read_as_text_is_a_doubted_blank(said: str) -> None:
    reading = _family(said)
    assert (reading.state, reading.accepted) == (State.BLANK, False)


def test_ink_that_gave_no_text_is_a_doubted_tick() -> None:
    place = _family("").box
    reading = _family("", Box(place.x + 10, place.y + 2, 30, 30))
    assert (reading.state, reading.value, reading.accepted) == (State.VALUE, "có", False)
    assert "doubt-tick-unsure" in _codes(reading)


def test_a_word_in_the_place_of_a_tick_stays() -> None:
    assert (_family("không").text, _family("không").value) == ("không", "không")
    assert _codes(_family("ông nội")) == ["doubt-wrong-type"]


def _number(said: str) -> FieldReading:
    return read("2-hsdv", page([f"SỐ LÝ LỊCH: {said}", "SỐ THẺ ĐẢNG VIÊN:"])).fields["party_file_number"]


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        ("0 1 2 3 45 ABC", "012345ABC"),
        ("|0|1|2|3|4|5|A|B|", "012345AB"),
        ("012345AB", "012345AB"),
        ("", ""),
    ],
)
def test_signs_of_a_row_of_boxes_are_one_value(said: str, joined: str) -> None:
    assert (_number(said).text, _codes(_number(said))) == (joined, [])


def test_more_signs_than_boxes_are_doubted() -> None:
    assert _codes(_number("0 1 2 3 4 5 6 7 8 9 A")) == ["doubt-box-count"]
