"""The page picture: zoom, pan, turn, fit, the current field's place lit, words and boxes pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from hrdigitize.domain.geometry import Box
from hrdigitize.gui.desk.page_image import PageImage
from hrdigitize.gui.desk.page_items import EDGE_PX, PageItem, PlaceItem, PointedItem, scale_of

_ZOOM_STEP = 1.25
_LARGEST_SCALE = 4.0
_SMALLEST_SCALE = 0.05
_BOX_MARGIN_PX = 10
_SIGHT_MARGIN_PX = 60
#: A press that moved no further than this was a click.
_CLICK_SLACK_PX = 4
_TO_DRAW = Qt.MouseButton.LeftButton
_TO_PAN = (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)


class PageView(QGraphicsView):
    """Shows one page upright. Fits its width until the person zooms.

    The left button points: a click names a place (place_picked), with Ctrl or Shift it takes what stands
    there whatever the place is (place_taken; True: to be added), and a drag draws a box (box_drawn), as at
    other verification stations. The middle or right button moves the page, as do wheel and scroll bars.
    Places are those of the kept page. key_pressed: a key while somebody goes over the page by keys;
    focus_lost: he went elsewhere.
    """

    place_picked = Signal(float, float)
    place_taken = Signal(float, float, bool)
    box_drawn = Signal(object, bool)
    key_pressed = Signal(object)
    focus_lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PageView")
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Ảnh trang"))
        self._page: PageItem | None = None
        self._place = PlaceItem()
        self._pointed = PointedItem()
        for item in (self._place, self._pointed):
            self.scene().addItem(item)
        self._fits_width = True
        self._turn = 0
        self._pressed: tuple[Qt.MouseButton, QPoint] | None = None
        self._last = QPoint()
        self._box: Box | None = None
        #: Whether it stays where it is when another place is lit.
        self.frozen = False
        #: Whether somebody goes over the page by keys.
        self.by_keys = False

    @property
    def scale_now(self) -> float:
        """Screen pixels for one pixel of the page."""
        return scale_of(self.transform())

    @property
    def turn(self) -> int:
        """Degrees by which the page is turned on screen, clockwise, on top of lying upright."""
        return self._turn

    @property
    def lit_box(self) -> Box | None:
        """The place that is lit, in pixels of the kept page; None when there is none."""
        return self._box if self._place.isVisible() else None

    def show_image(self, image: PageImage | None, turn: int = 0) -> None:
        """Puts another page on screen (None: an empty desk); the lit place goes out. turn: as `turn`."""
        if self._page is not None:
            self.scene().removeItem(self._page)
        self._page = None
        self.light(None)
        self.point(())
        if image is None:
            return
        self._page = PageItem(image)
        self.scene().addItem(self._page)
        self.setSceneRect(self._page.boundingRect().adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX))
        self._turn = turn
        self._scale_to(self.scale_now)
        if self._fits_width:
            self.fit_width()
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def turn_to(self, degrees: int) -> None:
        """Turns the page on screen; its places stay what they are."""
        self._turn = degrees % 360
        self._scale_to(self.scale_now)
        if self._fits_width:
            self.fit_width()
        self.light(self._box)

    def light(self, box: Box | None) -> None:
        """Lights a place and brings it into sight; None puts the light out."""
        self._box = box
        if box is None or self._page is None:
            self._place.hide()
            return
        rect = self._shown(box.padded(_BOX_MARGIN_PX))
        self._place.show_at(rect)
        if not self.frozen:
            self.ensureVisible(rect, _SIGHT_MARGIN_PX, _SIGHT_MARGIN_PX)

    def point(self, boxes: Sequence[Box]) -> None:
        """Marks places that somebody is about to take, and brings the last into sight; none: no more."""
        rects = [self._shown(box) for box in boxes] if self._page is not None else []
        self._pointed.show_at(rects)
        if rects:
            self.ensureVisible(rects[-1], _SIGHT_MARGIN_PX, _SIGHT_MARGIN_PX)

    def _shown(self, box: Box) -> QRectF:
        assert self._page is not None
        shown = self._page.image.shown_box(box)
        return QRectF(shown.x, shown.y, shown.width, shown.height)

    @property
    def middle(self) -> tuple[float, float] | None:
        """The point of the kept page in the middle of the view."""
        if self._page is None:
            return None
        place = self.mapToScene(self.viewport().rect().center())
        return self._page.image.kept_point(place.x(), place.y())

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
        lying = self._turn in (90, 270)
        self._scale_to(room / (self.sceneRect().height() if lying else self.sceneRect().width()))

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
        self.rotate(self._turn)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.by_keys:
            self.key_pressed.emit(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_lost.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last = event.position().toPoint()
        self._pressed = (event.button(), self._last)
        if event.button() in _TO_PAN:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.position().toPoint()
        if self._pressed[0] in _TO_PAN:
            moved = at - self._last
            for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
                bar.setValue(bar.value() - by)
        elif self._pressed[0] is _TO_DRAW and self._page is not None:
            self._pointed.show_at([self._drawn(at)] if self._has_moved(at) else [])
        self._last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        moved, drawn = self._has_moved(at), self._drawn(at)
        self._pressed = None
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        if self._page is None or event.button() is not _TO_DRAW:
            return
        adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if moved:
            self._pointed.show_at(())
            self.box_drawn.emit(self._kept(drawn), adding)
            return
        place = self.mapToScene(at)
        kept = self._page.image.kept_point(place.x(), place.y())
        if adding or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.place_taken.emit(*kept, adding)
        else:
            self.place_picked.emit(*kept)

    def _has_moved(self, at: QPoint) -> bool:
        return self._pressed is not None and (at - self._pressed[1]).manhattanLength() > _CLICK_SLACK_PX

    def _drawn(self, at: QPoint) -> QRectF:
        """The box from where the button was pressed to here, on the page."""
        start = self._pressed[1] if self._pressed is not None else at
        rect = QRectF(QPointF(self.mapToScene(start)), QPointF(self.mapToScene(at))).normalized()
        return rect.intersected(self._page.boundingRect()) if self._page is not None else rect

    def _kept(self, rect: QRectF) -> Box:
        assert self._page is not None
        shown = Box(round(rect.x()), round(rect.y()), round(rect.width()), round(rect.height()))
        return self._page.image.kept_box(shown)
