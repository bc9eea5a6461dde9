"""An engine that sees nothing: what a test's engine does not say otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine
from hrdigitize.ocr.engine import Grey, LineReading


class SilentEngine:
    """Finds no line and reads no text."""

    name = "silent"

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        return ()

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        return ()

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        return tuple(LineReading("", 0.0, ()) for _ in images)

    def close(self) -> None:
        """Nothing to give back."""
