"""Reading a page, with the real engine on a drawn page."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from hrdigitize.domain.page import PageKind
from hrdigitize.extraction.pages import read_page
from hrdigitize.ocr.choice import open_engine
from hrdigitize.ocr.engine import Engine
from tests.imaging.drawn import blank, picture, turned, write


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = open_engine()
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
def test_text_tables_and_boxes_of_a_page_askew(engine: Engine) -> None:
    reading = read_page(picture(turned(drawn(), 1.0)), engine)
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
def test_a_blank_page_is_blank_and_ink_without_words_is_marked(engine: Engine) -> None:
    assert read_page(picture(blank()), engine).kind is PageKind.BLANK
    image = write(blank(), "Nhóm máu:", 120, 80)
    rng = np.random.default_rng(7)
    for _ in range(40):
        x, y = int(rng.integers(600, 760)), int(rng.integers(90, 130))
        image[y : y + 3, x : x + 30] = 0
    marks = read_page(picture(image), engine).marks
    words = read_page(picture(image), engine).lines
    assert marks or any(word.confidence < 0.95 for line in words for word in line.words)
