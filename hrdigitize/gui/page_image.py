"""A page picture ready for the screen: the same pixels at full, half and quarter size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.picture import Picture

_LEVELS = 3


@dataclass(frozen=True, slots=True)
class PageImage:
    """levels: full size first, each next one half as wide. Drawing a large page small from the level
    nearest above keeps thin strokes and marks readable, and is quick.
    """

    levels: tuple[QImage, ...]

    @property
    def size(self) -> QSize:
        return self.levels[0].size()

    def level_for(self, scale: float) -> tuple[QImage, float]:
        """The smallest level that is not enlarged at this scale, and its size relative to the page."""
        step = 0
        while step + 1 < len(self.levels) and scale <= 0.5 ** (step + 1):
            step += 1
        return self.levels[step], 0.5**step

    def cut(self, box: Box) -> QImage:
        """The part of the page inside the box, at full size; a null image where it lies outside."""
        inside = box.clipped(self.size.width(), self.size.height())
        return self.levels[0].copy(QRect(inside.x, inside.y, inside.width, inside.height))


def page_image(picture: Picture) -> PageImage:
    """Prepares a decoded page for drawing. Takes a while for a large page: not for the window's thread."""
    pixel_format = QImage.Format.Format_Grayscale8 if picture.channels == 1 else QImage.Format.Format_RGB888
    raw = QImage(
        picture.pixels, picture.width, picture.height, picture.width * picture.channels, pixel_format
    )
    # A copy of its own: the raw image only borrows the picture's bytes.
    levels = [raw.copy() if picture.channels == 1 else raw.convertToFormat(QImage.Format.Format_RGB32)]
    while len(levels) < _LEVELS and levels[-1].width() >= 2 and levels[-1].height() >= 2:
        last = levels[-1]
        levels.append(
            last.scaled(
                last.width() // 2,
                last.height() // 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return PageImage(tuple(levels))
