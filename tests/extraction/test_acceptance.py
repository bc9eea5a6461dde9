"""The shipped weights fit the features; doubts of low confidence name the letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Word
from hrdigitize.domain.reading import Support
from hrdigitize.extraction.acceptance import (
    BLANK,
    FREE_FEATURES,
    GROUPS,
    confidence_of,
    features,
    group_of,
    is_sure,
    label_letters,
    left_open,
    load_calibration,
    lost_in_capitals,
    readers_agree,
    unsure,
)
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import Kind
from hrdigitize.formdefs.types import parse_type

SUPPORT = Support(
    engine=0.97,
    agreed=1.0,
    confirmed=0.999,
    same=True,
    known=1.0,
    unseen=0,
    clean=1.0,
    odd=0,
    label=1.0,
    page=0.9,
    words=2,
    doubted=False,
)
WORSE = {
    "engine": replace(SUPPORT, engine=0.4),
    "agreed": replace(SUPPORT, agreed=0.5),
    "confirmed": replace(SUPPORT, confirmed=0.6),
    "same": replace(SUPPORT, same=False),
    "known": replace(SUPPORT, known=0.0),
    "unseen": replace(SUPPORT, unseen=2),
    "clean": replace(SUPPORT, clean=0.5),
    "odd": replace(SUPPORT, odd=2),
    "label": replace(SUPPORT, label=0.5),
    "page": replace(SUPPORT, page=0.2),
    "doubted": replace(SUPPORT, doubted=True),
}


def test_every_kind_has_a_group_with_weights_for_every_feature() -> None:
    shipped = load_calibration()
    assert set(shipped) == set(GROUPS)
    kinds = {group_of(kind, blank=False, cell=cell) for kind in Kind for cell in (False, True)}
    assert {*kinds, group_of(Kind.DATE, blank=True, cell=True)} == set(GROUPS)
    assert {len(weights.weights) for weights in shipped.values()} == {len(features(SUPPORT))}
    assert all(0.9 <= weights.limit <= 1.0 for weights in shipped.values())


@pytest.mark.parametrize("group", [*GROUPS, BLANK])
@pytest.mark.parametrize("what", sorted(WORSE))
def test_nothing_that_speaks_against_a_reading_makes_it_surer(group: str, what: str) -> None:
    weights = load_calibration()[group]
    assert confidence_of(WORSE[what], weights) <= confidence_of(SUPPORT, weights)
    free = [weight for at, weight in enumerate(weights.weights) if at not in FREE_FEATURES]
    assert min(free) >= 0.0


def test_looks_that_differ_are_for_a_person_whatever_the_confidence() -> None:
    assert readers_agree(SUPPORT, blank=False)
    assert not readers_agree(replace(SUPPORT, agreed=0.5), blank=False)
    # What the first look read otherwise is outvoted where the two line readers agree.
    assert readers_agree(replace(SUPPORT, same=False), blank=False)
    # A blank has no words that looks could agree on.
    assert readers_agree(replace(SUPPORT, agreed=0.0, words=0), blank=True)


@pytest.mark.parametrize(
    ("text", "spelled", "confirmed", "known", "doubted"),
    [
        ("TRƯỜNG THCS KIM ĐÔNG", "text", 0.92, 0.5, True),
        ("TRƯỜNG THCS KIM ĐỒNG", "text", 0.96, 0.5, False),
        ("ỦY BAN NHÂN DÂN", "text", 0.5, 1.0, False),
        ("Trường THCS Kim Đồng", "text", 0.92, 0.5, False),
        ("UBND", "text", 0.92, 0.0, False),
        ("NGUYỄN THỊ HUỆ", "name", 0.92, 0.5, False),
    ],
)
def test_texts_in_capitals_that_no_list_has_must_be_read_quite_surely(
    text: str, spelled: str, confirmed: float, known: float, *, doubted: bool
) -> None:
    support = replace(SUPPORT, confirmed=confirmed, known=known)
    found = lost_in_capitals(text, parse_type(spelled), support)
    assert [doubt.code for doubt in found] == ["doubt-marks-on-capitals"] * doubted


@pytest.mark.parametrize(
    ("text", "spelled", "code"),
    [
        ("Bằng khen của Thủ tướng Chính phủ. 2011", "text", "doubt-odd-characters"),
        ("tổt", "text", "doubt-odd-characters"),
        ("Đặc biệt, học tập tốt", "text", ""),
        ("Ảnh", "text", "doubt-printed-wording"),
        ("Lời khai trên đây là đúng với hồ sơ gốc đang quản lý tại", "text", "doubt-no-closing-stop"),
        ("Lời khai trên đây là đúng với hồ sơ gốc đang quản lý tại đó.", "text", ""),
        ("Làm thợ sửa ô tô, thành phố Leipzig.", "text", "doubt-odd-characters"),
        ("Phó Trưởng phòng Phòng Lao động - Thương binh và Xã hội huyện Sao Mai", "text", ""),
        ("Ngày 30 tháng 5 năm 2014", "text", "doubt-printed-wording"),
        ("Sao Mai, ngày 2 tháng 12 năm 2014", "text", "doubt-printed-wording"),
        ("Ngày 30 tháng 5 năm 2014 vào Đoàn", "text", ""),
        ("ngày 30 tháng 5 năm 2014", "date", ""),
        ("3.33", "decimal", "doubt-decimal-sign"),
        ("0.30", "text", "doubt-decimal-sign"),
        ("01.003", "text", ""),
        ("20", "text", "doubt-number-alone"),
        ("5)", "text", "doubt-number-alone"),
        ("Quân nhân 11", "text", "doubt-odd-characters"),
        # "Khoa" is no "khóa": nobody counts by it.
        ("Học tại Khoa 5", "text", "doubt-odd-characters"),
        ("3,33", "decimal", ""),
        ("Tổ 20", "text", ""),
        ("Hoàn thành. xuất sắc", "text", "doubt-odd-characters"),
        ("Nhà cấp III. Đất 68 m2", "text", ""),
        ("Cử nhân. Quản lý đất đai", "text", "doubt-odd-characters"),
        ("4/10/2010, Đoàn TNCS Hồ.Chí Minh", "text", "doubt-odd-characters"),
        ("TP. Huế", "text", ""),
        ("5", "text:grade", ""),
        ("", "text", ""),
    ],
)
def test_what_no_confidence_settles_is_left_open(text: str, spelled: str, code: str) -> None:
    assert [doubt.code for doubt in left_open(text, parse_type(spelled))] == [code][: bool(code)]


def test_what_is_a_label_of_the_form_is_left_open() -> None:
    printed = label_letters(load_forms()["2c-bnv-2008"])
    text = parse_type("text")
    assert [doubt.code for doubt in left_open("Quân hàm cao nhất", text, printed)] == [
        "doubt-printed-wording"
    ]
    assert left_open("Quân hàm đại uý", text, printed) == left_open("", text, printed) == ()


@pytest.mark.parametrize(
    ("spelled", "known", "confidence", "sure"),
    [
        ("name", 1.0, 0.99, True),
        ("name", 0.67, 0.99, False),
        ("name", 0.67, 0.996, True),
        ("name", 0.67, 0.98, False),
        ("text", 0.67, 0.99, True),
        ("text", 0.67, 0.98, False),
    ],
)
def test_a_name_with_a_word_of_no_list_must_be_surer(
    spelled: str, known: float, confidence: float, *, sure: bool
) -> None:
    support = replace(SUPPORT, agreed=1.0, confirmed=0.9, known=known)
    assert is_sure(support, parse_type(spelled), confidence, 0.985, blank=False) is sure


def test_a_blank_where_a_name_stands_is_measured_as_a_blank() -> None:
    assert is_sure(replace(SUPPORT, known=0.0), parse_type("name"), 0.99, 0.985, blank=True)


def word(text: str, *, confidence: float = 0.97, other: str | None = None, agreed: bool = True) -> Word:
    return Word(text, Box(0, 0, 10, 10), confidence, other, agreed)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ([word("Lê"), word("Thị"), word("Tiền", confidence=0.6, other="Tiễn")], (9,)),
        ([word("Lê"), word("Thị", confidence=0.7), word("Ly")], (3, 4, 5)),
        ([word("Lê"), word("Thị"), word("Ly", agreed=False)], (7, 8)),
        ([word("Lê"), word("Thị"), word("Ly")], ()),
        # A word that the text does not hold any more is passed over.
        ([word("1)", confidence=0.5), word("Lê")], ()),
    ],
)
def test_a_doubt_of_low_confidence_names_the_letters(words: list[Word], at: tuple[int, ...]) -> None:
    text = " ".join(one.text for one in words if one.text != "1)")
    assert unsure(text, words).at == at


def test_a_long_entry_of_a_table_needs_no_stop() -> None:
    entry = "Quê quán: xã Suối Trong; nghề nghiệp: Lái xe; nơi ở: phường Quỳnh Mai, quận Hai Bà Trưng"
    assert left_open(entry, parse_type("text"), running=False) == ()
    assert left_open(entry, parse_type("text")) != ()
