"""Restoring a backup on a clean PC: which backup, then how to come into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation
from hrdigitize.door import Door
from hrdigitize.gui.entry.entry_dialog import EntryDialog, FolderRow, hint, secret_edit
from hrdigitize.gui.look.notice import NoticeKind

_SHARE_HEIGHT_PX = 76


class RestoreDialog(EntryDialog[Generation]):
    """First the backup is put back; who forgot the passphrase then gives a new one by two of the sheets.

    result_given: the backup that was restored; it stays so even where the sheets did not fit.
    """

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Restore", "Khôi phục từ bản sao lưu"),
            QCoreApplication.translate("Restore", "Khôi phục"),
            parent,
        )
        self._door = door
        self.place = FolderRow(self.tr("Thư mục hoặc USB có bản sao lưu"))
        self.generations = QComboBox()
        self.forgotten = QCheckBox(self.tr("Quên mật khẩu: đặt mật khẩu mới bằng hai mảnh khóa"))
        self.shares = (QPlainTextEdit(), QPlainTextEdit())
        self.name = QLineEdit()
        self.passphrase, self.again = secret_edit(), secret_edit()
        self.passphrase.setPlaceholderText(self.tr("ít nhất 12 ký tự, nên gõ không dấu"))
        self._looked_at = ""
        self._lay_out()
        self.place.chosen.connect(self._look)
        self.forgotten.toggled.connect(self._show_rows)
        self.button.clicked.connect(lambda: self._start(self._call()))
        self._show_rows()

    def _lay_out(self) -> None:
        form = self.form
        form.addRow(self.tr("Thư mục sao lưu"), self.place)
        form.addRow(self.tr("Bản sao lưu"), self.generations)
        form.addRow(self.forgotten)
        # Any two of the three: their printed numbers mean nothing here.
        for share in self.shares:
            share.setFixedHeight(_SHARE_HEIGHT_PX)
            share.setTabChangesFocus(True)
            share.setPlaceholderText(
                self.tr("tắt bộ gõ tiếng Việt, gõ các từ theo thứ tự, không gõ số, cách nhau bằng dấu cách")
            )
        form.addRow(self.tr("Mảnh khóa thứ nhất"), self.shares[0])
        form.addRow(self.tr("Mảnh khóa thứ hai"), self.shares[1])
        form.addRow(self.tr("Tên đăng nhập"), self.name)
        form.addRow(self.tr("Mật khẩu mới"), self.passphrase)
        form.addRow(self.tr("Nhập lại mật khẩu"), self.again)
        form.addRow(
            hint(
                self.tr(
                    "Chỉ khôi phục được khi máy này chưa có kho dữ liệu; bản sao lưu được giữ nguyên."
                    " Sau đó xin đăng nhập bằng mật khẩu đã dùng vào ngày sao lưu, hoặc mật khẩu mới vừa đặt."
                )
            )
        )

    def _show_rows(self) -> None:
        """The sheets are asked for only where the passphrase is forgotten, the rest only once."""
        for row in (*self.shares, self.name, self.passphrase, self.again):
            self.form.setRowVisible(row, self.forgotten.isChecked())
        for part in (self.place, self.generations):
            part.setEnabled(self.result_given is None)
        self.button.setEnabled(self.result_given is not None or self.generations.count() > 0)
        self._fit()

    def _look(self) -> None:
        """Lists what lies in another folder than before, the newest first; a stick may take its time."""
        if self._tasks.busy or self.place.folder == self._looked_at:
            return
        self._looked_at = self.place.folder
        self.generations.clear()
        self._show_rows()
        if self._looked_at:
            place = Path(self._looked_at)
            self._tasks.start(lambda: self._door.generations(place), self._show_found)

    def _show_found(self, found: tuple[Generation, ...]) -> None:
        words = self.tr("ngày {day} (số {number})")
        for one in reversed(found):
            self.generations.addItem(words.format(day=f"{one.made_on:%d/%m/%Y}", number=one.number), one)
        if not found:
            self._failed(UserFault("backup-missing"))
            return
        self.notice.hide()
        self._show_rows()

    def _call(self) -> Callable[[], Generation] | None:
        recovers = self.forgotten.isChecked()
        if recovers and self.passphrase.text() != self.again.text():
            self._failed(UserFault("passphrase-differs"))
            return None
        shares = [" ".join(share.toPlainText().split()).lower() for share in self.shares]
        name, passphrase = self.name.text().strip().lower(), self.passphrase.text()
        restored, place = self.result_given, Path(self.place.folder)
        chosen: Generation = self.generations.currentData()

        def restore() -> Generation:
            found = restored or self._door.restore(place, chosen.number)
            # Kept here already: a share that was mistyped must not ask for the backup once more.
            self.result_given = found
            if recovers:
                self._door.recover(shares, name, passphrase)
            return found

        return restore

    def _failed(self, fault: Exception) -> None:
        super()._failed(fault)
        if self.result_given is not None and isinstance(fault, UserFault):
            left = self.tr("Kho đã khôi phục; chỉ còn đặt mật khẩu.")
            self.notice.say(NoticeKind.FAULT, f"{self.notice.sentence} {left}")
        self._show_rows()

    def _done(self, given: Generation) -> None:
        words = self.tr("Đã khôi phục bản sao lưu ngày {day}.").format(day=f"{given.made_on:%d/%m/%Y}")
        self.notice.say(NoticeKind.DONE, words)
        super()._done(given)
