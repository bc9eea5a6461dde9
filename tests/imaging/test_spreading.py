"""Rectangles over masks of bits, against OpenCV's own over bytes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from hrdigitize.imaging.bits import Bits
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.spreading import closed, opened, shrunk, spread


def speckled(seed: int) -> Grey:
    """A mask with more or less ink, wider and narrower than some words of 64 bits."""
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(1, 260, 2))
    return np.where(rng.random(shape) < rng.random(), 255, 0).astype(np.uint8)


#: Rows of exactly one and two words have no room behind them.
MASKS = [speckled(seed) for seed in range(14)] + [
    np.full((7, width), shade, np.uint8) for width in (5, 64, 128) for shade in (0, 255)
]
SIZES = [(1, 1), (2, 1), (17, 1), (14, 14), (31, 3), (64, 1), (65, 2), (110, 1), (1, 90), (181, 3)]


@pytest.mark.parametrize("mask", MASKS)
def test_bits_are_the_pixels_that_are_not_0(mask: Grey) -> None:
    bits = Bits.of(mask)
    assert np.array_equal(bits.mask(), mask)
    assert bits.any() == mask.any()
    assert int(np.bitwise_count(bits.words).sum()) == np.count_nonzero(mask), "and none beyond the width"


def test_bits_are_put_together_and_taken_away() -> None:
    one, other = np.array([[0, 255, 0, 255]], np.uint8), np.array([[0, 0, 255, 255]], np.uint8)
    assert (Bits.of(one) | Bits.of(other)).mask().tolist() == [[0, 255, 255, 255]]
    assert Bits.of(one).without(Bits.of(other)).mask().tolist() == [[0, 255, 0, 0]]


@pytest.mark.parametrize("mask", MASKS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_rectangles_give_what_opencv_gives(mask: Grey, width: int, height: int) -> None:
    kernel, bits = np.ones((height, width), np.uint8), Bits.of(mask)
    assert np.array_equal(spread(bits, width, height).mask(), cv2.dilate(mask, kernel))
    assert np.array_equal(shrunk(bits, width, height).mask(), cv2.erode(mask, kernel))
    for ours, theirs in ((opened, cv2.MORPH_OPEN), (closed, cv2.MORPH_CLOSE)):
        assert np.array_equal(ours(bits, width, height).mask(), cv2.morphologyEx(mask, theirs, kernel))
