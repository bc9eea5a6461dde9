"""Documents by title: filtered by typing without marks, each with how far it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.record import DocumentId, DocumentStatus
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.domain.vietnamese import folded
from hrdigitize.gui.desk import marks
from hrdigitize.gui.desk.diary_panel import reason_words
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown

_SUMMARY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 62


def mark_of(summary: DocumentSummary) -> Mark:
    """A document's mark: doubtful while fields are open, its form is unknown or it is put by.

    Accepted once approved.
    """
    if summary.status is DocumentStatus.APPROVED:
        return Mark.ACCEPTED
    waits = summary.open_count or summary.form is None or summary.held is not None
    return Mark.DOUBTFUL if waits else Mark.ANSWERED


class _DocumentModel(QAbstractListModel):
    """The summaries; their titles are what the filter looks at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[DocumentSummary, ...] = ()

    def show(self, summaries: Sequence[DocumentSummary]) -> None:
        self.beginResetModel()
        self._summaries = tuple(summaries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._summaries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary = self._summaries[index.row()]
        if role == _SUMMARY:
            return summary
        whole = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return summary.title if role in whole else None


class _TitleFilter(QSortFilterProxyModel):
    """Keeps titles that hold every typed word, marks and case aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def look_for(self, typed: str) -> None:
        self._words = folded(typed).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        title = folded(str(self.sourceModel().index(source_row, 0, source_parent).data()))
        return all(word in title for word in self._words)


class _DocumentDelegate(QStyledItemDelegate):
    """Draws a document in two lines: its title, then form, pages and what is left to do."""

    def __init__(self, form_names: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._form_names = form_names

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(160, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        summary: DocumentSummary = index.data(_SUMMARY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(theme.colours().accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.colours().accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.colours().ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.colours().line))
        inner = rect.adjusted(12, 8, -8, -8)
        mark = mark_of(summary)
        drawing = "hold" if summary.held is not None else marks.drawing(mark)
        icons.draw(painter, drawing, marks.colour(mark), QRectF(inner.x(), inner.y() + 2, 15, 15))
        self._draw_lines(painter, inner.adjusted(23, 0, 0, 0), summary)
        painter.restore()

    def _draw_lines(self, painter: QPainter, room: QRect, summary: DocumentSummary) -> None:
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().ink))
        title = painter.fontMetrics().elidedText(summary.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), title)
        font.setBold(False)
        font.setPixelSize(theme.SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(marks.colour(mark_of(summary))))
        words = painter.fontMetrics().elidedText(
            f"{self._progress(summary)} · {self._form(summary)}", Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), words)

    def _form(self, summary: DocumentSummary) -> str:
        if summary.form is None:
            return self.tr("không rõ mẫu")
        return self._form_names.get(summary.form, summary.form)

    def _progress(self, summary: DocumentSummary) -> str:
        if summary.status is DocumentStatus.APPROVED:
            return self.tr("Đã duyệt")
        if summary.held is not None:
            return self.tr("Tạm giữ: {reason}").format(reason=reason_words(summary.held))
        if summary.form is None:
            return self.tr("Chưa duyệt được")
        if summary.open_count:
            return self.tr("Còn %n chỗ", "", summary.open_count)
        return self.tr("Chờ duyệt")


class DocumentList(QFrame):
    """The list with its filter. `chosen` says which document the person wants to see."""

    chosen = Signal(object)

    def __init__(
        self, title: str, form_names: Mapping[str, str], empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self._model = _DocumentModel(self)
        self._proxy = _TitleFilter(self)
        self._proxy.setSourceModel(self._model)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc theo tên ({key})").format(key=shown(Key.FILTER)))
        self.filter.setClearButtonEnabled(True)
        self.view = QListView()
        self.view.setModel(self._proxy)
        self.view.setItemDelegate(_DocumentDelegate(form_names, self.view))
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(title)
        self._empty = QLabel(empty)
        self._empty.setObjectName("Hint")
        self._empty.setWordWrap(True)
        heading = QLabel(title)
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
        self.filter.returnPressed.connect(self._choose_first)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)

    def show_documents(self, summaries: Sequence[DocumentSummary]) -> None:
        """Other contents; the selection stays on the same document where it still is there."""
        selected = self.selected()
        self._model.show(summaries)
        self._empty.setVisible(not summaries)
        if selected is not None:
            self.select(selected)

    def titles(self) -> list[str]:
        """The titles on screen now."""
        return [str(self._proxy.index(row, 0).data()) for row in range(self._proxy.rowCount())]

    def documents(self) -> list[DocumentId]:
        """The documents on screen now."""
        return [self._proxy.index(row, 0).data(_SUMMARY).id for row in range(self._proxy.rowCount())]

    def selected(self) -> DocumentId | None:
        index = self.view.currentIndex()
        if not index.isValid():
            return None
        summary: DocumentSummary = index.data(_SUMMARY)
        return summary.id

    def select(self, document: DocumentId) -> None:
        """Points at a document without opening it."""
        for row in range(self._proxy.rowCount()):
            index = self._proxy.index(row, 0)
            if index.data(_SUMMARY).id == document:
                self.view.setCurrentIndex(index)

    def start_filtering(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the filter goes to the list."""
        pressed = (
            event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        )
        if pressed == Qt.Key.Key_Down and self._proxy.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self._proxy.index(0, 0))
            return True
        return super().eventFilter(watched, event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_SUMMARY).id)

    def _choose_first(self) -> None:
        if self._proxy.rowCount():
            index = self._proxy.index(0, 0)
            self.view.setCurrentIndex(index)
            self._choose(index)
