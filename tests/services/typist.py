"""An engine that reads what a test has typed: pages are told apart by their width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.ocr.engine import Engines, Grey
from tests.silent_engine import SilentEngine

FORM_PAGE, NEXT_PAGE, LETTER = 1000, 1010, 1020
PERSON = "NGUYỄN THỊ MẪU"

_TYPED: Mapping[int, Sequence[str]] = {
    FORM_PAGE: (
        "Mẫu 2C-BNV/2008 ban hành kèm theo Quyết định số 02/2008/QĐ-BNV",
        "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC",
        f"1) Họ và tên khai sinh (viết chữ in hoa): {PERSON}",
        "2) Tên gọi khác: không",
        "3) Sinh ngày: 06 tháng 07 năm 1970",
        "4) Nơi sinh: Xã Thử, Huyện Nghiệm, Tỉnh Mẫu",
        "6) Dân tộc: Kinh, 7) Tôn giáo: không",
        "8) Nơi đăng ký bộ khẩu thường trú: thôn 1, xã Thử",
        "9) Nơi ở hiện nay: thôn 1, xã Thử",
        "10) Nghề nghiệp khi được tuyển dụng: học sinh",
    ),
    NEXT_PAGE: (
        "22) Sở trường công tác: soạn thảo văn bản",
        "23) Khen thưởng: Giấy khen 2010",
        "24) Kỷ luật: không",
        "25) Tình trạng sức khoẻ: tốt, Chiều cao: 1,60 m, Cân nặng: 52 kg, Nhóm máu: O",
    ),
    LETTER: ("Kính gửi quý cơ quan", "Đây là một lá thư thường."),
}
_LINE_PX, _LETTER_PX = 40, 18


class Typist(SilentEngine):
    """Reads the typed lines of a page, sure of every word."""

    name = "typist"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        lines = _TYPED.get(image.shape[1], ())
        return tuple(_line(text, row) for row, text in enumerate(lines))


def typist() -> Engines:
    return Engines(Typist())


def _line(text: str, row: int) -> TextLine:
    words, x = [], 40
    for word in text.split():
        width = _LETTER_PX * len(word) // 2
        words.append(Word(word, Box(x, 60 + row * _LINE_PX, width, 30), 0.97))
        x += width + 10
    return TextLine(tuple(words), Box(40, 60 + row * _LINE_PX, x - 50, 30))
