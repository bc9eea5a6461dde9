"""Vietnamese words for Qt's own parts (file dialog, context menus): Qt brings none itself."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from hrdigitize import bundle


def install(app: QApplication) -> None:
    """Loads resources/translations/qtbase_vi.qm (made from the .ts beside it by pyside6-lrelease)."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(app)
    if not translator.load("qtbase_vi", str(bundle.resources() / "translations")):
        raise FileNotFoundError("resources/translations/qtbase_vi.qm belongs to the program and is missing")
    app.installTranslator(translator)
