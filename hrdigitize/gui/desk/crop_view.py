"""The current field as it stands on the paper, cut out and enlarged above its value."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdigitize.domain.geometry import Box
from hrdigitize.gui.desk.page_image import PageImage
from hrdigitize.gui.look import theme

_AROUND_PX = 10
_INSET_PX = 8
_LOW_PX, _USUAL_PX, _HIGH_PX = 76, 92, 150
_SMALL_WINDOW_PX, _ROOMY_WINDOW_PX = 600, 680
#: Screen pixels for a pixel of a 300 dpi page at which print reads well.
_READABLE_SCALE = 0.6
#: A line of writing is drawn no lower than this; one that is then too long for its room goes with the caret.
_LEAST_LINE_PX = 44
#: How wide a letter is on paper, as a share of its line's height: by it one knows where the caret is.
_LETTER_SHARE = 0.45
_MORE_PX = 7
#: How much of what stands beside the place is taken away.
_VEIL = 0.6


class CropView(QWidget):
    """Shows the cut-out as large as it fits, otherwise a sentence that says why there is none.

    A long line is shown large, the part that belongs to the caret: whoever keys from the picture looks there.
    A short one has what follows it on paper beside it, paler: did the machine stop reading too soon?
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Ảnh phóng to của trường đang kiểm tra"))
        self._place: tuple[PageImage, Box] | None = None
        self._crop = QImage()
        self._own_px = 0
        self._sentence = ""
        self._caret = 0.0

    @property
    def sentence(self) -> str:
        """What stands in place of a picture."""
        return self._sentence

    @property
    def shows_crop(self) -> bool:
        return not self._crop.isNull()

    def show_place(self, image: PageImage, box: Box) -> None:
        """Cuts the place out of its page, with some paper around it."""
        self._place = image, box.padded(_AROUND_PX)
        self._caret = 0.0
        self._cut(image, self._place[1])

    def _cut(self, image: PageImage, box: Box) -> None:
        """The place alone says how high the picture stands; then as much beside it as there is room for."""
        self._crop = image.cut(box)
        self._own_px = self._crop.width()
        self._fit()
        room = self._room()
        if room.height() > 0 and not self._crop.isNull():
            self._crop = image.cut(box, int(self._crop.height() * room.width() / room.height()))
        self.update()

    def follow(self, at: int, length: int) -> None:
        """The caret stands behind so many letters of so many; of a text not typed yet, the paper tells."""
        line = max(self._crop.height() - 2 * _AROUND_PX, 1)
        on_paper = self._own_px / (line * _LETTER_SHARE)
        self._caret = min(at / max(length, on_paper, 1.0), 1.0)
        self.update()

    @property
    def seen(self) -> tuple[float, float]:
        """From where to where the cut-out is in sight, as shares of its width."""
        room = self._room()
        width = self._crop.width() * self._scale(room)
        if self._crop.isNull() or width <= room.width():
            return 0.0, 1.0
        left = min(max(self._caret * width - room.width() / 2, 0.0), width - room.width())
        return left / width, (left + room.width()) / width

    def _room(self) -> QRectF:
        inset = _INSET_PX + 0.5
        return QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)

    def _scale(self, room: QRectF) -> float:
        if self._crop.isNull():
            return 1.0
        tall = room.height() / self._crop.height()
        whole = min(room.width() / self._crop.width(), tall)
        return max(whole, min(tall, _LEAST_LINE_PX / self._crop.height()))

    def show_sentence(self, sentence: str) -> None:
        """No picture: the sentence stands in its place."""
        self._place, self._crop = None, QImage()
        self._sentence = sentence
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._wanted_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LOW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._place is None:
            self._fit()
        else:
            self._cut(*self._place)

    def _fit(self) -> None:
        self.setFixedHeight(self._wanted_px())

    def _wanted_px(self) -> int:
        """A line or two stand always equally high; a tall cell gets more, where the window has it."""
        if self.window().height() < _SMALL_WINDOW_PX:
            return _LOW_PX
        if self._crop.isNull() or self.window().height() < _ROOMY_WINDOW_PX:
            return _USUAL_PX
        wide = max(self.width() - 2 * _INSET_PX, 1)
        scale = min(wide / max(self._own_px, 1), _READABLE_SCALE)
        return min(max(round(self._crop.height() * scale) + 2 * _INSET_PX, _USUAL_PX), _HIGH_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(theme.colours().line))
        painter.setBrush(QColor(theme.colours().paper))
        painter.drawRoundedRect(frame, 6, 6)
        if self._crop.isNull():
            painter.setPen(QColor(theme.colours().muted))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(frame.adjusted(12, 4, -12, -4), flags, self._sentence)
            return
        self._draw_crop(painter, self._room())

    def _draw_crop(self, painter: QPainter, room: QRectF) -> None:
        scale = self._scale(room)
        first, last = self.seen
        seen = self._crop.copy(
            round(first * self._crop.width()),
            0,
            max(round((last - first) * self._crop.width()), 1),
            self._crop.height(),
        )
        wanted = QSize(round(seen.width() * scale), round(seen.height() * scale))
        scaled = seen.scaled(
            wanted * self.devicePixelRatioF(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        top = room.y() + (room.height() - wanted.height()) / 2
        painter.drawImage(QRectF(room.x(), top, wanted.width(), wanted.height()), scaled)
        own = self._own_px * scale
        if own < wanted.width():
            veil = QColor(theme.colours().paper)
            veil.setAlphaF(_VEIL)
            painter.fillRect(QRectF(room.x() + own, top, wanted.width() - own, wanted.height()), veil)
        self._point_on(painter, room, before=first > 0.0, behind=last < 1.0)

    def _point_on(self, painter: QPainter, room: QRectF, *, before: bool, behind: bool) -> None:
        """Small arrows where the line goes on beyond the edge."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().accent))
        middle = room.center().y()
        for shown, edge, way in ((before, room.left(), 1), (behind, room.right(), -1)):
            if shown:
                tip = QPointF(edge - way * (_INSET_PX - 2), middle)
                base = tip + QPointF(way * _MORE_PX, 0)
                painter.drawPolygon([tip, base + QPointF(0, -_MORE_PX), base + QPointF(0, _MORE_PX)])
