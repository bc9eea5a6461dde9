"""Values between the words of printed sentences: only the sentences with an answer are value."""

from __future__ import annotations

import pytest

from hrdigitize.extraction.sentences import filled
from hrdigitize.formdefs.model import LabelDef, LabelPart

HOUSES = (
    "+ Được cấp, được thuê (loại nhà): …, tổng diện tích sử dụng: … m2.",
    "Giấy chứng nhận quyền sở hữu: …",
    "+ Nhà tự mua, tự xây (loại nhà): …, tổng diện tích sử dụng: … m2.",
    "Giấy chứng nhận quyền sở hữu: …",
)
LAND = ("+ Đất được cấp: … m2,", "+ Đất tự mua: … m2")
INCOME = ("…", "+ Các nguồn khác: …")


def _label(sentences: tuple[str, ...], *units: str) -> LabelDef:
    return LabelDef(LabelPart.FIELD, "housing", ("Nhà ở",), suffixes=units, sentences=sentences)


def _text(said: str, sentences: tuple[str, ...], *units: str) -> str:
    told = filled(said, _label(sentences, *units))
    assert told is not None
    return told.text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (": + Đất được cấp: m2, + Đất tự mua: m2 -", ""),
        (": + Đất được cấp: 330 m2, + Đất tự mua: m2", "Đất được cấp: 330 m2,"),
        (": + Đất được cấp: mà, + Đất tự mua: 71 m²", "Đất tự mua: 71 m2"),
        (": + Đất được cấp: 40 m2 + Đất tự mua: 71 m2", "Đất được cấp: 40 m2, + Đất tự mua: 71 m2"),
    ],
)
def test_only_sentences_with_an_answer_are_told(said: str, text: str) -> None:
    assert _text(said, LAND) == text


def test_a_unit_that_belongs_to_no_answer_is_left_out() -> None:
    assert _text("+ Đất được cấp: m2, + Đất tự mua: 71 m2", LAND, "m2") == "Đất tự mua: 71"


@pytest.mark.parametrize("sign", ["+", "Bù"])
def test_sentences_that_repeat_are_told_apart_by_their_order(sign: str) -> None:
    deed = "Giấy chứng nhận quyền sở hữu:"
    blank = f": {sign} Được cấp, được thuê (loại nhà): , tổng diện tích sử dụng: mà. {deed}"
    own = f"{sign} Nhà tự mua, tu xây (loại nhà): nhà sàn, tổng diện tích sử dụng: 41 m2."
    owned = "Nhà tự mua, tự xây (loại nhà): nhà sàn, tổng diện tích sử dụng: 41 m2."
    assert _text(f"{blank} {own} {deed}", HOUSES) == owned
    assert _text(f"{blank} {own} {deed} có", HOUSES) == f"{owned} {deed} có"


def test_printed_words_are_written_as_the_form_has_them_and_leave_a_doubt() -> None:
    told = filled("+ Dat duoc cap: 12 m2, + Đát tự nua: 3/1 m2", _label(LAND))
    assert told is not None
    assert (told.text, told.mended) == ("Đất được cấp: 12 m2, + Đất tự mua: 371 m2", True)
    plain = filled("+ Đất được cấp: 12 m2, + Đất tự mua: m2", _label(LAND))
    assert plain is not None
    assert not plain.mended


def test_a_first_sentence_without_words_of_its_own() -> None:
    assert _text(": 108.500.000 đồng, + Các nguồn khác: _", INCOME) == "108.500.000 đồng"
    both = "108.500.000 đồng + Các nguồn khác: chăn nuôi"
    assert _text(f": {both}", INCOME) == both


def test_a_speck_is_no_answer() -> None:
    said = "+ Được cấp, được thuê (loại nhà): bì tổng diện tích sử dụng: m2."
    told = filled(said, _label(HOUSES))
    assert told is not None
    assert (told.text, "bì" in told.rest) == ("", True)


def test_other_wording_is_not_taken_for_the_sentences() -> None:
    assert filled(": nhà cấp 4, 80 m2", _label(HOUSES)) is None
