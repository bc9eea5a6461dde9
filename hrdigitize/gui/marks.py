"""How the three marks of a field are worded and coloured; each has a drawing of its own (icons mark-…)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.gui import theme
from hrdigitize.gui.entries import Mark

COLOURS = {Mark.ACCEPTED: theme.GOOD, Mark.DOUBTFUL: theme.DOUBT, Mark.ANSWERED: theme.ACCENT}
GROUNDS = {
    Mark.ACCEPTED: theme.GOOD_SOFT,
    Mark.DOUBTFUL: theme.DOUBT_SOFT,
    Mark.ANSWERED: theme.ACCENT_SOFT,
}


def drawing(mark: Mark) -> str:
    """The name of the mark's icon."""
    return f"mark-{mark}"


def words(mark: Mark) -> str:
    """The mark in words, as the screen says it."""
    if mark is Mark.ACCEPTED:
        return QCoreApplication.translate("Mark", "Máy đọc rõ")
    if mark is Mark.DOUBTFUL:
        return QCoreApplication.translate("Mark", "Cần kiểm tra")
    return QCoreApplication.translate("Mark", "Đã kiểm tra")
