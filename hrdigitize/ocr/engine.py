"""The interface of an engine, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.page import TextLine, Word

#: A grey image: rows x columns, 0 black .. 255 white.
Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class LineReading:
    """One line crop as read: NFC text, confidence 0..1 of the whole and of each character of `text`.

    A space has the lower confidence of its neighbours. words: the same text with the place of each word, in
    pixels of the crop. Another reader may give other texts in `alternatives`, best first; Tesseract gives
    none.
    """

    text: str
    confidence: float
    characters: tuple[float, ...]
    words: tuple[Word, ...] = ()
    alternatives: tuple[str, ...] = ()


class Engine(Protocol):
    """Reads Vietnamese print. One instance per process: loading the model costs 60-115 ms."""

    @property
    def name(self) -> str:
        """Engine and model versions, kept with every reading."""
        ...

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        """The text lines of one block of text, top to bottom; boxes in pixels of the image."""
        ...

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        """One result for each crop of a single line. alphabet: the only characters allowed, "" for all."""
        ...

    def close(self) -> None:
        """Give the model's memory back."""
        ...
