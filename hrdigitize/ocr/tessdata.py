"""Where Tesseract's language data lies."""

from __future__ import annotations

import os
from pathlib import Path

from hrdigitize import bundle
from hrdigitize.domain.faults import UserFault

LANGUAGE = "vie"
#: Another network for the same language, three times as large, shipped with the program (see its README).
SECOND_LANGUAGE = "vie_large"

#: Debian and Ubuntu keep the data in one of these, the Windows installer in the last one.
_USUAL = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)


def tessdata_folder() -> Path:
    """The folder that holds `vie.traineddata`; UserFault "ocr-language-missing" when there is none.

    TESSDATA_PREFIX comes first, then the program's own copy, then the usual places. Tesseract cannot
    open non-ASCII paths on Windows (tesseract #3709): an installer must choose an ASCII folder.
    """
    named = os.environ.get("TESSDATA_PREFIX")
    candidates = [Path(named), Path(named) / "tessdata"] if named else []
    candidates.append(bundle.resources() / "tessdata")
    candidates.extend(Path(usual) for usual in _USUAL)
    for folder in candidates:
        if (folder / f"{LANGUAGE}.traineddata").is_file():
            return folder
    raise UserFault("ocr-language-missing")


def second_folder() -> Path | None:
    """The folder that holds the second network; None where the program was shipped without it."""
    folder = bundle.resources() / "tessdata"
    return folder if (folder / f"{SECOND_LANGUAGE}.traineddata").is_file() else None
