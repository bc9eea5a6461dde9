"""Codes of identity cards: seven fields, six, more; and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain.id_card import IdCard, parse_id_card, parse_insurance_number

_CARD = IdCard(
    "067180012345", "245012345", "Lò Thị Ước", "1980-05-01", "Nữ", "Bon U, Xã Ea Yông, Đắk Lắk", "2021-08-12"
)
_CODE = "067180012345|245012345|Lò Thị Ước|01051980|Nữ|Bon U, Xã Ea Yông, Đắk Lắk|12082021"


def test_seven_fields() -> None:
    assert parse_id_card(_CODE) == _CARD


def test_a_card_without_a_former_number() -> None:
    assert parse_id_card(_CODE.replace("245012345", "")) == replace(_CARD, former="")


def test_six_fields_have_no_date_of_issue() -> None:
    assert parse_id_card(_CODE.rsplit("|", 1)[0]) == replace(_CARD, issued_on=None)


def test_the_newer_card_has_more_behind_them() -> None:
    assert parse_id_card(_CODE + "|Lò Văn Cha|Hà Thị Mẹ||") == _CARD


@pytest.mark.parametrize("born", ["31021980", "00001980", "1980", "", "01/05/1980"])
def test_a_wrong_date_is_left_out(born: str) -> None:
    assert parse_id_card(_CODE.replace("01051980", born)) == replace(_CARD, birth_date=None)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "|||||||",
        "067180012345|245012345|Lò Thị Ước|01051980|Nữ",
        "67180012345|245012345|Lò Thị Ước|01051980|Nữ|x|12082021",
        "067180012345||<b>Lò</b>|01051980|Nữ|x|12082021",
        "067180012345|||01051980|Nữ|x|12082021",
        "https://example.org/067180012345",
        "HRDS1|a|party-001|b",
        _CODE + "|" * 40,
        _CODE + "x" * 900,
        "٠٦٧١٨٠٠١٢٣٤٥||Lò Thị Ước|01051980|Nữ|x|12082021",
    ],
)
def test_what_is_no_card(code: str) -> None:
    assert parse_id_card(code) is None


@given(st.text(alphabet="0123456789|aữỮ \n\u202e\0", max_size=300))
def test_no_code_makes_it_stumble(code: str) -> None:
    card = parse_id_card(code)
    assert card is None or (len(card.number) == 12 and card.full_name.isprintable())


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("GD4797936015829|4e677579|01/01/1990", "GD4797936015829"),
        ("7936015829", "7936015829"),
        ("067180012345|x", None),
        ("", None),
    ],
)
def test_insurance_numbers(code: str, number: str | None) -> None:
    assert parse_insurance_number(code) == number
