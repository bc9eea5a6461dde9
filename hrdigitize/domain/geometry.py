"""Boxes on a page, in whole pixels."""

from __future__ import annotations

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
        left, top = round((self.x + x) / scale), round((self.y + y) / scale)
        right, bottom = round((self.right + x) / scale), round((self.bottom + y) / scale)
        return Box(left, top, right - left, bottom - top)

    def as_list(self) -> list[int]:
        return [self.x, self.y, self.width, self.height]


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all of them; None for none."""
    found = list(boxes)
    if not found:
        return None
    left, top = min(b.x for b in found), min(b.y for b in found)
    return Box(left, top, max(b.right for b in found) - left, max(b.bottom for b in found) - top)
