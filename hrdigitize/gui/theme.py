"""How the window looks: fonts, palette and style sheet, the same on every machine."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from hrdigitize import bundle

FAMILY = "Noto Sans"
BASE_PX = 15
#: Remarks beside the work; nothing on screen is smaller.
SMALL_PX = 13

GROUND = "#f3f5f8"
SURFACE = "#ffffff"
PAPER = "#fffdf8"
INK = "#1d2733"
MUTED = "#5d6977"
LINE = "#d5dbe3"
ACCENT = "#1b5aa6"
ACCENT_DARK = "#143f75"
ACCENT_SOFT = "#e7effa"
RAIL = "#17324f"
RAIL_INK = "#c9d7e8"
DOUBT = "#9a5200"
DOUBT_SOFT = "#fff3dc"
DOUBT_FAINT = "#fffaf0"
GOOD = "#1d7446"
GOOD_SOFT = "#e5f4ec"
FAULT = "#a8271d"
FAULT_SOFT = "#fdecea"
LIT = "#ffd34d"
DESK = "#8d97a4"
KEY_EDGE = "#b9c3cf"

_COLOURS = {
    "ground": GROUND,
    "surface": SURFACE,
    "ink": INK,
    "muted": MUTED,
    "line": LINE,
    "accent": ACCENT,
    "accent_dark": ACCENT_DARK,
    "accent_soft": ACCENT_SOFT,
    "rail": RAIL,
    "rail_ink": RAIL_INK,
    "doubt": DOUBT,
    "doubt_soft": DOUBT_SOFT,
    "good": GOOD,
    "good_soft": GOOD_SOFT,
    "fault": FAULT,
    "fault_soft": FAULT_SOFT,
    "doubt_faint": DOUBT_FAINT,
    "desk": DESK,
    "paper": PAPER,
}

_ROLES = {
    QPalette.ColorRole.Window: GROUND,
    QPalette.ColorRole.WindowText: INK,
    QPalette.ColorRole.Base: SURFACE,
    QPalette.ColorRole.AlternateBase: GROUND,
    QPalette.ColorRole.Text: INK,
    QPalette.ColorRole.Button: SURFACE,
    QPalette.ColorRole.ButtonText: INK,
    QPalette.ColorRole.Dark: DESK,
    QPalette.ColorRole.Highlight: ACCENT,
    QPalette.ColorRole.HighlightedText: SURFACE,
    QPalette.ColorRole.PlaceholderText: MUTED,
    QPalette.ColorRole.ToolTipBase: INK,
    QPalette.ColorRole.ToolTipText: SURFACE,
    QPalette.ColorRole.Link: ACCENT,
}


def apply(app: QApplication) -> None:
    """Dresses the application. The fonts are the program's own: many a PC lacks a letter with two marks."""
    for path in sorted((bundle.resources() / "fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(FAMILY)
    font.setPixelSize(BASE_PX)
    app.setFont(font)
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    app.setPalette(_palette())
    sheet = (bundle.resources() / "style" / "window.qss").read_text("utf-8")
    app.setStyleSheet(Template(sheet).substitute(_COLOURS))


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in _ROLES.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(MUTED))
    return palette
