"""Documents by title: filtered by typing without marks, each with how far it has come; any number of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
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

from hrdigitize.domain.record import DocumentId, DocumentStatus
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui.desk import marks
from hrdigitize.gui.desk.diary_panel import reason_words
from hrdigitize.gui.desk.document_rows import SUMMARY, DocumentRows, Index
from hrdigitize.gui.desk.document_source import DocumentsAtHand, DocumentSource
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.look import icons
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.row_painting import draw_elided, draw_ground, draw_title

_ROW_PX = 62
#: With a line that says when the document came.
_DATED_ROW_PX = 82


def mark_of(summary: DocumentSummary) -> Mark:
    """A document's mark: doubtful while fields are open, its form is unknown or it is put by.

    Accepted once approved.
    """
    if summary.status is DocumentStatus.APPROVED:
        return Mark.ACCEPTED
    waits = summary.open_count or summary.form is None or summary.held is not None
    return Mark.DOUBTFUL if waits else Mark.ANSWERED


class _DocumentDelegate(QStyledItemDelegate):
    """Draws a document in two lines: its title, then its form and what is left to do.

    dated: with when it came and its pages between them. Of what is approved a person has several papers,
    and they are all called alike.
    """

    def __init__(self, form_names: Mapping[str, str], parent: QObject, *, dated: bool) -> None:
        super().__init__(parent)
        self._form_names = form_names
        self._dated = dated

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, _DATED_ROW_PX if self._dated else _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary: DocumentSummary | None = index.data(SUMMARY)
        rect: QRect = option.rect
        painter.save()
        draw_ground(painter, option)
        if summary is not None:
            self._draw_document(painter, rect.adjusted(12, 8, -8, -8), summary)
        painter.restore()

    def _draw_document(self, painter: QPainter, inner: QRect, summary: DocumentSummary) -> None:
        mark = mark_of(summary)
        drawing = "hold" if summary.held is not None else marks.drawing(mark)
        icons.draw(painter, drawing, marks.colour(mark), QRectF(inner.x(), inner.y() + 2, 15, 15))
        self._draw_lines(painter, inner.adjusted(23, 0, 0, 0), summary)

    def _draw_lines(self, painter: QPainter, room: QRect, summary: DocumentSummary) -> None:
        draw_title(painter, room, summary.title)
        if self._dated:
            draw_elided(painter, room, Qt.AlignmentFlag.AlignVCenter, self._came(summary))
        painter.setPen(QColor(marks.colour(mark_of(summary))))
        words = f"{self._progress(summary)} · {self._form(summary)}"
        draw_elided(painter, room, Qt.AlignmentFlag.AlignBottom, words)

    def _came(self, summary: DocumentSummary) -> str:
        pages = self.tr("%n trang", "", summary.pages)
        return f"{summary.created_at.astimezone():%d/%m/%Y %H:%M} · {pages}"

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
    """The list with its filter. `chosen` says which document the person wants to see.

    source: where the documents come from; none until `show_documents` where it is left out. approved: only
    those that are. listed: what was asked for last is on screen.
    """

    chosen = Signal(object)
    listed = Signal()

    def __init__(
        self,
        title: str,
        form_names: Mapping[str, str],
        empty: str,
        parent: QWidget | None = None,
        *,
        source: DocumentSource | None = None,
        approved: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self._rows = DocumentRows(source or DocumentsAtHand(), approved=approved, parent=self)
        self._pointed: DocumentId | None = None
        self._choosing = False
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc theo tên ({key})").format(key=shown(Key.FILTER)))
        self.filter.setClearButtonEnabled(True)
        self.view = QListView()
        # Otherwise every one of a hundred thousand rows is measured.
        self.view.setUniformItemSizes(True)
        self.view.setModel(self._rows)
        self.view.setItemDelegate(_DocumentDelegate(form_names, self.view, dated=approved))
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(title)
        self._nothing_there = empty
        self._empty = QLabel()
        self._empty.setObjectName("Hint")
        self._empty.setWordWrap(True)
        self._empty.hide()
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
        self._connect()

    def _connect(self) -> None:
        self._rows.settled.connect(self._settle)
        self.filter.textChanged.connect(self._look_for)
        self.filter.installEventFilter(self)
        self.filter.returnPressed.connect(self._choose_first)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._note_pointed)

    def show_documents(self, summaries: Sequence[DocumentSummary]) -> None:
        """Other contents, all at hand; the selection stays on the same document where it still is there."""
        self._rows.take_from(DocumentsAtHand(summaries))

    def look_again(self) -> None:
        """Something has changed; the selection stays on the same document where it still is there."""
        self._rows.look_again()

    def show_one(self, summary: DocumentSummary) -> None:
        """One document says something else now."""
        self._rows.show_one(summary)

    @property
    def count(self) -> int:
        """How many there are, of those that the filter lets through."""
        return self._rows.rowCount()

    def titles(self) -> list[str]:
        """The titles of the rows that are there."""
        return [one.title for one in self._rows.loaded()]

    def documents(self) -> list[DocumentId]:
        """The documents of the rows that are there."""
        return [one.id for one in self._rows.loaded()]

    def selected(self) -> DocumentId | None:
        summary = self.selected_summary()
        return summary.id if summary is not None else None

    def selected_summary(self) -> DocumentSummary | None:
        """What the list shows of the selected document; None for none, or while it is not there yet."""
        index = self.view.currentIndex()
        return self._rows.summary_at(index.row()) if index.isValid() else None

    def select(self, document: DocumentId) -> None:
        """Points at a document without opening it, as soon as it is known where it stands."""
        self._pointed = document
        self._point()

    def start_filtering(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the filter goes to the list."""
        pressed = (
            event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        )
        if pressed == Qt.Key.Key_Down and self._rows.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self._rows.index(0))
            return True
        return super().eventFilter(watched, event)

    def _look_for(self, typed: str) -> None:
        self._choosing = False
        self._rows.look_for(typed)

    def _settle(self) -> None:
        """The rows are those that were asked for: what waited for them is done."""
        typed = self.filter.text().strip()
        nothing_like_it = self.tr("Không có tên nào như vậy. Xin bớt chữ trong ô lọc.")
        self._empty.setText(nothing_like_it if typed else self._nothing_there)
        self._empty.setVisible(not self._rows.rowCount())
        self._point()
        self.listed.emit()
        if self._choosing:
            self._choose_first()

    def _point(self) -> None:
        document = self._pointed
        if document is None or document == self.selected():
            return
        self._rows.find(document, lambda row: self._point_at(document, row))

    def _point_at(self, document: DocumentId, row: int | None) -> None:
        if row is not None and document == self._pointed:
            self.view.setCurrentIndex(self._rows.index(row))
            self._pointed = document

    def _note_pointed(self, index: QModelIndex) -> None:
        """The person goes on with the arrow keys."""
        summary: DocumentSummary | None = index.data(SUMMARY) if index.isValid() else None
        if summary is not None:
            self._pointed = summary.id

    def _choose(self, index: QModelIndex) -> None:
        summary: DocumentSummary | None = index.data(SUMMARY)
        if summary is not None:
            self.chosen.emit(summary.id)

    def _choose_first(self) -> None:
        """The first of what is typed, not of what was typed before."""
        self._choosing = not self._rows.is_settled
        if not self._choosing and self._rows.rowCount():
            index = self._rows.index(0)
            self.view.setCurrentIndex(index)
            self._choose(index)
