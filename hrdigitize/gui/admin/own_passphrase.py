"""One's own passphrase: the old one, and twice the new one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrdigitize.domain.faults import UserFault
from hrdigitize.gui.admin.card import Card, stacked
from hrdigitize.gui.entry.entry_dialog import secret_edit
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.notice import Notice

_WIDTH_PX = 520


class OwnPassphraseSection(Section):
    """A wrong old one counts like a wrong one at the login."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        card = Card(
            self.tr("Đổi mật khẩu của tôi"),
            self.tr(
                "Nên dùng bốn từ trở lên, ví dụ một câu chỉ riêng mình nhớ. Không ai xem lại được mật khẩu."
            ),
        )
        self.old, self.new, self.again = secret_edit(), secret_edit(), secret_edit()
        self.new.setPlaceholderText(self.tr("ít nhất 12 ký tự, nên gõ không dấu"))
        card.add_row(self.tr("Mật khẩu đang dùng"), self.old)
        card.add_row(self.tr("Mật khẩu mới"), self.new)
        card.add_row(self.tr("Nhập lại mật khẩu mới"), self.again)
        self.button = card.add_button(self.tr("Đổi mật khẩu"), self._change, primary=True)
        for line in (self.old, self.new, self.again):
            line.returnPressed.connect(self.button.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addWidget(stacked(card, most_px=_WIDTH_PX))

    def first(self) -> QWidget:
        return self.old

    def _change(self) -> None:
        old, new = self.old.text(), self.new.text()
        if new != self.again.text():
            self.frame.fail(UserFault("passphrase-differs"))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        users, actor = self.frame.app.users, self.frame.actor
        self.button.setEnabled(False)
        self.frame.aside.start(
            lambda: users.change_passphrase(old, new, actor=actor), lambda _: self._changed(), self._failed
        )

    def _changed(self) -> None:
        self._clear()
        self.say(self.tr("Đã đổi mật khẩu. Lần đăng nhập sau xin dùng mật khẩu mới."))

    def _failed(self, fault: Exception) -> None:
        self._clear()
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)
        self.frame.fail(fault)

    def _clear(self) -> None:
        for line in (self.old, self.new, self.again):
            line.clear()
        self.button.setEnabled(True)
