"""Boxes on a page, in whole pixels, and where they lie on another picture of it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle: left edge, top edge, width and height, in pixels of the image it was found on."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def contains_point(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def padded(self, by_px: int) -> Box:
        """The box grown on all sides; it may reach over the edge of the page (clip it with `clipped`)."""
        return Box(self.x - by_px, self.y - by_px, self.width + 2 * by_px, self.height + 2 * by_px)

    def clipped(self, width: int, height: int) -> Box:
        """The part of the box that lies on a page of this size."""
        left, top = max(0, self.x), max(0, self.y)
        right, bottom = min(width, self.right), min(height, self.bottom)
        return Box(left, top, max(0, right - left), max(0, bottom - top))

    def moved(self, x: int, y: int, scale: float = 1.0) -> Box:
        """Shifted by x, y, then every measure divided by `scale` (from a working image to the page)."""
        if scale == 1.0:
            return Box(self.x + x, self.y + y, self.width, self.height)
        left, top = round((self.x + x) / scale), round((self.y + y) / scale)
        right, bottom = round((self.right + x) / scale), round((self.bottom + y) / scale)
        return Box(left, top, right - left, bottom - top)

    def as_list(self) -> list[int]:
        return [self.x, self.y, self.width, self.height]


@dataclass(frozen=True, slots=True)
class Transform:
    """Where the points of one image lie on another: a homography, its 3 x 3 numbers row by row.

    A turn, a shift and a change of size are such transforms, and so is a sheet seen from the side.
    """

    numbers: tuple[float, float, float, float, float, float, float, float, float]

    @classmethod
    def turned(cls, degrees: float, width: float, height: float) -> Transform:
        """Turned clockwise (on paper; y runs down) about the middle of an image of this size."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        x, y = width / 2, height / 2
        return cls((cos, -sin, x - x * cos + y * sin, sin, cos, y - x * sin - y * cos, 0.0, 0.0, 1.0))

    @classmethod
    def quarters(cls, degrees: int, width: float, height: float) -> Transform:
        """Turned clockwise by 0, 90, 180 or 270 degrees onto an image of this size, edge upon edge."""
        return cls(
            {
                0: (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
                90: (0.0, -1.0, width, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0),
                180: (-1.0, 0.0, width, 0.0, -1.0, height, 0.0, 0.0, 1.0),
                270: (0.0, 1.0, 0.0, -1.0, 0.0, height, 0.0, 0.0, 1.0),
            }[degrees]
        )

    def then(self, other: Transform) -> Transform:
        """This transform first, the other one after it."""
        a, b = other.numbers, self.numbers
        first, second, third, fourth, fifth, sixth, seventh, eighth, ninth = (
            sum(a[3 * row + step] * b[3 * step + column] for step in range(3))
            for row in range(3)
            for column in range(3)
        )
        return Transform((first, second, third, fourth, fifth, sixth, seventh, eighth, ninth))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        a, b, c, d, e, f, g, h, i = self.numbers
        depth = g * x + h * y + i
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth

    def box(self, box: Box) -> Box:
        """The smallest box around the place where a box comes to lie."""
        corners = [self.point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        left, top = math.floor(min(x for x, _ in corners)), math.floor(min(y for _, y in corners))
        right, bottom = math.ceil(max(x for x, _ in corners)), math.ceil(max(y for _, y in corners))
        return Box(left, top, right - left, bottom - top)


#: Nothing moves.
UNMOVED = Transform((1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all of them; None for none."""
    found = list(boxes)
    if not found:
        return None
    left, top = min(b.x for b in found), min(b.y for b in found)
    return Box(left, top, max(b.right for b in found) - left, max(b.bottom for b in found) - top)
