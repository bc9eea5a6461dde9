"""Pages drawn for the imaging tests: print, leaders, rules, stains."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from hrdigitize import bundle
from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.pixels import Grey

FONT = bundle.resources() / "fonts" / "LiberationSerif-Regular.ttf"


def blank(width: int = 1600, height: int = 1200) -> Grey:
    return np.full((height, width), 255, np.uint8)


def write(image: Grey, text: str, x: int, y: int, *, size: int = 54) -> Grey:
    """The image with text of that size in pixels (54 is 13 pt at 300 dpi); y is the top of the letters."""
    canvas = Image.fromarray(image)
    ImageDraw.Draw(canvas).text((x, y), text, fill=20, font=ImageFont.truetype(str(FONT), size))
    return np.array(canvas, dtype=np.uint8)


def turned(image: Grey, degrees: float) -> Grey:
    """The image turned clockwise about its centre."""
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(image, turn, (width, height), borderValue=(255,)).astype(np.uint8)


def picture(image: Grey, dpi: int = 300) -> Picture:
    height, width = image.shape
    return Picture(width, height, 1, dpi, image.tobytes())
