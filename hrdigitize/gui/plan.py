"""The plan of the window: which rooms there are, in the order of the rail. A new room is one entry here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.gui.admin.admin_page import AdminPage
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.exchange.exchange_page import ExchangePage
from hrdigitize.gui.frame.room import Room, RoomName
from hrdigitize.gui.look.keys import Key
from hrdigitize.gui.prints.print_page import PrintPage
from hrdigitize.gui.reports.report_page import ReportPage
from hrdigitize.services.permissions import Action


def rooms() -> tuple[Room, ...]:
    """All rooms, each with what a role must be allowed to do to see it."""
    verify = QCoreApplication.translate("Rooms", "Kiểm tra")
    prints = QCoreApplication.translate("Rooms", "In ấn")
    reports = QCoreApplication.translate("Rooms", "Báo cáo")
    exchange = QCoreApplication.translate("Rooms", "Trao đổi")
    admin = QCoreApplication.translate("Rooms", "Quản trị")
    reporting = _of(Action.SEE_COPY_REGISTER, Action.ANCHOR_LOG)
    own = _of(Action.CHANGE_PASSPHRASE)
    return (
        Room(RoomName.VERIFY, verify, "verify", Key.ROOM_VERIFY, VerifyRoom, _of(Action.LOOK)),
        Room(RoomName.PRINT, prints, "print", Key.ROOM_PRINT, PrintPage, _of(Action.PRINT)),
        Room(RoomName.REPORTS, reports, "reports", Key.ROOM_REPORTS, ReportPage, reporting),
        Room(RoomName.EXCHANGE, exchange, "exchange", Key.ROOM_EXCHANGE, ExchangePage, _of(Action.BACK_UP)),
        Room(RoomName.ADMIN, admin, "admin", Key.ROOM_ADMIN, AdminPage, own),
    )


def _of(*actions: Action) -> frozenset[Action]:
    return frozenset(actions)
