"""The room "Tổng quan": what waits, the plan, the last backup, the cadres in charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.overview import INCOMPLETE, WAITING, By, CadresOf, Queue
from hrdigitize.domain.plan import Plan
from hrdigitize.gui.frame.room import Frame, RoomName, RoomPage
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.overview.bar_chart import BarChart
from hrdigitize.gui.overview.number_tile import NumberTile
from hrdigitize.gui.overview.progress_tile import ProgressTile
from hrdigitize.gui.overview.waiting_list import WaitingList
from hrdigitize.gui.overview.words import list_words, queue_words
from hrdigitize.services.backups import BackupStanding
from hrdigitize.services.overview import Glance
from hrdigitize.services.permissions import Action

#: A week's work is as much as an office may lose.
_BACKUP_EACH = timedelta(days=7)
_WIDE_PX = 900
_GAP_PX = 10
#: All numbers stand in one row, or so many in the first of two where it is narrow.
_FIRST_NUMBERS = 4
_CHARTS = (By.AGE, By.SEX, By.QUALIFICATION)


class OverviewRoom(RoomPage):
    """Every number opens its list: papers here, cadres in the room "Hồ sơ"."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._asked = False
        names = {key: form.name.partition(":")[0] for key, form in frame.app.forms.items()}
        self.queues = {queue: NumberTile(queue_words(queue)) for queue in Queue}
        self.to_correct = NumberTile(list_words(By.CORRECTIONS, WAITING))
        self.incomplete = NumberTile(list_words(By.CONTENTS, INCOMPLETE))
        self.progress = ProgressTile(may_plan=frame.may(Action.SET_PLAN))
        self.backup = QLabel()
        self.backup.setObjectName("FigureWords")
        self.backup.setWordWrap(True)
        self.begin = QLabel(
            self.tr("Chưa có giấy tờ nào. Xin nhận giấy tờ ở phần Tiếp nhận ({key}).").format(
                key=shown(Key.ROOM_INTAKE)
            )
        )
        self.begin.setWordWrap(True)
        self.charts = {by: BarChart(by, place) for place, by in enumerate(_CHARTS)}
        may_read = frame.may(Action.CAPTURE) or frame.may(Action.READ)
        self.waiting = WaitingList(names, may_read=may_read)
        self.stack = QStackedWidget()
        self._numbers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("OverviewInside")
        title = QLabel(self.tr("Tổng quan"))
        title.setObjectName("Title")
        self._numbers.setSpacing(_GAP_PX)
        numbers = (*self.queues.values(), self.to_correct, self.incomplete)
        for row in (numbers[:_FIRST_NUMBERS], numbers[_FIRST_NUMBERS:]):
            self._numbers.addLayout(_beside(row), len(row))
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(_GAP_PX)
        column.addWidget(title)
        column.addWidget(self.notice)
        column.addWidget(self.begin)
        self.begin.hide()
        column.addLayout(self._numbers)
        column.addWidget(self.progress)
        column.addWidget(self.backup)
        column.addLayout(_beside(tuple(self.charts.values())))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("Overview")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._scroll = scroll
        self.stack.addWidget(scroll)
        self.stack.addWidget(self.waiting)
        feet = self._feet()
        self.stack.currentChanged.connect(feet.setCurrentIndex)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.stack, 1)
        whole.addWidget(feet)

    def _feet(self) -> QStackedWidget:
        """One foot for the numbers, one for the list behind a number."""
        feet = QStackedWidget()
        feet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        feet.addWidget(
            Foot(
                Hint(("Tab",), self.tr("ô số kế tiếp")),
                Hint(("Enter",), self.tr("mở danh sách")),
                Hint(("↑", "↓"), self.tr("từng dòng của biểu đồ")),
            )
        )
        feet.addWidget(
            Foot(
                Hint(("↑", "↓"), self.tr("từng dòng")),
                Hint(("Enter",), self.tr("mở dòng đang chọn")),
                Hint(("Esc",), self.tr("về tổng quan")),
            )
        )
        return feet

    def _connect(self) -> None:
        for queue, tile in self.queues.items():
            tile.clicked.connect(partial(self._list_papers, queue))
        self.to_correct.clicked.connect(partial(self._list_cadres, By.CORRECTIONS, WAITING))
        self.incomplete.clicked.connect(partial(self._list_cadres, By.CONTENTS, INCOMPLETE))
        for by, chart in self.charts.items():
            chart.chosen.connect(partial(self._list_cadres, by))
        self.progress.plan_made.connect(self._set_plan)
        self.progress.list_wanted.connect(lambda: self._frame.ways.room.emit(RoomName.DOSSIERS))
        bind_button(Key.SET_PLAN, self, self.progress.plan_button, self.tr("Đặt kế hoạch số hóa"))
        self.waiting.document_wanted.connect(self._frame.ways.document)
        self.waiting.batch_wanted.connect(self._frame.ways.intake)
        self.waiting.more_wanted.connect(self._fetch)
        self.waiting.closed.connect(self._leave_list)
        self._frame.ways.changed.connect(self._changed)

    def opened(self) -> None:
        self._look()
        if self.stack.currentWidget() is self.waiting:
            self._fetch_first(self.waiting.queue)
        elif self.focusWidget() is None:
            next(iter(self.queues.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= _WIDE_PX
        self._numbers.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back from a list."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.waiting:
            self._leave_list()
            return
        super().keyPressEvent(event)

    def _changed(self) -> None:
        if self.isVisible():
            self.opened()

    def _look(self) -> None:
        """Every number anew; while an answer is still to come it is not asked for twice."""
        if self._asked:
            return
        self._asked = True
        app, actor = self._frame.app, self._frame.actor
        self._frame.lane.start(lambda: app.overview.glance(actor=actor), self._show, self._failed)
        self._frame.lane.start(lambda: app.backups.standing(actor=actor), self._say_backup)

    def _failed(self, fault: Exception) -> None:
        self._asked = False
        self._frame.fail(fault)

    def _show(self, glance: Glance) -> None:
        self._asked = False
        for queue, tile in self.queues.items():
            tile.show_number(glance.waiting[queue])
        self.to_correct.show_number(glance.to_correct)
        self.incomplete.show_number(glance.incomplete)
        self.progress.show_progress(glance.progress)
        nothing = not glance.progress.done and not any(glance.waiting.values())
        self.begin.setVisible(nothing and self._frame.may(Action.CAPTURE))
        for by, chart in self.charts.items():
            chart.show_bars(glance.charts[by])

    def _say_backup(self, standing: BackupStanding) -> None:
        if standing.last is None:
            self.backup.setText(self.tr("⚠ Chưa sao lưu lần nào. Xin sao lưu ra đĩa khác ngay khi có thể."))
            return
        late = standing.today - standing.last > _BACKUP_EACH
        words = self.tr("⚠ Đã quá 7 ngày chưa sao lưu.") if late else ""
        last = self.tr("Lần sao lưu thành công gần nhất: ngày {day}.").format(day=f"{standing.last:%d/%m/%Y}")
        self.backup.setText(f"{words} {last}".strip())

    def _list_papers(self, queue: Queue) -> None:
        self.waiting.start(queue)
        self.stack.setCurrentWidget(self.waiting)
        self._fetch_first(queue)

    def _fetch_first(self, queue: Queue) -> None:
        overview, actor = self._frame.app.overview, self._frame.actor
        if queue is Queue.TO_READ:
            self._frame.lane.start(lambda: overview.unread_batches(actor=actor), self.waiting.show_batches)
            return
        self._frame.lane.start(
            lambda: overview.documents(queue, actor=actor),
            lambda page: self.waiting.show_documents(queue, page, fresh=True),
        )

    def _fetch(self, queue: Queue, after: int) -> None:
        overview, actor = self._frame.app.overview, self._frame.actor
        self._frame.lane.start(
            lambda: overview.documents(queue, actor=actor, after=after),
            lambda page: self.waiting.show_documents(queue, page, fresh=False),
        )

    def _list_cadres(self, by: By, key: str) -> None:
        self._frame.ways.cadres.emit(CadresOf(by, key), list_words(by, key))

    def _leave_list(self) -> None:
        self.stack.setCurrentWidget(self._scroll)
        self.queues[self.waiting.queue].setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def _set_plan(self, dossiers: int, until: date) -> None:
        overview, actor = self._frame.app.overview, self._frame.actor

        def done(plan: Plan) -> None:
            self.progress.put_away()
            self.notice.say(
                NoticeKind.DONE,
                self.tr("Đã lưu kế hoạch đến hết {day}.").format(day=f"{plan.until:%d/%m/%Y}"),
            )
            self._frame.ways.changed.emit()

        self._frame.lane.start(lambda: overview.set_plan(dossiers, until, actor=actor), done)


def _beside(parts: Sequence[QWidget]) -> QHBoxLayout:
    """All equally wide."""
    row = QHBoxLayout()
    row.setSpacing(_GAP_PX)
    for part in parts:
        row.addWidget(part, 1)
    return row
