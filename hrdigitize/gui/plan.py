"""The plan of the window: which rooms there are, in the order of the rail. A new room is one entry here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from hrdigitize.gui.admin.admin_page import AdminPage
from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.blind.blind_view import BlindView
from hrdigitize.gui.columns.column_view import ColumnView
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.desk.views import View
from hrdigitize.gui.dossiers.room import DossiersRoom
from hrdigitize.gui.exchange.exchange_page import ExchangePage
from hrdigitize.gui.figures.figures_view import FiguresView
from hrdigitize.gui.frame.room import Room, RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.look.keys import Key
from hrdigitize.gui.overview.room import OverviewRoom
from hrdigitize.gui.prints.print_page import PrintPage
from hrdigitize.gui.reports.report_page import ReportPage
from hrdigitize.gui.sampling.sampling_view import SamplingView
from hrdigitize.services.permissions import Action


def rooms() -> tuple[Room, ...]:
    """All rooms, each with what a role must be allowed to do to see it."""
    overview = QCoreApplication.translate("Rooms", "Tổng quan")
    intake = QCoreApplication.translate("Rooms", "Tiếp nhận")
    arrange = QCoreApplication.translate("Rooms", "Sắp xếp")
    verify = QCoreApplication.translate("Rooms", "Kiểm tra")
    dossiers = QCoreApplication.translate("Rooms", "Hồ sơ")
    prints = QCoreApplication.translate("Rooms", "In ấn")
    reports = QCoreApplication.translate("Rooms", "Báo cáo")
    exchange = QCoreApplication.translate("Rooms", "Trao đổi")
    admin = QCoreApplication.translate("Rooms", "Quản trị")
    looking, arranging, printing = _of(Action.LOOK), _of(Action.ARRANGE), _of(Action.PRINT)
    taking_in = _of(Action.CAPTURE, Action.READ)
    reporting = _of(Action.SEE_COPY_REGISTER, Action.ANCHOR_LOG)
    own = _of(Action.CHANGE_PASSPHRASE)
    desk = partial(VerifyRoom, views=_views())
    return (
        Room(RoomName.OVERVIEW, overview, "overview", Key.ROOM_OVERVIEW, OverviewRoom, looking),
        Room(RoomName.INTAKE, intake, "intake", Key.ROOM_INTAKE, IntakeRoom, taking_in),
        Room(RoomName.ARRANGE, arrange, "arrange", Key.ROOM_ARRANGE, ArrangeRoom, arranging),
        Room(RoomName.VERIFY, verify, "verify", Key.ROOM_VERIFY, desk, looking),
        Room(RoomName.DOSSIERS, dossiers, "dossiers", Key.ROOM_DOSSIERS, DossiersRoom, looking),
        Room(RoomName.PRINT, prints, "print", Key.ROOM_PRINT, PrintPage, printing),
        Room(RoomName.REPORTS, reports, "reports", Key.ROOM_REPORTS, ReportPage, reporting),
        Room(RoomName.EXCHANGE, exchange, "exchange", Key.ROOM_EXCHANGE, ExchangePage, _of(Action.BACK_UP)),
        Room(RoomName.ADMIN, admin, "admin", Key.ROOM_ADMIN, AdminPage, own),
    )


def _views() -> tuple[View, ...]:
    """The ways of working in "Kiểm tra" besides document by document."""
    column = QCoreApplication.translate("Views", "Theo cột")
    blind = QCoreApplication.translate("Views", "Nhập lại lần hai")
    samples = QCoreApplication.translate("Views", "Rút mẫu")
    figures = QCoreApplication.translate("Views", "Năng suất")
    seeing = _of(Action.SEE_OWN_FIGURES, Action.SEE_FIGURES)
    return (
        View(column, Key.VIEW_COLUMN, ColumnView, _of(Action.ANSWER)),
        View(blind, Key.VIEW_BLIND, BlindView, _of(Action.KEY_AGAIN)),
        View(samples, Key.VIEW_SAMPLES, SamplingView, _of(Action.SAMPLE)),
        View(figures, Key.VIEW_FIGURES, FiguresView, seeing),
    )


def _of(*actions: Action) -> frozenset[Action]:
    return frozenset(actions)
