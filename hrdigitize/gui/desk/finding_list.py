"""What the rules have to say about the open document: a short list, each line a way to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.desk.reasons import placed_sentence
from hrdigitize.gui.desk.state import PlacedFinding
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown

_ICON_PX = 16


class FindingList(QFrame):
    """Hidden while there is nothing to say. `picked` gives the field at which to look."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Findings")
        self._heading = QLabel()
        self._heading.setObjectName("FindingsTitle")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(4)
        self._column.addWidget(self._heading)
        self._rows: list[_FindingRow] = []
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """What the list says, line by line."""
        return [row.sentence for row in self._rows]

    def show_findings(self, placed: Sequence[PlacedFinding]) -> None:
        """Other findings than before."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_FindingRow(one) for one in placed]
        for row in self._rows:
            row.picked.connect(self.picked)
            self._column.addWidget(row)
        self._heading.setText(
            self.tr("{count} cảnh báo (nhấn {key} để đến từng chỗ)").format(
                count=len(placed), key=shown(Key.FINDING)
            )
        )
        self.setVisible(bool(placed))


class _FindingRow(QFrame):
    """One finding; a click anywhere on it leads to its field."""

    picked = Signal(object)

    def __init__(self, placed: PlacedFinding) -> None:
        super().__init__()
        self.setObjectName("FindingRow")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._path: FieldPath = placed.entry.path
        self.sentence = placed_sentence(placed)
        icon = QLabel()
        icon.setPixmap(icons.icon("mark-doubtful", theme.colours().doubt).pixmap(_ICON_PX, _ICON_PX))
        text = QLabel(self.sentence)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(self._path)
