"""What lies on the desk's page view: the page itself, the lit place, and what somebody is pointing at."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hrdigitize.gui.desk.page_image import PageImage
from hrdigitize.gui.look import theme

#: Desk seen around the page, in pixels of the page.
EDGE_PX = 30
_SMALLEST_SCALE = 0.05


def scale_of(transform: QTransform) -> float:
    """How many pixels of the screen one of the page takes, however the view is turned."""
    return math.hypot(transform.m11(), transform.m12())


class PageItem(QGraphicsItem):
    """Draws the page from the level that fits the zoom."""

    def __init__(self, image: PageImage) -> None:
        super().__init__()
        self.image = image
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        # Another lit place draws the page again as it was, from the cache where it is not too large for it.
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.image.size.width(), self.image.size.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        exposed: QRectF = option.exposedRect
        scale = scale_of(painter.worldTransform()) * painter.device().devicePixelRatioF()
        level, share = self.image.level_for(scale)
        source = QRectF(
            exposed.x() * share, exposed.y() * share, exposed.width() * share, exposed.height() * share
        )
        painter.drawImage(exposed, level, source)


class PlaceItem(QGraphicsItem):
    """The lit place: a tint, a firm frame, and a pointer in the page's margin that covers no writing."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self.setZValue(1)
        self.hide()

    def show_at(self, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self._rect = rect
        self.show()

    def boundingRect(self) -> QRectF:
        return self._rect.united(QRectF(-EDGE_PX, self._rect.y() - 60, 200, self._rect.height() + 120))

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(theme.colours().lit)
        tint.setAlpha(60)
        frame = QPen(QColor(theme.colours().accent), 2.5)
        frame.setCosmetic(True)
        painter.setPen(frame)
        painter.setBrush(QBrush(tint))
        painter.drawRoundedRect(self._rect, 6, 6)
        scale = max(scale_of(painter.worldTransform()), _SMALLEST_SCALE)
        reach, half = 16 / scale, 9 / scale
        tip = QPointF(reach + 6 / scale, self._rect.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().accent))
        painter.drawPolygon([tip, tip + QPointF(-reach, -half), tip + QPointF(-reach, half)])


class PointedItem(QGraphicsItem):
    """What somebody is about to take: words, or a box that is being drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._rects: tuple[QRectF, ...] = ()
        self.setZValue(2)
        self.hide()

    def show_at(self, rects: Sequence[QRectF]) -> None:
        """These places; none: nothing is pointed at."""
        self.prepareGeometryChange()
        self._rects = tuple(rects)
        self.setVisible(bool(self._rects))

    def boundingRect(self) -> QRectF:
        whole = QRectF()
        for rect in self._rects:
            whole = whole.united(rect)
        return whole.adjusted(-4, -4, 4, 4)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(theme.colours().doubt)
        tint.setAlpha(50)
        frame = QPen(QColor(theme.colours().doubt), 2, Qt.PenStyle.DashLine)
        frame.setCosmetic(True)
        painter.setPen(frame)
        painter.setBrush(QBrush(tint))
        for rect in self._rects:
            painter.drawRect(rect)
