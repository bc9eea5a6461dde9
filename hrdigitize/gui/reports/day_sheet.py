"""The end of the day: the log's head as letters to copy onto the day sheet, kept away from the PC."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hrdigitize.gui.admin.card import Card, plain_label, stacked
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.keys import Key, bind_button, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.services.upkeep import NotedAnchor

_WIDTH_PX = 640


class DaySheetSection(Section):
    """One button; then the letters, large enough to copy by hand."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        card = Card(
            self.tr("Mã chốt nhật ký cuối ngày"),
            self.tr(
                "Cuối ngày, xin lấy mã chốt, ghi cùng ngày giờ vào phiếu cuối ngày và cất ngoài máy"
                " tính. Sau này,"
                " “Kiểm tra kho” đối chiếu mã đó và thấy ngay nếu nhật ký bị cắt, bị sửa hay bị thay"
                " bằng bản cũ."
            ),
        )
        words = self.tr("Lấy mã chốt ({key})").format(key=shown(Key.RUN))
        self.button = card.add_button(words, self._note, primary=True)
        self.when = plain_label("", "Hint")
        self.letters = QLabel()
        self.letters.setObjectName("Letters")
        self.letters.setTextFormat(Qt.TextFormat.PlainText)
        self.letters.setWordWrap(True)
        self.letters.setAccessibleName(self.tr("Mã chốt"))
        self.letters.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        card.column.addWidget(self.when)
        card.column.addWidget(self.letters)
        self.copy_button = card.add_button(self.tr("Chép mã để dán"), self._copy)
        for part in (self.when, self.letters, self.copy_button):
            part.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addWidget(stacked(card, most_px=_WIDTH_PX))
        bind_button(Key.RUN, self, self.button, self.tr("Lấy mã chốt nhật ký"))

    def first(self) -> QWidget:
        return self.button

    def _note(self) -> None:
        upkeep, actor = self.frame.app.upkeep, self.frame.actor
        self.frame.lane.start(lambda: upkeep.anchor(actor=actor), self._show)

    def _show(self, noted: NotedAnchor) -> None:
        self.when.setText(
            self.tr("Lúc {at}, nhật ký có {count} dòng:").format(
                at=f"{noted.at.astimezone():%H:%M %d/%m/%Y}", count=noted.count
            )
        )
        self.letters.setText(noted.text)
        for part in (self.when, self.letters, self.copy_button):
            part.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.letters.text())
        self.say(self.tr("Đã chép mã chốt. Xin dán vào phiếu cuối ngày rồi in ra."))
