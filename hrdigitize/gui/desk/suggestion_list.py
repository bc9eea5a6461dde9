"""What may be meant by what is typed, below the editor: Down and Up choose, Enter takes what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from hrdigitize.gui.look.tooltips import plain_tooltip

_FRAME_PX = 2


class SuggestionList(QListWidget):
    """Lies over what is below the editor and never has the focus: the hands stay in the editor."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("Suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setAccessibleName(self.tr("Gợi ý"))
        self.itemClicked.connect(self._take_item)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is offered now."""
        return tuple(self.item(row).text() for row in range(self.count())) if self.isVisible() else ()

    @property
    def chosen(self) -> str:
        """What Enter would take; "" while nothing is chosen."""
        item = self.currentItem() if self.isVisible() else None
        return item.text() if item is not None else ""

    def offer(self, texts: Sequence[str], editor: QWidget) -> None:
        """Shows them right below the editor, none chosen; hides for none."""
        self.clear()
        for text in texts:
            item = QListWidgetItem(text)
            item.setToolTip(plain_tooltip(text))
            self.addItem(item)
        self.setCurrentRow(-1)
        if not texts:
            self.hide()
            return
        corner = editor.mapTo(self._room, QPoint(0, editor.height()))
        wanted = self.count() * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth() + _FRAME_PX
        self.setGeometry(
            corner.x(), corner.y(), editor.width(), min(wanted, self._room.height() - corner.y())
        )
        self.show()
        self.raise_()

    def step(self, by: int) -> bool:
        """One further down or up, from the editor to the first and back; False where nothing is offered."""
        if not self.isVisible():
            return False
        row = min(max(self.currentRow() + by, -1), self.count() - 1)
        self.setCurrentRow(row)
        if row < 0:
            self.clearSelection()
        return True

    def take(self) -> bool:
        """Takes what is chosen; False where nothing is."""
        text = self.chosen
        if not text:
            return False
        self.hide()
        self.taken.emit(text)
        return True

    def _take_item(self, item: QListWidgetItem) -> None:
        self.hide()
        self.taken.emit(item.text())
