"""Draws a card: the page upright and small, its document's name where that begins, a mark, a caption."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hrdigitize.domain.arranging import Aside, LaidPage
from hrdigitize.domain.geometry import Box
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.pages.items import Card, Sign
from hrdigitize.gui.pages.previews import Previews

CARD = Qt.ItemDataRole.UserRole
_WIDTH_PX, _HEIGHT_PX = 152, 222
_BAND_PX, _FOOT_PX, _PAD_PX = 24, 24, 6
_ICON_PX = 15
_Index = QModelIndex | QPersistentModelIndex


def sign_drawing(sign: Sign) -> str:
    """The icon of a sign; "" for a page of which nothing is known yet."""
    return {
        Sign.UNREAD: "",
        Sign.WELL: "mark-accepted",
        Sign.DOUBT: "mark-doubtful",
        Sign.FAULT: "page-fault",
        Sign.ASIDE: "set-aside",
    }[sign]


def sign_colour(sign: Sign) -> str:
    now = theme.colours()
    return {
        Sign.UNREAD: now.muted,
        Sign.WELL: now.good,
        Sign.DOUBT: now.doubt,
        Sign.FAULT: now.fault,
        Sign.ASIDE: now.muted,
    }[sign]


class CardPainter(QStyledItemDelegate):
    """banded: whether documents are told apart by a band over their pages."""

    def __init__(self, previews: Previews, *, banded: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._previews = previews
        self._banded = banded

    @property
    def size(self) -> QSize:
        return QSize(_WIDTH_PX, _HEIGHT_PX + (_BAND_PX if self._banded else 0))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: Card = index.data(CARD)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = rect.top()
        if self._banded:
            self._draw_band(painter, QRect(rect.left(), top, rect.width(), _BAND_PX), card)
            top += _BAND_PX
        body = QRect(rect.left(), top, rect.width(), rect.bottom() - top + 1)
        self._draw_ground(painter, body.adjusted(2, 2, -2, -2), state)
        inner = body.adjusted(_PAD_PX + 2, _PAD_PX + 2, -_PAD_PX - 2, -_FOOT_PX - _PAD_PX)
        self._draw_page(painter, inner, card)
        foot = QRect(body.left() + 8, body.bottom() - _FOOT_PX - 2, body.width() - 16, _FOOT_PX)
        self._draw_foot(painter, foot, card)
        painter.restore()

    def _draw_ground(self, painter: QPainter, body: QRect, state: QStyle.StateFlag) -> None:
        now = theme.colours()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = now.accent if chosen or current else "transparent"
        painter.setPen(QPen(QColor(edge), 2 if current else 1))
        painter.setBrush(QColor(now.accent_soft) if chosen else Qt.BrushStyle.NoBrush)
        if chosen or current:
            painter.drawRoundedRect(body, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _draw_band(self, painter: QPainter, band: QRect, card: Card) -> None:
        """One band over all pages of a document; its name stands over the first one."""
        if card.document is None or card.sign is Sign.ASIDE:
            return
        now = theme.colours()
        colour = QColor(now.chart[card.tone % len(now.chart)])
        left = band.left() + (4 if card.opens else 0)
        painter.fillRect(QRect(left, band.bottom() - 4, band.right() - left + 1, 4), colour)
        if not card.opens:
            return
        text = band.adjusted(4, 0, -4, -4)
        if card.doubtful:
            place = QRectF(text.left(), text.top() + 2, _ICON_PX, _ICON_PX)
            icons.draw(painter, "mark-doubtful", now.doubt, place)
            text.setLeft(text.left() + _ICON_PX + 4)
        painter.setFont(_font(painter, bold=True))
        painter.setPen(QColor(now.doubt if card.doubtful else now.ink))
        words = painter.fontMetrics().elidedText(card.heading, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _draw_page(self, painter: QPainter, room: QRect, card: Card) -> None:
        now = theme.colours()
        laid = card.laid
        image = self._previews.image(laid.page) if laid is not None else None
        if laid is None or image is None:
            self._draw_without_picture(painter, room, card)
            return
        shown = upright(image, laid)
        size = shown.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(
            room.left() + (room.width() - size.width()) // 2,
            room.top() + (room.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.setOpacity(0.35 if card.sign is Sign.ASIDE else 1.0)
        painter.drawImage(place, shown)
        painter.setOpacity(1.0)
        painter.setPen(QColor(now.edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _draw_without_picture(self, painter: QPainter, room: QRect, card: Card) -> None:
        """A sheet with a sign: the picture is on its way, or there is none."""
        now = theme.colours()
        width = min(room.width(), round(room.height() / 1.414))
        sheet = QRect(room.left() + (room.width() - width) // 2, room.top(), width, room.height())
        painter.setPen(QColor(now.line))
        painter.setBrush(QColor(now.ground))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        failed = card.laid is None or self._previews.fault(card.laid.page) is not None
        if not failed:
            return
        side = 34
        middle = QPointF(sheet.center().x() - side / 2, sheet.center().y() - side / 2)
        icons.draw(painter, "page-fault", now.fault, QRectF(middle.x(), middle.y(), side, side))

    def _draw_foot(self, painter: QPainter, foot: QRect, card: Card) -> None:
        now = theme.colours()
        painter.setFont(_font(painter, bold=False))
        drawing = sign_drawing(card.sign)
        right = foot.right()
        if drawing:
            place = QRectF(right - _ICON_PX + 1, foot.top() + 4, _ICON_PX, _ICON_PX)
            icons.draw(painter, drawing, sign_colour(card.sign), place)
            right -= _ICON_PX + 5
        painter.setPen(QColor(now.fault if card.odd_file is not None else now.ink))
        room = QRect(foot.left(), foot.top(), right - foot.left(), foot.height())
        words = painter.fontMetrics().elidedText(
            self.caption(card), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def caption(self, card: Card) -> str:
        """What stands under a card."""
        if card.odd_file is not None:
            return card.odd_file.name
        laid = card.laid
        if laid is None:
            return ""
        if laid.aside is None:
            return self.tr("Trang {number}").format(number=laid.number)
        # Behind "Trang 5" it need not be said again that it is a page.
        why = {Aside.BLANK: self.tr("trắng"), Aside.DOUBLED: self.tr("trùng")}.get(laid.aside)
        return self.tr("Trang {number} · {why}").format(
            number=laid.number, why=why or aside_words(laid.aside)
        )


def aside_words(why: Aside) -> str:
    """Why a page does not count, in a word or two."""
    return {
        Aside.BLANK: QCoreApplication.translate("Pages", "trang trắng"),
        Aside.DOUBLED: QCoreApplication.translate("Pages", "trang trùng"),
        Aside.FOREIGN: QCoreApplication.translate("Pages", "của người khác"),
        Aside.SEPARATOR: QCoreApplication.translate("Pages", "phiếu phân cách"),
        Aside.OTHER: QCoreApplication.translate("Pages", "để riêng"),
        Aside.REPLACED: QCoreApplication.translate("Pages", "đã thay"),
        Aside.WITHDRAWN: QCoreApplication.translate("Pages", "đã rút"),
    }[why]


def upright(image: QImage, laid: LaidPage) -> QImage:
    """A small picture of the page as kept, turned and cut as the page is shown."""
    turn = (laid.recipe.turn or 0) - laid.rotation
    crop = laid.recipe.crop
    if not turn % 360 and crop is None:
        return image
    shown = image.transformed(QTransform().rotate(laid.recipe.turn or 0)) if laid.recipe.turn else image
    if crop is not None:
        shown = shown.copy(_part(shown, crop, laid))
    return shown.transformed(QTransform().rotate(-laid.rotation)) if laid.rotation else shown


def _part(shown: QImage, crop: Box, laid: LaidPage) -> QRect:
    """The cut in pixels of the small picture."""
    lying = laid.recipe.turn in (90, 270)
    share = shown.width() / (laid.height if lying else laid.width)
    return QRect(
        round(crop.x * share),
        round(crop.y * share),
        max(1, round(crop.width * share)),
        max(1, round(crop.height * share)),
    )


def _font(painter: QPainter, *, bold: bool) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(theme.SMALL_PX)
    font.setBold(bold)
    return font
