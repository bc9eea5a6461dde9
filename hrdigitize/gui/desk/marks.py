"""How the marks of a field are worded, coloured and drawn (icons mark-…)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.look import theme


def colour(mark: Mark) -> str:
    """The ink of the mark."""
    now = theme.colours()
    return {
        Mark.ACCEPTED: now.good,
        Mark.WARNED: now.doubt,
        Mark.DOUBTFUL: now.doubt,
        Mark.ANSWERED: now.accent,
    }[mark]


def ground(mark: Mark) -> str:
    """What the mark stands on."""
    now = theme.colours()
    return {
        Mark.ACCEPTED: now.good_soft,
        Mark.WARNED: now.doubt_soft,
        Mark.DOUBTFUL: now.doubt_soft,
        Mark.ANSWERED: now.accent_soft,
    }[mark]


def drawing(mark: Mark) -> str:
    """The name of the mark's icon; a warning is the same sign wherever it comes from."""
    return f"mark-{Mark.DOUBTFUL if mark is Mark.WARNED else mark}"


def words(mark: Mark) -> str:
    """The mark in words, as the screen says it."""
    if mark is Mark.ACCEPTED:
        return QCoreApplication.translate("Mark", "Máy đọc rõ")
    if mark is Mark.WARNED:
        return QCoreApplication.translate("Mark", "Có cảnh báo")
    if mark is Mark.DOUBTFUL:
        return QCoreApplication.translate("Mark", "Cần kiểm tra")
    return QCoreApplication.translate("Mark", "Đã kiểm tra")
