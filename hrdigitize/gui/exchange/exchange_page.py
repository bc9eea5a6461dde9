"""The room "Trao đổi": what an office can hand on today, and how the centre can open it again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrdigitize.gui.admin.backups import BackupCard
from hrdigitize.gui.admin.card import Card, stacked
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section, Tab, TabbedRoom
from hrdigitize.gui.look.keys import Key, bind_button
from hrdigitize.gui.look.notice import Notice
from hrdigitize.services.permissions import Action

_WIDTH_PX = 680


class ExchangePage(TabbedRoom):
    """One section as yet: the sealed copy on a stick."""

    def __init__(self, frame: Frame) -> None:
        tab = Tab(
            QCoreApplication.translate("ExchangePage", "Giao bản sao lưu"),
            frozenset({Action.BACK_UP}),
            HandOnSection,
        )
        super().__init__(frame, QCoreApplication.translate("ExchangePage", "Trao đổi"), (tab,))


class HandOnSection(Section):
    """Says what goes today and what does not, and makes the copy."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        about = Card(
            self.tr("Trao đổi với Trung tâm"),
            self.tr(
                "Chương trình không dùng mạng: dữ liệu chỉ rời máy này bằng USB do người của cơ quan"
                " mang đi. Hiện"
                " nay có thể giao cả kho dưới dạng bản sao lưu đã mã hóa; gói gửi từng hồ sơ và giấy"
                " biên nhận"
                " của Trung tâm chưa có trong phiên bản này."
            ),
        )
        self.card = BackupCard(frame)
        opening = Card(
            self.tr("Ai mở được bản này"),
            self.tr(
                "Người dùng của cơ quan mở bằng mật khẩu đã dùng vào ngày sao lưu. Nếu kho được tạo với"
                " khóa khôi"
                " phục của Trung tâm, Trung tâm cũng mở được bằng hai trong ba mảnh khóa do ba người"
                " giữ; nếu không,"
                " hai trong ba mảnh khóa của cơ quan mở được. Xin không để mảnh khóa chung với USB."
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addWidget(stacked(about, self.card, opening, most_px=_WIDTH_PX))
        self.card.made.connect(self._made)
        self.card.failed.connect(frame.fail)
        bind_button(Key.RUN, self, self.card.button, self.tr("Sao lưu ra USB"))

    def opened(self) -> None:
        self.card.opened()

    def first(self) -> QWidget:
        return self.card.place.line

    def _made(self, told: str) -> None:
        if told:
            self.say(told)
        else:
            self.fault(self.tr("Xin chọn thư mục trên USB."))
