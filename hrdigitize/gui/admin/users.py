"""Users: who may log in and as what; added, given another role or passphrase, retired."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hrdigitize.domain.actors import Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import NewUser, User
from hrdigitize.gui.admin.card import Card, beside
from hrdigitize.gui.entry.entry_dialog import secret_edit
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.notice import Notice, NoticeKind
from hrdigitize.gui.look.row_list import Row, RowList
from hrdigitize.gui.look.sentences import said
from hrdigitize.services.permissions import Action


class UsersSection(Section):
    """The list for whoever may see it; the cards beside it for who decides."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        self._manages = frame.may(Action.MANAGE_USERS)
        self._users: dict[str, User] = {}
        self.list = RowList(
            self.tr("Người dùng"),
            (self.tr("Họ và tên"), self.tr("Tên đăng nhập"), self.tr("Vai trò"), self.tr("Tình trạng")),
            self.tr("Chưa có người dùng nào. Kho mẫu và kho tập dùng không có đăng nhập."),
        )
        self.new = _NewUserCard()
        self.chosen = _ChosenCard()
        self.setLayout(beside(self.list, *((self.chosen, self.new) if self._manages else ())))
        bind(Key.FILTER, self, self.list.start_filtering, self.tr("Lọc người dùng"))
        self.list.chosen.connect(self._show_chosen)
        if self._manages:
            bind(Key.NEW, self, self._begin_new, self.tr("Thêm người dùng"))
            self.new.button.clicked.connect(self._add)
            self.chosen.assign.clicked.connect(self._assign)
            self.chosen.reset.clicked.connect(self._reset)
            self.chosen.lift.clicked.connect(self._lift)
            self.chosen.retire.clicked.connect(self._ask_retire)
        self._show_chosen(None)

    def opened(self) -> None:
        users, actor = self.frame.app.users, self.frame.actor
        self.frame.lane.start(lambda: users.all(actor=actor), self._show)

    def first(self) -> QWidget:
        return self.list.filter

    def _show(self, users: tuple[User, ...]) -> None:
        self._users = {one.name: one for one in users}
        self.list.show_rows([self._row(one) for one in users])

    def _row(self, user: User) -> Row:
        since = self.tr("từ {day}").format(day=f"{user.created_at.astimezone():%d/%m/%Y}")
        state = since
        if user.retired_at is not None:
            state = self.tr("đã nghỉ {day}").format(day=f"{user.retired_at.astimezone():%d/%m/%Y}")
        return Row(
            user.name, (user.full_name, user.name, _role(user.role), state), user.retired_at is not None
        )

    def _show_chosen(self, name: object) -> None:
        user = self._users.get(name) if isinstance(name, str) else None
        self.chosen.show_user(user if user is not None and user.retired_at is None else None)

    def _begin_new(self) -> None:
        self.new.go_to(self.new.full_name)

    def _add(self) -> None:
        new = self.new
        if not self._agree(new.passphrase, new.again):
            return
        user = NewUser(new.name.text().strip().lower(), new.full_name.text(), new.passphrase.text())
        role = Role(new.role.currentData())
        users, actor = self.frame.app.users, self.frame.actor
        self.frame.lane.start(lambda: users.add(user, role, actor=actor), self._added)

    def _added(self, user: User) -> None:
        self.new.clear()
        self.say(
            self.tr(
                "Đã thêm {name}. Lần đăng nhập đầu tiên, người này sẽ phải đặt mật khẩu của riêng mình."
            ).format(name=user.full_name)
        )
        self.opened()

    def _assign(self) -> None:
        role = Role(self.chosen.role.currentData())
        words = self.tr("Đã đổi vai trò của {name} thành {role}.")
        self._change(
            lambda name: partial(self.frame.app.users.assign, name, role, actor=self.frame.actor),
            words.replace("{role}", _role(role)),
        )

    def _reset(self) -> None:
        if not self._agree(self.chosen.passphrase, self.chosen.again):
            return
        own = self.chosen.passphrase.text()
        self._change(
            lambda name: partial(self.frame.app.users.reset_passphrase, name, own, actor=self.frame.actor),
            self.tr("Đã đặt mật khẩu mới cho {name}. Khi đăng nhập, người này sẽ phải đổi mật khẩu."),
        )

    def _lift(self) -> None:
        self._change(
            lambda name: partial(self.frame.app.users.lift_wait, name, actor=self.frame.actor),
            self.tr("{name} có thể đăng nhập lại ngay."),
        )

    def _ask_retire(self) -> None:
        """What cannot be taken back is asked once more, in the notice."""
        user = self.chosen.user
        if user is None:
            return
        sentence = self.tr("Cho {name} nghỉ? Từ nay tên “{login}” không đăng nhập được nữa; nhật ký vẫn giữ.")
        self.notice.say(
            NoticeKind.FAULT,
            sentence.format(name=user.full_name, login=user.name),
            action=(self.tr("Cho nghỉ"), self._retire),
        )
        self.notice.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retire(self) -> None:
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change(
            lambda name: partial(self.frame.app.users.retire, name, actor=self.frame.actor),
            self.tr("{name} đã nghỉ, không đăng nhập được nữa."),
        )

    def _change(self, call_for: Callable[[str], Callable[[], object]], done: str) -> None:
        user = self.chosen.user
        if user is None:
            return

        def told(_: object) -> None:
            self.chosen.clear()
            self.say(done.replace("{name}", user.full_name))
            self.opened()

        self.frame.lane.start(call_for(user.name), told)

    def _agree(self, passphrase: QLineEdit, again: QLineEdit) -> bool:
        if passphrase.text() == again.text():
            return True
        self.frame.fail(UserFault("passphrase-differs"))
        again.setFocus(Qt.FocusReason.OtherFocusReason)
        return False


