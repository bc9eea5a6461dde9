"""A dialog before the window: fields, a notice, one button whose work is done aside."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.running import errors
from hrdigitize.gui.running.tasks import Tasks

Given = TypeVar("Given")
Came = TypeVar("Came")

_WIDTH_PX, _SIDE_PX = 520, 24
#: What the system draws around a window, at most.
_TITLE_BAR_PX = 48


class EntryDialog(QDialog, Generic[Given]):
    """What all ways in share: a form, a notice, one button, work off the window's thread.

    result_given: what the work gave; None until it did. width: in pixels.
    """

    def __init__(
        self, title: str, button: str, parent: QWidget | None = None, *, width: int = _WIDTH_PX
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.resize(width, self.height())
        self.result_given: Given | None = None
        self._executor = ThreadPoolExecutor(1, "way-in")
        self._tasks = Tasks(self._executor, self._failed, self)
        self.notice = Notice()
        self.button = QPushButton(button)
        self.button.setObjectName("Primary")
        self.button.setDefault(True)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        self.heading = QLabel(title)
        self.heading.setObjectName("Title")
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE_PX, 20, _SIDE_PX, 20)
        column.setSpacing(14)
        column.addWidget(self.heading)
        column.addWidget(self.notice)
        self._scrolled = _Scrolled(self.form, width - 2 * _SIDE_PX)
        column.addWidget(self._scrolled, 1)
        column.addLayout(self.foot)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way off the window's thread."""
        return not self._tasks.busy

    def close_tasks(self) -> None:
        """Nothing comes back any more."""
        self._tasks.close()
        self._executor.shutdown()

    def reject(self) -> None:
        """Nobody goes away while the store is being opened: it would stay open behind them."""
        if self.idle:
            super().reject()

    def _start(self, call: Callable[[], Given] | None) -> None:
        """Makes the call off the window's thread; None where something is missing, which was said."""
        if call is not None:
            self._run(call, self._done)

    def _run(self, call: Callable[[], Came], done: Callable[[Came], None]) -> None:
        """Makes a call off the window's thread; what it gives is told here."""
        self.notice.hide()
        self._free(free=False)
        self._tasks.start(call, done)

    def _done(self, given: Given) -> None:
        self.result_given = given
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self._free(free=True)
        errors.report(fault, self.notice)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as everything in it needs, as far as the screen goes: a dialog does not grow by itself."""
        self._scrolled.updateGeometry()
        self._column.invalidate()
        needed = self._column.totalHeightForWidth(self.width())
        if needed < 0:
            needed = self._column.totalSizeHint().height()
        self.resize(self.width(), min(needed, self.screen().availableGeometry().height() - _TITLE_BAR_PX))

    def _free(self, *, free: bool) -> None:
        self.button.setEnabled(free)


class _Scrolled(QScrollArea):
    """A form that asks for all the room it needs, and can be rolled where the screen has less."""

    def __init__(self, form: QFormLayout, width: int) -> None:
        super().__init__()
        self._form, self._width = form, width
        form.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setLayout(form)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        # As high as beside a scroll bar: one that came for a moment would keep itself needed otherwise.
        beside_bar = self._width - self.verticalScrollBar().sizeHint().width()
        height = self._form.totalHeightForWidth(beside_bar)
        return QSize(self._width, height if height >= 0 else self._form.totalSizeHint().height())


class FolderRow(QWidget):
    """A folder, typed or chosen. chosen: a folder was picked in the dialog or its typing was ended."""

    chosen = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.line = QLineEdit()
        self.button = QPushButton(QCoreApplication.translate("FolderRow", "Chọn…"))
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.line.editingFinished.connect(self.chosen)

    @property
    def folder(self) -> str:
        """The path as it stands there; "" for none."""
        return self.line.text().strip()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._title)
        if folder:
            self.line.setText(folder)
            self.chosen.emit()


def secret_edit() -> QLineEdit:
    """A line that shows dots."""
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def hint(words: str) -> QLabel:
    """A remark under a form."""
    label = QLabel(words)
    label.setObjectName("Hint")
    label.setWordWrap(True)
    return label
