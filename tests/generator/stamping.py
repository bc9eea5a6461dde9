"""Stamps in a frame on a page: the three markings of secrecy, and others that look like them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.generator.faces import DRAWN_DPI, FAMILIES, load_face

#: What stamps of secrecy say.
MARKINGS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
#: Stamps with a frame of the same size that say something else.
OTHERS = ("SAO Y", "HỎA TỐC", "BẢO MẬT", "VẮNG MẶT", "ĐÃ THU", "KHẨN", "BẢN SAO", "MIỄN PHÍ")

_FACES = ("liberation-serif", "liberation-sans", "dejavu-sans", "dejavu-serif")


def stamp_ink(
    page: NDArray[np.uint8], text: str, rng: np.random.Generator, *, upside_down: bool = False
) -> NDArray[np.float32]:
    """How much ink (0..1) a framed stamp leaves on a page: where its upper part is free, a bit askew.

    Printed at DRAWN_DPI: 20-40 mm wide, 8-12 mm high, one line or two around it, worn by use. upside_down:
    the page lies so, and the stamp with it.
    """
    stamp = _drawn(text, rng)
    angle = float(rng.uniform(-2.5, 2.5)) + (180.0 if upside_down else 0.0)
    stamp = np.asarray(Image.fromarray(stamp).rotate(angle, Image.Resampling.BICUBIC, expand=True))
    left, top = _free_place(page[::-1, ::-1] if upside_down else page, stamp.shape, rng)
    height, width = page.shape[:2]
    if upside_down:
        left, top = width - left - stamp.shape[1], height - top - stamp.shape[0]
    plane = np.zeros((height, width), np.float32)
    plane[top : top + stamp.shape[0], left : left + stamp.shape[1]] = stamp / 255
    return plane


def _free_place(page: NDArray[np.uint8], size: tuple[int, ...], rng: np.random.Generator) -> tuple[int, int]:
    """Left and top of a place in the upper part with as little print as somebody with a stamp finds."""
    height, width = page.shape[:2]
    places = [
        (int(width * rng.uniform(0.06, 0.55)), int(height * rng.uniform(0.02, 0.24))) for _ in range(40)
    ]
    return min(
        places,
        key=lambda place: float(
            np.mean(page[place[1] : place[1] + size[0], place[0] : place[0] + size[1]] < 128)
        ),
    )


def _drawn(text: str, rng: np.random.Generator) -> NDArray[np.uint8]:
    """The stamp alone, 255 where its ink is full."""
    high = int(rng.uniform(8, 12) / 25.4 * DRAWN_DPI)
    size = high / DRAWN_DPI * 72 * rng.uniform(0.42, 0.56)
    face = load_face(FAMILIES[_FACES[int(rng.integers(len(_FACES)))]], "bold", size)
    wide = max(int(20 / 25.4 * DRAWN_DPI), int(face.getlength(text) + rng.uniform(3, 7) / 25.4 * DRAWN_DPI))
    image = Image.new("L", (wide + 12, high + 12), 0)
    draw = ImageDraw.Draw(image)
    line = int(rng.integers(4, 10))
    draw.rectangle((6, 6, wide + 5, high + 5), outline=255, width=line)
    if rng.random() < 0.3:
        inner = line + int(rng.integers(6, 10))
        draw.rectangle((6 + inner, 6 + inner, wide + 5 - inner, high + 5 - inner), outline=255, width=3)
    draw.text((image.width / 2, image.height / 2), text, fill=255, font=face, anchor="mm")
    drawn = np.asarray(image).astype(np.float32)
    wear = cv2.resize(rng.random((6, 20), dtype=np.float32), (image.width, image.height))
    return np.asarray(np.clip(drawn * np.clip(0.75 + 0.5 * wear, 0, 1), 0, 255), np.uint8)
