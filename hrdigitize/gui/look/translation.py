"""Words in the person's language: the window's own (Vietnamese in the sources) and Qt's."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from hrdigitize import bundle
from hrdigitize.messages import LANGUAGES

VIETNAMESE, ENGLISH = LANGUAGES

_PROPERTY = "hrdigitize-language"
_NAME = "hrdigitize-words"
#: Files of resources/translations by language, made from the .ts beside them. Qt's own words are English and
#: Qt brings no Vietnamese ones; the program's own are Vietnamese.
_FILES = {VIETNAMESE: "qtbase_vi", ENGLISH: "hrdigitize_en"}
_LOCALES = {
    VIETNAMESE: QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def language() -> str:
    """The language that the application speaks; Vietnamese where nobody said another."""
    app = QApplication.instance()
    spoken = app.property(_PROPERTY) if app is not None else None
    return str(spoken) if spoken else VIETNAMESE


def install(app: QApplication, wanted: str = VIETNAMESE) -> None:
    """Speaks that language from now on; windows that are open keep their words."""
    translator = QTranslator(app)
    if not translator.load(_FILES[wanted], str(bundle.resources() / "translations")):
        raise FileNotFoundError(f"resources/translations/{_FILES[wanted]}.qm belongs to the program")
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.setParent(None)
    app.setProperty(_PROPERTY, wanted)
    QLocale.setDefault(_LOCALES[wanted])
    translator.setObjectName(_NAME)
    app.installTranslator(translator)
