"""Which ink without text counts as a mark: what the line reader surely takes for nothing does not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from hrdigitize.domain.page import TextLine
from hrdigitize.domain.picture import Picture
from hrdigitize.extraction.page.marks import marks
from hrdigitize.imaging.clean import CleanPage, clean
from hrdigitize.imaging.pixels import Grey
from hrdigitize.ocr.engine import LineReading
from tests.imaging.drawn import blank, write


class Says:
    """A line reader that says the same of every crop."""

    name = "fake"

    def __init__(self, text: str, confidence: float) -> None:
        self._reading = LineReading(text, confidence, (confidence,) * len(text))
        self.asked = 0

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        self.asked += len(images)
        return (self._reading,) * len(images)

    def close(self) -> None:
        """Nothing to give back."""


@pytest.fixture(scope="module")
def page() -> CleanPage:
    image = write(blank(1600, 800), "Ký", 300, 300)
    return clean(Picture(image.shape[1], image.shape[0], 1, 300, image.tobytes()), 0)


_NO_LINES: tuple[TextLine, ...] = ()


def test_ink_without_text_is_a_mark(page: CleanPage) -> None:
    assert marks(page, _NO_LINES, ())


@pytest.mark.parametrize(("text", "confidence", "left"), [("", 0.99, 0), ("", 0.9, 1), ("x", 0.99, 1)])
def test_what_the_line_reader_surely_takes_for_nothing_is_none(
    page: CleanPage, text: str, confidence: float, left: int
) -> None:
    reader = Says(text, confidence)
    assert len(marks(page, _NO_LINES, (reader,))) == left
    assert reader.asked == 1


@pytest.mark.parametrize(
    ("text", "first", "second", "left"), [("", 0.7, 0.7, 0), ("", 0.7, 0.5, 1), ("I", 0.7, 0.9, 1)]
)
def test_two_line_readers_need_not_be_as_sure(
    page: CleanPage, text: str, first: float, second: float, left: int
) -> None:
    readers = (Says("", first), Says(text, second))
    assert len(marks(page, _NO_LINES, readers)) == left


def test_what_is_higher_than_a_line_is_a_mark_whatever_it_looks_like() -> None:
    image = blank(1600, 1200)
    for offset in range(0, 300, 3):
        image[300 + offset : 306 + offset, 400 + offset // 2 : 406 + offset // 2] = 0
    large = clean(Picture(image.shape[1], image.shape[0], 1, 300, np.ascontiguousarray(image).tobytes()), 0)
    reader = Says("", 1.0)
    assert marks(large, _NO_LINES, (reader,))
    assert reader.asked == 0
