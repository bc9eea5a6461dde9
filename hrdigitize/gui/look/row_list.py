"""A list with columns: filtered by typing without marks, a word on what to do where it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
)

from hrdigitize.domain.vietnamese import folded
from hrdigitize.gui.look import theme
from hrdigitize.gui.look.item_index import ItemIndex
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.tooltips import plain_tooltip

_ROW = Qt.ItemDataRole.UserRole
_ROW_PX = 32
_LEAST_COLUMN_PX = 48
_PAD_PX = 4
_STEP_PX = 8
#: Lines that say how wide a column has to be.
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A line. key: what it is about, as whoever fills the list knows it. faint: it counts no more.

    whole: of the last cell all that it stands for, where it is shown shortened.
    """

    key: object
    cells: tuple[str, ...]
    faint: bool = False
    whole: str = ""


class RowList(QFrame):
    """`chosen` gives the key of the line at the cursor, or None.

    wide: which column takes the room that is left. filters_itself: False where whoever fills it looks
    through what it holds, by the signal `typed`.
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        empty: str,
        *,
        wide: int = 0,
        filters_itself: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName("RowList")
        self._model = _RowModel(columns, self)
        self._proxy = _WordFilter(self)
        self._proxy.setSourceModel(self._model)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc ({key})").format(key=shown(Key.FILTER)))
        self.filter.setAccessibleName(self.tr("Lọc: {name}").format(name=name))
        self.filter.setClearButtonEnabled(True)
        self.view = QTableView()
        self.view.setAccessibleName(name)
        self.view.setModel(self._proxy)
        self._dress_view()
        self._wide = wide
        self._empty = QLabel(empty)
        self._empty.setObjectName("Hint")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.view.hide()
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        self.filter.textChanged.connect(self._proxy.look_for if filters_itself else self.typed)
        self.filter.installEventFilter(self)
        self.view.selectionModel().currentRowChanged.connect(self._tell)

    def _dress_view(self) -> None:
        view = self.view
        view.setObjectName("Rows")
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_LEAST_COLUMN_PX)
        header.setResizeContentsPrecision(_LOOKED_AT)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other contents; the cursor stays on the same line where it still is there."""
        before = self.current()
        self._model.show(rows)
        self._empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self._fit_columns()
        if before is not None:
            self.select(before)
        self._tell()

    def say_empty(self, words: str) -> None:
        """Another word for when there is nothing."""
        self._empty.setText(words)

    def current(self) -> object | None:
        """What the line at the cursor is about."""
        index = self.view.currentIndex()
        if not index.isValid():
            return None
        row: Row = index.data(_ROW)
        return row.key

    def select(self, key: object) -> None:
        """Puts the cursor on the line that is about this."""
        for number in range(self._proxy.rowCount()):
            index = self._proxy.index(number, 0)
            if index.data(_ROW).key == key:
                self.view.setCurrentIndex(index)
                return

    def shown(self) -> list[tuple[str, ...]]:
        """The lines on screen now."""
        rows = range(self._proxy.rowCount())
        return [self._proxy.index(number, 0).data(_ROW).cells for number in rows]

    def start_filtering(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down or Enter in the filter goes to the lines."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            to_rows = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.filter and to_rows and self._proxy.rowCount():
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                self.view.setCurrentIndex(self._proxy.index(0, 0))
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """What every column needs; where that is too much the widest ones give way."""
        header = self.view.horizontalHeader()
        widths = [
            max(self.view.sizeHintForColumn(column), header.sectionSizeHint(column)) + _PAD_PX
            for column in range(header.count())
        ]
        room = self.width() - self.view.verticalScrollBar().sizeHint().width() - 4
        while sum(widths) > room and max(widths) > _LEAST_COLUMN_PX:
            widest = widths.index(max(widths))
            widths[widest] -= min(_STEP_PX, sum(widths) - room)
        widths[self._wide] += max(0, room - sum(widths))
        for column, width in enumerate(widths):
            header.resizeSection(column, width)

    def _tell(self) -> None:
        self.chosen.emit(self.current())


class _RowModel(QAbstractTableModel):
    """The lines; a cell's tooltip is the whole of its text."""

    def __init__(self, columns: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: ItemIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ItemIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: ItemIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.ForegroundRole and row.faint:
            return QColor(theme.colours().muted)
        if role == Qt.ItemDataRole.ToolTipRole:
            last = index.column() == len(row.cells) - 1
            return plain_tooltip((row.whole if last else "") or row.cells[index.column()])
        return row.cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return None


class _WordFilter(QSortFilterProxyModel):
    """Keeps lines in which every typed word stands, marks and case aside."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def look_for(self, typed: str) -> None:
        self._words = folded(typed).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: ItemIndex) -> bool:
        if not self._words:
            return True
        row: Row = self.sourceModel().index(source_row, 0, source_parent).data(_ROW)
        text = folded(" ".join(row.cells))
        return all(word in text for word in self._words)
