"""Which engine serves here."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping

from hrdigitize.domain.faults import UserFault
from hrdigitize.ocr.engine import Engine


def _tesserocr() -> Engine:
    from hrdigitize.ocr.tesserocr_engine import TesserocrEngine

    return TesserocrEngine()


def _pytesseract() -> Engine:
    from hrdigitize.ocr.pytesseract_engine import PytesseractEngine

    return PytesseractEngine()


#: Engines by name, the preferred one first. They load on demand: one of the two may be missing.
_ENGINES: Mapping[str, Callable[[], Engine]] = {"tesserocr": _tesserocr, "pytesseract": _pytesseract}


def open_engine(name: str = "auto") -> Engine:
    """The engine of that name; "auto" takes tesserocr where it is installed, otherwise pytesseract.

    UserFault "ocr-engine-missing" or "ocr-language-missing" says what to install.
    """
    if name == "auto":
        name = "tesserocr" if importlib.util.find_spec("tesserocr") else "pytesseract"
    if name not in _ENGINES or importlib.util.find_spec(name) is None:
        raise UserFault("ocr-engine-missing")
    return _ENGINES[name]()
