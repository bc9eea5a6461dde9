"""Tesseract as a process for each call, through pytesseract: slower, but it runs where tesserocr does not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytesseract
from PIL import Image

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.domain.vietnamese import nfc
from hrdigitize.ocr.engine import Grey, LineReading
from hrdigitize.ocr.lines import line_of, spread_over_spaces
from hrdigitize.ocr.tessdata import LANGUAGE, tessdata_folder

_BLOCK, _LINE = 6, 7
#: Columns of Tesseract's table of words, by name.
_Table = dict[str, list[int]]


class PytesseractEngine:
    """The fallback adapter. Its temporary files go where TMPDIR points; the caller wipes that folder."""

    def __init__(self, folder: Path | None = None, language: str = LANGUAGE) -> None:
        if shutil.which("tesseract") is None:
            raise UserFault("ocr-engine-missing")
        # More OpenMP threads make the tesseract process 2-4 times slower (measured).
        os.environ["OMP_THREAD_LIMIT"] = "1"
        self._tessdata = folder or tessdata_folder()
        self._language = language
        self.name = f"pytesseract/{pytesseract.get_tesseract_version()}/{language}"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        if image.size == 0:
            return ()
        lines: dict[tuple[int, int, int], list[Word]] = {}
        for line, word in _words(self._table(image, dpi, _BLOCK)):
            lines.setdefault(line, []).append(word)
        return tuple(line_of(words) for words in lines.values())

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        # The process has no mode that finds lines without reading them.
        return tuple(tuple(word.box for word in line.words) for line in self.read_page(image, dpi))

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        return tuple(self._read_line(image, dpi, alphabet) for image in images)

    def close(self) -> None:
        """Nothing stays loaded between calls."""

    def _read_line(self, image: Grey, dpi: int, alphabet: str) -> LineReading:
        if image.size == 0:
            return LineReading("", 0.0, ())
        table = self._table(image, dpi, _LINE, alphabet)
        words = tuple(word for _, word in _words(table))
        pieces: list[tuple[str, float]] = []
        for word in words:
            if pieces:
                pieces.append((" ", 1.0))
            # The process reports a word's confidence only: every character of the word gets it.
            pieces.extend((character, word.confidence) for character in word.text)
        return replace(spread_over_spaces(pieces), words=words)

    def _table(self, image: Grey, dpi: int, mode: int, alphabet: str = "") -> _Table:
        options = [f"--psm {mode}", f"--dpi {dpi}", f'--tessdata-dir "{self._tessdata}"']
        if alphabet:
            options.append(f"-c tessedit_char_whitelist={alphabet}")
        found: _Table = pytesseract.image_to_data(
            Image.fromarray(image),
            lang=self._language,
            config=" ".join(options),
            output_type=pytesseract.Output.DICT,
        )
        return found


def _words(table: _Table) -> Iterator[tuple[tuple[int, int, int], Word]]:
    """Each word with the number of its block, paragraph and line."""
    for index, text in enumerate(table["text"]):
        word = nfc(str(text)).strip()
        if not word:
            continue
        line = (table["block_num"][index], table["par_num"][index], table["line_num"][index])
        box = Box(*(table[side][index] for side in ("left", "top", "width", "height")))
        yield line, Word(word, box, float(table["conf"][index]) / 100)
