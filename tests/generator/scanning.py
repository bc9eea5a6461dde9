"""Scanning printed pages at three levels of quality: clean office scan, worn photocopy, poor.

Pages come in at DRAWN_DPI, white paper and black print; they go out as JPEG files of a scanner.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.generator.faces import DRAWN_DPI

Grey = NDArray[np.uint8]
Plane = NDArray[np.float32]

#: Levels of quality.
CLEAN, WORN, POOR = 0, 1, 2
_POOR_DPI = 200


def scan(
    pages: Sequence[Image.Image],
    level: int,
    rng: np.random.Generator,
    *,
    inks: Sequence[Plane] | None = None,
    colour: bool | None = None,
) -> tuple[bytes, ...]:
    """The pages as JPEG files; the last one carries the office's stamp and a stroke of signature.

    Most poor forms have a second stamp, somewhere across the text of one page. inks: how much stamping
    ink lies on each pixel of each page (0..1), where a paper says itself where its stamps are. colour: of a
    clean scan; drawn where it is not said.
    """
    greys = [np.asarray(page) for page in pages]
    drawn = level == CLEAN and rng.random() < 0.4
    coloured = drawn if colour is None else colour
    across = int(rng.integers(len(greys))) if level == POOR and rng.random() < 0.7 else None
    strength = float(rng.uniform(70, 140))
    files: list[bytes] = []
    for number, grey in enumerate(greys):
        signed = number + 1 == len(greys)
        ink = inks[number] if inks else _ink(grey.shape, rng, signed=signed, across=number == across)
        if level == CLEAN:
            files.append(_clean(grey, ink, rng, colour=coloured))
            continue
        plane = np.minimum(grey.astype(np.float32), 255 - ink * strength)
        behind = greys[(number + 1) % len(greys)]
        files.append(_worn(plane, rng) if level == WORN else _poor(plane, behind, rng))
    return tuple(files)


# ---- ink of stamps and pens ------------------------------------------------------------------------


def _ink(shape: tuple[int, ...], rng: np.random.Generator, *, signed: bool, across: bool) -> Plane:
    """How much ink of stamp and pen lies on each pixel, 0 to 1."""
    plane = np.zeros(shape[:2], np.uint8)
    height, width = plane.shape
    if across:
        _stamp(plane, (int(width * rng.uniform(0.2, 0.85)), int(height * rng.uniform(0.15, 0.85))), rng)
    if signed:
        _stamp(plane, (int(width * rng.uniform(0.6, 0.76)), int(height * rng.uniform(0.55, 0.9))), rng)
        _signature(plane, (int(width * rng.uniform(0.18, 0.3)), int(height * rng.uniform(0.75, 0.92))), rng)
    return _plane(plane / 255)


def _stamp(plane: Grey, centre: tuple[int, int], rng: np.random.Generator) -> None:
    """A round stamp of 36 mm: two rings, a star, letters as strokes around."""
    radius = int(18 / 25.4 * DRAWN_DPI)
    for share, width in ((1.0, 7), (0.93, 3), (0.6, 3)):
        cv2.circle(plane, centre, int(radius * share), 255, width, cv2.LINE_AA)
    tips = [
        (centre[0] + radius * 0.25 * share * np.sin(turn), centre[1] - radius * 0.25 * share * np.cos(turn))
        for at in range(10)
        for turn, share in [(at * np.pi / 5, 1.0 if at % 2 == 0 else 0.4)]
    ]
    cv2.fillPoly(plane, [np.array(tips, np.int32)], 255, cv2.LINE_AA)
    for turn in np.arange(0.5, 5.8, 0.13):
        bottom, top = radius * 0.68, radius * rng.uniform(0.8, 0.86)
        sin, cos = np.sin(turn + np.pi), -np.cos(turn + np.pi)
        start = (int(centre[0] + bottom * sin), int(centre[1] + bottom * cos))
        end = (int(centre[0] + top * sin), int(centre[1] + top * cos))
        cv2.line(plane, start, end, 255, int(rng.integers(4, 9)), cv2.LINE_AA)
    wear = cv2.resize(rng.random((40, 40), dtype=np.float32), (2 * radius + 20, 2 * radius + 20))
    y, x = max(0, centre[1] - radius - 10), max(0, centre[0] - radius - 10)
    part = plane[y : y + wear.shape[0], x : x + wear.shape[1]]
    part[:] = (part * np.clip(0.35 + wear[: part.shape[0], : part.shape[1]], 0, 1)).astype(np.uint8)


def _signature(plane: Grey, start: tuple[int, int], rng: np.random.Generator) -> None:
    """A pen's stroke, wandering to the right."""
    steps = np.arange(0, 1, 0.01)
    x = start[0] + steps * 420 + 60 * np.sin(steps * rng.uniform(18, 30))
    y = start[1] + 70 * np.sin(steps * rng.uniform(14, 26) + 1) * (1 - steps * 0.6)
    cv2.polylines(plane, [np.stack([x, y], 1).astype(np.int32)], False, 255, 5, cv2.LINE_AA)


