"""The setting up of a new store, in steps; what is not given can be given later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import NewUser, User
from hrdigitize.door import Door, Practice
from hrdigitize.gui.entry.done_step import DoneStep, Founded
from hrdigitize.gui.entry.entry_dialog import EntryDialog
from hrdigitize.gui.entry.restore import RestoreDialog
from hrdigitize.gui.entry.scanner_step import ScannerStep
from hrdigitize.gui.entry.step_list import StepList
from hrdigitize.gui.entry.steps import BackupStep, OfficeStep, SheetsStep, Step, UserStep
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.look.sentences import fault_sentence

if TYPE_CHECKING:
    from hrdigitize.app import App

#: Who came in, and the open program.
Entered: TypeAlias = tuple["App", User]

_WIDTH_PX = 760
#: What can only be mended at an earlier step; the disk may be the one of the sheets.
_OF_THE_USER = frozenset({"user-nameless", "login-name-unfit", "passphrase-weak"})
_OF_THE_SHEETS = frozenset(
    {"folder-not-there", "shares-in-store", "shares-there-already", "store-cannot-write", "store-disk-full"}
)


class SetUpDialog(EntryDialog[Entered]):
    """Asks for the office, its first user, where sheets and backups go, a scanner; then the store is made.

    restored: a backup was put back instead. practice: the sample dossiers, where somebody wants to try them
    first; whoever takes it closes it.
    """

    def __init__(
        self, door: Door, preferences: PreferenceFile | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            QCoreApplication.translate("Login", "Tạo kho dữ liệu mới"), "", parent, width=_WIDTH_PX
        )
        self._door = door
        self._preferences = preferences or PreferenceFile()
        self._entered: Entered | None = None
        self.restored = False
        self.practice: Practice | None = None
        self._office, self._user, self._sheets = OfficeStep(), UserStep(), SheetsStep()
        self._backup, self._scanner = BackupStep(), ScannerStep(door.scanners)
        self.summary = DoneStep(self.button)
        self._tried: Path | None = None
        self.unit = self._office.unit
        self.full_name, self.name = self._user.full_name, self._user.name
        self.passphrase, self.again = self._user.passphrase, self._user.again
        self.sheets, self.backup = self._sheets.folder, self._backup.folder
        self.scanner = self._scanner
        self._steps: tuple[Step, ...] = (
            self._office,
            self._user,
            self._sheets,
            self._backup,
            self._scanner,
            self.summary,
        )
        self._stack = QStackedWidget()
        self._list = StepList([*(step.title for step in self._steps[:-1]), self.tr("Xong")])
        self._lay_out()
        self._connect()
        self._show_step(self._office)

    def _lay_out(self) -> None:
        for step in self._steps:
            self._stack.addWidget(step)
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addWidget(self._list)
        beside.addWidget(self._stack, 1)
        self.form.addRow(beside)
        self.restore = QPushButton(self.tr("Khôi phục từ bản sao lưu…"))
        self.back = QPushButton(self.tr("Quay lại ({key})").format(key=shown(Key.STEP_BACK)))
        self.later = QPushButton(self.tr("Để sau ({key})").format(key=shown(Key.LATER)))
        self.try_first = QPushButton(self.tr("Thử với hồ sơ mẫu"))
        self.foot.insertWidget(0, self.restore)
        for button in (self.back, self.later, self.try_first):
            self.foot.insertWidget(self.foot.count() - 1, button)
        for one, next_one in zip(
            (self._stack, self.button, self.later, self.try_first, self.back),
            (self.button, self.later, self.try_first, self.back, self.restore),
            strict=True,
        ):
            self.setTabOrder(one, next_one)

    def _connect(self) -> None:
        self.button.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.later.clicked.connect(self._leave)
        self.restore.clicked.connect(self._restore)
        self.try_first.clicked.connect(self._practise)
        bind_button(Key.STEP_BACK, self, self.back, self.tr("Quay lại bước trước"))
        bind_button(Key.LATER, self, self.later, self.tr("Để bước này sau"))
        bind(Key.OPEN_FOLDER, self, self._click_folder, self.tr("Chọn thư mục, hoặc mở thư mục mảnh khóa"))
        bind_button(Key.LOOK_AGAIN, self, self._scanner.again, self.tr("Tìm lại máy quét"))

    def _click_folder(self) -> None:
        for button in (self.sheets.button, self.backup.button, self.summary.open_sheets):
            if button.isVisible():
                button.click()

    @property
    def step(self) -> Step:
        """The one on screen."""
        return self._steps[self._stack.currentIndex()]

    def close_tasks(self) -> None:
        self._scanner.close_tasks()
        super().close_tasks()

    def reject(self) -> None:
        """Whoever closes the last step leaves the program: the store that was made is closed, too."""
        if self._entered is not None and self.idle:
            self._entered[0].close()
            self._entered = None
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back a step, and closes at the first: nobody loses by one key what they typed."""
        if event.key() == Qt.Key.Key_Escape and self.step is not self._office:
            if self.back.isVisible() and self.back.isEnabled():
                self._go_back()
            return
        super().keyPressEvent(event)

    # From step to step.

    def _show_step(self, step: Step) -> None:
        place = self._steps.index(step)
        self.notice.hide()
        self._stack.setCurrentIndex(place)
        left = {earlier for earlier in range(place) if self._steps[earlier].left}
        self._list.show_step(place, left)
        self.heading.setText(step.title)
        done = step is self.summary
        self.restore.setVisible(step is self._office)
        self.back.setVisible(step is not self._office and not done)
        self.later.setVisible(step.may_be_left)
        self.try_first.setVisible(done)
        self._say_button()
        step.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _say_button(self) -> None:
        words = {
            self._scanner: self.tr("Tạo kho (Enter)"),
            self.summary: self.tr("Vào làm việc (Enter)"),
        }
        self.button.setText(words.get(self.step, self.tr("Tiếp tục (Enter)")))

    def _go_back(self) -> None:
        self._show_step(self._steps[self._stack.currentIndex() - 1])

    def _leave(self) -> None:
        self.step.left = True
        self._onward()

    def _go_on(self) -> None:
        step = self.step
        if self._entered is not None:
            self._done(self._entered)
            return
        missing = step.missing()
        if missing is not None:
            self._say(missing.sentence, missing.at)
            return
        step.left = False
        check = self._check_of(step)
        if check is None:
            self._onward()
        else:
            self._run(check, lambda _: self._checked())

    def _checked(self) -> None:
        self._free(free=True)
        self._onward()

    def _onward(self) -> None:
        step = self.step
        if step is self._scanner:
            self._found()
            return
        if step is self._office:
            # Somebody types for a minute now, and some drivers take as long.
            self._scanner.look()
        self._show_step(self._steps[self._stack.currentIndex() + 1])

    def _check_of(self, step: Step) -> Callable[[], None] | None:
        """What has to be looked up on a disk before one goes on."""
        door, sheets = self._door, Path(self.sheets.folder)
        if step is self._sheets and sheets != self._tried:
            return lambda: door.require_for_sheets(sheets)
        if step is self._backup:
            backup = Path(self.backup.folder)
            return lambda: door.require_for_backup(backup, sheets)
        return None

    def _say(self, sentence: str, at: QWidget) -> None:
        self.notice.say(NoticeKind.FAULT, sentence)
        at.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _free(self, *, free: bool) -> None:
        super()._free(free=free)
        for part in (self._stack, self.restore, self.back, self.later, self.try_first):
            part.setEnabled(free)
        if free:
            self._say_button()
            self.step.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, fault: Exception) -> None:
        """What failed is told at the step where it can be mended."""
        code = fault.code if isinstance(fault, UserFault) else ""
        if self._entered is None and code in _OF_THE_USER:
            self._show_step(self._user)
        elif self._entered is None and code in _OF_THE_SHEETS and self.step is self._scanner:
            self._show_step(self._sheets)
        super()._failed(fault)

    # The store.

    def _found(self) -> None:
        door, unit, first = self._door, self._office.name, self._user.new_user
        # Where this fails the sheets may lie there already, and are written anew the next time.
        self._tried = sheets = Path(self.sheets.folder)
        device, scanner = self._scanner.device
        founded = Founded(unit, first, sheets, self._backup.place, scanner)
        self._run(
            lambda: _made(door, first, sheets, unit), lambda made: self._show_founded(founded, device, *made)
        )
        self.button.setText(self.tr("Đang tạo kho…"))

    def _show_founded(
        self, founded: Founded, device: str, entered: Entered, refused: UserFault | None
    ) -> None:
        self._entered = entered
        given = {"backup_place": founded.backup, "scanner": device}
        self._preferences.change(**{name: value for name, value in given.items() if value})
        self.summary.show_founded(founded if refused is None else replace(founded, unit=""))
        self._free(free=True)
        self._show_step(self.summary)
        if refused is not None:
            words = self.tr("Chưa ghi được tên cơ quan, xin thêm ở Quản trị, thẻ Đơn vị. {why}")
            self._say(words.format(why=fault_sentence(refused)), self.button)

    def _practise(self) -> None:
        self._run(self._door.practise, self._begin_practice)
        self.button.setText(self.tr("Đang chuẩn bị hồ sơ mẫu…"))

    def _begin_practice(self, practice: Practice) -> None:
        assert self._entered is not None
        self.practice = practice
        self._done(self._entered)

    def _restore(self) -> None:
        """Another dialog takes over; where something was restored this one is done."""
        dialog = RestoreDialog(self._door, self)
        dialog.exec()
        dialog.close_tasks()
        if dialog.result_given is not None:
            self.restored = True
            self.accept()


def _made(door: Door, first: NewUser, sheets: Path, unit: str) -> tuple[Entered, UserFault | None]:
    """The new store with its unit; and why the unit is not in it, where that alone was refused."""
    app, user = door.set_up(first, sheets)
    if unit:
        try:
            app.units.add(unit, actor=user.actor)
        except UserFault as refused:
            return (app, user), refused
    return (app, user), None
