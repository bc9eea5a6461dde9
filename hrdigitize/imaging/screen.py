"""Pages drawn into pixels that a screen takes, upright and at half size; other threads go on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.picture import Picture

Pixels: TypeAlias = NDArray[np.uint8]
#: How a page that lies turned clockwise by so many degrees is put upright.
_UPRIGHT = {90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_CLOCKWISE}


@dataclass(frozen=True, slots=True)
class Canvas:
    """Somebody else's pixels, to be written. depth: bytes of one: 1 (grey) or 4 (blue, green, red, nothing).

    stride: bytes from one row to the next.
    """

    width: int
    height: int
    depth: int
    stride: int
    pixels: memoryview


def draw_upright(picture: Picture, rotation: int, target: Canvas) -> None:
    """Draws the page as it is to be read.

    rotation: degrees by which it lies turned clockwise (0, 90, 180, 270). ValueError where the target has
    other sizes than the page upright.
    """
    shape = (picture.height, picture.width, picture.channels)
    page: Pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape)
    if picture.channels == 1:
        page = page[:, :, 0]
    if rotation:
        page = cv2.rotate(page, _UPRIGHT[rotation]).astype(np.uint8, copy=False)
    drawn = _of(target)
    if page.shape[:2] != drawn.shape[:2] or (picture.channels == 1) is not (target.depth == 1):
        raise ValueError("the page has other sizes than what it is drawn on")
    if picture.channels == 1:
        drawn[:] = page
    else:
        cv2.cvtColor(page, cv2.COLOR_RGB2BGRA, drawn)


def draw_smaller(source: Canvas, target: Canvas) -> None:
    """Draws it again at the size of the target, every pixel of the source in its share."""
    drawn = _of(target)
    cv2.resize(_of(source), (target.width, target.height), drawn, interpolation=cv2.INTER_AREA)


def _of(canvas: Canvas) -> Pixels:
    shape, strides = (canvas.height, canvas.width), (canvas.stride, canvas.depth)
    if canvas.depth > 1:
        shape, strides = (*shape, canvas.depth), (*strides, 1)  # type: ignore[assignment]
    return np.ndarray(shape, np.uint8, canvas.pixels, 0, strides)
