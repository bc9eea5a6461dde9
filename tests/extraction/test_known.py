"""What lists, phrases, names and the register have just so; one mark less, and it is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.extraction.known import expected_of, known_share
from hrdigitize.extraction.page.printed import NOTHING_PRINTED
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import load_lists

EXPECTED = expected_of(load_forms()["2c-tctw-98"], load_lists())
PLACE, NAME, TEXT = FieldType(Kind.PLACE), FieldType(Kind.NAME), FieldType(Kind.TEXT)


@pytest.mark.parametrize(
    ("text", "kind", "share"),
    [
        ("xã Ea Yông, huyện Krông Pắc, tỉnh Đắk Lắk", PLACE, 1.0),
        ("xã Ea Yông, huyện Krông Pác, tỉnh Đắk Lắk", PLACE, 0.0),
        # Before the reform; since then there are no districts.
        ("Kim Liên, Nam Đàn, Nghệ An", PLACE, 1.0),
        ("Thôn Đoài, xã Kim Liên, huyện Nam Đàn, tỉnh Nghệ An", PLACE, 9 / 11),
        ("Nguyễn Thị Hoà", NAME, 1.0),
        ("NGUYỄN THỊ HÒA", NAME, 1.0),
        ("Nguyên Thị Sẻn", NAME, 1 / 3),
        ("nữ", FieldType(Kind.LIST, "gender"), 1.0),
        ("nứ", FieldType(Kind.LIST, "gender"), 0.0),
        ("01.003", FieldType(Kind.CODE, "rank"), 1.0),
        ("01.093", FieldType(Kind.CODE, "rank"), 0.0),
        ("2,34", FieldType(Kind.DECIMAL), 1.0),
        ("2,84", FieldType(Kind.DECIMAL), 0.0),
        ("Hoàn thành tốt nhiệm vụ", TEXT, 1.0),
        ("Hoàn thành tôt nhiệm vụ", TEXT, 0.8),
        ("", TEXT, 0.0),
    ],
)
def test_the_share_of_known_words(text: str, kind: FieldType, share: float) -> None:
    assert known_share(text, kind, EXPECTED) == pytest.approx(share)


def test_what_the_form_prints_within_a_value_is_known() -> None:
    value = "Được cấp, được thuê, loại nhà: Bnâng"
    assert known_share(value, TEXT, EXPECTED) == pytest.approx(6 / 7)
    assert known_share(value, TEXT, replace(EXPECTED, printed=NOTHING_PRINTED)) < 0.5
