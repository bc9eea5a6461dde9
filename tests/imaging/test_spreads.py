"""Opened booklets are parted at the fold; pages in landscape, lists above all, are left whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

import numpy as np
import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.imaging.spreads import find_spread, parted
from tests.generator.generating import FORMS, generate
from tests.generator.mishaps import photographed
from tests.generator.spreads import A4_PX, Pixels, as_file, booklet, landscape_list, prose, sheet

_SEED = 910_000
_FORM_IDS = tuple(FORMS)


@cache
def _form(number: int) -> tuple[Pixels, ...]:
    """The pages of a generated form, each number another form and level of quality."""
    made = generate(_SEED + number, number % 3, form=_FORM_IDS[number % len(_FORM_IDS)])
    return tuple(sheet(page) for page in made.pages)


def _booklet(number: int) -> Pixels:
    pages = _form(number % 6)
    at = number % len(pages)
    return booklet(pages[at], pages[(at + 1) % len(pages)], np.random.default_rng(number))


def _picture(file: bytes) -> Picture:
    (picture,) = decode(file)
    return picture


def test_booklets_are_parted_at_the_fold_in_reading_order(tell_figure: Callable[[str], None]) -> None:
    right, count = 0, 18
    for number in range(count):
        quarters, dpi = (0, 0, 1, 2, 3, 0)[number % 6], None if number % 5 == 4 else 300
        found = find_spread(_picture(as_file(_booklet(number), dpi=dpi, quarters=quarters)))
        right += (
            found is not None
            and abs(found.at - A4_PX[0]) < 200
            and found.backwards == (quarters in (2, 3))
            and not found.corners
        )
    tell_figure(f"A3 booklets parted at the fold in reading order: {right} of {count}")
    assert right >= 0.9 * count


def test_pages_in_landscape_are_never_parted(tell_figure: Callable[[str], None]) -> None:
    parted_ones, count = list[int](), 36
    for number in range(count):
        rng = Random(number)
        kind = number % 3
        page = landscape_list(rng, ruled=kind == 0, titled=rng.random() < 0.4) if kind < 2 else prose(rng)
        picture = _picture(as_file(page, quarters=number % 4, dpi=(300, None)[number % 2]))
        if find_spread(picture) is not None:
            parted_ones.append(number)
    tell_figure(f"pages of A3 in landscape parted by mistake: {len(parted_ones)} of {count}")
    assert parted_ones == []


@pytest.mark.parametrize("dpi", [300, None, 212])
def test_single_pages_are_never_parted(dpi: int | None) -> None:
    """Also where the file claims a resolution at which the page would be A3."""
    for number in range(6):
        for turned, page in enumerate(_form(number)):
            assert find_spread(_picture(as_file(page, dpi=dpi, quarters=turned % 4))) is None


def test_a_photographed_booklet_is_laid_flat_and_parted(tell_figure: Callable[[str], None]) -> None:
    found, count = 0, 6
    for number in range(count):
        rng = np.random.default_rng(100 + number)
        picture = _picture(as_file(photographed(_booklet(number), rng), dpi=None))
        spread = find_spread(picture)
        if spread is None or not spread.corners:
            continue
        found += 1
        for page in parted(picture, spread):
            assert page.channels == 3
            assert 1.25 < page.height / page.width < 1.6
            assert 250 < page.dpi < 350
        assert find_spread(_picture(as_file(photographed(_form(number)[0], rng), dpi=None))) is None
    tell_figure(f"photographed booklets parted: {found} of {count}")
    assert found >= count - 1


def test_the_parts_hold_every_pixel_once_in_reading_order() -> None:
    pixels = np.arange(40, dtype=np.uint8).reshape(4, 10)
    picture = Picture(10, 4, 1, 300, pixels.tobytes())
    left, right = parted(picture, Spread(6))
    assert np.hstack([_pixels(left), _pixels(right)]).tolist() == pixels.tolist()
    first, second = parted(picture, Spread(6, backwards=True))
    assert (first, second) == (right, left)
    lying = Picture(4, 10, 1, 300, pixels.tobytes())
    above, below = parted(lying, Spread(5))
    assert bytes(above.pixels) + bytes(below.pixels) == bytes(picture.pixels)


def test_a_cut_beside_the_picture_is_an_error() -> None:
    with pytest.raises(ValueError, match="picture"):
        parted(Picture(10, 4, 1, 300, bytes(40)), Spread(10))


def test_what_is_told_of_the_resolution_stays() -> None:
    page = _booklet(0)
    for dpi, expected in ((300, 300), (None, 300)):
        picture = _picture(as_file(page, dpi=dpi))
        spread = find_spread(picture)
        assert spread is not None
        assert all(abs(part.dpi - expected) <= 5 for part in parted(picture, spread))


def _pixels(picture: Picture) -> Pixels:
    return np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width)
