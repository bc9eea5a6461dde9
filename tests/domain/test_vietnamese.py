"""Tone placement: two spellings of one word, and never more than that."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.vietnamese import new_tones, same_spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Uỷ ban", "Ủy ban"),
        ("Thuý", "Thúy"),
        ("sức khoẻ", "sức khỏe"),
        ("thiếu uý", "thiếu úy"),
        ("toạ đàm", "tọa đàm"),
        (unicodedata.normalize("NFD", "Hòa"), "Hoà"),
    ],
)
def test_old_and_new_placement_are_one_spelling(one: str, other: str) -> None:
    assert same_spelling(one, other)
    assert same_spelling(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hoà", "Hoa"), ("Hòa", "Hóa"), ("của", "cuả"), ("hòan", "hoàn"), ("Hòa", "hòa"), ("Thuý", "Thuỷ")],
)
def test_anything_else_is_another_spelling(one: str, other: str) -> None:
    assert not same_spelling(one, other)


@given(st.text(alphabet="hHoOaAeEuUyYtnqòóỏõọÒàáÀÉèéủÚỳýỵ -12", max_size=30))
def test_placing_again_changes_nothing(text: str) -> None:
    once = new_tones(text)
    assert new_tones(once) == once
    assert len(once) == len(text)


def test_closed_syllables_stay_as_they_are() -> None:
    assert new_tones("hoàn toàn, suýt, huỳnh, khoản") == "hoàn toàn, suýt, huỳnh, khoản"
