"""Letters that stand alone are read by themselves; pieces of words, of stamps and of pictures are not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hrdigitize.domain.page import TextLine
from hrdigitize.extraction.page.missed import with_missed
from hrdigitize.extraction.page.regions import Region
from hrdigitize.imaging.pixels import Grey
from hrdigitize.ocr.engine import LineReading
from tests.extraction.printed import LETTER_PX, line

LABEL = line("Nhóm máu:", 200)


class Says:
    """An engine that reads every crop as the same text."""

    name = "fake"

    def __init__(self, text: str, confidence: float = 0.95) -> None:
        self._reading = LineReading(text, confidence, (confidence,) * len(text))
        self.crops = 0

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        assert (dpi, alphabet) == (300, "")
        self.crops += len(images)
        return (self._reading,) * len(images)

    def close(self) -> None:
        pass


def sheet(*letters: tuple[int, int]) -> Grey:
    """A mask of ink with letters (24 x 30 px) at these places, and ink under the words of the label."""
    mask = np.zeros((600, 1600), np.uint8)
    for word in LABEL.words:
        mask[word.box.y : word.box.bottom, word.box.x : word.box.right] = 255
    for x, y in letters:
        mask[y : y + 30, x : x + 24] = 255
    return mask


def read(engine: Says, mask: Grey) -> tuple[TextLine, ...]:
    image = np.asarray(255 - mask, np.uint8)
    return with_missed(Region(image, image, lines=(LABEL,)), mask, engine).lines


def test_a_letter_alone_joins_its_line_and_stays_unsure() -> None:
    engine = Says("B")
    (found,) = read(engine, sheet((LABEL.box.right + 3 * LETTER_PX, 203)))
    assert found.text == "Nhóm máu: B"
    assert found.words[-1].confidence <= 0.6
    assert found.box.right > LABEL.box.right


def test_ink_at_a_word_or_on_no_line_is_not_read() -> None:
    engine = Says("B")
    assert read(engine, sheet((LABEL.box.right + 9, 203))) == (LABEL,)
    assert read(engine, sheet((700, 420))) == (LABEL,)
    assert engine.crops == 0


def test_a_word_on_no_line_is_a_line_of_its_own_where_it_stands() -> None:
    word = [(700 + 24 * step, 420) for step in range(5)]
    above, found = read(Says("Không có"), sheet(*word))
    assert (above, found.text) == (LABEL, "Không có")
    assert found.words[0].box.right <= found.words[1].box.x
    assert max(one.confidence for one in found.words) <= 0.6
    assert read(Says("1 7"), sheet(*word)) == (LABEL,)
    found, below = read(Says("Không"), sheet(*((x, 100) for x, _ in word)))
    assert (found.text, below) == ("Không", LABEL)


def test_many_pieces_are_a_stamp() -> None:
    engine = Says("B")
    assert read(engine, sheet(*((700 + 60 * step, 203) for step in range(14)))) == (LABEL,)
    assert engine.crops == 0


def test_what_is_no_letter_adds_nothing() -> None:
    place = (LABEL.box.right + 3 * LETTER_PX, 203)
    assert read(Says("|"), sheet(place)) == (LABEL,)
    assert read(Says("B", 0.2), sheet(place)) == (LABEL,)
