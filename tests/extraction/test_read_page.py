"""Reading a page, with the real engine on a drawn page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageKind, TextLine, Word
from hrdigitize.extraction.page.pages import read_page
from hrdigitize.ocr.choice import open_engine
from hrdigitize.ocr.engine import Engines, Grey, LineReading
from tests.imaging.drawn import blank, picture, turned, write
from tests.silent_engine import SilentEngine


@pytest.fixture(scope="module")
def engines() -> Iterator[Engines]:
    opened = Engines(open_engine())
    yield opened
    opened.close()


def drawn() -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    image = write(blank(), "Họ và tên khai sinh: LÒ THỊ ƯỚC" + "." * 30, 120, 80)
    image = write(image, "Quê quán: xã Ea Yông", 120, 200)
    for y in (400, 500, 600):
        image[y : y + 4, 100:1500] = 0
    for x in (100, 700, 1496):
        image[400:604, x : x + 4] = 0
    image = write(image, "Giáo viên", 130, 425)
    return write(image, "2,34", 730, 425)


@pytest.mark.engine
def test_text_tables_and_boxes_of_a_page_askew(engines: Engines) -> None:
    reading = read_page(picture(turned(drawn(), 1.0)), engines)
    assert reading.kind is PageKind.UNKNOWN
    assert reading.skew == pytest.approx(1.0, abs=0.2)
    assert [line.text for line in reading.lines] == [
        "Họ và tên khai sinh: LÒ THỊ ƯỚC",
        "Quê quán: xã Ea Yông",
        "Giáo viên",
        "2,34",
    ]
    assert [(grid.rows, grid.columns) for grid in reading.grids] == [(2, 2)]
    cell = reading.grids[0].cells[0].box
    assert cell.contains_point(*reading.lines[2].box.centre)


@pytest.mark.engine
def test_a_blank_page_is_blank_and_no_ink_goes_unseen(engines: Engines) -> None:
    assert read_page(picture(blank()), engines).kind is PageKind.BLANK
    image = write(blank(), "Nhóm máu:", 120, 80)
    for step in range(0, 160, 20):
        cv2.line(image, (600 + step, 130 - step % 40), (620 + step, 110 + step % 40), 0, 3)
    cv2.circle(image, (700, 112), 24, 0, -1)
    reading = read_page(picture(image), engines)
    found = [*reading.marks, *(word.box for line in reading.lines for word in line.words)]
    assert any(box.x < 790 and box.right > 600 and box.y < 135 and box.bottom > 90 for box in found)


@pytest.mark.engine
@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_engine_tells_which_way_up_a_page_of_few_letters_lies(engines: Engines, degrees: int) -> None:
    image = write(blank(), "Quê quán: Ea Yông", 120, 200)
    kept = np.ascontiguousarray(np.rot90(image, -degrees // 90))
    reading = read_page(picture(kept), engines)
    assert (reading.rotation, reading.text) == (degrees, "Quê quán: Ea Yông")
    box = reading.to_kept(reading.lines[0].box)
    assert np.count_nonzero(kept[box.y : box.bottom, box.x : box.right] < 128) == pytest.approx(
        np.count_nonzero(kept < 128), rel=0.02
    )


class Sees(SilentEngine):
    """A line reader that sees one text, as wide as the crop."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        return tuple(
            LineReading(
                self._text, 0.95, (), (Word(self._text, Box(0, 0, image.shape[1], image.shape[0]), 0.95),)
            )
            for image in images
        )


@pytest.mark.parametrize(("arbiter", "agreed"), [("7", True), ("1", False)])
def test_a_cell_is_sure_where_two_line_readers_agree(arbiter: str, *, agreed: bool) -> None:
    reading = read_page(picture(drawn()), Engines(SilentEngine(), Sees("7"), Sees(arbiter)))
    words = [word for line in reading.lines for word in line.words]
    assert [word.agreed for word in words] == [agreed] * 2


class Tears(SilentEngine):
    """An engine that takes one line of a cell for two."""

    def find_lines(self, image: Grey, dpi: int) -> tuple[tuple[Box, ...], ...]:
        if image.shape[0] > 500:
            return ()
        return ((Box(7, 10, 20, 20),), (Box(30, 8, 20, 23),))

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        if image.shape[0] > 1000:
            return ()
        halves = (Box(14, 20, 40, 40), Box(60, 16, 40, 46))
        return tuple(TextLine((Word("Viên", half, 0.5),), half) for half in halves)


@pytest.mark.parametrize(
    "engines",
    [Engines(Tears(), Sees("Viên"), Sees("Viên")), Engines(Tears())],
    ids=["line readers", "the engine alone"],
)
def test_a_line_of_a_cell_that_the_engine_tore_is_one_line(engines: Engines) -> None:
    image = drawn()
    # Higher than one line, so that the engine is asked where the lines of this cell stand.
    image[430:490, 140:148] = 0
    image[408:496, 400:408] = 0
    reading = read_page(picture(image), engines)
    in_the_cell = [line for line in reading.lines if line.box.x < 700 and line.box.y > 400]
    assert len(in_the_cell) == 1
