"""What befalls a scanned page beside wear: laid in turned, photographed, scanned with the lid open, punched.

No level of quality has any of this; a test or a measurement asks for it by name.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

#: Pixels of a page: grey (two axes), or red, green, blue (three).
Pixels = NDArray[np.uint8]

_QUALITY = 82


def befall(pages: Sequence[bytes], name: str, rng: np.random.Generator) -> tuple[bytes, ...]:
    """The JPEG files of a form after the mishap of this name; KeyError for an unknown one.

    A photograph says nothing about its resolution; otherwise the files keep theirs.
    """
    happen = MISHAPS[name]
    return tuple(_file(happen, page, rng, resolution=name != "photo") for page in pages)


def _file(
    happen: Callable[[Pixels, np.random.Generator], Pixels],
    page: bytes,
    rng: np.random.Generator,
    *,
    resolution: bool,
) -> bytes:
    with Image.open(io.BytesIO(page)) as picture:
        dpi = picture.info["dpi"]
        pixels = np.asarray(picture)
    buffer = io.BytesIO()
    changed = Image.fromarray(happen(pixels, rng))
    if resolution:
        changed.save(buffer, "JPEG", quality=_QUALITY, dpi=dpi)
    else:
        changed.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _turned(quarters: int) -> Callable[[Pixels, np.random.Generator], Pixels]:
    """Laid in turned clockwise by so many quarters."""

    def turn(page: Pixels, _rng: np.random.Generator) -> Pixels:
        return np.ascontiguousarray(np.rot90(page, -quarters))

    return turn


def photographed(page: Pixels, rng: np.random.Generator) -> Pixels:
    """A photograph by telephone, in colour: seen from aside, on a desk, with the shadow of an arm."""
    colour = page if page.ndim == 3 else cv2.cvtColor(page, cv2.COLOR_GRAY2RGB)
    height, width = colour.shape[:2]
    margin = int(width * rng.uniform(0.03, 0.08))
    size = (width + 2 * margin, height + 2 * margin)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + margin + rng.uniform(-0.03, 0.03, (4, 2)) * width
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    desk = rng.uniform((60, 45, 30), (140, 115, 90))
    laid = cv2.warpPerspective(
        colour, matrix, size, flags=cv2.INTER_AREA, borderValue=tuple(float(part) for part in desk)
    )
    seen = cv2.GaussianBlur(np.asarray(laid, np.float32), (0, 0), float(rng.uniform(0.6, 1.1)))
    tint = rng.uniform((0.94, 0.9, 0.8), (1.0, 0.97, 0.93))
    grain = rng.normal(0, rng.uniform(2, 5), seen.shape[:2])[..., None]
    shown = np.clip(seen * _light(seen.shape, rng)[..., None] * tint + grain, 0, 255)
    return np.asarray(shown, dtype=np.uint8)


def _light(shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float32]:
    """How bright each place is, 0 to 1: light from one side, and a soft-edged shadow over a corner."""
    height, width = shape[:2]
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    turn = rng.uniform(0, 2 * np.pi)
    slope = np.cos(turn) * (x - 0.5) + np.sin(turn) * (y - 0.5)
    light = 0.9 + slope * rng.uniform(0.1, 0.35)
    edge = rng.uniform(0.15, 0.4)
    shadow = 1 / (1 + np.exp((x + y * rng.uniform(-0.6, 0.6) - edge) * 30))
    return np.asarray(light * (1 - shadow * rng.uniform(0.2, 0.5)), dtype=np.float32)


def bordered(page: Pixels, rng: np.random.Generator) -> Pixels:
    """A scan with the lid open: black around a sheet that lies a little askew on the glass."""
    height, width = page.shape[:2]
    top, right, bottom, left = (int(width * rng.uniform(0.0, 0.06)) for _ in range(4))
    size = (width + left + right, height + top + bottom)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-1.5, 1.5)), 1.0)
    matrix[:, 2] += (left, top)
    dark = float(rng.uniform(0, 30))
    border = dark if page.ndim == 2 else (dark, dark, dark)
    turned = cv2.warpAffine(page, matrix, size, flags=cv2.INTER_LINEAR, borderValue=border)
    return np.asarray(turned, dtype=np.uint8)


def punched(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Two or four holes of a punch in the left margin, the dark lid behind them, one of them torn open."""
    marked = page.copy()
    height, width = page.shape[:2]
    per_mm = width / 210
    x = int(rng.uniform(9, 13) * per_mm)
    count = int(rng.choice((2, 4)))
    apart = 80 * per_mm
    dark = float(rng.uniform(5, 60))
    ink = dark if page.ndim == 2 else (dark, dark, dark)
    torn = int(rng.integers(count))
    for number in range(count):
        y = int(height / 2 + (number - (count - 1) / 2) * apart + rng.uniform(-1, 1) * per_mm)
        cv2.circle(marked, (x, y), int(3 * per_mm), ink, -1, cv2.LINE_AA)
        if number == torn:
            half = int(1.2 * per_mm)
            cv2.rectangle(marked, (0, y - half), (x, y + half), ink, -1)
    return marked


MISHAPS: Mapping[str, Callable[[Pixels, np.random.Generator], Pixels]] = {
    "turned-90": _turned(1),
    "turned-180": _turned(2),
    "turned-270": _turned(3),
    "photo": photographed,
    "border": bordered,
    "holes": punched,
}
