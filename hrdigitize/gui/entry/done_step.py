"""The last step: what was made, what was left for later and where it is given, what to do first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from hrdigitize.domain.users import NewUser
from hrdigitize.gui.entry.steps import Step
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.keys import Key, shown


@dataclass(frozen=True, slots=True)
class Founded:
    """What the steps brought. unit, backup, scanner: "" where it was left for later."""

    unit: str
    first: NewUser
    sheets: Path
    backup: str
    scanner: str


class DoneStep(Step):
    """Nothing is asked here; one button opens the folder of the sheets, which are to be printed now."""

    def __init__(self, first: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("SetUpDialog", "Kho đã sẵn sàng"),
            QCoreApplication.translate(
                "SetUpDialog",
                "Việc nên làm ngay: in ba mảnh khóa, giao cho ba người giữ, rồi xóa các tệp. Sau đó thêm"
                " cán bộ nhập liệu ở phần Quản trị ({key}), thẻ Người dùng.",
            ).format(key=shown(Key.ROOM_ADMIN)),
            first,
        )
        self._folder = Path()
        self.unit, self.user = _value(), _value()
        # A path has no spaces to be wrapped at.
        self.sheets, self.backup, self.scanner = (ElidedLabel("Founded") for _ in range(3))
        self.open_sheets = QPushButton(self.tr("Mở thư mục ({key})").format(key=shown(Key.OPEN_FOLDER)))
        self.open_sheets.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self.sheets, 1)
        row.addWidget(self.open_sheets)
        self.form.addRow(self.tr("Cơ quan"), self.unit)
        self.form.addRow(self.tr("Người dùng"), self.user)
        self.form.addRow(self.tr("Mảnh khóa"), row)
        self.form.addRow(self.tr("Sao lưu"), self.backup)
        self.form.addRow(self.tr("Máy quét"), self.scanner)
        self._remark(
            self.tr(
                "Muốn làm quen trước, xin thử với hồ sơ mẫu của người không có thật. Những gì làm thử không"
                " được giữ lại; làm xong, xin đăng nhập để vào kho của cơ quan."
            )
        )

    def show_founded(self, founded: Founded) -> None:
        """Tells what is there, and for what is not where it can be given."""
        self._folder = founded.sheets
        role = self.tr("{full_name} ({name}), lãnh đạo cơ quan")
        first = founded.first
        self.unit.setText(founded.unit or self.tr("Để sau: Quản trị, thẻ Đơn vị"))
        self.user.setText(role.format(full_name=first.full_name, name=first.name))
        self.sheets.setText(str(founded.sheets))
        self.backup.setText(founded.backup or self.tr("Để sau: Quản trị, thẻ Sao lưu"))
        self.scanner.setText(founded.scanner or self.tr("Để sau: chọn khi quét ở Tiếp nhận"))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _value() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
