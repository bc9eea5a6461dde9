"""Stamps and strokes of pens over the lines of some pages: the reader is to read what stands under them."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageChops, ImageDraw

_STAMPED, _SIGNED = 0.3, 0.3


def overlay(sheet: Image.Image, rng: Random) -> None:
    """Perhaps a stamp, perhaps some strokes; where they cross print, the print stays as dark as it was."""
    layer = Image.new("L", sheet.size, 255)
    draw = ImageDraw.Draw(layer)
    if rng.random() < _STAMPED:
        for _ in range(rng.randint(1, 3)):
            _stamp(draw, sheet.size, rng)
    if rng.random() < _SIGNED:
        for _ in range(rng.randint(1, 4)):
            _stroke(draw, sheet.size, rng)
    sheet.paste(ImageChops.darker(sheet, layer))


def _stamp(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: Random) -> None:
    """A ring of 30 to 40 mm with an inner one and letters like spokes between the two."""
    x, y, radius = rng.uniform(0, size[0]), rng.uniform(0, size[1]), rng.uniform(180, 240)
    grey = rng.randint(110, 200)
    _ring(draw, (x, y), radius, grey, rng.randint(5, 9))
    inner = radius * rng.uniform(0.6, 0.72)
    _ring(draw, (x, y), inner, grey, rng.randint(2, 4))
    for at in range(rng.randint(24, 44)):
        angle = at * 0.14
        ends = [
            (x + reach * math.cos(angle), y + reach * math.sin(angle))
            for reach in (inner * 1.1, radius * rng.uniform(0.85, 0.92))
        ]
        draw.line(ends, fill=grey, width=rng.randint(2, 6))


def _ring(
    draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float, grey: int, width: int
) -> None:
    x, y = centre
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=grey, width=width)


def _stroke(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: Random) -> None:
    """A wandering line of a pen."""
    x, y = rng.uniform(0, size[0]), rng.uniform(0, size[1])
    points, angle = [(x, y)], rng.uniform(-math.pi, math.pi)
    for _ in range(rng.randint(15, 60)):
        angle += rng.gauss(0, 0.5)
        x, y = x + 12 * math.cos(angle), y + 12 * math.sin(angle)
        points.append((x, y))
    draw.line(points, fill=rng.randint(20, 140), width=rng.randint(2, 6), joint="curve")
