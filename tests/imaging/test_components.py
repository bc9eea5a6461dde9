"""Components over runs, against OpenCV's own."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from hrdigitize.imaging.components import components
from hrdigitize.imaging.pixels import Grey


def speckled(seed: int) -> Grey:
    """A small mask with more or less ink, and blobs in it."""
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(1, 90, 2))
    mask = np.where(rng.random(shape) < rng.random(), 255, 0).astype(np.uint8)
    return cv2.dilate(mask, np.ones((2, 3), np.uint8)).astype(np.uint8) if seed % 2 else mask


MASKS = [speckled(seed) for seed in range(40)] + [np.full((7, 5), shade, np.uint8) for shade in (0, 255)]


@pytest.mark.parametrize("mask", MASKS)
def test_components_are_those_of_opencv(mask: Grey) -> None:
    count, labels, stats, centres = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = components(mask)
    across, down = found.centres()
    middles = zip(across.round(6).tolist(), down.round(6).tolist(), strict=True)
    sizes = zip(found.left, found.top, found.width, found.height, found.area, strict=True)
    mine = [(*map(int, size), *middle) for size, middle in zip(sizes, middles, strict=True)]
    theirs = [
        (*size, *middle) for size, middle in zip(stats.tolist(), centres.round(6).tolist(), strict=True)
    ]
    assert found.count == count
    assert sorted(mine[1:]) == sorted(theirs[1:])
    large = np.where(stats[:, cv2.CC_STAT_AREA] > 3, 255, 0).astype(np.uint8)
    large[0] = 0
    assert np.array_equal(found.mask(found.area > 3), large[labels])


@pytest.mark.parametrize("mask", MASKS)
def test_what_an_area_touches_is_chosen_whole(mask: Grey) -> None:
    _, labels, _, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    area = speckled(1000)[: mask.shape[0], : mask.shape[1]]
    area = cv2.copyMakeBorder(
        area, 0, mask.shape[0] - area.shape[0], 0, mask.shape[1] - area.shape[1], cv2.BORDER_CONSTANT
    ).astype(np.uint8)
    found = components(mask)
    touched = np.isin(labels, np.unique(labels[(area > 0) & (mask > 0)])) & (mask > 0)
    assert np.array_equal(found.mask(found.touched_by(area)) > 0, touched)
