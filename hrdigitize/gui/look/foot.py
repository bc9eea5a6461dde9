"""The foot of a room: the keys that no button shows, the most used first."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from hrdigitize.gui.look.key_hints import Hint, KeyHints


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
