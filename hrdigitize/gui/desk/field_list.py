"""The fields of a document as on the form: groups, fields, tables as rows below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.desk.entries import Entry, Section, TableEntries
from hrdigitize.gui.desk.finding_list import FindingList
from hrdigitize.gui.desk.state import PlacedFinding
from hrdigitize.gui.desk.value_box import ValueBox
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown

_LABEL_PX = 190
_SIGHT_MARGIN_PX = 60
_NARROWEST, _WIDEST = 11, 30


class FieldList(QScrollArea):
    """Built once for a document; afterwards only what changed is shown anew."""

    picked = Signal(object)
    row_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Fields")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Các trường của tài liệu"))
        self._boxes: dict[FieldPath, ValueBox] = {}
        self._placed: tuple[PlacedFinding, ...] = ()
        self.findings = FindingList()
        self._current: FieldPath | None = None
        self._shape: tuple[object, ...] = ()
        self._editable = True

    @property
    def boxes(self) -> dict[FieldPath, ValueBox]:
        """The values on screen by their path."""
        return self._boxes

    def show_sections(self, sections: Sequence[Section], empty: str, *, editable: bool) -> None:
        """Lays a document out. empty: the sentence for a document without fields."""
        self._shape = _shape_of(sections)
        self._editable = editable
        self._boxes = {}
        self._current = None
        inside = QWidget()
        inside.setObjectName("FieldsInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 12)
        column.setSpacing(0)
        self.findings = FindingList()
        self.findings.picked.connect(self.picked)
        column.addWidget(self.findings)
        self.findings.show_findings(self._placed)
        for section in sections:
            self._add_section(column, section)
        if not sections:
            column.addWidget(_label(empty, "NoFields"))
        column.addStretch(1)
        self.setWidget(inside)

    def show_findings(self, placed: Sequence[PlacedFinding]) -> None:
        """What the rules have to say, above the fields."""
        if self._placed != tuple(placed):
            self._placed = tuple(placed)
            self.findings.show_findings(self._placed)

    def show_answers(self, sections: Sequence[Section], empty: str, *, editable: bool) -> None:
        """The same document after an answer: entries that say something else are shown anew."""
        if self._shape != _shape_of(sections) or self._editable != editable:
            current = self._current
            self.show_sections(sections, empty, editable=editable)
            self.show_current(current if current in self._boxes else None)
            return
        for entry in (entry for section in sections for entry in section.all_entries()):
            box = self._boxes[entry.path]
            if box.entry != entry:
                box.show_entry(entry)

    def show_current(self, path: FieldPath | None) -> None:
        """Points at the current field and brings it into sight."""
        if self._current in self._boxes:
            self._boxes[self._current].show_current(current=False)
        self._current = path
        if path is None:
            return
        self._boxes[path].show_current(current=True)
        self._bring_into_sight()
        # Again once the layout has come to rest: before, a new list has no places yet.
        QTimer.singleShot(0, self, self._bring_into_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card above grows and shrinks with its field; the current place stays in sight."""
        super().resizeEvent(event)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        box = self._boxes.get(self._current) if self._current is not None else None
        inside = self.widget()
        if box is None or inside is None:
            return
        if box.y() <= _SIGHT_MARGIN_PX and box.parentWidget() is inside:
            self.verticalScrollBar().setValue(0)
        self.ensureWidgetVisible(box, 0, _SIGHT_MARGIN_PX)
        # Of a place higher than the list, the beginning.
        self.ensureVisible(0, box.mapTo(inside, QPoint(0, 0)).y(), 0, 0)

    def _add_section(self, column: QVBoxLayout, section: Section) -> None:
        column.addSpacing(8)
        column.addWidget(_label(section.title, "Section"))
        for entry in section.entries:
            column.addWidget(self._box(entry, _LABEL_PX))
        for table in section.tables:
            self._add_table(column, table, section.title)

    def _add_table(self, column: QVBoxLayout, table: TableEntries, title: str) -> None:
        if table.label != title:
            column.addWidget(_label(table.label, "TableLabel"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        places = {key: place for place, key in enumerate(table.columns, start=1)}
        for key, name in table.columns.items():
            header = _label(name, "Column")
            header.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(header, 0, places[key])
            grid.setColumnStretch(places[key], _share(table, key))
        for number, row in enumerate(table.rows, start=1):
            count = _label(str(number), "RowNumber")
            count.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
            count.setContentsMargins(4, 6, 2, 0)
            grid.addWidget(count, number, 0)
            for entry in row:
                grid.addWidget(self._box(entry, 0), number, places[entry.path.field])
        column.addLayout(grid)
        column.addWidget(self._row_button(table), 0, Qt.AlignmentFlag.AlignLeft)

    def _row_button(self, table: TableEntries) -> QPushButton:
        words = self.tr("Bỏ dòng vừa thêm") if table.growing else self.tr("Thêm dòng máy bỏ sót")
        button = QPushButton(f"{words} ({shown(Key.ADD_ROW)})")
        button.setObjectName("Quiet")
        button.setIcon(icons.icon("less" if table.growing else "more", theme.colours().accent))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setEnabled(self._editable)
        button.clicked.connect(lambda: self.row_wanted.emit(table.key))
        return button

    def _box(self, entry: Entry, label_px: int) -> ValueBox:
        box = ValueBox(entry, label_px)
        box.picked.connect(self.picked)
        self._boxes[entry.path] = box
        return box


def _shape_of(sections: Sequence[Section]) -> tuple[object, ...]:
    """What the layout depends on: which entries there are, and which tables are growing."""
    paths = tuple(entry.path for section in sections for entry in section.all_entries())
    return paths, tuple(table.growing for section in sections for table in section.tables)


def _share(table: TableEntries, key: str) -> int:
    """A column's share of the width: by its longest text, so that dates leave room for sentences."""
    texts = (entry.answer.text for row in table.rows for entry in row if entry.path.field == key)
    longest = max((len(text) for text in texts), default=0)
    return min(max(longest, _NARROWEST), _WIDEST)


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
