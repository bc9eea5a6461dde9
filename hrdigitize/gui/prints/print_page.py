"""The room "In ấn": approved documents, their profile printed and shown."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from hrdigitize.domain.file_names import as_file_name
from hrdigitize.domain.record import CadreId, DocumentId, StoredDocument
from hrdigitize.gui.desk.document_list import DocumentList
from hrdigitize.gui.desk.document_source import StoredDocuments
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.prints.profile_session import PrintedProfile, ProfileSession

_LIST_PX = 240
_PAGE_PX = 840


class PrintPage(RoomPage):
    """Lists what is approved; the profile of the chosen one can be printed and is then shown."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        form_names = {key: form.name.partition(":")[0] for key, form in frame.app.forms.items()}
        self._session = ProfileSession(frame.app.profiles, frame.actor, frame.aside, self)
        self._cadre: CadreId | None = None
        self._printed: PrintedProfile | None = None
        self.documents = DocumentList(
            self.tr("Tài liệu đã duyệt"),
            form_names,
            self.tr("Chưa có tài liệu nào được duyệt."),
            source=StoredDocuments(frame.app.desk, frame.actor, frame.lane),
            approved=True,
        )
        self.documents.setFixedWidth(_LIST_PX)
        self._title = ElidedLabel("Title", self.tr("In ấn"))
        self._subtitle = ElidedLabel("Subtitle")
        self.print_button = QPushButton()
        self.print_button.setAccessibleName(self.tr("In phiếu ra PDF"))
        self.print_button.setObjectName("Primary")
        self.print_button.setIcon(icons.icon("print", theme.colours().on_accent))
        self.folder_button = QPushButton()
        self.folder_button.setAccessibleName(self.tr("Mở thư mục của phiếu vừa in"))
        self.folder_button.setToolTip(self.tr("Mở thư mục của phiếu vừa in"))
        self.folder_button.setIcon(icons.icon("folder", theme.colours().accent))
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
        self.documents.chosen.connect(self._open)
        self.print_button.clicked.connect(self.print_profile)
        self.folder_button.clicked.connect(self._open_folder)
        self._session.printed.connect(self._show_printed)
        self._session.failed.connect(frame.fail)
        frame.ways.changed.connect(self.documents.look_again)
        self.documents.listed.connect(self._show_state)
        bind_button(Key.PRINT, self, self.print_button, self.tr("In phiếu ra PDF"))
        bind_button(Key.OPEN_FOLDER, self, self.folder_button, self.tr("Mở thư mục của phiếu vừa in"))
        bind(Key.FILTER, self, self.documents.start_filtering, self.tr("Lọc danh sách hồ sơ"))
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
        work.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.documents)
        row.addLayout(work, 1)

    def _foot(self) -> Foot:
        return Foot(
            Hint((shown(Key.FILTER),), self.tr("lọc tài liệu")),
            Hint(("↑", "↓"), self.tr("từng tài liệu")),
            Hint(("Enter",), self.tr("chọn tài liệu")),
        )

    def opened(self) -> None:
        self.documents.look_again()

    def shut(self) -> None:
        self.pdf.close()

    def _open(self, document: DocumentId) -> None:
        chosen = self.documents.selected_summary()
        title = chosen.title if chosen is not None else ""
        desk, actor = self._frame.app.desk, self._frame.actor
        self._frame.lane.start(
            lambda: desk.open(document, actor=actor),
            lambda found: self.show_document(found, title),
        )

    def show_document(self, document: StoredDocument, title: str) -> None:
        """The chosen document's record is what the buttons are about."""
        if document.cadre != self._cadre:
            self._printed = None
            self.notice.hide()
        self._cadre = document.cadre
        self._title.setText(title)
        self.documents.select(document.id)
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Real size where there is room for a page's width, otherwise as wide as it goes."""
        super().resizeEvent(event)
        roomy = self.width() - _LIST_PX > _PAGE_PX
        self._say_buttons(roomy=roomy)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom if roomy else QPdfView.ZoomMode.FitToWidth)

    def _say_buttons(self, *, roomy: bool) -> None:
        """In few words where the name beside them needs the room."""
        words = self.tr("In phiếu ra PDF… ({key})") if roomy else self.tr("In phiếu ({key})")
        self.print_button.setText(words.format(key=shown(Key.PRINT)))
        folder = self.tr("Mở thư mục ({key})") if roomy else "{key}"
        self.folder_button.setText(folder.format(key=shown(Key.OPEN_FOLDER)))

    def print_profile(self) -> None:
        """Asks where to, then prints; nothing when the person turns back."""
        if self._cadre is None:
            return
        name = self.tr("Phiếu 2C - {name}.pdf").format(name=self._title.text())
        target = self._frame.ask.target(self, as_file_name(name))
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
            self._subtitle.setText(self.tr("Đã lưu trong thư mục “{folder}”").format(folder=folder))
            return
        self._subtitle.setText("")
        self._empty.setText(self._what_to_do())

    def _what_to_do(self) -> str:
        """What stands in place of a profile."""
        if self._cadre is not None:
            return self.tr("Nhấn {key} để in phiếu ra tệp PDF. Phiếu sẽ hiện ở đây.").format(
                key=shown(Key.PRINT)
            )
        if self.documents.count:
            return self.tr("Xin chọn một tài liệu trong danh sách bên trái.")
        return self.tr("Chưa có tài liệu nào được duyệt. Tài liệu đã duyệt ở phần Kiểm tra sẽ hiện ở đây.")

    def _open_folder(self) -> None:
        if self._printed is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._printed.path.parent)))
