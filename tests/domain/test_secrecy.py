"""What a stamp says: the three markings and nothing that looks like them."""

from __future__ import annotations

import pytest

from hrdigitize.domain.secrecy import Secrecy, marking_in


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("MẬT", Secrecy.CONFIDENTIAL),
        ("M Ậ T", Secrecy.CONFIDENTIAL),
        ("MAT", Secrecy.CONFIDENTIAL),
        ("[MẬT]", Secrecy.CONFIDENTIAL),
        ("TMẬT", Secrecy.CONFIDENTIAL),
        ("TỐI MẬT", Secrecy.SECRET),
        ("TOI MẬT", Secrecy.SECRET),
        ("TỐI MẶT", Secrecy.SECRET),
        ("TUYỆT MẬT", Secrecy.TOP_SECRET),
        ("TUVỆT MẬT", Secrecy.TOP_SECRET),
        ("TUYỆT MẬ", Secrecy.TOP_SECRET),
    ],
)
def test_a_stamp_is_known_by_its_words(text: str, marking: Secrecy) -> None:
    assert marking_in(text) is marking


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MẶT",
        "VẮNG MẶT",
        "BẢO MẬT",
        "BÍ MẬT",
        "BÍ MẬT NHÀ NƯỚC",
        "Mật",
        "Tối mật",
        "mật",
        "SAO Y",
        "HỎA TỐC",
        "MẬT ONG",
        "12",
        "ĐẾN",
        "TỔ TRƯỞNG",
    ],
)
def test_what_looks_like_a_marking_is_none(text: str) -> None:
    assert marking_in(text) is Secrecy.OPEN


@pytest.mark.parametrize(
    ("marking", "declared", "stops"),
    [
        (Secrecy.OPEN, Secrecy.OPEN, False),
        (Secrecy.CONFIDENTIAL, Secrecy.OPEN, True),
        (Secrecy.CONFIDENTIAL, Secrecy.CONFIDENTIAL, False),
        (Secrecy.SECRET, Secrecy.CONFIDENTIAL, True),
        (Secrecy.TOP_SECRET, Secrecy.TOP_SECRET, True),
    ],
)
def test_what_stops_a_page(marking: Secrecy, declared: Secrecy, stops: bool) -> None:
    assert marking.stops_at(declared) is stops
