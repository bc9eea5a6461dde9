"""Batches newest first: what each is called, how far it is, a bar while it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.record import BatchId
from hrdigitize.domain.vietnamese import folded
from hrdigitize.gui.intake import words
from hrdigitize.gui.intake.state import BatchLine, Progress
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.row_painting import draw_elided, draw_ground, draw_title

_LINE = Qt.ItemDataRole.UserRole
_ROW_PX = 78
_BAR_PX = 4
_Index = QModelIndex | QPersistentModelIndex


def _sign(line: BatchLine) -> tuple[str, str]:
    """Icon and colour of how far a batch is."""
    now = theme.colours()
    if line.progress is Progress.READ:
        return ("mark-doubtful", now.doubt) if line.summary.refused else ("mark-accepted", now.good)
    if line.progress is Progress.FAILED:
        return "page-fault", now.fault
    if line.progress in (Progress.UNREAD, Progress.HALF_SCANNED):
        return "mark-doubtful", now.doubt
    if line.progress is Progress.PAUSED:
        return "pause", now.muted
    if line.progress is Progress.WAITING:
        return "waiting", now.muted
    return "read-again", now.accent


class _LineModel(QAbstractListModel):
    """The lines; what one types is looked for in their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[BatchLine, ...] = ()

    def show(self, lines: Sequence[BatchLine]) -> None:
        now = tuple(lines)
        same = [line.summary.id for line in now] == [line.summary.id for line in self.lines]
        if not same:
            self.beginResetModel()
            self.lines = now
            self.endResetModel()
            return
        changed = [n for n, (a, b) in enumerate(zip(self.lines, now, strict=True)) if a != b]
        self.lines = now
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            title, origin = words.title_of(line.summary), words.origin_of(line.summary)
            return f"{title}. {origin}. {words.progress_of(line)}"
        return None


class _LineFilter(QSortFilterProxyModel):
    """Keeps lines that hold every typed word, marks and case aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed: list[str] = []

    def look_for(self, typed: str) -> None:
        self._typed = folded(typed).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        text = folded(str(self.sourceModel().index(source_row, 0, source_parent).data()))
        return all(word in text for word in self._typed)


class _LinePainter(QStyledItemDelegate):
    """A batch in three lines, with a bar while something goes on."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(160, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: BatchLine = index.data(_LINE)
        rect: QRect = option.rect
        now = theme.colours()
        painter.save()
        draw_ground(painter, option)
        inner = rect.adjusted(12, 8, -8, -9)
        drawing, colour = _sign(line)
        icons.draw(painter, drawing, colour, QRectF(inner.x(), inner.y() + 2, 15, 15))
        self._draw_lines(painter, inner.adjusted(23, 0, 0, 0), line, colour)
        if line.progress in (Progress.READING, Progress.WAITING, Progress.PAUSED) and line.known:
            bar = QRect(rect.left() + 35, rect.bottom() - _BAR_PX - 2, rect.width() - 45, _BAR_PX)
            painter.fillRect(bar, QColor(now.line))
            bar.setWidth(round(bar.width() * line.read / line.known))
            painter.fillRect(bar, QColor(now.accent))
        painter.restore()

    def _draw_lines(self, painter: QPainter, room: QRect, line: BatchLine, colour: str) -> None:
        draw_title(painter, room, words.title_of(line.summary))
        painter.setPen(QColor(theme.colours().muted))
        draw_elided(painter, room, Qt.AlignmentFlag.AlignVCenter, words.origin_of(line.summary))
        painter.setPen(QColor(colour))
        refused = words.refused_of(line.summary)
        said = " · ".join(filter(None, (refused, words.progress_of(line))))
        draw_elided(painter, room, Qt.AlignmentFlag.AlignBottom, said)


class BatchLines(QFrame):
    """The list with its filter. `chosen` (BatchId): another one is current; `entered` (BatchId): Enter."""

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self._model = _LineModel(self)
        self._proxy = _LineFilter(self)
        self._proxy.setSourceModel(self._model)
        self._showing = False
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc đợt quét ({key})").format(key=shown(Key.FILTER)))
        self.filter.setClearButtonEnabled(True)
        self.view = QListView()
        self.view.setModel(self._proxy)
        self.view.setItemDelegate(_LinePainter(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Các đợt quét"))
        self._empty = QLabel(empty)
        self._empty.setObjectName("Hint")
        self._empty.setWordWrap(True)
        heading = QLabel(self.tr("Các đợt quét"))
        heading.setObjectName("PanelTitle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        for widget in (heading, self.filter, self._empty):
            row = QVBoxLayout()
            row.setContentsMargins(10, 0, 10, 0)
            row.addWidget(widget)
            column.addLayout(row)
        column.addWidget(self.view, 1)
        self.filter.textChanged.connect(self._proxy.look_for)
        self.filter.installEventFilter(self)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(lambda index: self.entered.emit(index.data(_LINE).summary.id))

    def show_lines(self, lines: Sequence[BatchLine], batch: BatchId | None) -> None:
        """Other lines; the batch in sight is the current one."""
        self._showing = True
        self._model.show(lines)
        self._showing = False
        self._empty.setVisible(not lines)
        self.select(batch)

    def select(self, batch: BatchId | None) -> None:
        """Points at a batch without telling anybody."""
        current = self.view.currentIndex()
        if current.isValid() and current.data(_LINE).summary.id == batch:
            return
        self._showing = True
        for row in range(self._proxy.rowCount()):
            index = self._proxy.index(row, 0)
            if index.data(_LINE).summary.id == batch:
                self.view.setCurrentIndex(index)
        self._showing = False

    def texts(self) -> list[str]:
        """What the list says, line by line."""
        return [str(self._proxy.index(row, 0).data()) for row in range(self._proxy.rowCount())]

    def start_filtering(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the filter goes to the list."""
        pressed = (
            event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        )
        if pressed in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self._proxy.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self._proxy.index(0, 0))
            return True
        return super().eventFilter(watched, event)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(current.data(_LINE).summary.id)
