"""Which words are read again, and what becomes of the lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page.printed import NOTHING_PRINTED, printed_wording
from hrdigitize.extraction.page.regions import Region
from hrdigitize.extraction.page.second_looks import looked_again
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.ocr.engine import Engines, Grey, LineReading
from tests.extraction.printed import line
from tests.silent_engine import SilentEngine

_WIDTH, _HEIGHT = 2000, 400


class Typist(SilentEngine):
    """Says what it was told to, crop after crop; keeps how wide the crops were."""

    name = "typist"

    def __init__(self, *says: str, sure: float = 0.9) -> None:
        self._says = list(says)
        self._sure = sure
        self.widths: list[int] = []
        self.darkest: list[int] = []

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        raise AssertionError("second looks are taken line by line")

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        return tuple(self._read(image) for image in images)

    def _read(self, image: Grey) -> LineReading:
        self.widths.append(image.shape[1])
        self.darkest.append(int(image.min()))
        text = self._says.pop(0)
        if not text:
            return LineReading("", 0.99, ())
        box = Box(12, 12, image.shape[1] - 24, image.shape[0] - 24)
        return LineReading(text, self._sure, (self._sure,) * len(text), (Word(text, box, self._sure),))


def region(text: str, *, confidence: float = 0.9) -> Region:
    white = np.full((_HEIGHT, _WIDTH), 255, np.uint8)
    return Region(white, white, lines=(line(text, 200, confidence=confidence),))


def test_printed_wording_is_not_read_again_and_the_value_is() -> None:
    printed = printed_wording(load_forms().values())
    second = Typist("Kinh")
    (found,) = looked_again([region("6) Dân tộc: Kinh")], Engines(Typist(), network=second), printed)
    (label, _, _, value) = found.lines[0].words
    assert value.agreed
    assert label.agreed
    assert second.widths == [4 * 20 + 2 * (6 + 12)]


def test_printed_wording_that_is_unsure_is_read_again() -> None:
    second = Typist("6) Dân tộc: Kinh")
    looked_again(
        [region("6) Dân tộc: Kinh", confidence=0.5)],
        Engines(Typist("x"), network=second),
        printed_wording(load_forms().values()),
    )
    assert len(second.widths) == 1


def test_a_certain_word_is_not_read_again_and_a_figure_is() -> None:
    second = Typist("1948")
    looked_again([region("Kinh 1948", confidence=0.97)], Engines(Typist(), network=second), NOTHING_PRINTED)
    assert second.widths == [4 * 20 + 2 * (6 + 12)]


def test_all_regions_go_in_one_call_and_differences_are_looked_at_a_third_time() -> None:
    first, second = Typist("1946"), Typist("1946", "Kinh")
    born, people = looked_again(
        [region("1948"), region("Kinh")], Engines(first, network=second), NOTHING_PRINTED
    )
    assert [one.lines[0].text for one in (born, people)] == ["1946", "Kinh"]
    assert born.lines[0].words[0].other == "1948"
    assert len(first.widths) == 1


def test_boxes_of_another_look_are_in_the_pixels_of_the_region() -> None:
    # The box of the third look comes from a crop at 0.8: it must lie where the word is.
    (found,) = looked_again(
        [region("19353")], Engines(Typist("1933"), network=Typist("1935")), NOTHING_PRINTED
    )
    (word,) = found.lines[0].words
    asked = region("19353").lines[0].words[0].box
    assert abs(word.box.x - asked.x) <= 6
    assert abs(word.box.right - asked.right) <= 8


def test_one_network_alone_reads_unsure_words_again() -> None:
    engine = Typist("Kinh")
    (sure,) = looked_again([region("Kính", confidence=0.97)], Engines(Typist()), NOTHING_PRINTED)
    (weak,) = looked_again([region("Kính", confidence=0.7)], Engines(engine), NOTHING_PRINTED)
    assert (sure.lines[0].text, weak.lines[0].text) == ("Kính", "Kinh")


def by_line_readers(engine: Typist, arbiter: Typist) -> Engines:
    """Engines whose reader is not asked any more: what it read is in the regions."""
    return Engines(engine, Typist(), arbiter)


def test_what_stands_in_a_cell_is_read_again_though_a_form_prints_it() -> None:
    printed = printed_wording(load_forms().values())
    arbiter = Typist("6) Dân tộc:")
    readers = by_line_readers(Typist(), arbiter)
    looked_again([replace(region("6) Dân tộc:"), cell=True)], readers, printed)
    assert len(arbiter.widths) == 1


def test_a_value_that_is_worded_like_a_hint_is_read_again() -> None:
    printed = printed_wording(load_forms().values())
    assert all(printed.covers(["Trung", "cấp"]))
    arbiter = Typist("Trung cấp")
    looked_again([region("6) Dân tộc: Trung cấp")], by_line_readers(Typist(), arbiter), printed)
    assert len(arbiter.widths) == 1


def test_what_both_line_readers_read_alike_is_agreed_upon_and_the_engine_is_not_asked() -> None:
    engine = Typist()
    (found,) = looked_again([region("Kinh")], by_line_readers(engine, Typist("Kinh")), NOTHING_PRINTED)
    (people,) = found.lines[0].words
    assert (people.text, people.other, people.agreed, people.confirmed) == ("Kinh", None, True, 0.9)
    assert engine.widths == []


def test_the_engine_is_asked_where_line_readers_differ_and_two_of_three_stand_unsure() -> None:
    engine = Typist("1946")
    readers = by_line_readers(engine, Typist("Kinh", "1946"))
    people, born = (
        found.lines[0].words[0]
        for found in looked_again([region("Kinh"), region("1948")], readers, NOTHING_PRINTED)
    )
    assert len(engine.widths) == 1
    assert (people.text, people.agreed) == ("Kinh", True)
    assert (born.text, born.other, born.agreed) == ("1946", "1948", False)


def test_where_the_engine_sees_nothing_the_two_line_readers_are_put_together() -> None:
    readers = by_line_readers(Typist(""), Typist("Kinh đỏ"))
    (found,) = looked_again([region("Kinh")], readers, NOTHING_PRINTED)
    assert found.lines[0].words[0].other == "Kinh đỏ"
    assert not any(word.agreed for word in found.lines[0].words)


def test_a_line_that_no_look_keeps_is_left_out() -> None:
    readers = by_line_readers(Typist("|"), Typist(""))
    (found,) = looked_again([region("|", confidence=0.3)], readers, NOTHING_PRINTED)
    assert [line.text for line in found.lines] == ["|"]
    assert not found.lines[0].words[0].agreed


def test_the_arbiter_sees_as_much_beside_a_word_as_its_neighbours_leave() -> None:
    printed = printed_wording(load_forms().values())
    arbiter = Typist("Kinh")
    looked_again([region("6) Dân tộc: Kinh")], by_line_readers(Typist(), arbiter), printed)
    # A letter's width parts the words: six tenths of it at the left, twelve pixels at the open right.
    assert arbiter.widths == [4 * 20 + 12 + 12]


def test_ink_that_goes_on_beside_a_line_belongs_to_the_arbiter_s_crop() -> None:
    arbiter = Typist("Kinh")
    drawn = region("Kinh")
    word = drawn.lines[0].words[0].box
    image = drawn.image.copy()
    # A letter that the box left out, and something far off on the same line.
    image[word.y : word.bottom, word.x - 30 : word.x - 10] = 0
    image[word.y : word.bottom, word.right + 200 : word.right + 220] = 0
    looked_again([replace(drawn, image=image)], by_line_readers(Typist(), arbiter), NOTHING_PRINTED)
    (width,) = arbiter.widths
    assert width == pytest.approx(30 + word.width + 2 * 12, abs=2)


def test_a_word_whose_box_reaches_into_a_chosen_one_is_read_with_it() -> None:
    (drawn,) = region("6) Dân tộc: Kinh").lines
    reaching = replace(drawn.words[2], box=replace(drawn.words[2].box, width=8 * 20))
    line_ = replace(drawn, words=(*drawn.words[:2], reaching, drawn.words[3]))
    arbiter = Typist("tộc: Kinh")
    printed = printed_wording(load_forms().values())
    looked_again(
        [replace(region("x"), lines=(line_,))], by_line_readers(Typist("tộc: Kinh"), arbiter), printed
    )
    assert arbiter.widths[0] > 8 * 20


def test_the_arbiter_sees_the_paper_and_the_engine_what_was_cleaned() -> None:
    engine, arbiter = Typist("1948"), Typist("1946")
    drawn = region("1948")
    regions = [replace(drawn, paper=drawn.image - 100)]
    looked_again(regions, by_line_readers(engine, arbiter), NOTHING_PRINTED)
    assert (arbiter.darkest, engine.darkest) == ([155], [255])


def test_no_lines_no_looks() -> None:
    white = np.full((10, 10), 255, np.uint8)
    empty = Region(white, white)
    assert looked_again([empty], Engines(Typist(), network=Typist()), NOTHING_PRINTED) == [empty]
