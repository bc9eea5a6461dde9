"""Recorded results: most tests use what an engine once said, and need no engine.

A record is keyed by the pixels it was made from, so a changed clean-up is noticed: KeyError.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.ocr.engine import Engine, Grey, LineReading
from hrdigitize.ocr.lines import line_of


def fingerprint(image: Grey, alphabet: str = "") -> str:
    """Names an image by shape and pixels (and the alphabet it was read with)."""
    digest = hashlib.sha256(f"{image.shape}{alphabet}".encode())
    digest.update(image.tobytes())
    return digest.hexdigest()[:24]


class RecordedEngine:
    """Says again what was recorded in a JSON file."""

    name = "recorded"

    def __init__(self, path: Path) -> None:
        record = json.loads(path.read_text("utf-8"))
        self._pages: dict[str, list[list[list[object]]]] = record["pages"]
        self._found: dict[str, list[list[list[int]]]] = record["found"]
        self._lines: dict[str, dict[str, object]] = record["lines"]

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:  # noqa: ARG002 - the interface's
        if image.size == 0:
            return ()
        return tuple(line_of([_word(word) for word in line]) for line in self._pages[fingerprint(image)])

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:  # noqa: ARG002
        found = self._found[fingerprint(image)]
        return tuple(tuple(Box(*box) for box in line) for line in found)

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:  # noqa: ARG002
        return tuple(_line(self._lines[fingerprint(image, alphabet)]) for image in images)

    def close(self) -> None:
        """Nothing to give back."""


class RecordingEngine:
    """Passes every call to a real engine and keeps what it said; `save` writes the record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pages: dict[str, list[list[list[object]]]] = {}
        self._found: dict[str, list[list[list[int]]]] = {}
        self._lines: dict[str, dict[str, object]] = {}

    @property
    def name(self) -> str:
        return self._engine.name

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        lines = self._engine.read_page(image, dpi)
        if image.size:
            self._pages[fingerprint(image)] = [[_record(word) for word in line.words] for line in lines]
        return lines

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        found = self._engine.find_lines(image, dpi)
        self._found[fingerprint(image)] = [[box.as_list() for box in line] for line in found]
        return found

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        readings = self._engine.read_lines(images, dpi, alphabet)
        for image, reading in zip(images, readings, strict=True):
            self._lines[fingerprint(image, alphabet)] = {
                "text": reading.text,
                "characters": [round(c, 4) for c in reading.characters],
                "words": [_record(word) for word in reading.words],
            }
        return readings

    def close(self) -> None:
        self._engine.close()

    def save(self, path: Path) -> None:
        record = {"engine": self.name, "pages": self._pages, "found": self._found, "lines": self._lines}
        path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")


def _record(word: Word) -> list[object]:
    return [word.text, word.box.as_list(), round(word.confidence, 4)]


def _word(record: list[object]) -> Word:
    text, box, confidence = record
    if not (isinstance(text, str) and isinstance(box, list) and isinstance(confidence, float | int)):
        raise TypeError("a recorded word is [text, [x, y, width, height], confidence]")
    return Word(text, Box(*box), float(confidence))


def _line(record: dict[str, object]) -> LineReading:
    text, characters, words = record["text"], record["characters"], record["words"]
    if not (isinstance(text, str) and isinstance(characters, list) and isinstance(words, list)):
        raise TypeError("a recorded line has a text, the confidence of each character, and words")
    placed = tuple(_word(word) for word in words)
    return LineReading(text, min(characters, default=0.0), tuple(characters), placed)
