"""Beside the record: the chosen value as it stands on paper, how it came about, and a place to correct it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.differing import Said
from hrdigitize.domain.dossier import Correction
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, Evidence, FieldPath, RecordValue, StoredDocument, StoredPage
from hrdigitize.gui.desk.crop_view import CropView
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.dossiers.correction_form import CorrectionForm
from hrdigitize.gui.dossiers.record_state import Line
from hrdigitize.gui.dossiers.session import DossierSession
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.sentences import fault_sentence

#: A line of a form can be read in it, and the form for corrections fits.
_NARROWEST_PX = 320
#: Before each value of a history.
_BULLET = "• "


class EvidencePanel(QScrollArea):
    """`document_wanted` gives the paper (DocumentId, page) that the person wants to see whole."""

    document_wanted = Signal(object, int)

    def __init__(
        self, session: DossierSession, pictures: PagePictures, *, may_ask: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Evidence")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(_NARROWEST_PX)
        self._session = session
        self._pictures = pictures
        self._line: Line | None = None
        self._evidence: Evidence | None = None
        self.titles: Mapping[DocumentId, str] = {}
        self._name = _text("EvidenceName")
        self.value = _text("EvidenceValue")
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.crop = CropView()
        self.crop.setAccessibleName(self.tr("Ảnh của giá trị trên giấy"))
        self.source = _text("Hint")
        self.paper_button = QPushButton(self.tr("Xem cả trang ({key})").format(key=shown(Key.WHOLE_PAGE)))
        self.paper_button.setIcon(icons.icon("panel", theme.colours().accent))
        self.ask_button = QPushButton(self.tr("Đề nghị sửa ({key})").format(key=shown(Key.CORRECT)))
        self.ask_button.setIcon(icons.icon("reopen", theme.colours().accent))
        self._may_ask = may_ask
        self.form = CorrectionForm()
        self.history = _History()
        self._heading = _text("PanelTitle", self.tr("Lịch sử của giá trị"))
        self._lay_out()
        self.paper_button.clicked.connect(self._want_paper)
        self.ask_button.clicked.connect(self._start_asking)
        self.form.asked.connect(self._ask)
        self.form.closed.connect(self._show_buttons)
        session.history.connect(self._show_history)
        session.document.connect(self._paper_came)
        session.asked.connect(self._was_asked)
        pictures.ready.connect(lambda _: self._show_crop())
        pictures.failed.connect(self._no_picture)
        self.show_line(None, frozenset())

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("EvidenceInside")
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for button in (self.paper_button, self.ask_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in (self._name, self.value, self.crop, self.source):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.form)
        column.addSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self.history)
        column.addStretch(1)
        self.setWidget(inside)

    @property
    def line(self) -> Line | None:
        """The place that is shown."""
        return self._line

    def show_line(self, line: Line | None, waiting: frozenset[FieldPath]) -> None:
        """Another place of the record; None: none is chosen. waiting: where a correction waits already."""
        self._line = line
        self.form.hide()
        self.history.show_values((), {})
        value = line.evident if line is not None else None
        self._evidence = value.evidence if value is not None else None
        self._name.setText(line.label if line is not None else self.tr("Bằng chứng"))
        self.value.setText(self._said(line))
        self._show_buttons()
        self._heading.setVisible(line is not None)
        self._say_source(value, waits=line is not None and line.path in waiting)
        self._show_crop()
        if line is not None and value is not None:
            self._session.ask_history(value.path)

    def show_said(self, label: str, said: Said) -> None:
        """What one paper says at a place, whatever counts in the record."""
        self.show_line(None, frozenset())
        self._name.setText(label)
        self.value.setText(said.answer.text)
        title = self.titles.get(said.document, "")
        if said.page:
            self._evidence = Evidence(said.document, said.page, said.box, "", 0.0)
        self._show_buttons()
        words = self.tr("Theo {paper}, trang {page}.") if said.page else self.tr("Theo {paper}.")
        self.source.setText(words.format(paper=title, page=said.page))
        self.source.show()
        self._show_crop()

    def _show_buttons(self) -> None:
        self.paper_button.setVisible(self._evidence is not None)
        self.ask_button.setVisible(self._can_ask())

    def _can_ask(self) -> bool:
        return self._may_ask and self._line is not None and not self._line.cells and bool(self._line.value)

    def _said(self, line: Line | None) -> str:
        if line is None:
            return ""
        if line.state is State.ILLEGIBLE:
            return self.tr("không đọc được")
        return line.text or self.tr("để trống")

    def _say_source(self, value: RecordValue | None, *, waits: bool) -> None:
        said = []
        if self._evidence is not None:
            title = self.titles.get(self._evidence.document, "")
            said.append(self.tr("Theo {paper}, trang {page}.").format(paper=title, page=self._evidence.page))
        if value is not None and value.seconded_by:
            said.append(self.tr("Người thứ hai xác nhận: {name}.").format(name=value.seconded_by))
        if waits:
            said.append(self.tr("⚠ Có đề nghị sửa đang chờ duyệt."))
        self.source.setText(" ".join(said))
        self.source.setVisible(bool(said))

    def _show_crop(self) -> None:
        """The place cut out of its page, as soon as paper and picture are at hand."""
        if self._evidence is None:
            self.crop.show_sentence(
                self.tr("Xin chọn một giá trị bên trái để xem ảnh và lịch sử của nó.")
                if self._line is None
                else self.tr("Giá trị này không có ảnh: do người nhập, không lấy từ giấy.")
            )
            return
        paper = self._session.paper(self._evidence.document)
        page = _page(paper, self._evidence.page) if paper is not None else None
        image = self._pictures.at_hand(page.id) if page is not None else None
        if image is not None and self._evidence.box.width > 0:
            self.crop.show_place(image, self._evidence.box)
            return
        self.crop.show_sentence(self.tr("Đang mở ảnh…"))
        if paper is not None and page is None:
            self.crop.show_sentence(self.tr("Trang này nay không còn trong tài liệu."))
        elif page is not None and image is None:
            self._pictures.want(page)
        elif image is not None:
            self.crop.show_sentence(self.tr("Máy không tìm thấy chỗ của giá trị trên trang."))

    def _paper_came(self, document: StoredDocument) -> None:
        if self._evidence is not None and self._evidence.document == document.id:
            self._show_crop()

    def _no_picture(self, _page_id: str, fault: Exception) -> None:
        if self._evidence is not None:
            self.crop.show_sentence(
                self.tr("Không mở được ảnh trang này. {reason}").format(reason=fault_sentence(fault))
            )

    def _show_history(self, path: FieldPath, values: tuple[RecordValue, ...]) -> None:
        shown_value = self._line.evident if self._line is not None else None
        if shown_value is not None and shown_value.path == path:
            self.history.show_values(values[::-1], self.titles)

    def _want_paper(self) -> None:
        if self._evidence is not None:
            self.document_wanted.emit(self._evidence.document, self._evidence.page)

    def _start_asking(self) -> None:
        if self._line is None or self._line.value is None:
            return
        self.paper_button.hide()
        self.ask_button.hide()
        self.form.start(self._line.label, self._line.value.answer, self.titles)
        # Once the layout has come to rest: before, the form has no place yet.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.form))

    def _ask(self, text: str, state: State, reason: str, document: DocumentId | None) -> None:
        if self._line is not None:
            self._session.ask_correction(self._line.path, text, state, reason, document)

    def _was_asked(self, _asked: Correction) -> None:
        self.form.done()


class _History(QTextBrowser):
    """What ever stood there, newest first: who, when, from which paper, why."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("History")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Lịch sử của giá trị"))
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_values(self, values: tuple[RecordValue, ...], titles: Mapping[DocumentId, str]) -> None:
        """As plain text: what papers say may look like anything."""
        self.setPlainText("\n".join(self._told(value, titles) for value in values))
        self._hang()
        self.setVisible(bool(values))

    def _hang(self) -> None:
        """Whatever follows a bullet, or is wrapped, stands behind it."""
        self.ensurePolished()
        behind = self.fontMetrics().horizontalAdvance(_BULLET)
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            shape = QTextBlockFormat()
            shape.setLeftMargin(behind)
            if block.text().startswith(_BULLET):
                shape.setTextIndent(-behind)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
            block = block.next()

    def _told(self, value: RecordValue, titles: Mapping[DocumentId, str]) -> str:
        when = f"{value.approved_at.astimezone():%d/%m/%Y %H:%M}"
        lines = [f"{_BULLET}{self._said(value)}", f"{when} · {value.approved_by}"]
        if value.evidence is not None:
            title = titles.get(value.evidence.document, "")
            lines.append(self.tr("{paper}, trang {page}").format(paper=title, page=value.evidence.page))
        if value.reason and not value.reason.startswith("merge:"):
            lines.append(self.tr("Lý do: {reason}").format(reason=value.reason))
        elif value.reason:
            lines.append(self.tr("Lý do: gộp hai hồ sơ"))
        if value.valid_from or value.valid_to:
            until = value.valid_to or self.tr("nay")
            lines.append(
                self.tr("Có giá trị: {since}-{until}").format(since=value.valid_from or "…", until=until)
            )
        return "\n".join(lines)

    def _said(self, value: RecordValue) -> str:
        if value.withdrawn:
            return self.tr("(đã rút)")
        if value.answer.state is State.ILLEGIBLE:
            return self.tr("không đọc được")
        return value.answer.text or self.tr("để trống")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 4)


def _page(paper: StoredDocument, number: int) -> StoredPage | None:
    return next((page for page in paper.pages if page.number == number), None)


def _text(name: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
