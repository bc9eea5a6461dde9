"""Mishaps of a scanned page: each does what its name says, the same way each time."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tests.generator.mishaps import MISHAPS, Pixels, befall, bordered, photographed, punched


def _sheet() -> Pixels:
    """A white sheet of A4 at about 100 dpi with a black bar near its top left corner."""
    page = np.full((1170, 827), 255, np.uint8)
    page[100:130, 100:400] = 0
    return page


def _file(page: Pixels) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(page).save(buffer, "JPEG", dpi=(100, 100))
    return buffer.getvalue()


def _opened(file: bytes) -> tuple[Pixels, object]:
    """Pixels and resolution, None where the file says none."""
    with Image.open(io.BytesIO(file)) as picture:
        return np.asarray(picture), picture.info.get("dpi")


@pytest.mark.parametrize("name", MISHAPS)
def test_the_same_chance_gives_the_same_file(name: str) -> None:
    first, again = (befall([_file(_sheet())], name, np.random.default_rng(3)) for _ in range(2))
    assert first == again
    assert first != (_file(_sheet()),)


@pytest.mark.parametrize(
    ("name", "shape", "corner"),
    [
        ("turned-90", (827, 1170), "right"),
        ("turned-180", (1170, 827), "right"),
        ("turned-270", (827, 1170), "left"),
    ],
)
def test_a_page_is_turned_clockwise(name: str, shape: tuple[int, int], corner: str) -> None:
    (file,) = befall([_file(_sheet())], name, np.random.default_rng(0))
    page, dpi = _opened(file)
    assert page.shape == shape
    assert dpi == (100, 100)
    columns = np.nonzero(page < 128)[1]
    assert (columns.mean() > page.shape[1] / 2) == (corner == "right")


def test_a_photograph_is_in_colour_without_resolution_and_shows_the_desk() -> None:
    (file,) = befall([_file(_sheet())], "photo", np.random.default_rng(1))
    page, dpi = _opened(file)
    assert page.ndim == 3
    assert dpi is None
    assert page[2, 2].mean() < 150 < page[page.shape[0] // 2, page.shape[1] // 2].mean()


def test_a_border_is_black_and_the_sheet_within_it_is_not() -> None:
    page = bordered(_sheet(), np.random.default_rng(4))
    edges = np.concatenate([page[0], page[-1], page[:, 0], page[:, -1]])
    assert (edges < 60).mean() > 0.5
    assert page[page.shape[0] // 2, page.shape[1] // 2] == 255


def test_holes_lie_in_the_left_margin_and_leave_the_page_as_it_was() -> None:
    before = _sheet()
    page = punched(before, np.random.default_rng(5))
    changed = np.nonzero(page != before)[1]
    assert changed.size > 0
    assert changed.max() < 827 * 20 / 210


def test_colour_pages_stay_in_colour() -> None:
    colour = np.stack([_sheet()] * 3, axis=-1)
    for happen in (photographed, bordered, punched):
        assert happen(colour, np.random.default_rng(6)).shape[2] == 3


def test_an_unknown_mishap_is_refused() -> None:
    with pytest.raises(KeyError):
        befall([_file(_sheet())], "burnt", np.random.default_rng(0))
