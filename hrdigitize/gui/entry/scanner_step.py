"""The step of the scanner: those that answer, asked on a thread that nobody need wait for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton

from hrdigitize.gui.entry.steps import Step
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.sentences import fault_sentence
from hrdigitize.gui.running.tasks import Tasks

if TYPE_CHECKING:
    from hrdigitize.capture.scanners import Device

T = TypeVar("T")
_LIST_PX = 132


class ScannerStep(Step):
    """A list of scanners, and a last line for whoever chooses later.

    Drivers may take a minute to answer: whoever does not wait goes on without.
    """

    def __init__(self, scanners: Callable[[], tuple[Device, ...]]) -> None:
        self.list = QListWidget()
        super().__init__(
            QCoreApplication.translate("SetUpDialog", "Máy quét"),
            QCoreApplication.translate(
                "SetUpDialog", "Chọn máy quét thường dùng. Khi quét ở phần Tiếp nhận vẫn đổi được."
            ),
            self.list,
        )
        self._scanners = scanners
        self._tasks = Tasks(_OwnThread(), self._say_fault, self)
        self.said = QLabel()
        self.said.setObjectName("Hint")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.again = QPushButton(self.tr("Tìm lại ({key})").format(key=shown(Key.LOOK_AGAIN)))
        self.again.clicked.connect(self.look)
        self.list.setObjectName("Choices")
        self.list.setAccessibleName(self.tr("Máy quét"))
        self.list.setFixedHeight(_LIST_PX)
        self.form.addRow(self.list)
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.again)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self._show(())

    @property
    def device(self) -> tuple[str, str]:
        """The chosen scanner, as the system calls it and by its name; empty where it is chosen later."""
        item = self.list.currentItem()
        device = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        return (str(device), item.text()) if device else ("", "")

    def look(self) -> None:
        """Asks which scanners answer; not again while it is being asked."""
        if self._tasks.busy:
            return
        self.said.setText(self.tr("Đang tìm máy quét… Không cần chờ, có thể chọn sau."))
        self.again.setEnabled(False)
        self._tasks.start(self._scanners, self._show_found)

    def close_tasks(self) -> None:
        """Nothing comes back any more."""
        self._tasks.close()

    def _show_found(self, devices: tuple[Device, ...]) -> None:
        self._show(devices)
        if devices:
            self.said.setText(self.tr("Đã tìm thấy %n máy quét.", "", len(devices)))
        else:
            self.said.setText(self.tr("Không thấy máy quét nào. Xin bật máy, cắm dây rồi tìm lại."))

    def _say_fault(self, fault: Exception) -> None:
        self._show(())
        self.said.setText(fault_sentence(fault))

    def _show(self, devices: tuple[Device, ...]) -> None:
        """The first scanner is proposed; one that was chosen before stays chosen."""
        before, _ = self.device
        self.list.clear()
        for device in devices:
            item = QListWidgetItem(device.name)
            item.setData(Qt.ItemDataRole.UserRole, device.id)
            self.list.addItem(item)
            if device.id == before:
                self.list.setCurrentItem(item)
        later = QListWidgetItem(self.tr("Chọn sau"))
        later.setData(Qt.ItemDataRole.UserRole, "")
        self.list.addItem(later)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.again.setEnabled(True)


class _OwnThread:
    """A thread for each call; the program may end before it comes back."""

    def submit(self, call: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        Thread(target=_settle, args=(future, call), name="scanners", daemon=True).start()
        return future


def _settle(future: Future[T], call: Callable[[], T]) -> None:
    try:
        given = call()
    except Exception as fault:  # noqa: BLE001 - the future hands it on, as an executor does
        future.set_exception(fault)
    else:
        future.set_result(given)
