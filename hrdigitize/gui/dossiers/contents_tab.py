"""What a dossier has to hold and what of it is there, above the list of what lies in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.checklist import Completeness, ItemFound, ItemState
from hrdigitize.domain.inventory import InventoryRow
from hrdigitize.gui.dossiers.hits import day
from hrdigitize.gui.dossiers.session import DossierSession
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.tooltips import plain_tooltip
from hrdigitize.reference.checklists import load_checklists

_DOCUMENT = Qt.ItemDataRole.UserRole


class ContentsTab(QWidget):
    """`paper_wanted` gives the document of the row that was chosen (DocumentId)."""

    paper_wanted = Signal(object)

    def __init__(self, session: DossierSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.kind = QComboBox()
        for key, one in load_checklists().items():
            self.kind.addItem(one.name, key)
        label = QLabel(self.tr("&Danh mục:"))
        label.setBuddy(self.kind)
        self.summary = QLabel()
        self.summary.setObjectName("Count")
        self.shelf = QLabel()
        self.shelf.setObjectName("Hint")
        self.shelf.setTextFormat(Qt.TextFormat.PlainText)
        self.items = _table(self.tr("Danh mục phải có"), (self.tr("Thành phần"), self.tr("Tình trạng")))
        self.inventory = _table(
            self.tr("Mục lục tài liệu"),
            (
                self.tr("TT"),
                self.tr("Tên tài liệu"),
                self.tr("Số, ký hiệu"),
                self.tr("Ngày"),
                self.tr("Trang"),
            ),
        )
        self.items.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.inventory.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(8)
        for part in (label, self.kind, self.summary):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.shelf)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        for title, table in (
            (self.tr("Danh mục phải có"), self.items),
            (self.tr("Mục lục tài liệu"), self.inventory),
        ):
            halves.addWidget(_titled(title, table))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(halves, 1)
        self.kind.activated.connect(lambda _: session.check(self.kind.currentData()))
        self.items.itemActivated.connect(self._want)
        self.inventory.itemActivated.connect(self._want)
        session.contents.connect(self.show_contents)

    def show_contents(self, found: Completeness, rows: tuple[InventoryRow, ...], shelf: str) -> None:
        """The dossier against a checklist, and its inventory in that order."""
        self.kind.setCurrentIndex(self.kind.findData(found.checklist.kind))
        wanting = sum(one.state in (ItemState.MISSING, ItemState.EXPIRED) for one in found.items)
        self.summary.setText(
            self.tr("Thiếu %n thành phần", "", wanting) if wanting else self.tr("Đủ thành phần")
        )
        self.summary.setProperty("done", not wanting)
        self.summary.style().polish(self.summary)
        self.shelf.setText(self.tr("Hồ sơ giấy: {shelf}").format(shelf=shelf) if shelf else "")
        self.items.clear()
        for one in found.items:
            self._add_item(one)
        self.inventory.clear()
        for row in rows:
            texts = [str(row.number), row.title, row.reference, day(row.issued_on), str(row.pages)]
            item = QTreeWidgetItem(self.inventory, texts)
            item.setData(0, _DOCUMENT, row.document)
            item.setToolTip(1, plain_tooltip(row.title))

    def _add_item(self, one: ItemFound) -> None:
        drawing, colour, words = self._look_of(one)
        item = QTreeWidgetItem(self.items, [one.item.name, words])
        item.setIcon(1, icons.icon(drawing, colour))
        item.setForeground(1, QColor(colour))
        item.setToolTip(0, plain_tooltip(one.item.name))
        item.setToolTip(1, plain_tooltip(words))
        if one.papers:
            item.setData(0, _DOCUMENT, one.papers[0])

    def _look_of(self, one: ItemFound) -> tuple[str, str, str]:
        now = theme.colours()
        match one.state:
            case ItemState.PRESENT:
                return "mark-accepted", now.good, self.tr("có %n", "", len(one.papers))
            case ItemState.MISSING:
                years = ", ".join(map(str, one.years))
                words = self.tr("thiếu các năm {years}").format(years=years) if years else self.tr("thiếu")
                return "mark-doubtful", now.fault, words
            case ItemState.EXPIRED:
                return "mark-doubtful", now.doubt, self.tr("có nhưng hết hạn")
            case ItemState.DOUBLED:
                return "mark-doubtful", now.doubt, self.tr("có %n, có thể trùng", "", len(one.papers))
        return "blank", now.muted, self.tr("chưa bắt buộc")

    def _want(self, item: QTreeWidgetItem) -> None:
        document = item.data(0, _DOCUMENT)
        if document is not None:
            self.paper_wanted.emit(document)


def _table(name: str, headings: tuple[str, ...]) -> QTreeWidget:
    table = QTreeWidget()
    table.setRootIsDecorated(False)
    table.setColumnCount(len(headings))
    table.setHeaderLabels(list(headings))
    table.setAccessibleName(name)
    table.setUniformRowHeights(True)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _titled(title: str, table: QTreeWidget) -> QWidget:
    part = QWidget()
    heading = QLabel(title)
    heading.setObjectName("Section")
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addWidget(table, 1)
    return part
