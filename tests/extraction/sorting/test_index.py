"""What a paper is found by."""

from __future__ import annotations

from collections.abc import Mapping

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, FormReading, State
from hrdigitize.extraction.sorting.index import index_of
from hrdigitize.reference.lists import load_lists
from tests.extraction.printed import page

NAMES = load_lists().names
DECISION = page(
    [
        "HUYỆN ỦY SAO MAI                         ĐẢNG CỘNG SẢN VIỆT NAM",
        "ĐẢNG ỦY XÃ SUỐI TRONG",
        "Số 12-NQ/ĐU                              Suối Trong, ngày 05 tháng 4 năm 2019",
        "",
        " " * 34 + "NGHỊ QUYẾT",
        " " * 26 + "về việc đề nghị kết nạp đảng viên",
        "- Căn cứ Điều lệ Đảng;",
        "Xét đơn của quần chúng Lò Thị Ước, sinh ngày 14/03/1999",
        "Nơi nhận:                                                   T/M ĐẢNG ỦY",
        "- Lưu.                                                      BÍ THƯ",
        "",
        " " * 58 + "Nguyễn Văn Thắng",
    ]
)


def read(fields: Mapping[str, FieldReading] | None = None) -> Mapping[str, FieldReading]:
    return index_of([DECISION], FormReading(None, None, 3, 3, fields or {}, {}), NAMES)


def test_the_layout_rules_give_every_key() -> None:
    assert {key: found.text for key, found in read().items()} == {
        "number": "12",
        "notation": "NQ/ĐU",
        "issued_on": "ngày 05 tháng 4 năm 2019",
        "issuer": "HUYỆN ỦY SAO MAI ĐẢNG ỦY XÃ SUỐI TRONG",
        "subject": "về việc đề nghị kết nạp đảng viên",
        "signer": "Nguyễn Văn Thắng",
        "full_name": "Lò Thị Ước",
    }
    assert read()["issued_on"].value == "2019-04-05"


def test_each_has_its_place_and_none_stands_without_a_person() -> None:
    for found in read().values():
        assert found.page == 3
        assert found.box.width > 0
        assert not found.accepted
        assert 0 < found.confidence < 1


def test_what_a_form_read_goes_first() -> None:
    of_form = FieldReading(
        State.VALUE, "15/QĐ-UBND", "15/QĐ-UBND", "15/QĐ-UBND", 3, Box(1, 2, 3, 4), 0.999, accepted=True
    )
    found = read({"number": of_form})
    assert (found["number"].text, found["notation"].text) == ("15", "QĐ-UBND")
    assert found["number"].accepted


def test_what_does_not_stand_there_is_absent() -> None:
    letter = page(["Kính gửi: Ủy ban nhân dân xã", "Trân trọng cảm ơn"])
    assert index_of([letter], FormReading(None, None, 1, 1, {}, {}), NAMES) == {}
