"""Breaking pieces into lines: nothing is lost, leaders leave room for what follows."""

from __future__ import annotations

from PIL import ImageFont

from tests.generator.faces import FAMILIES, load_face
from tests.generator.lines import Breaker, Leader, Mark, Piece, Tab, Text, px, wrapped

_FAMILY = FAMILIES["liberation-serif"]
_RIGHT = px(120)


def _face(style: str, size: float) -> ImageFont.FreeTypeFont:
    return load_face(_FAMILY, style, 12 * size)


def _lines(*pieces: Piece) -> list[list[Mark]]:
    breaker = Breaker(0, _RIGHT, 0, 0, _face)
    for place, piece in enumerate(pieces):
        breaker.add(piece, pieces[place + 1 :])
    return breaker.lines


def test_a_long_value_goes_on_below_and_loses_no_word() -> None:
    text = "Phó Giám đốc Sở Nội vụ tỉnh Đắk Lắk, Bí thư Chi bộ, kiêm Trưởng ban Thi đua - Khen thưởng tỉnh"
    lines = _lines(Text("12) Chức vụ: "), Text(text, key="current_position"))
    assert len(lines) > 1
    drawn = " ".join(mark.text.strip() for line in lines for mark in line if mark.key)
    assert drawn == text
    assert all(mark.x + mark.width <= _RIGHT for line in lines for mark in line)


def test_a_leader_fills_the_line_but_leaves_room_for_the_next_item() -> None:
    (line,) = _lines(Text("6) Dân tộc: "), Leader(), Text(","), Tab(70), Text("7) Tôn giáo: "), Leader())
    first, second = (mark for mark in line if mark.leader)
    label = next(mark for mark in line if mark.text.startswith("7)"))
    assert first.x + first.width < label.x == px(70)
    assert second.x + second.width == _RIGHT


def test_an_item_that_begins_too_late_moves_a_little_right() -> None:
    (line,) = _lines(Text("Cơ quan tuyển dụng: UBND xã Cổ Loa"), Tab(30), Text("x"))
    assert line[-1].x >= line[0].width


def test_wrapping_keeps_the_words_in_order() -> None:
    text = "Trường Đại học Nông Lâm Thái Nguyên"
    lines = wrapped(text, _face("regular", 1.0), px(30))
    assert len(lines) > 1
    assert " ".join(lines) == text
