"""Units: agencies and party committees; added, given another name, dissolved. Nothing is ever removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from hrdigitize.domain.units import ManagingLevel, Span, Unit, UnitId, UnitKind
from hrdigitize.gui.admin.card import Card, beside
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.row_list import Row, RowList
from hrdigitize.gui.look.sentences import said
from hrdigitize.services.permissions import Action


class UnitsSection(Section):
    """The list for whoever may see it; the cards beside it for who decides."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        manages = frame.may(Action.MANAGE_UNITS)
        self._units: dict[UnitId, Unit] = {}
        self._chosen: Unit | None = None
        self.list = RowList(
            self.tr("Cơ quan, đơn vị"),
            (self.tr("Tên"), self.tr("Loại"), self.tr("Cấp quản lý"), self.tr("Thời gian")),
            self.tr("Chưa có cơ quan, đơn vị nào. Lãnh đạo cơ quan thêm ở khung bên phải.")
            if manages
            else self.tr("Chưa có cơ quan, đơn vị nào. Lãnh đạo cơ quan có quyền thêm."),
        )
        self.new = _NewUnitCard()
        self.other = _OtherNameCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(beside(self.list, *((self.other, self.new) if manages else ())))
        bind(Key.FILTER, self, self.list.start_filtering, self.tr("Lọc cơ quan, đơn vị"))
        self.list.chosen.connect(self._show_chosen)
        if manages:
            bind(Key.NEW, self, self._begin_new, self.tr("Thêm cơ quan, đơn vị"))
            self.new.button.clicked.connect(self._add)
            self.other.rename.clicked.connect(self._rename)
            self.other.dissolve.clicked.connect(self._dissolve)
        self._show_chosen(None)

    def opened(self) -> None:
        units, actor = self.frame.app.units, self.frame.actor
        self.frame.lane.start(lambda: units.all(actor=actor), self._show)

    def first(self) -> QWidget:
        return self.list.filter

    def _show(self, units: tuple[Unit, ...]) -> None:
        self._units = {one.id: one for one in units}
        self.list.show_rows([_row(one) for one in units])
        self.new.offer_parents([one for one in units if one.span.end is None])

    def _show_chosen(self, key: object) -> None:
        self._chosen = self._units.get(UnitId(key)) if isinstance(key, str) else None
        self.other.show_unit(self._chosen)

    def _begin_new(self) -> None:
        self.new.go_to(self.new.name)

    def _add(self) -> None:
        new, units, actor = self.new, self.frame.app.units, self.frame.actor
        name, since = new.name.text(), new.since.text().strip()
        kind = UnitKind(new.kind.currentData())
        level = ManagingLevel(new.level.currentData())
        parent: UnitId | None = new.parent_unit.currentData()
        self._start(
            lambda: units.add(name, actor=actor, kind=kind, level=level, since=since, parent=parent),
            self.tr("Đã thêm {name}."),
        )

    def _rename(self) -> None:
        unit = self._chosen
        if unit is None:
            return
        units, actor = self.frame.app.units, self.frame.actor
        name, since = self.other.name.text(), self.other.since.text().strip()
        self._start(
            lambda: units.rename(unit.id, name, since=since, actor=actor),
            self.tr("Đã ghi tên mới: {name}. Tên cũ vẫn giữ cho giấy tờ của thời đó."),
        )

    def _dissolve(self) -> None:
        unit = self._chosen
        if unit is None:
            return
        units, actor, day = self.frame.app.units, self.frame.actor, self.other.since.text().strip()
        if not day:
            self.fault(self.tr("Xin ghi ngày giải thể, ví dụ 01/07/2025."))
            self.other.since.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._start(
            lambda: units.dissolve(unit.id, on=day, actor=actor),
            self.tr("Đã ghi ngày giải thể của {name}. Đơn vị vẫn còn trong danh sách."),
        )

    def _start(self, call: Callable[[], Unit], done: str) -> None:
        def told(unit: Unit) -> None:
            self.new.clear()
            self.other.clear()
            self.say(done.replace("{name}", unit.name))
            self.frame.ways.changed.emit()
            self.opened()

        self.frame.lane.start(call, told)


