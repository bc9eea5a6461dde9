"""Which engines serve here, and what reads beside them."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path

from hrdigitize import bundle
from hrdigitize.domain.faults import UserFault
from hrdigitize.ocr.engine import Engine, Engines, LineReader
from hrdigitize.ocr.tessdata import LANGUAGE, SECOND_LANGUAGE, second_folder


def _tesserocr(folder: Path | None, language: str) -> Engine:
    from hrdigitize.ocr.tesserocr_engine import TesserocrEngine

    return TesserocrEngine(folder, language)


def _pytesseract(folder: Path | None, language: str) -> Engine:
    from hrdigitize.ocr.pytesseract_engine import PytesseractEngine

    return PytesseractEngine(folder, language)


#: Engines by name, the preferred one first. They load on demand: one of the two may be missing.
_ENGINES: Mapping[str, Callable[[Path | None, str], Engine]] = {
    "tesserocr": _tesserocr,
    "pytesseract": _pytesseract,
}


def open_engine(name: str = "auto") -> Engine:
    """The engine of that name; "auto" takes tesserocr where it is installed, otherwise pytesseract.

    UserFault "ocr-engine-missing" or "ocr-language-missing" says what to install.
    """
    return _opened(name, None, LANGUAGE)


def open_engines() -> Engines:
    """The engine and who reads beside it; UserFault as `open_engine`.

    The other network stands in where a line reader is missing. Beside them it settled 2 of 569 disputed
    places better, and took its memory in every helper.
    """
    reader, arbiter = open_reader(), open_reader("arbiter")
    if reader is None or arbiter is None:
        return open_tesseract()
    return Engines(open_engine(), reader, arbiter)


def open_tesseract() -> Engines:
    """Tesseract alone, with both of its networks; UserFault as `open_engine`."""
    return Engines(open_engine(), network=open_network())


def open_reader(name: str = "reader") -> LineReader | None:
    """The program's own line reader, or its "arbiter"; None where its file is missing or cannot be used."""
    path = bundle.resources() / "reader" / f"{name}.onnx"
    if not path.is_file() or importlib.util.find_spec("onnxruntime") is None:
        return None
    from hrdigitize.ocr.line_reader import OnnxLineReader, UnusableReader

    try:
        return OnnxLineReader(path)
    except UnusableReader:
        return None


def open_network(name: str = "auto") -> Engine | None:
    """Tesseract with another network, whose word on doubtful places counts as another opinion.

    None where the program was shipped without it, or where each of its looks would cost a process.
    """
    folder = second_folder()
    if folder is None or (name == "auto" and importlib.util.find_spec("tesserocr") is None):
        return None
    return _opened(name, folder, SECOND_LANGUAGE)


def _opened(name: str, folder: Path | None, language: str) -> Engine:
    if name == "auto":
        name = "tesserocr" if importlib.util.find_spec("tesserocr") else "pytesseract"
    if name not in _ENGINES or importlib.util.find_spec(name) is None:
        raise UserFault("ocr-engine-missing")
    return _ENGINES[name](folder, language)
