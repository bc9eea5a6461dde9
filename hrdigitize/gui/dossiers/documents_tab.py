"""The papers of a dossier beside the pages of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.dossier import Dossier
from hrdigitize.domain.record import DocumentId, StoredDocument
from hrdigitize.gui.desk.page_panel import PagePanel
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.dossiers.papers import details_of
from hrdigitize.gui.dossiers.session import DossierSession
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.tooltips import plain_tooltip

_ID = Qt.ItemDataRole.UserRole
_LIST_PX, _PAGE_PX = 230, 420


class DocumentsTab(QSplitter):
    """`desk_wanted` gives the document (DocumentId) that the person wants to see at the desk."""

    desk_wanted = Signal(object)

    def __init__(
        self, session: DossierSession, pictures: PagePictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self._session = session
        self._wanted_page = 0
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tài liệu trong hồ sơ"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.desk_button = QPushButton(self.tr("Mở ở phần Kiểm tra ({key})").format(key=shown(Key.AT_DESK)))
        self.desk_button.setIcon(icons.icon("verify", theme.colours().accent))
        self.empty = QLabel(self.tr("Hồ sơ chưa có tài liệu nào."))
        self.empty.setObjectName("NoFields")
        self.empty.setWordWrap(True)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.desk_button)
        self.pages = PagePanel(pictures)
        self.addWidget(side)
        self.addWidget(self.pages)
        self.setSizes([_LIST_PX, _PAGE_PX])
        self.setStretchFactor(1, 1)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        self.list.itemActivated.connect(lambda _: self.open_at_desk())
        self.desk_button.clicked.connect(self.open_at_desk)
        session.document.connect(self._came)

    def show_papers(self, dossier: Dossier, titles: Mapping[DocumentId, str]) -> None:
        """The papers of a dossier, in the order in which they came."""
        here = self._current()
        self.list.clear()
        for paper in dossier.documents:
            item = QListWidgetItem(f"{titles[paper.id]}\n{details_of(paper)}", self.list)
            item.setData(_ID, paper.id)
            item.setToolTip(plain_tooltip(titles[paper.id]))
        self.empty.setVisible(not dossier.documents)
        self.list.setVisible(bool(dossier.documents))
        self.desk_button.setVisible(bool(dossier.documents))
        if not dossier.documents:
            self.pages.show_pages(())
        if here is not None:
            self._select(here)
        # Of another dossier the first one: a list with the keyboard has a current row, yet none is marked.
        if not self.list.selectedItems():
            self.list.setCurrentRow(0)

    def show_paper(self, document: DocumentId, page: int) -> None:
        """A certain page of a certain paper."""
        self._wanted_page = page
        if self._current() == document:
            self._look()
        self._select(document)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_at_desk(self) -> None:
        """The chosen paper at the verification desk."""
        document = self._current()
        if document is not None:
            self.desk_wanted.emit(document)

    def look(self) -> None:
        """The tab comes on screen: its page is fetched now."""
        self._look()

    def _current(self) -> DocumentId | None:
        item = self.list.currentItem()
        found: DocumentId | None = item.data(_ID) if item is not None else None
        return found

    def _select(self, document: DocumentId) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == document:
                self.list.setCurrentRow(row)

    def _look(self) -> None:
        document = self._current()
        if document is None or not self.isVisible():
            return
        paper = self._session.paper(document)
        if paper is not None:
            self._came(paper)

    def _came(self, paper: StoredDocument) -> None:
        if paper.id != self._current() or not self.isVisible():
            return
        self.pages.show_pages(paper.pages, paper.findings)
        place = next((at for at, page in enumerate(paper.pages) if page.number == self._wanted_page), 0)
        self._wanted_page = 0
        if place:
            self.pages.turn(place)
