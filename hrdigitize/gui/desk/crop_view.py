"""The current field as it stands on the paper, cut out and enlarged above its value."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
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


class CropView(QWidget):
    """Shows the cut-out as large as it fits, otherwise a sentence that says why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Ảnh phóng to của trường đang kiểm tra"))
        self._crop = QImage()
        self._sentence = ""

    @property
    def shows_crop(self) -> bool:
        return not self._crop.isNull()

    def show_place(self, image: PageImage, box: Box) -> None:
        """Cuts the place out of its page, with some paper around it."""
        self._crop = image.cut(box.padded(_AROUND_PX))
        self._fit()
        self.update()

    def show_sentence(self, sentence: str) -> None:
        """No picture: the sentence stands in its place."""
        self._crop = QImage()
        self._sentence = sentence
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._wanted_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LOW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._wanted_px())

    def _wanted_px(self) -> int:
        """A line or two stand always equally high; a tall cell gets more, where the window has it."""
        if self.window().height() < _SMALL_WINDOW_PX:
            return _LOW_PX
        if self._crop.isNull() or self.window().height() < _ROOMY_WINDOW_PX:
            return _USUAL_PX
        wide = max(self.width() - 2 * _INSET_PX, 1)
        scale = min(wide / self._crop.width(), _READABLE_SCALE)
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
        self._draw_crop(painter, frame.adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX))

    def _draw_crop(self, painter: QPainter, room: QRectF) -> None:
        scale = min(room.width() / self._crop.width(), room.height() / self._crop.height())
        wanted = QSize(round(self._crop.width() * scale), round(self._crop.height() * scale))
        ratio = self.devicePixelRatioF()
        scaled = self._crop.scaled(
            wanted * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        top = room.y() + (room.height() - wanted.height()) / 2
        target = QRectF(room.x(), top, wanted.width(), wanted.height())
        painter.drawImage(target, scaled)
