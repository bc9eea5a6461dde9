"""Opened booklets, and pages in landscape that look a little like them: what may be parted, and what never.

Booklets are two generated pages on one sheet with the shadow of the fold, laid on the glass askew. Lists in
landscape have rules or only gaps between their columns, one of which lies in the middle of the page.
"""

from __future__ import annotations

import io
from itertools import pairwise
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from hrdigitize import bundle

Pixels = NDArray[np.uint8]
#: An A4 page at the resolution of everything here.
DPI, A4_PX = 300, (2480, 3508)
_PAPER = 246.0


def sheet(file: bytes) -> Pixels:
    """A scanned page in grey at A4_PX, whatever its resolution was."""
    with Image.open(io.BytesIO(file)) as image:
        return np.asarray(image.convert("L").resize(A4_PX, Image.Resampling.LANCZOS))


def booklet(left: Pixels, right: Pixels, rng: np.random.Generator) -> Pixels:
    """Two pages side by side as an A3 scanner takes them: askew, moved, the fold casting a shadow."""
    both = np.hstack((left, right)).astype(np.float32)
    height, width = both.shape
    across = np.abs(np.arange(width) - width / 2)
    if rng.random() < 0.7:
        both *= 1 - rng.uniform(0.05, 0.5) * np.exp(-across / rng.uniform(8, 90))[None, :]
    if rng.random() < 0.4:
        both[:, int(width / 2) : int(width / 2) + int(rng.integers(1, 5))] *= rng.uniform(0.3, 0.8)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-1.3, 1.3)), 1.0)
    turn[:, 2] += rng.uniform(-0.025, 0.025) * width, rng.uniform(-0.01, 0.01) * height
    laid = cv2.warpAffine(both, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(_PAPER,))
    grain = rng.normal(0, rng.uniform(0, 4), (height, width))
    return np.clip(laid + grain, 0, 255).astype(np.uint8)


def landscape_list(rng: Random, *, ruled: bool, titled: bool) -> Pixels:
    """A list of made-up entries over a whole sheet of A3 in landscape; a gap or a rule lies in the middle.

    titled: with the two-part head of an office paper and a title; otherwise it goes on from a page before.
    """
    width, height = 2 * A4_PX[0], A4_PX[1]
    image = Image.new("L", (width, height), int(_PAPER))
    pen, face = ImageDraw.Draw(image), _face(rng.choice((44, 50, 58)))
    left, right, top = 180, width - 180, 200
    if titled:
        top = _headed(pen, width, face)
    count = rng.choice((4, 6, 8))
    edges = [left + (right - left) * index // count for index in range(count + 1)]
    pitch = round(face.size) * rng.choice((2, 3))
    phrases = _phrases()
    bottom = height - rng.randrange(200, 900)
    for y in range(top, bottom, pitch):
        for start, end in pairwise(edges):
            _cell(pen, rng.choice(phrases), start + 22, y + 14, end - start - rng.randrange(40, 130), face)
        if ruled:
            pen.line((left, y, right, y), fill=30, width=4)
    if ruled:
        last = top + (bottom - top + pitch - 1) // pitch * pitch
        pen.line((left, last, right, last), fill=30, width=4)
        for x in edges:
            pen.line((x, top, x, last), fill=30, width=4)
    return np.asarray(image)


def prose(rng: Random) -> Pixels:
    """Lines of text that run over the whole width of a sheet of A3 in landscape."""
    width, height = 2 * A4_PX[0], A4_PX[1]
    image = Image.new("L", (width, height), int(_PAPER))
    pen, face, phrases = ImageDraw.Draw(image), _face(64), _phrases()
    for y in range(_headed(pen, width, face), height - 500, 130):
        line = " ".join(rng.choice(phrases) for _ in range(40))
        _cell(pen, line, 220, y, width - 440 - rng.choice((0, 0, 0, 1800)), face)
    return np.asarray(image)


def as_file(page: Pixels, *, dpi: int | None = DPI, quarters: int = 0) -> bytes:
    """The page as a scanner's JPEG, turned clockwise by so many quarters; dpi None: the file tells none."""
    buffer = io.BytesIO()
    image = Image.fromarray(np.ascontiguousarray(np.rot90(page, -quarters)))
    if dpi is None:
        image.save(buffer, "JPEG", quality=80)
    else:
        image.save(buffer, "JPEG", quality=80, dpi=(dpi, dpi))
    return buffer.getvalue()


def _headed(pen: ImageDraw.ImageDraw, width: int, face: ImageFont.FreeTypeFont) -> int:
    """The head of an office paper: two blocks side by side, a title below; gives where the text begins."""
    for x, lines in (
        (width // 4, ("UBND XÃ SUỐI TRONG", "VĂN PHÒNG")),
        (3 * width // 4, ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")),
    ):
        for row, line in enumerate(lines):
            pen.text((x, 160 + 80 * row), line, fill=25, font=face, anchor="ma")
    pen.text((width // 2, 400), "DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ", fill=25, font=face, anchor="ma")
    return 560


def _cell(
    pen: ImageDraw.ImageDraw, text: str, x: int, y: int, room: int, face: ImageFont.FreeTypeFont
) -> None:
    """As much of the text as there is room for."""
    words = text.split()
    while words and pen.textlength(" ".join(words), face) > room:
        words.pop()
    pen.text((x, y), " ".join(words), fill=25, font=face)


def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(bundle.resources() / "fonts" / "LiberationSerif-Regular.ttf"), size)


def _phrases() -> list[str]:
    text = (bundle.resources() / "reference" / "phrases.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
