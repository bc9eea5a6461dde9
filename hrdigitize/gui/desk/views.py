"""Ways of working in the room "Kiểm tra": document by document first, others beside it on a slim strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from hrdigitize.domain.actors import Actor
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.services.permissions import Action, may

_HEIGHT_PX = 34


@dataclass(frozen=True, slots=True)
class View:
    """One way of working: its name on the strip, its key, who may use it (one action is enough)."""

    words: str
    key: Key
    make: Callable[[Frame, PagePictures], RoomPage]
    needs: frozenset[Action] = field(default_factory=frozenset)

    def is_for(self, actor: Actor) -> bool:
        return any(may(actor, action) for action in self.needs)


class ViewStrip(QFrame):
    """`chosen` gives the place of the view on the strip."""

    chosen = Signal(int)

    def __init__(self, named: Sequence[tuple[str, Key]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Views")
        self.setFixedHeight(_HEIGHT_PX)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        for place, (words, key) in enumerate(named):
            button = QToolButton()
            button.setText(words)
            button.setToolTip(f"{words} ({shown(key)})")
            button.setAccessibleName(words)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.chosen.emit, place))
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        if len(named) > 1:
            keys = QLabel(_together([key for _, key in named]))
            keys.setObjectName("Hint")
            row.addWidget(keys)

    def show_view(self, place: int) -> None:
        self._group.button(place).setChecked(True)

    @property
    def names(self) -> list[str]:
        """The views on the strip."""
        return [button.text() for button in self._group.buttons()]


def _together(keys: Sequence[Key]) -> str:
    """Keys that differ in their last sign, in as little room as can be."""
    first, *others = map(shown, keys)
    return ", ".join([first, *(key.rpartition("+")[2] for key in others)])
