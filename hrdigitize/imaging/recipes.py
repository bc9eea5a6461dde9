"""A page turned and cut as its recipe says, and made small for a list."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.domain.picture import Picture
from hrdigitize.domain.recipe import Recipe


def prepared(picture: Picture, recipe: Recipe) -> Picture:
    """What is shown of a page. A cut beside it, made for another page, is left out."""
    if recipe.is_empty:
        return picture
    shape = (picture.height, picture.width, picture.channels)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape)
    # numpy turns against the clock.
    turned = np.rot90(pixels, k=-((recipe.turn or 0) // 90))
    box = recipe.crop.clipped(turned.shape[1], turned.shape[0]) if recipe.crop is not None else None
    if box is not None and box.width and box.height:
        turned = turned[box.y : box.bottom, box.x : box.right]
    height, width = turned.shape[:2]
    return Picture(width, height, picture.channels, picture.dpi, np.ascontiguousarray(turned).tobytes())


def small(picture: Picture, side_px: int) -> Picture:
    """The whole page with a longer side of so many pixels, all of its ink averaged in; never enlarged."""
    share = side_px / max(picture.width, picture.height)
    if share >= 1:
        return picture
    width, height = max(1, round(picture.width * share)), max(1, round(picture.height * share))
    shape = (picture.height, picture.width, picture.channels)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape)
    made = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    dpi = max(1, round(picture.dpi * share))
    return Picture(width, height, picture.channels, dpi, np.ascontiguousarray(made).tobytes())
