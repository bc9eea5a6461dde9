"""The application as every window of the program finds it: words, fonts and colours in place."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from hrdigitize.gui.look import theme, translation
from hrdigitize.gui.running import singletons, turns


def dressed() -> QApplication:
    """The application, made where there is none yet."""
    singletons.keep_alive()
    turns.be_short()
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    translation.install(qt)
    theme.apply(qt)
    return qt
