"""How the station looks: sizes that grow with the screen, a colour, a word and a symbol for each light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.station.state import Light

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


def looks() -> Mapping[Light, Look]:
    """How each light looks in the colours of now."""
    now = theme.colours()
    return {
        Light.READY: Look(now.surface, now.line, now.accent_dark, "station-ready"),
        Light.SCANNING: Look(now.accent, now.accent, now.surface, "station-scanning"),
        Light.DONE: Look(now.good, now.good, now.surface, "station-done"),
        Light.LOOK: Look(now.fault, now.fault, now.surface, "station-look"),
    }


def unit(height_px: int) -> float:
    """What a pixel of the measure is on a window of this height."""
    return max(0.7, height_px / _MEASURE_PX)


def style_sheet(one: float) -> str:
    """The sheet of the window's own parts at this unit; the program's sheet stands behind it."""

    now = theme.colours()

    def px(size: float) -> str:
        return f"{round(size * one)}px"

    lights = "\n".join(
        f'QFrame#Light[light="{light.value}"] {{ background: {look.ground}; border-color: {look.edge}; }}\n'
        f'QFrame#Light[light="{light.value}"] QLabel {{ color: {look.ink}; background: transparent; }}'
        for light, look in looks().items()
    )
    return f"""
QWidget#Station {{ background: {now.ground}; }}
QFrame#StationHead {{ background: {now.rail}; }}
QFrame#StationHead QLabel {{ color: {now.rail_ink}; font-size: {px(20)}; }}
QFrame#StationHead QLabel#StationName {{ color: {now.on_rail}; font-size: {px(24)}; font-weight: bold; }}
QFrame#StationHead QPushButton {{ color: {now.on_rail}; background: transparent;
  border: 1px solid {now.rail_ink}; border-radius: {px(6)}; padding: {px(5)} {px(14)}; font-size: {px(18)}; }}
QFrame#StationHead QPushButton:hover {{ background: {now.rail_lit}; }}
QFrame#Light {{ border: {px(3)} solid {now.line}; border-radius: {px(18)}; }}
{lights}
QLabel#LightWord {{ font-size: {px(88)}; font-weight: bold; }}
QLabel#LightWhy {{ font-size: {px(26)}; }}
QLabel#LightWhy[long="true"] {{ font-size: {px(22)}; }}
QPushButton#Go {{ background: {now.accent}; color: {now.on_rail}; border: {px(3)} solid {now.accent_dark};
  border-radius: {px(16)}; font-size: {px(52)}; font-weight: bold; }}
QPushButton#Go:hover {{ background: {now.accent_dark}; }}
QPushButton#Go[stops="true"] {{ background: {now.surface}; color: {now.accent_dark}; }}
QPushButton#Go:disabled {{ background: {now.off_ground}; color: {now.muted};
  border-color: {now.off_ground}; }}
QPushButton#Next {{ border-radius: {px(12)}; font-size: {px(26)}; font-weight: bold; }}
QLabel#StationKeys {{ color: {now.muted}; font-size: {px(18)}; }}
QFrame#StationCard {{ background: {now.surface}; border: 1px solid {now.line}; border-radius: {px(12)}; }}
QLabel#StationCount {{ font-size: {px(96)}; font-weight: bold; color: {now.ink}; }}
QLabel#StationUnit {{ font-size: {px(22)}; color: {now.muted}; }}
QLabel#StationReading {{ font-size: {px(22)}; color: {now.ink}; }}
QLabel#StationTroubles {{ font-size: {px(20)}; color: {now.fault}; background: {now.fault_soft};
  border: 1px solid {now.fault_edge}; border-radius: {px(8)}; padding: {px(8)}; }}
QWidget#StationPage {{ font-size: {px(18)}; }}
QProgressBar {{ border: none; border-radius: {px(5)}; background: {now.line}; max-height: {px(10)}; }}
QProgressBar::chunk {{ background: {now.accent}; border-radius: {px(5)}; }}
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
            painter.setPen(QColor(theme.colours().muted))
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
        painter.setPen(QColor(theme.colours().edge))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
