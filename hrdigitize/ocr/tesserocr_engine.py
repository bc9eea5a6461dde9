"""Tesseract in this process through tesserocr: one loaded model, no temporary files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import tesserocr

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.domain.vietnamese import nfc
from hrdigitize.ocr.engine import Grey, LineReading
from hrdigitize.ocr.lines import line_of, spread_over_spaces
from hrdigitize.ocr.tessdata import LANGUAGE, tessdata_folder


class TesserocrEngine:
    """The default engine: 9-12 times faster on crops than a process for each of them."""

    def __init__(self, folder: Path | None = None, language: str = LANGUAGE) -> None:
        path = str(folder or tessdata_folder())
        self._api = tesserocr.PyTessBaseAPI(path=path, lang=language, psm=tesserocr.PSM.SINGLE_BLOCK)
        self._api.SetVariable("debug_file", "/dev/null")
        self._alphabet = ""
        version = tesserocr.tesseract_version().split()[1]
        self.name = f"tesserocr/{version}/{language}"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        if image.size == 0:
            return ()
        self._restrict("")
        self._recognize(image, dpi, tesserocr.PSM.SINGLE_BLOCK)
        lines: list[TextLine] = []
        words: list[Word] = []
        for word, opens_line in self._words():
            if opens_line and words:
                lines.append(line_of(words))
                words = []
            words.append(word)
        if words:
            lines.append(line_of(words))
        return tuple(lines)

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        if image.size == 0:
            return ()
        self._show(image, dpi, tesserocr.PSM.SINGLE_BLOCK)
        layout = self._api.AnalyseLayout()
        if layout is None:
            return ()
        lines: list[list[Box]] = []
        level = tesserocr.RIL.WORD
        while True:
            edges = layout.BoundingBox(level)
            if layout.IsAtBeginningOf(tesserocr.RIL.TEXTLINE):
                lines.append([])
            if edges is not None and lines:
                left, top, right, bottom = edges
                lines[-1].append(Box(left, top, right - left, bottom - top))
            if not layout.Next(level):
                return tuple(tuple(line) for line in lines if line)

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        self._restrict(alphabet)
        return tuple(self._read_line(image, dpi) for image in images)

    def close(self) -> None:
        self._api.End()

    def _read_line(self, image: Grey, dpi: int) -> LineReading:
        if image.size == 0:
            return LineReading("", 0.0, ())
        self._recognize(image, dpi, tesserocr.PSM.SINGLE_LINE)
        words = tuple(word for word, _ in self._words())
        return replace(spread_over_spaces(list(self._symbols())), words=words)

    def _recognize(self, image: Grey, dpi: int, mode: int) -> None:
        self._show(image, dpi, mode)
        self._api.Recognize()

    def _show(self, image: Grey, dpi: int, mode: int) -> None:
        pixels = np.ascontiguousarray(image)
        height, width = pixels.shape
        self._api.SetPageSegMode(mode)
        self._api.SetImageBytes(pixels.tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(dpi)

    def _restrict(self, alphabet: str) -> None:
        if alphabet == self._alphabet:
            return
        self._api.SetVariable("tessedit_char_whitelist", alphabet)
        self._alphabet = alphabet

    def _words(self) -> Iterator[tuple[Word, bool]]:
        """Words in reading order, each with whether it is the first of its line."""
        result = self._api.GetIterator()
        if result is None:
            return
        level = tesserocr.RIL.WORD
        while True:
            if not result.Empty(level):
                left, top, right, bottom = result.BoundingBox(level)
                text = nfc(result.GetUTF8Text(level)).strip()
                opens = result.IsAtBeginningOf(tesserocr.RIL.TEXTLINE)
                if text:
                    box = Box(left, top, right - left, bottom - top)
                    yield Word(text, box, result.Confidence(level) / 100), opens
            if not result.Next(level):
                return

    def _symbols(self) -> Iterator[tuple[str, float]]:
        """Characters with confidence; a space before the first one of each later word."""
        result = self._api.GetIterator()
        if result is None:
            return
        level = tesserocr.RIL.SYMBOL
        started = False
        while True:
            if not result.Empty(level):
                text = unicodedata.normalize("NFC", result.GetUTF8Text(level))
                if started and result.IsAtBeginningOf(tesserocr.RIL.WORD):
                    yield " ", 1.0
                started = True
                yield text, result.Confidence(level) / 100
            if not result.Next(level):
                return
