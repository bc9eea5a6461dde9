"""The foot of a room: the keys that no button shows, the most used first."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from hrdigitize.gui.look.key_hints import Hint, KeyHints

#: Above and below a button: its frame stands free of the foot's edge.
_AROUND_PX = 5


class Foot(QFrame):
    """One line; `row` takes what else stands there, behind the keys."""

    def __init__(self, *hints: Hint) -> None:
        super().__init__()
        self.setObjectName("Foot")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 0, 12, 0)
        if hints:
            self.row.addWidget(KeyHints(hints), 1)

    def add_button(self, button: QPushButton) -> None:
        """At the end of the line, which makes room for it."""
        space = self.row.contentsMargins()
        self.row.setContentsMargins(space.left(), _AROUND_PX, space.right(), _AROUND_PX)
        self.row.addWidget(button)