# ---- the three levels ------------------------------------------------------------------------------


def _clean(grey: Grey, ink: Plane, rng: np.random.Generator, *, colour: bool) -> bytes:
    """An office scanner at 300 dpi: slightly askew, a little soft."""
    angle = rng.uniform(-0.5, 0.5)
    soft = cv2.GaussianBlur(_turned(grey, angle, 255), (0, 0), rng.uniform(0.4, 0.8))
    inked = _turned((ink * 255).astype(np.uint8), angle, 0).astype(np.float32) / 255
    paper = rng.uniform(246, 254)
    plane = soft.astype(np.float32) * ((paper - 12) / 255) + rng.uniform(4, 12)
    plane += _noise(plane.shape, rng, rng.uniform(0.5, 1.5))
    if not colour:
        return _jpeg(np.minimum(plane, 255 - inked * 130), DRAWN_DPI, int(rng.integers(66, 86)))
    tint = rng.uniform(-5, 0)
    channels = [plane, plane - inked * 150 + tint * 0.3, plane - inked * 140 + tint]
    return _jpeg(np.stack(channels, axis=-1), DRAWN_DPI, int(rng.integers(66, 84)))


def _worn(plane: Plane, rng: np.random.Generator) -> bytes:
    """A photocopy of a photocopy: uneven toner, hard strokes, specks, a shadow at the edge."""
    turned = _turned(plane.astype(np.uint8), rng.uniform(-1.2, 1.2), 255)
    blurred = _plane(cv2.GaussianBlur(turned, (0, 0), rng.uniform(0.9, 1.4)))
    toner = _cloud(plane.shape, rng, 26) * rng.uniform(12, 30)
    grain = _noise(plane.shape, rng, rng.uniform(10, 20))
    threshold = rng.uniform(138, 172)
    hard = np.clip((blurred + grain + toner - threshold) * rng.uniform(3, 6) + 128, 0, 255)
    paper = rng.uniform(222, 240)
    copied = _plane(hard * ((paper - 35) / 255) + 35)
    copied += _cloud(plane.shape, rng, 7) * rng.uniform(8, 22) + _cloud(plane.shape, rng, 90) * rng.uniform(
        2, 6
    )
    _edge_shadow(copied, rng)
    _specks(copied, rng, int(rng.integers(60, 260)))
    soft = cv2.GaussianBlur(copied, (0, 0), rng.uniform(0.5, 0.8))
    return _jpeg(soft + _noise(plane.shape, rng, 3), DRAWN_DPI, int(rng.integers(50, 72)))


