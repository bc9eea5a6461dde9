"""Lines of two columns, a quiet label and what stands there, both broken into lines: nothing is cut off."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from hrdigitize.gui.look import theme

#: Set on column 0 of a line whose text stands for nothing ("để trống").
QUIET = Qt.ItemDataRole.UserRole + 1
_LABEL_SHARE, _LABEL_MOST_PX, _INDENT_PX = 0.38, 260, 18
_PAD_PX, _MARK_PX, _TITLE_MORE_PX = 5, 14, 6
_Index = QModelIndex | QPersistentModelIndex


class WrappedTree(QTreeWidget):
    """A tree of such lines under titles. An icon of column 1 stands at the right edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Record")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(_INDENT_PX)
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_LineDelegate(self))
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(40)

    def add_title(self, words: str) -> QTreeWidgetItem:
        """A title over all the width; nobody stands on it."""
        item = QTreeWidgetItem(self, [words])
        item.setFirstColumnSpanned(True)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(0, font)
        return item

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(round(self.viewport().width() * _LABEL_SHARE), _LABEL_MOST_PX)
        self.header().resizeSection(0, width)
        self.scheduleDelayedItemsLayout()


class _LineDelegate(QStyledItemDelegate):
    """Measures and paints by the same rules."""

    def __init__(self, tree: WrappedTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._room(index)
        text = str(index.data() or "")
        metrics: QFontMetrics = option.fontMetrics
        flags = _flags(metrics, text, width)
        high = metrics.boundingRect(QRect(0, 0, width, 10_000), flags, text).height()
        more = 0 if index.parent().isValid() else _TITLE_MORE_PX
        return QSize(width, max(high, metrics.height()) + 2 * _PAD_PX + more)

    def _room(self, index: _Index) -> int:
        """The width in which a text stands; a title has all of it."""
        first = self._tree.header().sectionSize(0)
        whole = self._tree.viewport().width()
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        if depth == 1:
            return max(whole - _INDENT_PX - 2 * _PAD_PX, 40)
        room = first - depth * _INDENT_PX if index.column() == 0 else whole - first - _MARK_PX - _PAD_PX
        return max(room - 2 * _PAD_PX, 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        now = theme.colours()
        painter.save()
        rect: QRect = option.rect
        label = index.sibling(index.row(), 0)
        title = not index.parent().isValid()
        if self._tree.currentIndex().siblingAtColumn(0) == label and not title:
            painter.fillRect(rect, QColor(now.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(now.line))
        font = QFont(option.font)
        ink = now.accent_dark if title else now.muted
        inner = rect.adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -_PAD_PX)
        if not title and index.column() == 1:
            quiet = bool(label.data(QUIET))
            font.setItalic(quiet)
            ink = now.muted if quiet else now.ink
            if not option.icon.isNull():
                option.icon.paint(painter, QRect(inner.right() - _MARK_PX, inner.top(), _MARK_PX, _MARK_PX))
            inner.setRight(inner.right() - _MARK_PX - _PAD_PX)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        text = str(index.data() or "")
        painter.drawText(QRectF(inner), _flags(painter.fontMetrics(), text, inner.width()), text)
        painter.restore()


def _flags(metrics: QFontMetrics, text: str, width: int) -> int:
    """Between words; within them only where one is longer than the line."""
    too_long = any(metrics.horizontalAdvance(word) > width for word in text.split())
    wrap = Qt.TextFlag.TextWrapAnywhere if too_long else Qt.TextFlag.TextWordWrap
    return int(Qt.AlignmentFlag.AlignTop) | int(wrap)
