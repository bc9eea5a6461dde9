"""Boxes for numbers and dates: what the style sheet cannot say of them."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox

_PAD_PX = 8


def keep_from_edge(*boxes: QAbstractSpinBox) -> None:
    """Their text begins as far from the frame as in a line to type in: Qt gives them no padding there."""
    for box in boxes:
        box.lineEdit().setTextMargins(_PAD_PX, 0, 0, 0)
