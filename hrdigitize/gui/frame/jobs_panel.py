"""The jobs on screen: a chip at the rail's foot while there are any, and a panel with all of them."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.pace import Pace
from hrdigitize.gui.frame.jobs import Job, Jobs, JobStage
from hrdigitize.gui.frame.overlay import Overlay
from hrdigitize.gui.look.keys import Key, shown

_WIDTH_PX = 560
_MINUTE_S = 60
_MOST_STEPS = 30

#: Seconds that only go forward.
Ticks = Callable[[], float]


class JobsChip(QToolButton):
    """Says how many jobs run, or how the last ones ended; hidden while there is nothing to say."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("JobsChip")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # As wide as the rail, like what stands above and below it.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._jobs = jobs
        jobs.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        running = len(self._jobs.running)
        failed = sum(job.stage is JobStage.FAILED for job in self._jobs.all)
        if running:
            words = self.tr("Đang chạy: %n", "", running)
        elif failed:
            words = self.tr("Lỗi: %n việc", "", failed)
        else:
            words = self.tr("Việc đã xong")
        self.setText(f"{words}\n{shown(Key.JOBS)}")
        self.setAccessibleName(words)
        self.setProperty("failed", bool(failed) and not running)
        self.style().polish(self)
        self.setVisible(bool(self._jobs.all))


class JobsPanel(Overlay):
    """Every job of this window, newest first: how far it is, what is left, and what gives it up."""

    def __init__(self, window: QWidget, jobs: Jobs, ticks: Ticks) -> None:
        super().__init__(window, _WIDTH_PX)
        self._jobs = jobs
        self._ticks = ticks
        self._rows: dict[Job, JobRow] = {}
        heading = QLabel(self.tr("Các việc của máy"))
        heading.setObjectName("Title")
        self.nothing = QLabel(self.tr("Không có việc nào. Việc lâu (đọc, sao lưu, in) sẽ hiện ở đây."))
        self.nothing.setObjectName("Hint")
        self.nothing.setWordWrap(True)
        inside = QWidget()
        inside.setObjectName("KeySheetInside")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("KeySheet")
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button = QPushButton(self.tr("Bỏ các việc đã xong khỏi danh sách"))
        self.close_button = QPushButton(self.tr("Đóng (Esc)"))
        foot = QHBoxLayout()
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.column.addWidget(heading)
        self.column.addWidget(self.nothing)
        self.column.addWidget(scroll, 1)
        self.column.addLayout(foot)
        self.clear_button.clicked.connect(jobs.forget_ended)
        self.close_button.clicked.connect(self.dismiss)
        jobs.added.connect(self._add)
        jobs.changed.connect(self._show)
        for job in jobs.all:
            self._add(job)
        self._show()

    def first(self) -> QWidget:
        return self.close_button

    def wanted_height(self) -> int:
        return min(150 + 110 * max(1, len(self._rows)), 460)

    def row(self, job: Job) -> JobRow:
        """How a job is shown."""
        return self._rows[job]

    def _add(self, job: Job) -> None:
        row = JobRow(job, self._ticks)
        row.left.connect(self._keep_keyboard)
        self._rows[job] = row
        self._list.insertWidget(0, row)

    def _keep_keyboard(self) -> None:
        """The button that had the focus is gone."""
        if self.isVisible():
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        for job in [one for one in self._rows if one not in self._jobs.all]:
            row = self._rows.pop(job)
            row.hide()
            row.deleteLater()
        self.nothing.setVisible(not self._rows)
        self.clear_button.setEnabled(len(self._jobs.running) < len(self._rows))


class JobRow(QFrame):
    """One job. left: its button had the keyboard and is gone."""

    left = Signal()

    def __init__(self, job: Job, ticks: Ticks) -> None:
        super().__init__()
        self.setObjectName("JobRow")
        self._job = job
        self._ticks = ticks
        self._pace = Pace()
        self._told_at = ticks()
        self._pace.note(self._told_at)
        self._done = job.done
        self.words = _label(job.words, "JobWords")
        self.said = _label("", "Hint")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(job.words)
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton(self.tr("Ngừng việc này"))
        self.cancel_button.setAccessibleName(self.tr("Ngừng: {words}").format(words=job.words))
        self.cancel_button.clicked.connect(job.cancel)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addLayout(foot)
        job.changed.connect(self._show)
        self._show()

    def remaining(self) -> float | None:
        """Seconds that are left, by how fast it went; None while nobody can say."""
        if not self._job.total or not self._done:
            return None
        return self._pace.remaining(self._job.total - self._job.done)

    def _show(self) -> None:
        job = self._job
        self._note_pace()
        running = job.stage is JobStage.RUNNING
        self.bar.setVisible(running)
        self.bar.setRange(0, job.total)
        self.bar.setValue(job.done)
        if self.cancel_button.hasFocus() and not job.can_cancel:
            self.left.emit()
        self.cancel_button.setVisible(job.can_cancel)
        self.said.setText(self._told(running=running))
        self.setProperty("stage", job.stage.value)
        self.style().polish(self)

    def _note_pace(self) -> None:
        """Several steps that were told at once took equally long."""
        steps, now = self._job.done - self._done, self._ticks()
        if steps <= 0:
            return
        for left in reversed(range(min(steps, _MOST_STEPS))):
            self._pace.note(now - left * (now - self._told_at) / steps)
        self._done, self._told_at = self._job.done, now

    def _told(self, *, running: bool) -> str:
        job = self._job
        if not running:
            ended = {
                JobStage.DONE: self.tr("Đã xong."),
                JobStage.CANCELLED: self.tr("Đã ngừng. Phần đã làm xong vẫn được giữ."),
                JobStage.FAILED: self.tr("Không làm được."),
            }[job.stage]
            return job.said or ended
        if not job.total:
            return self.tr("Đang làm…")
        told = self.tr("{done}/{total}").format(done=job.done, total=job.total)
        told = f"{told} {job.unit}".strip()
        left = self.remaining()
        if left is None:
            return told
        if left < _MINUTE_S:
            return told + self.tr(" · còn dưới 1 phút")
        return told + self.tr(" · còn khoảng %n phút", "", math.ceil(left / _MINUTE_S))


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
