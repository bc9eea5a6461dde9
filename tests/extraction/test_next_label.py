"""What a value must not take from the printed label behind it or from the hint before it."""

from __future__ import annotations

from tests.extraction.forms.read_forms import read
from tests.extraction.printed import page


def _text(form: str, key: str, *lines: str) -> str:
    return read(form, page(lines)).fields[key].text


def test_the_number_of_the_next_item_with_a_comma_for_its_sign() -> None:
    lines = ("4. Ngày, tháng, năm sinh: 18 tháng 05 năm 1973, 5, Nơi sinh: xã Suối Trong",)
    assert _text("2c-tctw-98", "birth_date", *lines) == "18 tháng 05 năm 1973"
    assert _text("2c-tctw-98", "birth_place", *lines) == "xã Suối Trong"


def test_all_words_of_the_next_label_behind_a_comma_with_a_speck() -> None:
    lines = ("11) Ngày tuyển dụng: 5.12.2010 ,„ Cơ quan, đơn vị tuyển dụng: UBND xã Suối Trong",)
    assert _text("hs02-vc-bnv", "recruitment_date", *lines) == "5.12.2010"
    assert _text("hs02-vc-bnv", "recruiting_agency", *lines) == "UBND xã Suối Trong"


def test_a_figure_for_the_bracket_that_closes_a_hint() -> None:
    lines = (
        "e) Bản thân có làm việc trong chế độ cũ (ngày, tháng, năm; chức vụ; nơi",
        "làm việc. 9",
        "Từ tháng 3 năm 1973 làm thư ký",
    )
    assert _text("2-hsdv", "history_old_regime", *lines) == "Từ tháng 3 năm 1973 làm thư ký"
