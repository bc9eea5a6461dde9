"""How the station looks: sizes that grow with the screen, a colour, a word and a symbol for each light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdigitize.gui import icons, theme
from hrdigitize.gui.station_state import Light

#: The height of a screen on which every size is as written here; letters of 84 of its pixels are read
#: from three metres on a screen of 19 inches.
_MEASURE_PX = 768


@dataclass(frozen=True, slots=True)
class Look:
    """Ground, edge and ink of the panel, the symbol on it."""

    ground: str
    edge: str
    ink: str
    symbol: str


LOOKS: Mapping[Light, Look] = {
    Light.READY: Look(theme.SURFACE, theme.LINE, theme.ACCENT_DARK, "station-ready"),
    Light.SCANNING: Look(theme.ACCENT, theme.ACCENT, theme.SURFACE, "station-scanning"),
    Light.DONE: Look(theme.GOOD, theme.GOOD, theme.SURFACE, "station-done"),
    Light.LOOK: Look(theme.FAULT, theme.FAULT, theme.SURFACE, "station-look"),
}


def unit(height_px: int) -> float:
    """What a pixel of the measure is on a window of this height."""
    return max(0.7, height_px / _MEASURE_PX)


def style_sheet(one: float) -> str:
    """The sheet of the window's own parts at this unit; the program's sheet stands behind it."""

    def px(size: float) -> str:
        return f"{round(size * one)}px"

    lights = "\n".join(
        f'QFrame#Light[light="{light.value}"] {{ background: {look.ground}; border-color: {look.edge}; }}\n'
        f'QFrame#Light[light="{light.value}"] QLabel {{ color: {look.ink}; background: transparent; }}'
        for light, look in LOOKS.items()
    )
    return f"""
QWidget#Station {{ background: {theme.GROUND}; }}
QFrame#StationHead {{ background: {theme.RAIL}; }}
QFrame#StationHead QLabel {{ color: {theme.RAIL_INK}; font-size: {px(20)}; }}
QFrame#StationHead QLabel#StationName {{ color: #ffffff; font-size: {px(24)}; font-weight: bold; }}
QFrame#StationHead QPushButton {{ color: #ffffff; background: transparent; border: 1px solid {theme.RAIL_INK};
  border-radius: {px(6)}; padding: {px(5)} {px(14)}; font-size: {px(18)}; }}
QFrame#StationHead QPushButton:hover {{ background: #204469; }}
QFrame#Light {{ border: {px(3)} solid {theme.LINE}; border-radius: {px(18)}; }}
{lights}
QLabel#LightWord {{ font-size: {px(88)}; font-weight: bold; }}
QLabel#LightWhy {{ font-size: {px(26)}; }}
QLabel#LightWhy[long="true"] {{ font-size: {px(22)}; }}
QPushButton#Go {{ background: {theme.ACCENT}; color: #ffffff; border: {px(3)} solid {theme.ACCENT_DARK};
  border-radius: {px(16)}; font-size: {px(52)}; font-weight: bold; }}
QPushButton#Go:hover {{ background: {theme.ACCENT_DARK}; }}
QPushButton#Go[stops="true"] {{ background: {theme.SURFACE}; color: {theme.ACCENT_DARK}; }}
QPushButton#Go:disabled {{ background: #dfe4ea; color: {theme.MUTED}; border-color: #dfe4ea; }}
QPushButton#Next {{ border-radius: {px(12)}; font-size: {px(26)}; font-weight: bold; }}
QLabel#StationKeys {{ color: {theme.MUTED}; font-size: {px(18)}; }}
QFrame#StationCard {{ background: {theme.SURFACE}; border: 1px solid {theme.LINE}; border-radius: {px(12)}; }}
QLabel#StationCount {{ font-size: {px(96)}; font-weight: bold; color: {theme.INK}; }}
QLabel#StationUnit {{ font-size: {px(22)}; color: {theme.MUTED}; }}
QLabel#StationReading {{ font-size: {px(22)}; color: {theme.INK}; }}
QLabel#StationTroubles {{ font-size: {px(20)}; color: {theme.FAULT}; background: {theme.FAULT_SOFT};
  border: 1px solid #f0c0bb; border-radius: {px(8)}; padding: {px(8)}; }}
QWidget#StationPage {{ font-size: {px(18)}; }}
QProgressBar {{ border: none; border-radius: {px(5)}; background: {theme.LINE}; max-height: {px(10)}; }}
QProgressBar::chunk {{ background: {theme.ACCENT}; border-radius: {px(5)}; }}
"""


def symbol(look: Look, side_px: int, ratio: float) -> QPixmap:
    """The symbol in its ink. ratio: pixels of the screen for one of the window's."""
    pixmap = QPixmap(round(side_px * ratio), round(side_px * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    icons.draw(painter, look.symbol, look.ink, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Thumbnail(QWidget):
    """The newest page, as large as there is room."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("StationPage")
        self._nothing = nothing
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(60)
        self.setAccessibleName(nothing)

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.image.isNull():
            painter.setPen(QColor(theme.MUTED))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._nothing)
            return
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        small = self.image.scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        small.setDevicePixelRatio(ratio)
        size = small.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QPointF(left, top), small)
        place = QRectF(QPointF(left, top), size)
        painter.setPen(QColor(theme.KEY_EDGE))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