class _NewUserCard(Card):
    """Somebody who shall be able to log in."""

    def __init__(self) -> None:
        super().__init__(self.tr("Thêm người dùng ({key})").format(key=shown(Key.NEW)))
        self.full_name, self.name = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("chữ thường không dấu, ví dụ: lan"))
        self.role = _roles(Role.CLERK)
        self.passphrase, self.again = secret_edit(), secret_edit()
        self.passphrase.setPlaceholderText(self.tr("ít nhất 12 ký tự"))
        self.add_row(self.tr("Họ và tên"), self.full_name)
        self.add_row(self.tr("Tên đăng nhập"), self.name)
        self.add_row(self.tr("Vai trò"), self.role)
        self.add_row(self.tr("Mật khẩu lần đầu"), self.passphrase)
        self.add_row(self.tr("Nhập lại mật khẩu"), self.again)
        self.button = self.add_button(self.tr("Thêm"), lambda: None, primary=True)
        for line in (self.full_name, self.name, self.passphrase, self.again):
            line.returnPressed.connect(self.button.click)

    def clear(self) -> None:
        for line in (self.full_name, self.name, self.passphrase, self.again):
            line.clear()


class _ChosenCard(Card):
    """What can be done about who stands at the cursor."""

    def __init__(self) -> None:
        super().__init__("", self.tr("Xin chọn một người trong danh sách."))
        self.user: User | None = None
        self.role = _roles(Role.CLERK)
        self.passphrase, self.again = secret_edit(), secret_edit()
        self.add_row(self.tr("Vai trò"), self.role)
        self.assign = self.add_button(self.tr("Đổi vai trò"), lambda: None)
        self.secrets = Card("")
        self.secrets.setObjectName("Plain")
        self.secrets.column.setContentsMargins(0, 0, 0, 0)
        self.secrets.heading.hide()
        self.secrets.add_row(self.tr("Mật khẩu mới (khi người này quên)"), self.passphrase)
        self.secrets.add_row(self.tr("Nhập lại mật khẩu"), self.again)
        self.column.addWidget(self.secrets)
        self.reset = self.add_button(self.tr("Đặt mật khẩu mới"), lambda: None)
        self.lift = self.add_button(self.tr("Cho đăng nhập lại ngay"), lambda: None)
        self.lift.setToolTip(self.tr("Bỏ thời gian chờ sau khi nhập sai mật khẩu nhiều lần"))
        self.retire = self.add_button(self.tr("Cho nghỉ…"), lambda: None)
        for line in (self.passphrase, self.again):
            line.returnPressed.connect(self.reset.click)

    def show_user(self, user: User | None) -> None:
        """None: nobody is at the cursor, or who is there does not log in any more."""
        if user != self.user:
            self.clear()
        self.user = user
        self.heading.setText(user.full_name if user is not None else self.tr("Người đang chọn"))
        self.remark.setVisible(user is None)
        for part in (self.assign, self.secrets, self.reset, self.lift, self.retire):
            part.setVisible(user is not None)
        self.form.setRowVisible(self.role, user is not None)
        if user is not None:
            self.role.setCurrentIndex(self.role.findData(user.role))

    def clear(self) -> None:
        self.passphrase.clear()
        self.again.clear()


def _roles(usual: Role) -> QComboBox:
    box = QComboBox()
    for role in Role:
        box.addItem(_role(role), role)
    box.setCurrentIndex(box.findData(usual))
    box.setAccessibleName(QCoreApplication.translate("UsersSection", "Vai trò"))
    return box


def _role(role: Role) -> str:
    return said(f"role-{role.value}")
