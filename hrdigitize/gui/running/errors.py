"""Faults on screen: what a person can act on as a sentence, what nobody foresaw as a calm dialog."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hrdigitize.domain.faults import UserFault
from hrdigitize.gui.look.notice import Notice, NoticeKind
from hrdigitize.gui.look.sentences import fault_sentence

_log = logging.getLogger(__name__)


def report(fault: Exception, notice: Notice) -> None:
    """Says what happened. A known fault goes to the notice above the work, an unknown one to a dialog."""
    if isinstance(fault, UserFault):
        notice.say(NoticeKind.FAULT, fault_sentence(fault))
        return
    _note(fault)
    _dialog(fault, notice.window())


@contextmanager
def hook_installed() -> Iterator[None]:
    """Sends what escapes from a slot to the dialog, where it would otherwise be a traceback or nothing."""

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(fault, Exception):
            sys.__excepthook__(kind, fault, trace)
            return
        _note(fault)
        _dialog(fault, None)

    before = sys.excepthook
    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


def _note(fault: Exception) -> None:
    """Where it happened, for the technician. The fault's own text may hold personal values: it stays out."""
    places = traceback.extract_tb(fault.__traceback__)
    trail = " < ".join(f"{place.name}:{place.lineno}" for place in reversed(places))
    _log.error("%s in %s", type(fault).__name__, trail)


def warn(sentence: str, parent: QWidget) -> None:
    """Something to know before the work goes on; the window can be used behind it."""
    _box(sentence, parent).open()


def _dialog(fault: Exception, parent: QWidget | None) -> None:
    _box(fault_sentence(fault), parent).open()


def _box(sentence: str, parent: QWidget | None) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Errors", "Có trục trặc"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.addButton(QCoreApplication.translate("Errors", "Đã hiểu"), QMessageBox.ButtonRole.AcceptRole)
    return box