class _NewUnitCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Thêm cơ quan, đơn vị ({key})").format(key=shown(Key.NEW)))
        self.name, self.since = QLineEdit(), QLineEdit()
        self.since.setPlaceholderText(self.tr("ví dụ 01/07/2025, có thể để trống"))
        self.kind, self.level, self.parent_unit = QComboBox(), QComboBox(), QComboBox()
        for kind in UnitKind:
            self.kind.addItem(_kind(kind), kind)
        for level in ManagingLevel:
            self.level.addItem(_level(level), level)
        self.level.setCurrentIndex(self.level.findData(ManagingLevel.COMMUNE))
        self.offer_parents([])
        self.add_row(self.tr("Tên"), self.name)
        self.add_row(self.tr("Loại"), self.kind)
        self.add_row(self.tr("Cấp quản lý"), self.level)
        self.add_row(self.tr("Cơ quan cấp trên"), self.parent_unit)
        self.add_row(self.tr("Thành lập từ ngày"), self.since)
        self.button = self.add_button(self.tr("Thêm"), lambda: None, primary=True)
        for line in (self.name, self.since):
            line.returnPressed.connect(self.button.click)

    def offer_parents(self, units: list[Unit]) -> None:
        """The units that there are now; what was chosen stays."""
        before = self.parent_unit.currentData()
        self.parent_unit.clear()
        self.parent_unit.addItem(self.tr("(không ghi)"), None)
        for unit in units:
            self.parent_unit.addItem(unit.name, unit.id)
        self.parent_unit.setCurrentIndex(max(0, self.parent_unit.findData(before)))

    def clear(self) -> None:
        self.name.clear()
        self.since.clear()


class _OtherNameCard(Card):
    """Another name, or an end, of the unit at the cursor."""

    def __init__(self) -> None:
        super().__init__("", self.tr("Xin chọn một cơ quan, đơn vị trong danh sách."))
        self.name, self.since = QLineEdit(), QLineEdit()
        self.since.setPlaceholderText(self.tr("ví dụ 01/07/2025"))
        self.add_row(self.tr("Tên mới"), self.name)
        self.add_row(self.tr("Kể từ ngày (đổi tên, giải thể)"), self.since)
        self.rename = self.add_button(self.tr("Đổi tên"), lambda: None)
        self.dissolve = self.add_button(self.tr("Ghi giải thể"), lambda: None)
        self._unit: Unit | None = None

    def show_unit(self, unit: Unit | None) -> None:
        if unit != self._unit:
            self.clear()
        self._unit = unit
        there = unit is not None
        self.heading.setText(unit.name if unit is not None else self.tr("Đơn vị đang chọn"))
        self.remark.setVisible(not there)
        for row in (self.name, self.since):
            self.form.setRowVisible(row, there)
        self.rename.setVisible(there)
        self.dissolve.setVisible(unit is not None and unit.span.end is None)

    def clear(self) -> None:
        self.name.clear()
        self.since.clear()


def _row(unit: Unit) -> Row:
    names = " ← ".join(named.name for named in reversed(unit.names))
    return Row(unit.id, (names, _kind(unit.kind), _level(unit.level), _span(unit.span)), bool(unit.span.end))


def _kind(kind: UnitKind) -> str:
    return said(f"unit-{kind.value}")


def _level(level: ManagingLevel) -> str:
    return said(f"level-{level.value}")


def _span(span: Span) -> str:
    if span.end is None:
        since = QCoreApplication.translate("UnitsSection", "từ {day}")
        return since.format(day=_day(span.start)) if span.start else ""
    return f"{_day(span.start)} – {_day(span.end)}"


def _day(iso: str | None) -> str:
    """A partial ISO date as it is written: the day first."""
    return "/".join(reversed(iso.split("-"))) if iso else "…"
