"""Plain sheets for the office's own use: lines, wrapped paragraphs, rows of a list, a code; page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from hrdigitize.printing import fonts, styles

_LEADING = 1.4
#: The quiet border of a code, in modules.
_QUIET = 4


class PlainPages:
    """Sets from the top of the page down; a new page begins where the last one is full. Sizes in points."""

    def __init__(self, target: BinaryIO, title: str) -> None:
        fonts.register_fonts()
        self._canvas = Canvas(
            target,
            pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
            initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # the stubs have a number there
            initialFontSize=13,
            invariant=1,
            lang="vi",
        )
        self._canvas.setTitle(title)
        self._top = styles.PAGE_HEIGHT - styles.MARGIN_TOP

    def save(self) -> None:
        """Ends the file."""
        self._canvas.save()

    def new_page(self) -> None:
        """Goes on at the top of the next page."""
        self._canvas.showPage()
        self._top = styles.PAGE_HEIGHT - styles.MARGIN_TOP

    def space(self, by: float) -> None:
        """Leaves so much free."""
        self._top -= by

    def centred(self, text: str, *, font: str = fonts.REGULAR, size: float = 13) -> None:
        """Lines in the middle, broken where they are too long."""
        for line in simpleSplit(text, font, size, styles.TEXT_WIDTH):
            self._down(size * _LEADING)
            self._canvas.setFont(font, size)
            self._canvas.drawCentredString(styles.MARGIN_LEFT + styles.TEXT_WIDTH / 2, self._top, line)

    def paragraph(self, text: str, *, font: str = fonts.REGULAR, size: float = 13) -> None:
        """Lines from the left, broken where they are too long."""
        for line in simpleSplit(text, font, size, styles.TEXT_WIDTH):
            self._down(size * _LEADING)
            self._canvas.setFont(font, size)
            self._canvas.drawString(styles.MARGIN_LEFT, self._top, line)

    def row(self, cells: Sequence[str], widths: Sequence[float], *, font: str = fonts.REGULAR) -> None:
        """A ruled row of a list; widths: shares of the page's width."""
        size, pad = 11.0, 3.0
        sides = [share * styles.TEXT_WIDTH for share in widths]
        broken = [
            [
                piece
                for line in simpleSplit(cell, font, size, side - 2 * pad)
                for piece in _cut(line, font, size, side - 2 * pad)
            ]
            for cell, side in zip(cells, sides, strict=True)
        ]
        height = max(len(lines) for lines in broken) * size * 1.25 + 2 * pad
        self._down(height)
        left = styles.MARGIN_LEFT
        for lines, side in zip(broken, sides, strict=True):
            self._canvas.rect(left, self._top, side, height)
            self._canvas.setFont(font, size)
            for number, line in enumerate(lines, start=1):
                self._canvas.drawString(left + pad, self._top + height - pad - number * size * 1.2, line)
            left += side

    def code(self, text: str, side: float) -> None:
        """A QR code in the middle, with its quiet border; side: of the code with it."""
        widget = QrCodeWidget(text, barLevel="M", barWidth=side, barHeight=side, barBorder=_QUIET)
        drawing = Drawing(side, side)
        drawing.add(widget)
        self._down(side)
        middle = styles.MARGIN_LEFT + styles.TEXT_WIDTH / 2
        renderPDF.draw(drawing, self._canvas, middle - side / 2, self._top)

    def _down(self, by: float) -> None:
        if self._top - by < styles.MARGIN_BOTTOM:
            self.new_page()
        self._top -= by


def _cut(text: str, font: str, size: float, width: float) -> list[str]:
    """A word that is wider than its cell, in pieces."""
    pieces, piece = list[str](), ""
    for letter in text:
        if piece and fonts.width_pt(piece + letter, font, size) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def day_of(moment: datetime) -> str:
    """A date as office papers write it."""
    return f"{moment:%d/%m/%Y}"
