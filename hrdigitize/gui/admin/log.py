"""The log: who did what when; filtered by typing, the newest first. It never holds a personal value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdigitize import messages
from hrdigitize.domain.record import AuditEntry
from hrdigitize.domain.vietnamese import folded
from hrdigitize.gui.admin.card import plain_label
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.keys import Key, bind
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.row_list import Row, RowList
from hrdigitize.gui.look.sentences import said

_MOST_ROWS = 2000
_WAIT_MS = 150
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: Of an identifier so many characters are shown.
_SHORT = 8


@dataclass(frozen=True, slots=True)
class _Line:
    """row: as it is shown; text: what is looked through, marks and case aside."""

    row: Row
    text: str


class LogSection(Section):
    """Looks through all of it aside and shows the newest lines that fit."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        self._lines: tuple[_Line, ...] = ()
        columns = (
            self.tr("Số"),
            self.tr("Thời điểm"),
            self.tr("Ai"),
            self.tr("Vai trò"),
            self.tr("Việc"),
            self.tr("Đối tượng"),
        )
        empty = self.tr("Không có dòng nào như vậy trong nhật ký.")
        self.list = RowList(self.tr("Nhật ký"), columns, empty, wide=4, filters_itself=False)
        self._count = plain_label("", "Hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 8)
        column.addWidget(self.list, 1)
        column.addWidget(self._count)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_WAIT_MS)
        self._pause.timeout.connect(self._look)
        self.list.typed.connect(lambda _: self._pause.start())
        bind(Key.FILTER, self, self.list.start_filtering, self.tr("Lọc nhật ký"))

    def opened(self) -> None:
        upkeep, actor = self.frame.app.upkeep, self.frame.actor
        words = _words()
        self.frame.aside.start(lambda: _lines(upkeep.log(actor=actor), words), self._take)

    def first(self) -> QWidget:
        return self.list.filter

    def _take(self, lines: tuple[_Line, ...]) -> None:
        self._lines = lines
        self._look()

    def _look(self) -> None:
        typed, lines = self.list.filter.text(), self._lines
        self.frame.aside.start(lambda: _fitting(lines, typed), lambda found: self._show(typed, found))

    def _show(self, typed: str, found: Sequence[Row]) -> None:
        if typed != self.list.filter.text():
            return
        self.list.show_rows(found[:_MOST_ROWS])
        told = self.tr("%n dòng", "", len(found))
        if len(found) > _MOST_ROWS:
            told += self.tr(", hiện %n dòng mới nhất", "", _MOST_ROWS)
        self._count.setText(told)


def _words() -> dict[str, str]:
    """What each action and role is called, in the window's language."""
    known = [code for code in messages.codes() if code.startswith(("action-", "role-"))]
    return {code: said(code) for code in known if code != "action-not-allowed"}


def _lines(entries: Sequence[AuditEntry], words: dict[str, str]) -> tuple[_Line, ...]:
    return tuple(_line(entry, words) for entry in reversed(entries))


def _line(entry: AuditEntry, words: dict[str, str]) -> _Line:
    role = words.get(f"role-{entry.actor.role.value}", entry.actor.role.value)
    action = words.get(f"action-{entry.action}", entry.action)
    at = f"{entry.at.astimezone():%d/%m/%Y %H:%M:%S}"
    cells = (str(entry.sequence), at, entry.actor.name, role, action)
    row = Row(entry.sequence, (*cells, _short(entry.subject)), whole=entry.subject)
    return _Line(row, folded(" ".join((*cells, entry.subject))))


def _short(subject: str) -> str:
    """Identifiers by their ends: they begin with the time, so those of one morning begin alike."""
    return _IDENTIFIER.sub(lambda found: f"…{found.group()[-_SHORT:]}", subject)


def _fitting(lines: Sequence[_Line], typed: str) -> tuple[Row, ...]:
    words = folded(typed).split()
    return tuple(line.row for line in lines if all(word in line.text for word in words))
