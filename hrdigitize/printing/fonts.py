"""Liberation Serif from the program's own resources: Times New Roman's metrics, all Vietnamese letters."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from hrdigitize import bundle

REGULAR = "LiberationSerif-Regular"
BOLD = "LiberationSerif-Bold"
ITALIC = "LiberationSerif-Italic"
BOLD_ITALIC = "LiberationSerif-BoldItalic"


@cache
def register_fonts() -> None:
    """Makes the four faces known to ReportLab, once per process; they are embedded as subsets."""
    folder = bundle.resources() / "fonts"
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)


def width_pt(text: str, font: str, size_pt: float) -> float:
    """How wide a text is when set, in points."""
    return float(pdfmetrics.stringWidth(text, font, size_pt))
