"""One document beside its pages: what it is, why it begins there, what it is found by, where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdigitize import messages
from hrdigitize.domain.batches import Paper
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.sentences import said
from hrdigitize.services.permissions import Action


class DocumentDetails(QFrame):
    """`corrected` (document, name of an index field, text): a person's word, on Enter or when he goes on."""

    corrected = Signal(object, str, str)

    def __init__(self, may: Mapping[Action, bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may = may
        self.paper: Paper | None = None
        self.heading = _label("PanelTitle")
        self.pages = _label("Hint")
        self.kind = _label("Reasons")
        self.kind.setText(self.tr("Chưa rõ là loại giấy tờ gì, xin chọn loại."))
        self.begins = _label("Hint")
        self.state = _label("Reasons")
        self.type_button = _button("dossier", self.tr("Loại tài liệu… ({key})"), Key.DOCUMENT_TYPE)
        self.file_button = _button("folder", self.tr("Đưa vào hồ sơ… ({key})"), Key.FILE_AWAY)
        self.out_button = _button("undo", self.tr("Lấy khỏi hồ sơ ({key})"), Key.TAKE_OUT)
        self.compare_button = _button("compare", self.tr("So sánh trang trùng ({key})"), Key.COMPARE)
        self.lines: dict[str, QLineEdit] = {}
        self.empty = _label("Hint")
        self.empty.setText(self.tr("Chọn một trang hoặc một tài liệu để xem ở đây."))
        self._inside = QWidget()
        self._lay_out()
        self.show_paper(None, "", "", "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(7)
        for widget in (self.heading, self.pages, self.kind, self.type_button, self.begins, self.state):
            column.addWidget(widget)
        form = QFormLayout()
        form.setContentsMargins(0, 4, 0, 4)
        form.setSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, words in self._names().items():
            line = QLineEdit()
            line.editingFinished.connect(partial(self._correct, name))
            line.setEnabled(self._may[Action.DESCRIBE])
            self.lines[name] = line
            form.addRow(words, line)
        column.addLayout(form)
        for button in (self.compare_button, self.file_button, self.out_button):
            column.addWidget(button)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setObjectName("Fields")
        self._inside.setObjectName("FieldsInside")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)
        outer.addWidget(area, 1)
        self._area = area

    def _names(self) -> dict[str, str]:
        """What a document is found by, as people call it."""
        return {
            "number": self.tr("Số"),
            "notation": self.tr("Ký hiệu"),
            "issued_on": self.tr("Ngày ban hành"),
            "issuer": self.tr("Cơ quan"),
            "subject": self.tr("Trích yếu"),
            "signer": self.tr("Người ký"),
            "full_name": self.tr("Họ và tên"),
        }

    def show_paper(self, paper: Paper | None, heading: str, kind: str, pages: str, doubled: str = "") -> None:
        """Another document, or the same as it is now; what is being typed in it stays.

        heading: what it is called; kind: what it is, "" where nobody knows. doubled: "" where no page of it
        repeats another one.
        """
        same = paper is not None and self.paper is not None and paper.id == self.paper.id
        self.paper = paper
        self.empty.setVisible(paper is None)
        self._area.setVisible(paper is not None)
        if paper is None:
            return
        self.heading.setText(heading)
        self.pages.setText(pages)
        self.kind.setVisible(not kind)
        self._say_begin(paper)
        told = (
            [self.tr("Trang đã đổi, cần đọc lại ({key}).").format(key=shown(Key.READ))] if paper.stale else []
        )
        if paper.is_filed:
            told.append(self.tr("Đã vào hồ sơ: không sắp xếp được nữa."))
        if doubled:
            told.append(doubled)
        self.state.setText("\n".join(told))
        self.state.setVisible(bool(told))
        for name, line in self.lines.items():
            text = paper.index.get(name, "")
            if not (same and line.hasFocus() and line.isModified()):
                line.setText(text)
                line.setCursorPosition(0)
        self._show_buttons(paper, doubled=bool(doubled))

    def _show_buttons(self, paper: Paper, *, doubled: bool) -> None:
        of_no_form = paper.form is None
        self.type_button.setVisible(self._may[Action.DESCRIBE])
        self.compare_button.setVisible(doubled)
        self.file_button.setVisible(of_no_form and not paper.is_filed and self._may[Action.APPROVE])
        self.out_button.setVisible(of_no_form and paper.cadre is not None and self._may[Action.REVISE])

    def _say_begin(self, paper: Paper) -> None:
        begins = paper.boundary
        self.begins.setVisible(begins is not None)
        if begins is None:
            return
        share = round(begins.score * 100)
        sure = (
            self.tr("Máy chắc {share} % tài liệu bắt đầu từ trang này.")
            if not paper.begins_doubtfully
            else (self.tr("⚠ Máy chỉ chắc {share} % tài liệu bắt đầu từ trang này."))
        )
        why = said(begins.reason) if begins.reason in messages.codes() else ""
        self.begins.setText(f"{sure.format(share=share)} {why}".strip())
        self.begins.setStyleSheet(f"color: {theme.colours().doubt}" if paper.begins_doubtfully else "")

    def keep_typed(self) -> None:
        """The person turns elsewhere: what was typed counts."""
        for name in self.lines:
            self._correct(name)

    def _correct(self, name: str) -> None:
        line = self.lines[name]
        if self.paper is not None and line.isModified():
            line.setModified(False)
            if line.text().strip() != self.paper.index.get(name, ""):
                self.corrected.emit(self.paper.id, name, line.text())


def _label(name: str) -> QLabel:
    """Plain text: what it shows may come from paper."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if name:
        label.setObjectName(name)
    return label


def _button(drawing: str, words: str, key: Key) -> QPushButton:
    button = QPushButton(words.format(key=shown(key)))
    button.setIcon(icons.icon(drawing, theme.colours().accent))
    return button
