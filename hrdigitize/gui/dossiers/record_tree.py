"""The record by sections: every value is a line to stand on; a row of a table opens into its cells."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.dossiers.record_state import Line, Part
from hrdigitize.gui.dossiers.wrapped_items import QUIET, WrappedTree
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.tooltips import plain_tooltip

_LINE = Qt.ItemDataRole.UserRole


class RecordTree(WrappedTree):
    """`picked` gives the line (Line) on which the person stands; None on a title."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lý lịch"))
        self.currentItemChanged.connect(lambda item, _: self.picked.emit(_line(item)))
        self._items: dict[FieldPath, QTreeWidgetItem] = {}

    def show_parts(self, parts: tuple[Part, ...], waiting: frozenset[FieldPath]) -> None:
        """A record. waiting: places about which a correction waits; they are marked."""
        here = self.current_path
        self.clear()
        self._items = {}
        for part in parts:
            title = self.add_title(part.title)
            for line in part.lines:
                self._add(title, line, waiting)
            title.setExpanded(True)
        self.stand_on(here)

    def _add(self, above: QTreeWidgetItem, line: Line, waiting: frozenset[FieldPath]) -> None:
        item = QTreeWidgetItem(above, [line.label, self._said(line)])
        item.setData(0, _LINE, line)
        item.setData(0, QUIET, not line.text)
        item.setToolTip(1, plain_tooltip(line.text))
        if line.path in waiting or any(cell.path in waiting for cell in line.cells):
            item.setIcon(1, icons.icon("mark-doubtful", theme.colours().doubt))
            item.setData(1, Qt.ItemDataRole.AccessibleDescriptionRole, self.tr("có đề nghị sửa đang chờ"))
        for cell in line.cells:
            self._add(item, cell, waiting)
        if not line.cells:
            self._items[line.path] = item

    def _said(self, line: Line) -> str:
        """The value in words."""
        if not line.cells and line.state is State.ILLEGIBLE:
            return self.tr("không đọc được")
        return line.text or self.tr("để trống")

    @property
    def current_path(self) -> FieldPath | None:
        line = _line(self.currentItem())
        return line.path if line is not None else None

    def stand_on(self, path: FieldPath | None) -> None:
        """Goes to a place; to the first one where there is none of this name."""
        item = self._items.get(path) if path is not None else None
        if item is None:
            item = next(iter(self._items.values()), None)
        if item is None:
            return
        above = item.parent()
        if above is not None:
            above.setExpanded(True)
        self.setCurrentItem(item)
        self.scrollToItem(item)


def _line(item: QTreeWidgetItem | None) -> Line | None:
    found: Line | None = item.data(0, _LINE) if item is not None else None
    return found
