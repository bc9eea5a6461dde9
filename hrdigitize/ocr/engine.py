"""The interface of an engine, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word

#: A grey image: rows x columns, 0 black .. 255 white.
Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class LineReading:
    """One line crop as read: NFC text, confidence 0..1 of the whole and of each character of `text`.

    A space has the lower confidence of its neighbours. Of no text, the confidence says how surely there is
    none; Tesseract cannot say that (0). words: the same text with the place of each word, in
    pixels of the crop. Another reader may give other texts in `alternatives`, best first; Tesseract gives
    none.
    """

    text: str
    confidence: float
    characters: tuple[float, ...]
    words: tuple[Word, ...] = ()
    alternatives: tuple[str, ...] = ()


class LineReader(Protocol):
    """Reads crops of single lines."""

    @property
    def name(self) -> str:
        """Engine and model versions, kept with every reading."""
        ...

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        """One result for each crop of a single line. alphabet: the only characters allowed, "" for all."""
        ...

    def close(self) -> None:
        """Give the model's memory back."""
        ...


class Engine(LineReader, Protocol):
    """Reads Vietnamese print. One instance per process: loading the model costs 60-115 ms."""

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        """The text lines of one block of text, top to bottom; boxes in pixels of the image."""
        ...

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        """Boxes of what seem to be words, line by line, top to bottom, as `read_page`; nothing is read."""
        ...


@dataclass(frozen=True, slots=True)
class Engines:
    """Everything that reads in one process.

    first: finds lines, and reads where nobody else does. reader: the program's own line reader; it reads
    everything once. arbiter: a line reader of another build, whose word on a value counts as a second
    opinion, and the first one's as the third. network: the first one's engine with another network, asked
    where there are no line readers. All but the first can be missing, the reader only with the arbiter.
    """

    first: Engine
    reader: LineReader | None = None
    arbiter: LineReader | None = None
    network: LineReader | None = None

    @property
    def line_readers(self) -> tuple[LineReader, ...]:
        """The program's own line readers, as many as there are."""
        return tuple(one for one in (self.reader, self.arbiter) if one is not None)

    def close(self) -> None:
        """Give the memory of all models back."""
        for one in (self.first, self.reader, self.arbiter, self.network):
            if one is not None:
                one.close()
