"""Stamps of secrecy on generated scans: found before anything is read; what only looks like one is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.extraction.page.pages import SECRET_MARKING, read_page
from hrdigitize.extraction.page.stamped import marking_among, marking_of
from hrdigitize.imaging.frames import framed_texts
from hrdigitize.ocr.choice import open_engines
from hrdigitize.ocr.engine import Engines
from tests.generator.decisions import generating as decisions
from tests.generator.generating import generate, print_form
from tests.generator.scanning import CLEAN, POOR, WORN, scan
from tests.generator.stamping import MARKINGS, OTHERS, stamp_ink

_SAYS = dict(zip(MARKINGS, (Secrecy.CONFIDENTIAL, Secrecy.SECRET, Secrecy.TOP_SECRET), strict=True))


@pytest.fixture(scope="module")
def engines() -> Iterator[Engines]:
    opened = open_engines()
    yield opened
    opened.close()


def _stamped(text: str, seed: int, level: int, *, upside_down: bool = False) -> Picture:
    page = print_form(seed).laid.pages[0]
    page = page.rotate(180) if upside_down else page
    rng = np.random.default_rng((seed, level))
    ink = stamp_ink(np.asarray(page), text, rng, upside_down=upside_down)
    return next(iter(decode(scan([page], level, rng, inks=[ink])[0])))


@pytest.mark.engine
def test_markings_on_clean_and_poor_scans_stop_a_page(
    engines: Engines, tell_figure: Callable[[str], None]
) -> None:
    tried = [
        (text, marking_of(_stamped(text, 903_000 + seed, level, upside_down=seed % 3 == 2), engines))
        for level in (CLEAN, POOR)
        for seed, text in enumerate(MARKINGS * 2)
    ]
    found = sum(_SAYS[text] is marking for text, marking in tried)
    tell_figure(f"stamps of secrecy found on clean and poor scans: {found} of {len(tried)}")
    assert found >= len(tried) - 1


@pytest.mark.engine
def test_other_stamps_stop_nothing(engines: Engines) -> None:
    for number, text in enumerate(OTHERS):
        assert marking_of(_stamped(text, 903_100 + number, number % 3), engines) is Secrecy.OPEN


@pytest.mark.engine
def test_unstamped_pages_are_not_stopped(engines: Engines) -> None:
    files = [
        file
        for seed in range(3)
        for paper in (generate(903_200 + seed, seed), decisions.generate_decision(903_200 + seed, seed))
        for file in paper.pages
    ]
    for file in files:
        assert marking_of(next(iter(decode(file))), engines) is Secrecy.OPEN


@pytest.mark.engine
def test_a_stopped_page_gives_nothing_of_what_it_says(engines: Engines) -> None:
    picture = _stamped("TỐI MẬT", 903_300, CLEAN)
    read = read_page(picture, engines, declared=Secrecy.CONFIDENTIAL)
    assert (read.secrecy, read.lines, read.codes, read.grids) == (Secrecy.SECRET, (), (), ())
    assert read.quality == (SECRET_MARKING,)
    assert (read.width, read.height) == (picture.width, picture.height)


def test_a_page_too_small_for_a_frame_has_none() -> None:
    assert framed_texts(Picture(20, 20, 1, 300, bytes([255]) * 400)) == ()
    assert framed_texts(_stamped("MẬT", 903_400, WORN)) is not None


def _line(text: str, top: int) -> TextLine:
    box = Box(100, top, 200, 40)
    return TextLine((Word(text, box, 0.9),), box)


@pytest.mark.parametrize(
    ("text", "top", "marking"),
    [
        ("MẬT", 300, Secrecy.CONFIDENTIAL),
        ("TUYỆT MẬT", 300, Secrecy.TOP_SECRET),
        ("MAT", 300, Secrecy.OPEN),
        ("MẬT", 2400, Secrecy.OPEN),
        ("BẢO MẬT", 300, Secrecy.OPEN),
        ("Mật", 300, Secrecy.OPEN),
    ],
)
def test_a_marking_without_a_frame_is_a_line_of_its_own(text: str, top: int, marking: Secrecy) -> None:
    assert marking_among([_line("Số: 12/QĐ-UBND", 200), _line(text, top)], 3508) is marking
