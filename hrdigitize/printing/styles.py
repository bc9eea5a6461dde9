"""Page and type sizes of the printed forms, after Decree 30/2020/NĐ-CP, appendix I."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from hrdigitize.printing import fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN_TOP = 20 * mm
MARGIN_BOTTOM = 20 * mm
MARGIN_LEFT = 30 * mm
MARGIN_RIGHT = 15 * mm
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT

#: The page number stands in the middle of the top margin, from page 2 on.
PAGE_NUMBER_SIZE = 13
PAGE_NUMBER_FROM_TOP = 12 * mm

#: Between cells that stand side by side on a line.
GUTTER = 3 * mm
#: What a blank place needs to be written on by hand.
LEADER_LEAST = 7 * mm


class Align(StrEnum):
    """Where a line stands within its width."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a kind of block is set; sizes in points. before: free room above its first line."""

    font: str
    size: float
    leading: float
    align: Align = Align.LEFT
    before: float = 0.0

    def measure(self, text: str) -> float:
        return fonts.width_pt(text, self.font, self.size)


LINE = TextStyle(fonts.REGULAR, 13, 18.5, before=2.5)
#: Answers of several lines: evenly spaced, so that a hand can write on the dots.
ANSWER = TextStyle(fonts.REGULAR, 13, 21)
MARK = TextStyle(fonts.BOLD, 13, 18, Align.RIGHT)
TITLE = TextStyle(fonts.BOLD, 16, 24, Align.CENTRE, before=10)
HEADING = TextStyle(fonts.BOLD, 13, 18, before=9)
SUBHEADING = TextStyle(fonts.ITALIC, 13, 18, before=5)
HINT = TextStyle(fonts.ITALIC, 11, 13.5, Align.CENTRE)
NOTE = TextStyle(fonts.ITALIC, 11, 14, before=4)
PHOTO = TextStyle(fonts.REGULAR, 12, 16, Align.CENTRE)
SIGNATURE_DATE = TextStyle(fonts.ITALIC, 13, 18, Align.CENTRE)
SIGNATURE_TITLE = TextStyle(fonts.BOLD, 13, 17, Align.CENTRE)
SIGNATURE_NOTE = TextStyle(fonts.ITALIC, 12, 15, Align.CENTRE)
CELL = TextStyle(fonts.REGULAR, 12, 14.5)
COLUMN_HEADER = TextStyle(fonts.BOLD, 11.5, 13.5, Align.CENTRE)
