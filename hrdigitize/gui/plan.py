"""The plan of the window: which rooms there are, in the order of the rail. A new room is one entry here."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication

from hrdigitize.gui.blind.blind_view import BlindView
from hrdigitize.gui.columns.column_view import ColumnView
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.desk.views import View
from hrdigitize.gui.figures.figures_view import FiguresView
from hrdigitize.gui.frame.room import Room, RoomName
from hrdigitize.gui.look.keys import Key
from hrdigitize.gui.prints.print_page import PrintPage
from hrdigitize.gui.sampling.sampling_view import SamplingView
from hrdigitize.services.permissions import Action


def rooms() -> tuple[Room, ...]:
    """All rooms, each with what a role must be allowed to do to see it."""
    return (
        Room(
            RoomName.VERIFY,
            _words("Kiểm tra"),
            "verify",
            Key.ROOM_VERIFY,
            partial(VerifyRoom, views=_views()),
            _of(Action.LOOK),
        ),
        Room(RoomName.PRINT, _words("In ấn"), "print", Key.ROOM_PRINT, PrintPage, _of(Action.PRINT)),
    )


def _views() -> tuple[View, ...]:
    """The ways of working in "Kiểm tra" besides document by document."""
    return (
        View(_view("Theo cột"), Key.VIEW_COLUMN, ColumnView, _of(Action.ANSWER)),
        View(_view("Nhập lại lần hai"), Key.VIEW_BLIND, BlindView, _of(Action.KEY_AGAIN)),
        View(_view("Chọn mẫu"), Key.VIEW_SAMPLES, SamplingView, _of(Action.SAMPLE)),
        View(
            _view("Năng suất"),
            Key.VIEW_FIGURES,
            FiguresView,
            _of(Action.SEE_OWN_FIGURES, Action.SEE_FIGURES),
        ),
    )


def _view(text: str) -> str:
    return QApplication.translate("Views", text)


def _of(*actions: Action) -> frozenset[Action]:
    return frozenset(actions)


def _words(text: str) -> str:
    return QApplication.translate("Rooms", text)
