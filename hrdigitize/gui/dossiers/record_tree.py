"""The record by sections: every value is a line to stand on; a row of a table opens into its cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.dossiers.record_state import Line, Part
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.tooltips import plain_tooltip

_LINE = Qt.ItemDataRole.UserRole
_LABEL_SHARE, _LABEL_MOST_PX, _INDENT_PX = 0.38, 260, 18
_PAD_PX, _MARK_PX = 5, 14


class RecordTree(QTreeWidget):
    """`picked` gives the line (Line) on which the person stands; None on a title."""

    picked = Signal(object)

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
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(self.tr("Lý lịch"))
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(40)
        self.currentItemChanged.connect(lambda item, _: self.picked.emit(_line(item)))
        self._items: dict[FieldPath, QTreeWidgetItem] = {}

    def show_parts(self, parts: tuple[Part, ...], waiting: frozenset[FieldPath]) -> None:
        """A record. waiting: places about which a correction waits; they are marked."""
        here = self.current_path
        self.clear()
        self._items = {}
        for part in parts:
            title = QTreeWidgetItem(self, [part.title])
            title.setFirstColumnSpanned(True)
            title.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = QFont(self.font())
            font.setBold(True)
            title.setFont(0, font)
            title.setForeground(0, QColor(theme.colours().accent_dark))
            for line in part.lines:
                self._add(title, line, waiting)
            title.setExpanded(True)
        self.stand_on(here)

    def _add(self, above: QTreeWidgetItem, line: Line, waiting: frozenset[FieldPath]) -> None:
        item = QTreeWidgetItem(above, [line.label, self.said(line)])
        item.setData(0, _LINE, line)
        item.setToolTip(1, plain_tooltip(line.text))
        marked = line.path in waiting or any(cell.path in waiting for cell in line.cells)
        if marked:
            item.setIcon(1, icons.icon("mark-doubtful", theme.colours().doubt))
            item.setData(1, Qt.ItemDataRole.AccessibleDescriptionRole, self.tr("có đề nghị sửa đang chờ"))
        if line.cells:
            for cell in line.cells:
                self._add(item, cell, waiting)
        else:
            self._items[line.path] = item

    def said(self, line: Line) -> str:
        """The value in words."""
        if line.cells:
            return line.text or self.tr("để trống")
        if line.state is State.ILLEGIBLE:
            return self.tr("không đọc được")
        return line.text or self.tr("để trống")

    @property
    def current_path(self) -> FieldPath | None:
        line = _line(self.currentItem())
        return line.path if line is not None else None

    def stand_on(self, path: FieldPath | None) -> None:
        """Goes to a place; to the first one where there is none of this name."""
        item = self._items.get(path) if path is not None else None
        if item is None:
            item = next(iter(self._items.values()), None)
        if item is None:
            return
        above = item.parent()
        if above is not None:
            above.setExpanded(True)
        self.setCurrentItem(item)
        self.scrollToItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(round(self.viewport().width() * _LABEL_SHARE), _LABEL_MOST_PX)
        self.header().resizeSection(0, width)
        self.scheduleDelayedItemsLayout()


class _LineDelegate(QStyledItemDelegate):
    """Labels in a quiet ink, values in full; both broken into lines, for nothing of a record is cut off."""

    def __init__(self, tree: RecordTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._room(index)
        text = str(index.data() or "")
        high = option.fontMetrics.boundingRect(QRect(0, 0, width, 10_000), _FLAGS, text).height()
        title = not index.parent().isValid()
        return QSize(width, max(high, option.fontMetrics.height()) + 2 * _PAD_PX + (6 if title else 0))

    def _room(self, index: QModelIndex | QPersistentModelIndex) -> int:
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

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        now = theme.colours()
        painter.save()
        rect: QRect = option.rect
        chosen = self._tree.currentIndex().siblingAtColumn(0) == index.sibling(index.row(), 0)
        title = not index.parent().isValid()
        if chosen and not title:
            painter.fillRect(rect, QColor(now.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(now.line))
        painter.setFont(option.font)
        line: Line | None = index.sibling(index.row(), 0).data(_LINE)
        inner = rect.adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -_PAD_PX)
        if title:
            painter.setPen(QColor(now.accent_dark))
        elif index.column() == 0:
            painter.setPen(QColor(now.muted))
        else:
            self._prepare_value(painter, option, line)
            if not option.icon.isNull():
                option.icon.paint(painter, QRect(inner.right() - _MARK_PX, inner.top(), _MARK_PX, _MARK_PX))
            inner.setRight(inner.right() - _MARK_PX - _PAD_PX)
        painter.drawText(QRectF(inner), _FLAGS, str(index.data() or ""))
        painter.restore()

    def _prepare_value(self, painter: QPainter, option: QStyleOptionViewItem, line: Line | None) -> None:
        told = line is not None and line.text and (line.cells or line.state is State.VALUE)
        painter.setPen(QColor(theme.colours().ink if told else theme.colours().muted))
        if not told:
            font = QFont(option.font)
            font.setItalic(True)
            painter.setFont(font)


_FLAGS = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)


def _line(item: QTreeWidgetItem | None) -> Line | None:
    found: Line | None = item.data(0, _LINE) if item is not None else None
    return found
