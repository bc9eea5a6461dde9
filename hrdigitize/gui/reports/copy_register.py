"""The register of copies of state secrets: one line for each page, printed as the law asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hrdigitize.domain.copies import CopyEntry
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.row_list import Row, RowList
from hrdigitize.gui.look.sentences import said


class CopyRegisterSection(Section):
    """The list, and its PDF."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        columns = (
            self.tr("Số"),
            self.tr("Ngày"),
            self.tr("Tệp"),
            self.tr("Trang"),
            self.tr("Độ mật"),
            self.tr("Số bản"),
            self.tr("Người sao"),
        )
        self.list = RowList(
            self.tr("Sổ sao chụp tài liệu mật"),
            columns,
            self.tr("Sổ chưa có dòng nào. Mỗi trang có dấu “Mật” được số hóa sẽ được ghi vào sổ này."),
            wide=2,
        )
        self.button = QPushButton(self.tr("In sổ ra PDF… ({key})").format(key=shown(Key.PRINT)))
        self.button.setObjectName("Primary")
        self.button.setIcon(icons.icon("print", theme.colours().on_accent))
        self.button.clicked.connect(self._print)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addStretch(0)
        bind(Key.FILTER, self, self.list.start_filtering, self.tr("Lọc sổ sao chụp"))
        bind_button(Key.PRINT, self, self.button, self.tr("In sổ sao chụp ra PDF"))

    def opened(self) -> None:
        markings, actor = self.frame.app.markings, self.frame.actor
        self.frame.lane.start(lambda: markings.register(actor=actor), self._show)

    def first(self) -> QWidget:
        return self.list.filter

    def _show(self, entries: tuple[CopyEntry, ...]) -> None:
        self.list.show_rows([_row(one) for one in entries])

    def _print(self) -> None:
        target = self.frame.ask.target(self, self.tr("So sao chup tai lieu mat.pdf"))
        if target is None:
            return
        markings, actor = self.frame.app.markings, self.frame.actor
        self.button.setEnabled(False)
        self.frame.aside.start(
            lambda: markings.print_register(target, actor=actor), self._printed, self._failed
        )

    def _printed(self, written: Path) -> None:
        self.button.setEnabled(True)
        self.say(self.tr("Đã in sổ ra tệp {file}.").format(file=written.name))

    def _failed(self, fault: Exception) -> None:
        self.button.setEnabled(True)
        self.frame.fail(fault)


def _row(entry: CopyEntry) -> Row:
    day = f"{entry.at.astimezone():%d/%m/%Y}"
    marking = said(f"secrecy-{entry.marking.value}")
    cells = (str(entry.number), day, entry.name, str(entry.page), marking, str(entry.copies), entry.by)
    return Row(entry.number, cells)
