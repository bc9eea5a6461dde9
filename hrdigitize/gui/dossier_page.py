"""The room "Hồ sơ": approved documents, their profile printed and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdigitize.domain.record import CadreId, DocumentId, DocumentStatus, StoredDocument
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui import icons, theme
from hrdigitize.gui.document_list import DocumentList
from hrdigitize.gui.elided_label import ElidedLabel
from hrdigitize.gui.keys import Key, bind, shown
from hrdigitize.gui.notice import Notice, NoticeKind
from hrdigitize.gui.profile_session import PrintedProfile, ProfileSession

_LIST_PX = 240
_PAGE_PX = 840

#: Asks where a PDF shall go, given a name to start from; None: the person thought better of it.
AskTarget = Callable[[QWidget, str], Path | None]


class DossierPage(QWidget):
    """Lists what is approved; the profile of the chosen one can be printed and is then shown."""

    document_wanted = Signal(object)

    def __init__(
        self,
        session: ProfileSession,
        ask_target: AskTarget,
        form_names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Room")
        self._session = session
        self._ask_target = ask_target
        self._cadre: CadreId | None = None
        self._titles: dict[DocumentId, str] = {}
        self._printed: PrintedProfile | None = None
        self.documents = DocumentList(
            self.tr("Hồ sơ đã duyệt"),
            form_names,
            self.tr("Chưa có hồ sơ nào."),
        )
        self.documents.setFixedWidth(_LIST_PX)
        self.notice = Notice()
        self._title = ElidedLabel("Title", self.tr("Hồ sơ"))
        self._subtitle = ElidedLabel("Subtitle")
        self.print_button = QPushButton(self.tr("In phiếu ra PDF… ({key})").format(key=shown(Key.PRINT)))
        self.print_button.setObjectName("Primary")
        self.print_button.setIcon(icons.icon("print", theme.SURFACE))
        self.folder_button = QPushButton(self.tr("Mở thư mục ({key})").format(key=shown(Key.OPEN_FOLDER)))
        self.folder_button.setIcon(icons.icon("folder", theme.ACCENT))
        self._buffer = QBuffer(self)
        self.pdf = QPdfDocument(self)
        self.view = QPdfView()
        self.view.setDocument(self.pdf)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setAccessibleName(self.tr("Phiếu đã in"))
        self._empty = QLabel()
        self._empty.setObjectName("Welcome")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        self.documents.chosen.connect(self.document_wanted)
        self.print_button.clicked.connect(self.print_profile)
        self.folder_button.clicked.connect(self._open_folder)
        session.printed.connect(self._show_printed)
        bind(Key.PRINT, self, self.print_button.click)
        bind(Key.OPEN_FOLDER, self, self.folder_button.click)
        bind(Key.FILTER, self, self.documents.start_filtering)
        self._show_state()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 10)
        head.setSpacing(10)
        head.addLayout(names, 1)
        head.addWidget(self.folder_button)
        head.addWidget(self.print_button)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 8)
        notices.addWidget(self.notice)
        work = QVBoxLayout()
        work.setSpacing(0)
        work.addLayout(head)
        work.addLayout(notices)
        work.addWidget(self.view, 1)
        work.addWidget(self._empty, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.documents)
        row.addLayout(work, 1)

    def show_documents(self, summaries: Sequence[DocumentSummary]) -> None:
        """Of all documents, the approved ones."""
        approved = [one for one in summaries if one.status is DocumentStatus.APPROVED]
        self._titles = {one.id: one.title for one in approved}
        self.documents.show_documents(approved)
        self._show_state()

    def show_document(self, document: StoredDocument, title: str) -> None:
        """The chosen document's record is what the buttons are about."""
        if document.cadre != self._cadre:
            self._printed = None
            self.notice.hide()
        self._cadre = document.cadre
        self._title.setText(title)
        self.documents.select(document.id)
        self._show_state()

    def title_of(self, document: DocumentId) -> str:
        """The title under which the list shows a document."""
        return self._titles.get(document, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Real size where there is room for a page's width, otherwise as wide as it goes."""
        super().resizeEvent(event)
        roomy = self.width() - _LIST_PX > _PAGE_PX
        self.view.setZoomMode(QPdfView.ZoomMode.Custom if roomy else QPdfView.ZoomMode.FitToWidth)

    def print_profile(self) -> None:
        """Asks where to, then prints; nothing when the person turns back."""
        if self._cadre is None:
            return
        target = self._ask_target(self, self.tr("Phiếu 2C - {name}.pdf").format(name=self._title.text()))
        if target is not None:
            self._session.print(self._cadre, target)

    @property
    def shows_profile(self) -> bool:
        """Whether a printed profile is on screen."""
        return self._printed is not None

    def _show_printed(self, printed: PrintedProfile) -> None:
        if printed.cadre != self._cadre:
            return
        self._printed = printed
        self.pdf.close()
        self._buffer.close()
        self._buffer.setData(printed.content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pdf.load(self._buffer)
        self.notice.say(NoticeKind.DONE, self.tr("Đã in phiếu ra tệp {file}.").format(file=printed.path.name))
        self._show_state()

    def _show_state(self) -> None:
        self.print_button.setEnabled(self._cadre is not None)
        self.folder_button.setVisible(self._printed is not None)
        self.view.setVisible(self._printed is not None)
        self._empty.setVisible(self._printed is None)
        if self._printed is not None:
            folder = str(self._printed.path.parent)
            self._subtitle.setText(self.tr("Đã lưu trong thư mục {folder}").format(folder=folder))
            return
        self._subtitle.setText("")
        self._empty.setText(self._what_to_do())

    def _what_to_do(self) -> str:
        """What stands in place of a profile."""
        if self._cadre is not None:
            return self.tr("Nhấn {key} để in phiếu ra tệp PDF. Phiếu sẽ hiện ở đây.").format(
                key=shown(Key.PRINT)
            )
        if self._titles:
            return self.tr("Xin chọn một hồ sơ trong danh sách bên trái.")
        return self.tr("Chưa có hồ sơ nào được duyệt. Tài liệu duyệt ở phần Kiểm tra sẽ hiện ở đây.")

    def _open_folder(self) -> None:
        if self._printed is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._printed.path.parent)))