def _poor(plane: Plane, behind: Grey, rng: np.random.Generator) -> bytes:
    """200 dpi, badly laid on: the back shows through, a fold, punch holes, a streak, noise, hard JPEG."""
    shown = cv2.GaussianBlur(cv2.flip(behind, 1), (0, 0), 3.0).astype(np.float32)
    mixed = np.minimum(plane, 255 - (255 - shown) * rng.uniform(0.06, 0.17))
    scale = _POOR_DPI / DRAWN_DPI
    small = cv2.resize(mixed, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    angle = rng.choice((-1, 1)) * rng.uniform(0.6, 2.0)
    page = _turned(np.clip(small, 0, 255).astype(np.uint8), float(angle), 250).astype(np.float32)
    soft = cv2.GaussianBlur(page, (0, 0), rng.uniform(0.45, 0.8))
    paper = rng.uniform(205, 232)
    page = _plane(soft * ((paper - 45) / 255) + rng.uniform(38, 60))
    page += _cloud(page.shape, rng, 5) * rng.uniform(10, 26) + _cloud(page.shape, rng, 60) * rng.uniform(2, 8)
    _fold(page, rng)
    if rng.random() < 0.8:
        _punch_holes(page, rng)
    if rng.random() < 0.7:
        _streak(page, rng)
    _specks(page, rng, int(rng.integers(40, 160)))
    page += _noise(page.shape, rng, rng.uniform(5, 11))
    return _jpeg(page, _POOR_DPI, int(rng.integers(45, 68)))


# ---- what befalls a page ---------------------------------------------------------------------------


def _plane(pixels: NDArray[np.generic]) -> Plane:
    return pixels.astype(np.float32)


def _turned(grey: Grey, degrees: float, border: int) -> Grey:
    height, width = grey.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(
        cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=border),
        dtype=np.uint8,
    )


def _noise(shape: tuple[int, ...], rng: np.random.Generator, strength: float) -> Plane:
    """Grain, drawn once on a tile and laid over the page: four times quicker than fresh everywhere."""
    height, width = shape[:2]
    tile = rng.standard_normal((height // 2 + 1, width // 2 + 1), dtype=np.float32) * strength
    return np.tile(tile, (2, 2))[:height, :width]


def _cloud(shape: tuple[int, ...], rng: np.random.Generator, cells: int) -> Plane:
    """A smooth random field of about -1 to 1, with so many hills across the page."""
    coarse = rng.uniform(-1, 1, (cells + 2, cells + 2)).astype(np.float32)
    return np.asarray(
        cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC), dtype=np.float32
    )


def _specks(page: Plane, rng: np.random.Generator, count: int) -> None:
    height, width = page.shape
    for _ in range(count):
        centre = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        cv2.circle(page, centre, int(rng.choice((1, 1, 1, 2, 2, 3))), float(rng.uniform(30, 150)), -1)


def _edge_shadow(page: Plane, rng: np.random.Generator) -> None:
    """The dark band of a lid left open, at one side."""
    if rng.random() < 0.4:
        return
    width = int(rng.integers(30, 110))
    fall = np.linspace(rng.uniform(60, 150), 0, width, dtype=np.float32)
    if rng.random() < 0.5:
        page[:, :width] -= fall
    else:
        page[:, -width:] -= fall[::-1]


def _fold(page: Plane, rng: np.random.Generator) -> None:
    """A crease across the page: a dark line with a pale one beside it."""
    height, width = page.shape
    y, slope = int(height * rng.uniform(0.3, 0.7)), int(rng.integers(-12, 12))
    shade = np.zeros_like(page)
    cv2.line(shade, (0, y), (width, y + slope), float(rng.uniform(40, 85)), int(rng.integers(2, 4)))
    cv2.line(shade, (0, y + 4), (width, y + slope + 4), -float(rng.uniform(15, 40)), 3)
    page -= cv2.GaussianBlur(shade, (0, 0), 1.2)


def _punch_holes(page: Plane, rng: np.random.Generator) -> None:
    height, width = page.shape
    x = int(width * rng.uniform(0.015, 0.04))
    middle, apart = height // 2 + int(rng.integers(-60, 60)), int(80 / 25.4 * _POOR_DPI / 2)
    for y in (middle - apart, middle + apart):
        cv2.circle(page, (x, y), int(3 / 25.4 * _POOR_DPI), float(rng.uniform(5, 45)), -1, cv2.LINE_AA)


def _streak(page: Plane, rng: np.random.Generator) -> None:
    """Dirt on the glass of a feeder: a thin vertical line over the whole page."""
    x, wide = int(page.shape[1] * rng.uniform(0.05, 0.95)), int(rng.integers(1, 3))
    page[:, x : x + wide] -= float(rng.uniform(25, 80))


def _jpeg(plane: NDArray[np.generic], dpi: int, quality: int) -> bytes:
    """JPEG file of grey (two axes) or red, green, blue (three), with its resolution."""
    image = Image.fromarray(np.clip(plane, 0, 255).astype(np.uint8))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, dpi=(dpi, dpi))
    return buffer.getvalue()
