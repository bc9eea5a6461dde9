"""From a picture to grey pixels, and to the resolution that the engine likes."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.picture import Picture

#: A grey image: rows x columns, 0 black .. 255 white.
Grey = NDArray[np.uint8]

#: Tesseract's Vietnamese model was trained on print at about this resolution.
WORKING_DPI = 300

#: A pixel this much redder than green and blue is stamp ink, not print (measured on generated stamps).
_RED_EXCESS = 40


def grey(picture: Picture) -> Grey:
    """Grey pixels. Red stamp ink is lightened, so that print under a stamp stays readable."""
    flat = np.frombuffer(picture.pixels, dtype=np.uint8)
    if picture.channels == 1:
        return flat.reshape(picture.height, picture.width)
    colour = flat.reshape(picture.height, picture.width, 3)
    red, green, blue = cv2.split(colour)
    plain: Grey = cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)
    excess = cv2.subtract(red, cv2.max(green, blue))
    stamp = cv2.threshold(excess, _RED_EXCESS, 255, cv2.THRESH_BINARY)[1]
    return cv2.copyTo(red, stamp, plain).astype(np.uint8, copy=False)


def reduced(image: Grey, times: int) -> Grey:
    """The image so many times smaller, each pixel the mean of a square.

    The last rows and columns that fill no square are left out: only whole squares are averaged quickly.
    """
    height, width = (max(1, side // times) for side in image.shape)
    whole = image[: height * times, : width * times]
    return cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def framed(image: Grey, above: int, below: int, left: int, right: int) -> Grey:
    """The image with so much white paper about it (pixels)."""
    white = cv2.copyMakeBorder(image, above, below, left, right, cv2.BORDER_CONSTANT, value=(255,))
    return white.astype(np.uint8, copy=False)


def whitened(image: Grey, mask: Grey) -> Grey:
    """The image with everything white that the mask (0 or 255) covers."""
    return cv2.bitwise_or(image, mask).astype(np.uint8, copy=False)


def without(mask: Grey, other: Grey) -> Grey:
    """What the mask (0 or 255) covers and the other does not."""
    return cv2.subtract(mask, other).astype(np.uint8, copy=False)


def working_scale(dpi: int) -> float:
    """Factor from the kept page to the working image: about WORKING_DPI, never shrunk below half."""
    if dpi <= 0:
        return 1.0
    scale = WORKING_DPI / dpi
    return 1.0 if abs(scale - 1.0) < 0.1 else max(0.5, min(3.0, scale))
