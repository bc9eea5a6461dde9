"""What a stamp says: the three markings and nothing that looks like them."""

from __future__ import annotations

import pytest

from hrdigitize.domain.secrecy import Secrecy, marking_in


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("MẬT", Secrecy.SECRET),
        ("M Ậ T", Secrecy.SECRET),
        ("MAT", Secrecy.SECRET),
        ("[MẬT]", Secrecy.SECRET),
        ("TMẬT", Secrecy.SECRET),
        ("TỐI MẬT", Secrecy.TOP_SECRET),
        ("TOI MẬT", Secrecy.TOP_SECRET),
        ("TỐI MẶT", Secrecy.TOP_SECRET),
        ("TUYỆT MẬT", Secrecy.UTMOST),
        ("TUVỆT MẬT", Secrecy.UTMOST),
        ("TUYỆT MẬ", Secrecy.UTMOST),
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
        (Secrecy.SECRET, Secrecy.OPEN, True),
        (Secrecy.SECRET, Secrecy.SECRET, False),
        (Secrecy.TOP_SECRET, Secrecy.SECRET, True),
        (Secrecy.UTMOST, Secrecy.UTMOST, True),
    ],
)
def test_what_stops_a_page(marking: Secrecy, declared: Secrecy, stops: bool) -> None:
    assert marking.stops_at(declared) is stops
