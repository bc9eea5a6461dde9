"""The plan of the window: which rooms there are, in the order of the rail. A new room is one entry here."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.dossiers.room import DossiersRoom
from hrdigitize.gui.frame.room import Room, RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.look.keys import Key
from hrdigitize.gui.overview.room import OverviewRoom
from hrdigitize.gui.prints.print_page import PrintPage
from hrdigitize.services.permissions import Action


def rooms() -> tuple[Room, ...]:
    """All rooms, each with what a role must be allowed to do to see it."""
    return (
        Room(
            RoomName.OVERVIEW,
            _words("Tổng quan"),
            "overview",
            Key.ROOM_OVERVIEW,
            OverviewRoom,
            _of(Action.LOOK),
        ),
        Room(
            RoomName.INTAKE,
            _words("Tiếp nhận"),
            "intake",
            Key.ROOM_INTAKE,
            IntakeRoom,
            _of(Action.CAPTURE, Action.READ),
        ),
        Room(
            RoomName.ARRANGE,
            _words("Sắp xếp"),
            "arrange",
            Key.ROOM_ARRANGE,
            ArrangeRoom,
            _of(Action.ARRANGE),
        ),
        Room(RoomName.VERIFY, _words("Kiểm tra"), "verify", Key.ROOM_VERIFY, VerifyRoom, _of(Action.LOOK)),
        Room(
            RoomName.DOSSIERS, _words("Hồ sơ"), "dossiers", Key.ROOM_DOSSIERS, DossiersRoom, _of(Action.LOOK)
        ),
        Room(RoomName.PRINT, _words("In ấn"), "print", Key.ROOM_PRINT, PrintPage, _of(Action.PRINT)),
    )


def _of(*actions: Action) -> frozenset[Action]:
    return frozenset(actions)


def _words(text: str) -> str:
    return QApplication.translate("Rooms", text)
