"""Pages drawn for a screen: upright whatever way they lay, in the screen's order of colours, and smaller."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.screen import Canvas, draw_smaller, draw_upright

_WIDTH, _HEIGHT = 13, 8
_PADDED = 16


def blank(width: int, height: int, depth: int, stride: int) -> tuple[Canvas, NDArray[np.uint8]]:
    """A canvas and its rows as they lie in memory, padding included."""
    rows = np.full((height, stride), 7, np.uint8)
    return Canvas(width, height, depth, stride, memoryview(rows.data).cast("B")), rows


def page(channels: int) -> tuple[Picture, NDArray[np.uint8]]:
    shape = (_HEIGHT, _WIDTH, channels)
    pixels = np.random.default_rng(3).integers(0, 255, shape, np.uint8)
    return Picture(_WIDTH, _HEIGHT, channels, 300, pixels.tobytes()), pixels


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_grey_page_is_drawn_upright_row_by_row(rotation: int) -> None:
    picture, pixels = page(1)
    upright = np.rot90(pixels[:, :, 0], k=rotation // 90)
    height, width = upright.shape
    canvas, rows = blank(width, height, 1, _PADDED)
    draw_upright(picture, rotation, canvas)
    assert (rows[:, :width] == upright).all()
    assert (rows[:, width:] == 7).all(), "written beside the page"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_in_colour_is_drawn_as_blue_green_red(rotation: int) -> None:
    picture, pixels = page(3)
    upright = np.rot90(pixels, k=rotation // 90)
    height, width = upright.shape[:2]
    canvas, rows = blank(width, height, 4, 4 * width)
    draw_upright(picture, rotation, canvas)
    assert (rows.reshape(height, width, 4)[:, :, :3] == upright[:, :, ::-1]).all()


@pytest.mark.parametrize(("width", "height", "depth"), [(_WIDTH + 1, _HEIGHT, 1), (_WIDTH, _HEIGHT, 4)])
def test_nothing_is_drawn_on_what_does_not_fit(width: int, height: int, depth: int) -> None:
    canvas, rows = blank(width, height, depth, depth * width)
    with pytest.raises(ValueError, match="other sizes"):
        draw_upright(page(1)[0], 0, canvas)
    assert (rows == 7).all()


def test_half_the_size_is_the_mean_of_four() -> None:
    large, rows = blank(4, 2, 1, _PADDED)
    rows[:, :4] = [[0, 100, 10, 10], [100, 200, 10, 10]]
    small, halved = blank(2, 1, 1, 4)
    draw_smaller(large, small)
    assert halved[0].tolist() == [100, 10, 7, 7]
