"""The figures of the operators as a table: one's own, or everybody's for who may see them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from hrdigitize.domain.effort import PAUSE_S
from hrdigitize.domain.operator_figures import OperatorFigures
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.numbers import written
from hrdigitize.services.permissions import Action

_CHOICE_PX = 170
_ROW_PX = 40
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FiguresView(RoomPage):
    """Whoever decides sees everybody, others see themselves."""

    def __init__(self, frame: Frame, _pictures: PagePictures) -> None:
        super().__init__()
        self._frame = frame
        self._all = frame.may(Action.SEE_FIGURES)
        self._title = ElidedLabel(
            "Title", self.tr("Năng suất của mọi người") if self._all else self.tr("Năng suất của tôi")
        )
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Khoảng thời gian"))
        self.period.setMinimumWidth(_CHOICE_PX)
        for words, days in (
            (self.tr("7 ngày qua"), 7),
            (self.tr("30 ngày qua"), 30),
            (self.tr("Từ trước đến nay"), None),
        ):
            self.period.addItem(words, days)
        self.period.setCurrentIndex(1)
        self.table = self._made_table()
        self._empty = QLabel(self.tr("Chưa ai nhập mục nào trong thời gian này. Xin chọn thời gian khác."))
        self._empty.setObjectName("Welcome")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        self._lay_out()
        self.period.activated.connect(self._load)
        bind(Key.FILTER, self, self.period.setFocus, self.tr("Chọn khoảng thời gian"))

    def _made_table(self) -> QTableWidget:
        heads = (
            self.tr("Người làm"),
            self.tr("Tài liệu"),
            self.tr("Mục\nđã nhập"),
            self.tr("Phím\nbấm"),
            self.tr("Phím/\nmục"),
            self.tr("Thời gian\n(phút)"),
            self.tr("Phút/\ntài liệu"),
            self.tr("Bị sửa/\n1.000 mục"),
            self.tr("Sai trong\nmẫu rút"),
        )
        table = QTableWidget(0, len(heads))
        table.setObjectName("Figures")
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(self.tr("Số liệu của từng người"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column in range(len(heads)):
            item = table.horizontalHeaderItem(column)
            if item is not None:
                item.setTextAlignment(_RIGHT if column else _LEFT)
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 12, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self.period)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 0)
        notices.addWidget(self.notice)
        note = QLabel(
            self.tr(
                "Thời gian không tính lúc nghỉ quá {pause} giây. Chương trình chỉ đếm số phím, không ghi "
                "phím nào được bấm. Bị sửa: mục đã nhập mà sau đó người khác sửa lại."
            ).format(pause=round(PAUSE_S))
        )
        note.setObjectName("Hint")
        note.setWordWrap(True)
        note.setContentsMargins(14, 8, 14, 8)
        middle = QHBoxLayout()
        middle.setContentsMargins(14, 2, 14, 0)
        middle.addWidget(self.table)
        middle.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(notices)
        column.addLayout(middle, 1)
        column.addWidget(note)
        column.addWidget(self._foot())

    def _foot(self) -> Foot:
        return Foot(
            Hint((shown(Key.FILTER),), self.tr("chọn thời gian")),
            Hint((shown(Key.VIEW_DOCUMENTS),), self.tr("về từng tài liệu")),
        )

    def opened(self) -> None:
        self._load()
        self.table.setFocus()

    def _load(self) -> None:
        operators, actor, days = self._frame.app.operators, self._frame.actor, self.period.currentData()
        if self._all:
            self._frame.lane.start(lambda: operators.all(actor=actor, days=days), self._show)
        else:
            self._frame.lane.start(lambda: (operators.own(actor=actor, days=days),), self._show)

    def _show(self, figures: tuple[OperatorFigures, ...]) -> None:
        known = [one for one in figures if one.fields or one.effort or one.sampled]
        self.table.setRowCount(len(known))
        for row, one in enumerate(known):
            for column, text in enumerate(self._texts(one)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        if known and self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)
        self.table.setVisible(bool(known))
        self._empty.setVisible(not known)

    def _texts(self, one: OperatorFigures) -> tuple[str, ...]:
        minutes = one.effort.active_ms / 60_000
        per_document = one.seconds_per_document
        return (
            one.name,
            _whole(one.documents),
            _whole(one.fields),
            _whole(one.effort.keystrokes),
            _tenths(one.keys_per_field),
            _tenths(minutes) if one.effort else "–",
            _tenths(per_document / 60 if per_document is not None else None),
            _tenths(one.corrections_per_thousand),
            self.tr("{wrong} / {sampled}").format(wrong=one.wrong, sampled=one.sampled)
            if one.sampled
            else "–",
        )


def _whole(number: int) -> str:
    return written(f"{number:,}")


def _tenths(number: float | None) -> str:
    """To one decimal."""
    if number is None:
        return "–"
    return written(f"{number:,.1f}")
