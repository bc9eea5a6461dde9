"""How far the office is: against its plan where one was made, otherwise how fast it goes; making a plan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.plan import Progress
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.numbers import written
from hrdigitize.gui.look.spin_boxes import keep_from_edge
from hrdigitize.gui.overview.bar_chart import grouped

_MOST = 10_000_000
_MONTHS_AHEAD = 6


class ProgressTile(QFrame):
    """Signals: plan_made (dossiers, until), list_wanted: the dossiers behind the number."""

    plan_made = Signal(int, object)
    list_wanted = Signal()

    def __init__(self, *, may_plan: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Tile")
        self._progress: Progress | None = None
        self._may_plan = may_plan
        title = QLabel(self.tr("Tiến độ"))
        title.setObjectName("PanelTitle")
        self.done = QPushButton()
        self.done.setObjectName("Quiet")
        self.done.setToolTip(self.tr("Mở danh sách hồ sơ"))
        self.plan_button = QPushButton(self.tr("Đặt kế hoạch ({key})").format(key=shown(Key.SET_PLAN)))
        self.plan_button.setObjectName("Quiet")
        if not may_plan:
            self.plan_button.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Tiến độ so với kế hoạch"))
        self.words = QLabel()
        self.words.setObjectName("FigureWords")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.form = self._form()
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self.done)
        head.addStretch(1)
        head.addWidget(self.plan_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.bar, self.words, self.form):
            column.addWidget(part)
        self.plan_button.clicked.connect(self.start_planning)
        self.done.clicked.connect(self.list_wanted)

    def _form(self) -> QWidget:
        form = QWidget()
        self.dossiers = QSpinBox()
        self.dossiers.setRange(1, _MOST)
        self.dossiers.setGroupSeparatorShown(True)
        self.until = QDateEdit()
        self.until.setDisplayFormat("dd/MM/yyyy")
        self.until.setCalendarPopup(True)
        keep_from_edge(self.dossiers, self.until)
        self.save = QPushButton(self.tr("&Lưu kế hoạch"))
        self.save.setObjectName("Primary")
        self.cancel = QPushButton(self.tr("Thôi"))
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (self.tr("Tất cả &hồ sơ:"), self.dossiers),
            (self.tr("đến hết &ngày:"), self.until),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.save.clicked.connect(self._make)
        self.cancel.clicked.connect(self.put_away)
        form.hide()
        return form

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self.done.setText(self.tr("{count} hồ sơ đã số hóa").format(count=grouped(progress.done)))
        plan = progress.plan
        self.bar.setVisible(plan is not None)
        if plan is not None:
            self.bar.setRange(0, plan.dossiers)
            self.bar.setValue(min(progress.done, plan.dossiers))
        self.words.setText(self._against_plan(progress) if plan is not None else self._without_plan(progress))

    def _without_plan(self, progress: Progress) -> str:
        pace = (
            self.tr("Trong 4 tuần qua đã xong %n hồ sơ.", "", progress.recent)
            if progress.recent
            else self.tr("Trong 4 tuần qua chưa xong hồ sơ nào.")
        )
        how = (
            self.tr("Chưa có kế hoạch. Xin nhấn {key} để đặt số hồ sơ phải xong và ngày hoàn thành.")
            if self._may_plan
            else self.tr("Chưa có kế hoạch. Người duyệt hoặc lãnh đạo cơ quan đặt kế hoạch ở đây.")
        )
        return f"{pace} {how.format(key=shown(Key.SET_PLAN))}"

    def _against_plan(self, progress: Progress) -> str:
        plan = progress.plan
        assert plan is not None
        said = [
            self.tr("Kế hoạch: {count} hồ sơ đến hết {day}, do {who} đặt.").format(
                count=grouped(plan.dossiers), day=f"{plan.until:%d/%m/%Y}", who=plan.set_by
            )
        ]
        if not progress.left:
            said.append(self.tr("Đã đạt kế hoạch."))
            return " ".join(said)
        said.append(self.tr("Còn {count} hồ sơ phải làm.").format(count=grouped(progress.left)))
        behind = progress.expected - progress.done
        if progress.needed_a_week is None:
            said.append(self.tr("⚠ Đã quá ngày hoàn thành."))
            return " ".join(said)
        if behind > 0:
            said.append(self.tr("⚠ Chậm {count} hồ sơ so với kế hoạch.").format(count=grouped(behind)))
        said.append(
            self.tr("Mỗi tuần cần xong {needed} hồ sơ; 4 tuần qua, mỗi tuần xong {pace} hồ sơ.").format(
                needed=written(f"{progress.needed_a_week:.1f}"),
                pace=written(f"{progress.a_week:.1f}"),
            )
        )
        ends_on = progress.ends_on
        if ends_on is not None:
            said.append(self.tr("Với tốc độ này, dự kiến xong ngày {day}.").format(day=f"{ends_on:%d/%m/%Y}"))
        return " ".join(said)

    def start_planning(self) -> None:
        """The figures of the plan that stands, or a first proposal."""
        progress = self._progress
        if progress is None:
            return
        plan = progress.plan
        today = QDate(progress.today.year, progress.today.month, progress.today.day)
        self.until.setMinimumDate(today.addDays(1))
        self.dossiers.setValue(plan.dossiers if plan is not None else max(progress.done, 1))
        until = (
            QDate(plan.until.year, plan.until.month, plan.until.day)
            if plan is not None
            else today.addMonths(_MONTHS_AHEAD)
        )
        self.until.setDate(until)
        self.form.show()
        self.dossiers.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.dossiers.selectAll()

    def put_away(self) -> None:
        """The form goes; the plan stands."""
        self.form.hide()
        self.plan_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.form.isHidden() and event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        if not self.form.isHidden() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
            return
        super().keyPressEvent(event)

    def _make(self) -> None:
        until = self.until.date()
        self.plan_made.emit(self.dossiers.value(), date(until.year(), until.month(), until.day()))
