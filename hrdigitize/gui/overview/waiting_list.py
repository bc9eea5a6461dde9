"""The list behind a number of papers: documents or batches that wait, page by page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.overview import Queue, UnreadBatch
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui.desk.diary_panel import reason_words
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.tooltips import plain_tooltip
from hrdigitize.gui.overview.words import nothing_words, queue_words
from hrdigitize.services.overview import DocumentsPage

_ID = Qt.ItemDataRole.UserRole


class WaitingList(QWidget):
    """Signals: document_wanted, batch_wanted, more_wanted (queue, behind which number), closed.

    may_read: whether the person may have a batch read; otherwise it says who does.
    """

    document_wanted = Signal(object)
    batch_wanted = Signal(str)
    more_wanted = Signal(object, int)
    closed = Signal()

    def __init__(
        self, form_names: dict[str, str], *, may_read: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Room")
        self._form_names = form_names
        self._may_read = may_read
        self.queue = Queue.TO_VERIFY
        self._after: int | None = None
        self._title = QLabel()
        self._title.setObjectName("Title")
        self.back_button = QPushButton(self.tr("Về tổng quan (Esc)"))
        self.back_button.setIcon(icons.icon("previous", theme.colours().accent))
        self.list = QListWidget()
        self.list.setAccessibleName(queue_words(self.queue))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("Work")
        self.list.setAccessibleName(queue_words(self.queue))
        self.empty = QLabel()
        self.empty.setObjectName("Welcome")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._others = QLabel(self.tr("Người nhập liệu cho máy đọc tiếp các đợt quét này ở phần Tiếp nhận."))
        self._others.setObjectName("Hint")
        self._others.setContentsMargins(14, 0, 12, 8)
        self._others.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._others)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.verticalScrollBar().valueChanged.connect(self._look_for_more)
        self.list.currentRowChanged.connect(lambda _: self._look_for_more())
        self.back_button.clicked.connect(self.closed)

    def start(self, queue: Queue) -> None:
        """Another list; its lines are still to come."""
        self.queue = queue
        self._after = None
        self.list.clear()
        self.list.setAccessibleName(queue_words(queue))
        self._title.setText(queue_words(queue))
        self.empty.hide()
        self._others.hide()
        self.list.show()

    def show_documents(self, queue: Queue, page: DocumentsPage, *, fresh: bool) -> None:
        """A page of documents; one of another list than the one on screen is let go."""
        if queue is not self.queue:
            return
        if fresh:
            self.list.clear()
        self._after = page.after
        for one in page.documents:
            self._add(one.title, self._details(one), one.id)
        self._arrived(fresh=fresh)

    def show_batches(self, batches: tuple[UnreadBatch, ...]) -> None:
        if self.queue is not Queue.TO_READ:
            return
        self.list.clear()
        for one in batches:
            when = f"{one.created_at.astimezone():%d/%m/%Y %H:%M}"
            pages = self.tr("%n trang chưa đọc", "", one.pages)
            self._add(self.tr("Đợt quét lúc {when}").format(when=when), f"{pages} · {one.created_by}", one.id)
        self._arrived(fresh=True)

    def _arrived(self, *, fresh: bool) -> None:
        some = self.list.count() > 0
        self.list.setVisible(some)
        self.empty.setVisible(not some)
        self.empty.setText("" if some else nothing_words(self.queue))
        self._others.setVisible(some and self.queue is Queue.TO_READ and not self._may_read)
        if fresh:
            self.list.setCurrentRow(0)
            (self.list if some else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _details(self, one: DocumentSummary) -> str:
        form = self._form_names.get(one.form or "", self.tr("không theo mẫu"))
        pages = self.tr("%n trang", "", one.pages)
        still_open = self.tr("còn %n chỗ phải kiểm tra", "", one.open_count) if one.open_count else ""
        held = reason_words(one.held) if one.held is not None else ""
        when = f"{one.created_at.astimezone():%d/%m/%Y}"
        return " · ".join(part for part in (form, pages, held, still_open, when) if part)

    def _add(self, title: str, details: str, about: DocumentId | BatchId) -> None:
        item = QListWidgetItem(f"{title}\n{details}", self.list)
        item.setData(_ID, about)
        item.setToolTip(plain_tooltip(title))

    def _look_for_more(self) -> None:
        """Close to the end: the next page comes."""
        bar = self.list.verticalScrollBar()
        near = bar.value() >= bar.maximum() - bar.pageStep() // 2
        if self._after is not None and near:
            after, self._after = self._after, None
            self.more_wanted.emit(self.queue, after)

    def _choose(self, item: QListWidgetItem) -> None:
        about = item.data(_ID)
        if self.queue is not Queue.TO_READ:
            self.document_wanted.emit(about)
        elif self._may_read:
            self.batch_wanted.emit(about)
