"""From an engine's words and characters to lines, the same for every adapter."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.domain.geometry import union
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.domain.vietnamese import nfc
from hrdigitize.ocr.engine import LineReading


def line_of(words: Sequence[Word]) -> TextLine:
    """Words of one line, left to right; ValueError for none."""
    box = union(word.box for word in words)
    if box is None:
        raise ValueError("a line has at least one word")
    return TextLine(tuple(words), box)


def spread_over_spaces(pieces: Sequence[tuple[str, float]]) -> LineReading:
    """Characters with confidences -> one line; a space gets the lower confidence of its neighbours."""
    text = "".join(piece for piece, _ in pieces)
    if not text.strip():
        return LineReading("", 0.0, ())
    confidences: list[float] = []
    for piece, confidence in pieces:
        confidences.extend([confidence] * len(piece))
    for index, character in enumerate(text):
        if character == " " and 0 < index < len(text) - 1:
            confidences[index] = min(confidences[index - 1], confidences[index + 1])
    composed = nfc(text)
    if len(composed) != len(text):
        # Marks that came as characters of their own melt into their letter: keep the lowest confidence.
        confidences = [min(confidences)] * len(composed)
    return LineReading(composed, min(confidences), tuple(confidences))
