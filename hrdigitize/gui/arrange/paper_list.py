"""The documents of a batch in their order: what each is, its pages, what is doubtful about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrdigitize.domain.record import DocumentId
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.row_painting import draw_elided, draw_ground, draw_title

_LINE = Qt.ItemDataRole.UserRole
_ROW_PX = 58
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document as the list shows it. tone: of its band over the cards. odd: whether it needs a look."""

    document: DocumentId
    title: str
    remark: str
    tone: int
    odd: bool
    filed: bool


class _PaperModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[PaperLine, ...] = ()

    def show(self, lines: Sequence[PaperLine]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        return f"{line.title}. {line.remark}" if role == Qt.ItemDataRole.DisplayRole else None


class _PaperPainter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: PaperLine = index.data(_LINE)
        rect: QRect = option.rect
        now = theme.colours()
        painter.save()
        draw_ground(painter, option)
        tone = QColor(now.chart[line.tone % len(now.chart)])
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height() - 1), tone)
        inner = rect.adjusted(12, 7, -8, -8)
        drawing, colour = ("mark-doubtful", now.doubt) if line.odd else ("mark-answered", now.good)
        if line.filed:
            drawing, colour = "mark-accepted", now.good
        icons.draw(painter, drawing, colour, QRectF(inner.x(), inner.y() + 2, 15, 15))
        self._draw_lines(painter, inner.adjusted(23, 0, 0, 0), line)
        painter.restore()

    def _draw_lines(self, painter: QPainter, room: QRect, line: PaperLine) -> None:
        now = theme.colours()
        draw_title(painter, room, line.title)
        painter.setPen(QColor(now.doubt if line.odd else now.muted))
        draw_elided(painter, room, Qt.AlignmentFlag.AlignBottom, line.remark)


class PaperList(QListView):
    """`chosen` (DocumentId): another document is current, because of a person."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _PaperModel(self)
        self._showing = False
        self.setModel(self._model)
        self.setItemDelegate(_PaperPainter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def lines(self) -> tuple[PaperLine, ...]:
        """What the list shows."""
        return self._model.lines

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Other documents, or the same as they are now."""
        if tuple(lines) == self._model.lines:
            return
        self._showing = True
        self._model.show(lines)
        self._showing = False

    def select(self, document: DocumentId | None) -> None:
        """Points at a document without telling anybody."""
        self._showing = True
        for row, line in enumerate(self._model.lines):
            if line.document == document:
                self.setCurrentIndex(self._model.index(row, 0))
        self._showing = False

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(current.data(_LINE).document)
