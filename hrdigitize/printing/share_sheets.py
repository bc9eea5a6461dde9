"""The sheets on which the shares of a recovery key are printed: words to type, and a code to scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from hrdigitize.printing import fonts, styles

_CODE_SIDE = 60 * mm
_COLUMNS = 3
_WORD_SIZE, _WORD_LEADING = 14, 24
_TEXT_SIZE, _TEXT_LEADING = 13, 19


@dataclass(frozen=True, slots=True)
class ShareSheet:
    """One sheet: the words of one share, its number of how many, of which store, made when."""

    words: Sequence[str]
    number: int
    shares: int
    needed: int
    fingerprint: str
    made_on: date


def write_share_sheet(sheet: ShareSheet, target: BinaryIO) -> None:
    """One page A4. Whoever has two such sheets of different numbers opens the store: it says so."""
    fonts.register_fonts()
    canvas = Canvas(
        target,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # the stubs have a number there
        initialFontSize=_TEXT_SIZE,
        invariant=1,
        lang="vi",
    )
    canvas.setTitle(f"Mảnh khóa khôi phục số {sheet.number}")
    _Page(canvas).draw(sheet)
    canvas.save()


class _Page:
    """Sets lines from the top of the page down."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._top = styles.PAGE_HEIGHT - styles.MARGIN_TOP

    def draw(self, sheet: ShareSheet) -> None:
        self._centred(f"MẢNH KHÓA KHÔI PHỤC SỐ {sheet.number} / {sheet.shares}", fonts.BOLD, 18)
        self._centred("của kho hồ sơ cán bộ", fonts.REGULAR, _TEXT_SIZE)
        self._down(6 * mm)
        self._line(f"Dấu nhận dạng của khóa: {sheet.fingerprint}")
        self._line(f"Ngày in: {sheet.made_on:%d/%m/%Y}")
        self._line("Người giữ: …………………………………………………………………")
        self._down(4 * mm)
        self._line(
            f"Có {sheet.needed} mảnh bất kỳ trong {sheet.shares} mảnh thì mở được kho khi mất mật khẩu."
        )
        self._line("Mỗi mảnh do một người giữ, để trong phong bì niêm phong, mỗi mảnh một nơi.")
        self._line("Không chụp ảnh, không chép vào máy tính, không gửi qua mạng.")
        self._down(6 * mm)
        self._words(sheet.words)
        self._down(4 * mm)
        self._code(" ".join(sheet.words))
        self._centred("Khi khôi phục: quét mã này, hoặc gõ các từ theo đúng thứ tự.", fonts.ITALIC, 12)

    def _words(self, words: Sequence[str]) -> None:
        """Numbered, down the columns: a word is found again after looking away."""
        rows = -(-len(words) // _COLUMNS)
        width = styles.TEXT_WIDTH / _COLUMNS
        self._canvas.setFont(fonts.REGULAR, _WORD_SIZE)
        for at, word in enumerate(words):
            x = styles.MARGIN_LEFT + at // rows * width
            y = self._top - (at % rows + 1) * _WORD_LEADING
            self._canvas.drawRightString(x + 8 * mm, y, f"{at + 1}.")
            self._canvas.drawString(x + 11 * mm, y, word)
        self._down(rows * _WORD_LEADING)

    def _code(self, text: str) -> None:
        code = QrCodeWidget(text, barLevel="M", barWidth=_CODE_SIDE, barHeight=_CODE_SIDE)
        drawing = Drawing(_CODE_SIDE, _CODE_SIDE)
        drawing.add(code)
        self._down(_CODE_SIDE)
        middle = styles.MARGIN_LEFT + styles.TEXT_WIDTH / 2
        renderPDF.draw(drawing, self._canvas, middle - _CODE_SIDE / 2, self._top)

    def _line(self, text: str) -> None:
        self._down(_TEXT_LEADING)
        self._canvas.setFont(fonts.REGULAR, _TEXT_SIZE)
        self._canvas.drawString(styles.MARGIN_LEFT, self._top, text)

    def _centred(self, text: str, font: str, size: float) -> None:
        self._down(size * 1.4)
        self._canvas.setFont(font, size)
        self._canvas.drawCentredString(styles.MARGIN_LEFT + styles.TEXT_WIDTH / 2, self._top, text)

    def _down(self, by: float) -> None:
        self._top -= by
