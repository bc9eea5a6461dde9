"""The baseline's search for labels is honest: it finds what stands plainly on a line."""

from __future__ import annotations

from benchmarks.baseline import searched
from hrdigitize.domain.reading import State
from hrdigitize.formdefs.loading import load_forms

_LINES = (
    "1) Họ và tên khai sinh: KHÔNG THỊ AI",
    "2) Tên gọi khác: …………………",
    "6) Dân tộc: Kinh        7) Tôn giáo: không",
    "Nơi đăng ký bộ khẩu thường trú: thôn 7, xã Cổ Loa……….",
)


def test_values_stand_between_their_label_and_the_next_one() -> None:
    found = searched(_LINES, load_forms()["2c-bnv-2008"])
    assert found["full_name"].text == "KHÔNG THỊ AI"
    assert found["ethnicity"].text == "Kinh"
    assert found["religion"].text == "không"
    assert found["permanent_residence"].text == "thôn 7, xã Cổ Loa"


def test_leaders_are_a_blank_and_so_is_a_label_that_is_not_there() -> None:
    found = searched(_LINES, load_forms()["2c-bnv-2008"])
    assert found["other_names"].state is State.BLANK
    assert found["blood_type"].state is State.BLANK
