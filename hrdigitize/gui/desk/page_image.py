"""A page picture ready for the screen: upright, the same pixels at full, half and quarter size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from hrdigitize.domain.geometry import Box, Transform
from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.screen import Canvas, draw_smaller, draw_upright

_LEVELS = 3
#: Channels of a picture -> how it is drawn soonest.
_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB32}


@dataclass(frozen=True, slots=True)
class PageImage:
    """levels: full size first, each next one half as wide. Drawing a large page small from the level
    nearest above keeps thin strokes and marks readable, and is quick.

    rotation: degrees by which the page lies turned clockwise as kept. Places are those of the kept page.
    """

    levels: tuple[QImage, ...]
    rotation: int = 0

    @property
    def size(self) -> QSize:
        return self.levels[0].size()

    @property
    def size_bytes(self) -> int:
        """The memory that it takes."""
        return sum(level.sizeInBytes() for level in self.levels)

    def level_for(self, scale: float) -> tuple[QImage, float]:
        """The smallest level that is not enlarged at this scale, and its size relative to the page."""
        step = 0
        while step + 1 < len(self.levels) and scale <= 0.5 ** (step + 1):
            step += 1
        return self.levels[step], 0.5**step

    def shown_box(self, box: Box) -> Box:
        """Where a place of the kept page is on the picture."""
        back = (360 - self.rotation) % 360
        return Transform.quarters(back, self.size.width(), self.size.height()).box(box)

    def kept_point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the picture is on the kept page."""
        lying = self.rotation in (90, 270)
        size = self.size.transposed() if lying else self.size
        return Transform.quarters(self.rotation, size.width(), size.height()).point(x, y)

    def kept_box(self, box: Box) -> Box:
        """Where a place of the picture is on the kept page; `shown_box` leads back."""
        lying = self.rotation in (90, 270)
        size = self.size.transposed() if lying else self.size
        return Transform.quarters(self.rotation, size.width(), size.height()).box(box)

    def cut(self, box: Box, least_width: int = 0) -> QImage:
        """The part of the page inside the box, upright at full size; a null image where it lies outside.

        least_width: so many pixels of the page, to its right edge at most, where the box has fewer.
        """
        shown = self.shown_box(box)
        wide = Box(shown.x, shown.y, max(shown.width, least_width), shown.height)
        inside = wide.clipped(self.size.width(), self.size.height())
        return self.levels[0].copy(QRect(inside.x, inside.y, inside.width, inside.height))


def page_image(picture: Picture, rotation: int = 0) -> PageImage:
    """Prepares a decoded page for drawing, upright. rotation: as in PageImage.

    Takes a while for a large page: not for the window's thread.
    """
    lies = rotation in (90, 270)
    width, height = (picture.height, picture.width) if lies else (picture.width, picture.height)
    levels = [QImage(width, height, _FORMATS[picture.channels])]
    # Not by Qt: it keeps Python, and with it the window, waiting while it turns, copies or scales a page.
    draw_upright(picture, rotation, _canvas(levels[0]))
    while len(levels) < _LEVELS and levels[-1].width() >= 2 and levels[-1].height() >= 2:
        last = levels[-1]
        levels.append(QImage(last.width() // 2, last.height() // 2, last.format()))
        draw_smaller(_canvas(last), _canvas(levels[-1]))
    return PageImage(tuple(levels), rotation)


def _canvas(image: QImage) -> Canvas:
    pixels = memoryview(image.bits())
    return Canvas(image.width(), image.height(), image.depth() // 8, image.bytesPerLine(), pixels)
