"""The head of the desk: what is open, how far it has come, and what can be done with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hrdigitize.domain.record import DocumentStatus
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.desk.state import DeskState, Readiness
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.keys import Key, shown

#: Narrower than this (pixels), buttons show their drawing and key alone.
_ROOM_FOR_WORDS_PX = 1000


class DeskHead(QWidget):
    """Says what the session knows; its buttons are clicked by hand or by their keys."""

    def __init__(self, session: DeskSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._title = ElidedLabel("Title", self.tr("Kiểm tra"))
        self._subtitle = ElidedLabel("Subtitle")
        self._count = QLabel()
        self._count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._count.setObjectName("Count")
        self._why = QLabel()
        self._why.setObjectName("Why")
        self.list_button = self._button(
            "panel", self.tr("Hiện hoặc ẩn danh sách tài liệu"), self.tr("Danh sách"), Key.LIST
        )
        self.list_button.setAccessibleName(self.tr("Danh sách tài liệu"))
        self.note_button = self._button(
            "note", self.tr("Ghi chú về tài liệu này"), self.tr("Ghi chú"), Key.NOTE
        )
        self.hold_button = self._button(
            "hold", self.tr("Tạm giữ tài liệu này, kèm lý do"), self.tr("Tạm giữ"), Key.HOLD
        )
        self.approve_button = self._primary("approve", self.tr("Duyệt"), Key.APPROVE)
        self.print_button = self._primary("print", self.tr("In phiếu"), Key.PRINT)
        self._lay_out()

    def _button(self, drawing: str, says: str, words: str, key: Key) -> QPushButton:
        button = QPushButton()
        button.setIcon(icons.icon(drawing, theme.colours().accent))
        button.setToolTip(f"{says} ({shown(key)})")
        button.setAccessibleName(words)
        button.setProperty("words", f"{words} ({shown(key)})")
        button.setProperty("key", shown(key))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _primary(self, drawing: str, words: str, key: Key) -> QPushButton:
        button = QPushButton(f"{words} ({shown(key)})")
        button.setIcon(icons.icon(drawing, theme.colours().on_accent))
        button.setObjectName("Primary")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self.list_button)
        row.addLayout(names, 1)
        row.addWidget(self._why)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note_button)
        row.addWidget(self.hold_button)
        row.addWidget(self.approve_button)
        row.addWidget(self.print_button)

    @property
    def progress(self) -> str:
        """How much is left, as the screen says it."""
        return self._count.text()

    def fit(self, width: int) -> None:
        """Words on the buttons where the room is wide enough for them.

        The two for the whole document leave their keys to tooltip and sheet: name and progress need the room.
        """
        wide = width >= _ROOM_FOR_WORDS_PX
        self.list_button.setText(str(self.list_button.property("words" if wide else "key")))
        for button in (self.note_button, self.hold_button):
            button.setText(button.accessibleName() if wide else "")

    def show_state(self, state: DeskState | None) -> None:
        """The document as it stands now; None: none is open."""
        for widget in (self._count, self._subtitle, self.note_button, self._why):
            widget.setVisible(state is not None)
        self.approve_button.setVisible(state is not None and self._session.may_approve)
        self.print_button.setVisible(state is not None and state.readiness is Readiness.APPROVED)
        # While it is put by, the bar below says why and lets it go on.
        self.hold_button.setVisible(state is not None and state.editable and state.held is None)
        if state is None:
            return
        self._title.setText(title_of(state))
        form = state.form.name.partition(":")[0] if state.form else self.tr("Không rõ mẫu")
        pages = len(state.document.pages)
        self._subtitle.setText(self.tr("{form} · {pages} trang").format(form=form, pages=pages))
        self._show_progress(state)

    def _show_progress(self, state: DeskState) -> None:
        left = state.remaining
        approved = state.readiness is Readiness.APPROVED
        self._count.setText(
            self.tr("Còn %n chỗ phải kiểm tra", "", left)
            if left
            else self.tr("Đã duyệt")
            if approved
            else self.tr("Đã kiểm tra hết")
        )
        self._count.setVisible(state.form is not None or approved)
        self._count.setProperty("done", not left)
        self._count.style().polish(self._count)
        self.approve_button.setVisible(self._session.may_approve and not approved)
        self.approve_button.setEnabled(self._session.can_approve)
        why = self._why_not(state)
        self._why.setText(why)
        # What is open stands beside it, why it is put by below: the name of the person needs the room more.
        told = state.readiness in (Readiness.OPEN_FIELDS, Readiness.HELD)
        self._why.setVisible(bool(why) and not told)
        self.approve_button.setToolTip(why or self.tr("Đưa tài liệu này vào lý lịch điện tử"))

    def _why_not(self, state: DeskState) -> str:
        if state.document.status is DocumentStatus.APPROVED or self._session.can_approve:
            return ""
        if state.readiness is Readiness.HELD:
            return self.tr("Đang tạm giữ nên chưa duyệt được")
        if state.readiness is Readiness.OPEN_FIELDS:
            return self.tr("Xin kiểm tra hết trước khi duyệt")
        if state.readiness is Readiness.NO_FORM:
            return self.tr("Không rõ mẫu nên chưa duyệt được")
        if not self._session.may_approve:
            return self.tr("Chờ người có quyền duyệt")
        return self.tr("Đang lưu…")


def title_of(state: DeskState) -> str:
    """The open document as the screen calls it: the person's name, else the file of its first page."""
    name = next((e.answer.text for e in state.entries() if str(e.path) == "full_name"), "")
    return name or (state.document.pages[0].name if state.document.pages else "")
