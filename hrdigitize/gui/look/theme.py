"""How the window looks: fonts, palette and style sheet, the same on every machine."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from hrdigitize import bundle
from hrdigitize.gui.look.colours import COLOURS, Colours, Scheme

FAMILY = "Noto Sans"
BASE_PX = 15
#: Remarks beside the work; nothing on screen is smaller.
SMALL_PX = 13

_QT_SCHEMES = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
_PROPERTY = "hrdigitize-scheme"


def colours() -> Colours:
    """The colours that the application is dressed in; by day where it is not dressed yet."""
    return COLOURS[scheme()]


def scheme() -> Scheme:
    """Which colours the application is dressed in."""
    app = QApplication.instance()
    worn = app.property(_PROPERTY) if app is not None else None
    return Scheme(worn) if worn else Scheme.LIGHT


def of_system(app: QApplication) -> Scheme:
    """Which colours the person's system is set to; by day where it does not say."""
    hints = app.styleHints()
    hints.unsetColorScheme()
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


def apply(app: QApplication, wanted: Scheme = Scheme.LIGHT) -> None:
    """Dresses the application. The fonts are the program's own: many a PC lacks a letter with two marks.

    Windows that are open keep the icons that they were made with: for a moment at which none is.
    """
    app.setProperty(_PROPERTY, wanted.value)
    for path in sorted((bundle.resources() / "fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(FAMILY)
    font.setPixelSize(BASE_PX)
    app.setFont(font)
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(_QT_SCHEMES[wanted])
    app.setPalette(_palette(COLOURS[wanted]))
    style = bundle.resources() / "style"
    sheet = Template((style / "window.qss").read_text("utf-8"))
    app.setStyleSheet(sheet.substitute(asdict(COLOURS[wanted]), style=style.as_posix()))


def _palette(now: Colours) -> QPalette:
    role = QPalette.ColorRole
    roles = {
        role.Window: now.ground,
        role.WindowText: now.ink,
        role.Base: now.surface,
        role.AlternateBase: now.ground,
        role.Text: now.ink,
        role.Button: now.surface,
        role.ButtonText: now.ink,
        role.Light: now.line,
        role.Midlight: now.line,
        role.Mid: now.edge,
        role.Dark: now.desk,
        role.Shadow: now.desk,
        role.Highlight: now.accent,
        role.HighlightedText: now.on_accent,
        role.PlaceholderText: now.muted,
        role.ToolTipBase: now.ink,
        role.ToolTipText: now.surface,
        role.Link: now.accent,
    }
    palette = QPalette()
    for which, colour in roles.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(now.muted))
    return palette
