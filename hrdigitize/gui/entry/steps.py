"""The steps in which a new store is asked for: the office, its first user, sheets, backups."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hrdigitize.domain.users import NewUser, is_login_name, is_weak
from hrdigitize.domain.vietnamese import folded, one_spaced
from hrdigitize.gui.entry.entry_dialog import FolderRow, hint, secret_edit
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.sentences import said


class Missing(NamedTuple):
    """Why one cannot go on, and where that is mended."""

    sentence: str
    at: QWidget


class Step(QWidget):
    """A page: words that say what it is for, a form, remarks. It keeps what was typed.

    title: its heading. first: where one begins. left: whether it was left for later, where it may be.
    """

    may_be_left = False

    def __init__(self, title: str, words: str, first: QWidget) -> None:
        super().__init__()
        self.title, self.first = title, first
        self.left = False
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        explained = QLabel(words)
        explained.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 0)
        self.column.setSpacing(14)
        self.column.addWidget(explained)
        self.column.addLayout(self.form)

    def missing(self) -> Missing | None:
        """What is still to be given before one can go on."""
        return None

    def _remark(self, words: str) -> None:
        """A remark under the form; whatever room is left is below it."""
        self.column.addWidget(hint(words))
        self.column.addStretch(1)


def _folder_row(title: str) -> FolderRow:
    row = FolderRow(title)
    words = QCoreApplication.translate("SetUpDialog", "Chọn… ({key})").format(key=shown(Key.OPEN_FOLDER))
    row.button.setText(words)
    row.line.setAccessibleName(title)
    return row


class OfficeStep(Step):
    """Whose store it is; an office that was not named can be added to the units later."""

    may_be_left = True

    def __init__(self) -> None:
        self.unit = QLineEdit()
        super().__init__(
            QCoreApplication.translate("SetUpDialog", "Cơ quan"),
            QCoreApplication.translate(
                "SetUpDialog",
                "Kho dữ liệu sắp tạo là của cơ quan nào? Tên này sẽ có trong danh sách đơn vị.",
            ),
            self.unit,
        )
        self.unit.setPlaceholderText(self.tr("ví dụ: Ủy ban nhân dân xã Hòa Bình"))
        self.form.addRow(self.tr("Tên cơ quan"), self.unit)
        self._remark(
            self.tr(
                "Nếu đã có bản sao lưu từ máy khác, xin chọn “Khôi phục từ bản sao lưu…” thay vì tạo kho mới."
            )
        )

    @property
    def name(self) -> str:
        """What was typed; "" where it was left for later."""
        return "" if self.left else one_spaced(self.unit.text())

    def missing(self) -> Missing | None:
        if one_spaced(self.unit.text()):
            return None
        return Missing(self.tr("Xin ghi tên cơ quan, hoặc nhấn “Để sau”."), self.unit)


class UserStep(Step):
    """The first user, who decides about all others."""

    def __init__(self) -> None:
        self.full_name, self.name = QLineEdit(), QLineEdit()
        self.passphrase, self.again = secret_edit(), secret_edit()
        super().__init__(
            QCoreApplication.translate("SetUpDialog", "Người dùng đầu tiên"),
            QCoreApplication.translate(
                "SetUpDialog", "Người dùng đầu tiên là lãnh đạo cơ quan, có quyền thêm người dùng khác."
            ),
            self.full_name,
        )
        self.name.setPlaceholderText(self.tr("chữ thường không dấu, ví dụ: lan"))
        self.passphrase.setPlaceholderText(self.tr("ít nhất 12 ký tự, nên gõ không dấu"))
        self.form.addRow(self.tr("Họ và tên"), self.full_name)
        self.form.addRow(self.tr("Tên đăng nhập"), self.name)
        self.form.addRow(self.tr("Mật khẩu"), self.passphrase)
        self.form.addRow(self.tr("Nhập lại mật khẩu"), self.again)
        self._remark(self.tr("Nên dùng bốn từ dễ nhớ. Không ai xem lại được mật khẩu, kể cả kỹ thuật viên."))
        self.full_name.editingFinished.connect(self._propose_name)

    @property
    def new_user(self) -> NewUser:
        """Who it is, as typed."""
        name = self.name.text().strip().lower()
        return NewUser(name, one_spaced(self.full_name.text()), self.passphrase.text())

    def missing(self) -> Missing | None:
        new = self.new_user
        if not new.full_name:
            return Missing(said("user-nameless"), self.full_name)
        if not is_login_name(new.name):
            return Missing(said("login-name-unfit"), self.name)
        if is_weak(new.passphrase):
            return Missing(said("passphrase-weak"), self.passphrase)
        if new.passphrase != self.again.text():
            return Missing(said("passphrase-differs"), self.again)
        return None

    def _propose_name(self) -> None:
        """The given name without marks, as most people take it; what stands there stays."""
        given = folded(self.full_name.text()).split()[-1:]
        if not self.name.text() and given and is_login_name(given[0]):
            self.name.setText(given[0])


class SheetsStep(Step):
    """Where the three recovery sheets go."""

    def __init__(self) -> None:
        self.folder = _folder_row(QCoreApplication.translate("SetUpDialog", "Thư mục lưu mảnh khóa"))
        super().__init__(
            QCoreApplication.translate("SetUpDialog", "Mảnh khóa khôi phục"),
            QCoreApplication.translate(
                "SetUpDialog",
                "Chương trình tạo ba mảnh khóa (tệp PDF). Khi quên mật khẩu, cần hai trong ba mảnh"
                " để mở kho.",
            ),
            self.folder.line,
        )
        self.form.addRow(self.tr("Lưu vào"), self.folder)
        self._remark(self.tr("Xin lưu vào USB, in ra, giao cho ba người giữ, rồi xóa các tệp."))

    def missing(self) -> Missing | None:
        return None if self.folder.folder else Missing(said("shares-nowhere"), self.folder.line)


class BackupStep(Step):
    """Where backups go; the room "Quản trị" makes them, and takes another place any time."""

    may_be_left = True

    def __init__(self) -> None:
        self.folder = _folder_row(QCoreApplication.translate("SetUpDialog", "Thư mục sao lưu"))
        super().__init__(
            QCoreApplication.translate("SetUpDialog", "Nơi sao lưu"),
            QCoreApplication.translate(
                "SetUpDialog",
                "Máy hỏng thì kho mất theo. Xin chọn ổ đĩa thứ hai hoặc USB để sao lưu ít nhất mỗi tuần.",
            ),
            self.folder.line,
        )
        self.form.addRow(self.tr("Sao lưu vào"), self.folder)
        self._remark(
            self.tr(
                "Bản sao lưu được mã hóa như kho. Chương trình nhớ thư mục này cho lần sao lưu đầu tiên,"
                " ở phần Quản trị, thẻ Sao lưu."
            )
        )

    @property
    def place(self) -> str:
        """The folder; "" where it was left for later."""
        return "" if self.left else self.folder.folder

    def missing(self) -> Missing | None:
        if self.folder.folder:
            return None
        return Missing(self.tr("Xin chọn thư mục sao lưu, hoặc nhấn “Để sau”."), self.folder.line)
