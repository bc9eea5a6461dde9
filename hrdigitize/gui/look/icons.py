"""The window's icons: simple drawings of our own, tinted to the place where they stand."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hrdigitize import bundle
from hrdigitize.gui.look import theme

_SIZES_PX = (16, 20, 24, 32, 48, 64)


@cache
def _drawing(name: str) -> str:
    return (bundle.resources() / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


def draw(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draws an icon into a square of the painter."""
    _renderer(name, colour).render(painter, place)


def icon(name: str, colour: str, *, disabled: str | None = None) -> QIcon:
    """An icon in the usual sizes, paler where its button is disabled."""
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled or theme.colours().off)):
        for size in _SIZES_PX:
            made.addPixmap(_pixmap(name, tint, size), mode)
    return made


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
