"""The page picture: zoom, pan, fit, and the current field's place lit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from hrdigitize.domain.geometry import Box
from hrdigitize.gui.desk.page_image import PageImage
from hrdigitize.gui.look import theme

_ZOOM_STEP = 1.25
_LARGEST_SCALE = 4.0
_SMALLEST_SCALE = 0.05
_BOX_MARGIN_PX = 10
_EDGE_PX = 30
_SIGHT_MARGIN_PX = 60
_CLICK_SLACK_PX = 4


class _PageItem(QGraphicsItem):
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
        scale = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        level, share = self.image.level_for(scale)
        source = QRectF(
            exposed.x() * share, exposed.y() * share, exposed.width() * share, exposed.height() * share
        )
        painter.drawImage(exposed, level, source)


class _PlaceItem(QGraphicsItem):
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
        return self._rect.united(QRectF(-_EDGE_PX, self._rect.y() - 60, 200, self._rect.height() + 120))

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
        scale = max(painter.worldTransform().m11(), _SMALLEST_SCALE)
        reach, half = 16 / scale, 9 / scale
        tip = QPointF(reach + 6 / scale, self._rect.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().accent))
        painter.drawPolygon([tip, tip + QPointF(-reach, -half), tip + QPointF(-reach, half)])


class PageView(QGraphicsView):
    """Shows one page upright. Fits its width until the person zooms; a click names a place on the page."""

    place_picked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PageView")
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Ảnh trang"))
        self._page: _PageItem | None = None
        self._place = _PlaceItem()
        self.scene().addItem(self._place)
        self._fits_width = True
        self._pressed_at = QPointF()
        self._box: Box | None = None
        #: Whether it stays where it is when another place is lit.
        self.frozen = False

    @property
    def scale_now(self) -> float:
        """Screen pixels for one pixel of the page."""
        return self.transform().m11()

    @property
    def lit_box(self) -> Box | None:
        """The place that is lit, in pixels of the kept page; None when there is none."""
        return self._box if self._place.isVisible() else None

    def show_image(self, image: PageImage | None) -> None:
        """Puts another page on screen (None: an empty desk); the lit place goes out."""
        if self._page is not None:
            self.scene().removeItem(self._page)
        self._page = None
        self.light(None)
        if image is None:
            return
        self._page = _PageItem(image)
        self.scene().addItem(self._page)
        edge = _EDGE_PX
        self.setSceneRect(self._page.boundingRect().adjusted(-edge, -edge, edge, edge))
        if self._fits_width:
            self.fit_width()
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def light(self, box: Box | None) -> None:
        """Lights a place and brings it into sight; None puts the light out."""
        self._box = box
        if box is None or self._page is None:
            self._place.hide()
            return
        padded = self._page.image.shown_box(box).padded(_BOX_MARGIN_PX)
        rect = QRectF(padded.x, padded.y, padded.width, padded.height)
        self._place.show_at(rect)
        if not self.frozen:
            self.ensureVisible(rect, _SIGHT_MARGIN_PX, _SIGHT_MARGIN_PX)

    def zoom_in(self) -> None:
        self._zoom(_ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom(1 / _ZOOM_STEP)

    def fit_width(self) -> None:
        """As wide as the view."""
        self._fits_width = True
        if self._page is None:
            return
        # The room as it is with the upright scroll bar: without this its coming and going never ends.
        bar = self.verticalScrollBar()
        room = self.width() - bar.sizeHint().width() - 2 * self.frameWidth() - 4
        self._scale_to(room / self.sceneRect().width())

    def fit_page(self) -> None:
        """The whole page in sight."""
        self._fits_width = False
        if self._page is not None:
            self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def _zoom(self, factor: float) -> None:
        self._fits_width = False
        self._scale_to(self.scale_now * factor)
        self.light(self._box)

    def _scale_to(self, scale: float) -> None:
        bounded = min(max(scale, _SMALLEST_SCALE), _LARGEST_SCALE)
        self.resetTransform()
        self.scale(bounded, bounded)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._fits_width = False
        self._scale_to(self.scale_now * (_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits_width:
            self.fit_width()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed_at).manhattanLength()
        if event.button() is not Qt.MouseButton.LeftButton or moved > _CLICK_SLACK_PX:
            return
        if self._page is None:
            return
        place = self.mapToScene(event.position().toPoint())
        self.place_picked.emit(*self._page.image.kept_point(place.x(), place.y()))
