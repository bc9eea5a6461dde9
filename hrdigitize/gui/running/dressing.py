"""The application as every window of the program finds it: words, fonts and colours in place."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from hrdigitize.gui.look import theme, translation
from hrdigitize.gui.look.preferences import Preferences
from hrdigitize.gui.running import singletons, turns


def dressed(preferences: Preferences | None = None) -> QApplication:
    """The application, made where there is none yet, as the person likes it."""
    singletons.keep_alive()
    turns.be_short()
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    chosen = preferences or Preferences()
    translation.install(qt, chosen.language)
    theme.apply(qt, chosen.scheme_of(theme.of_system(qt)))
    return qt
