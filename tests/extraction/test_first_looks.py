"""Where a page's lines are cut for the line reader, and where the words that it reads come to stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page.first_looks import by_engine, by_line_reader
from hrdigitize.extraction.page.regions import Region
from hrdigitize.imaging.pixels import Grey
from hrdigitize.ocr.engine import LineReading
from tests.silent_engine import SilentEngine

_SHAPE = (400, 1600)


class Finds(SilentEngine):
    """An engine that finds these lines of words, in pixels of the region."""

    def __init__(self, *lines: Sequence[Box]) -> None:
        self._lines = lines

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        assert (image.shape, dpi) == ((200, 800), 150)
        return tuple(tuple(word.moved(0, 0, 2) for word in line) for line in self._lines)


class Spells(SilentEngine):
    """Reads each crop as the next of some texts, its words spread evenly; keeps the shapes of the crops."""

    def __init__(self, *texts: str) -> None:
        self._texts = list(texts)
        self.shapes: list[tuple[int, ...]] = []

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        return tuple(self._read(image) for image in images)

    def _read(self, image: Grey) -> LineReading:
        self.shapes.append(image.shape)
        text = self._texts.pop(0)
        step = image.shape[1] / max(1, len(text))
        words, at = [], 0
        for word in text.split():
            box = Box(round(at * step), 0, round(len(word) * step), image.shape[0])
            words.append(Word(word, box, 0.95))
            at += len(word) + 1
        return LineReading(text, 0.95, (0.95,) * len(text), tuple(words))


def region(*ink: Box) -> Region:
    image = np.full(_SHAPE, 255, np.uint8)
    for box in ink:
        image[box.y : box.bottom, box.x : box.right] = 0
    return Region(image, image)


def read(reader: Spells, found: Region, *lines: Sequence[Box]) -> tuple[TextLine, ...]:
    (seen,) = by_line_reader([found], Finds(*lines), reader)
    return seen.lines


def test_words_stand_where_their_ink_is() -> None:
    left, right = Box(100, 100, 80, 30), Box(196, 96, 60, 34)
    (line,) = read(Spells("Dân tộc"), region(left, right), (left, right))
    assert [(word.text, word.box) for word in line.words] == [("Dân", left), ("tộc", right)]


def test_a_streak_through_a_word_does_not_make_its_line_higher() -> None:
    word, pierced, streak = Box(100, 100, 80, 30), Box(200, 20, 60, 250), Box(230, 20, 2, 250)
    reader = Spells("Dân tộc")
    read(reader, region(word, Box(200, 100, 60, 30), streak), (word, pierced))
    assert reader.shapes[0][0] == 30 + 12 + 6


def test_a_wide_gap_parts_a_line_and_what_is_read_stays_one() -> None:
    label, value = Box(100, 100, 80, 30), Box(700, 100, 90, 30)
    reader = Spells("Dân tộc:", "Kinh")
    (line,) = read(reader, region(label, value), (label, value))
    assert line.text == "Dân tộc: Kinh"
    assert [width for _, width in reader.shapes] == [80 + 2 * 12, 90 + 2 * 12]


@pytest.mark.parametrize(
    ("read_as", "said"),
    [
        ("Không;4.", "Không; 4."),
        (",4)", ", 4)"),
        ("12.3.", "12.3."),
        ("Điều;", "Điều;"),
    ],
)
def test_an_item_number_is_a_word_of_its_own(read_as: str, said: str) -> None:
    box = Box(100, 100, 160, 30)
    (line,) = read(Spells(read_as), region(box), (box,))
    assert line.text == said


def test_lines_without_text_and_regions_without_lines_are_nothing() -> None:
    box = Box(100, 100, 80, 30)
    assert read(Spells(""), region(box), (box,)) == ()
    assert read(Spells(), region()) == ()
    # A line of which the clean-up left no ink is not looked at.
    assert read(Spells(), region(), (box,)) == ()


def test_a_low_cell_is_one_line_and_nobody_is_asked_where() -> None:
    image = np.full((60, 200), 255, np.uint8)
    image[12:48, 12:188] = 0
    cell = Region(image, image, cell=True, low=True)
    (seen,) = by_line_reader([cell], SilentEngine(), Spells("Kinh"))
    assert [line.text for line in seen.lines] == ["Kinh"]


class Reads(SilentEngine):
    """An engine that reads a block as one word, and lines as nothing."""

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        word = Word("Kinh", Box(10, 10, 80, 30), 0.9)
        return (TextLine((word,), word.box),)


def test_a_low_cell_in_which_the_engine_sees_no_line_is_read_as_a_block() -> None:
    image = np.full((60, 200), 255, np.uint8)
    (seen,) = by_engine([Region(image, image, cell=True, low=True)], Reads())
    assert [line.text for line in seen.lines] == ["Kinh"]
