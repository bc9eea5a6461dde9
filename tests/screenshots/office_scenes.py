"""Báo cáo, Trao đổi, every tab of Quản trị; palette, keys and jobs over the window; empty rooms."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.frame.tabbed_room import TabbedRoom
from hrdigitize.gui.window import MainWindow
from tests.screenshots.camera import Camera
from tests.screenshots.office import CLERK, HEAD, REVIEWER, StandingClock
from tests.screenshots.paper_scenes import room_of

_CTRL = Qt.KeyboardModifier.ControlModifier
_EMPTY_ROOMS = {
    CLERK: (RoomName.OVERVIEW, RoomName.INTAKE, RoomName.ARRANGE, RoomName.VERIFY, RoomName.DOSSIERS),
    REVIEWER: (RoomName.PRINT, RoomName.REPORTS),
}


def keep_office(camera: Camera, app: App) -> None:
    """The head's rooms."""
    with camera.window(app, HEAD, RoomName.REPORTS) as window:
        _keep_tabs(camera, window, RoomName.REPORTS, "reports")
        _keep_tabs(camera, window, RoomName.EXCHANGE, "exchange")
        _keep_tabs(camera, window, RoomName.ADMIN, "admin")


def _keep_tabs(camera: Camera, window: MainWindow, name: RoomName, called: str) -> None:
    window.show_room(name)
    room = room_of(window, name, TabbedRoom)
    for number in range(len(room.sections)):
        room.tabs.setCurrentIndex(number)
        camera.shoot(window, called if not number else f"{called}-{number + 1}", main=not number)


def keep_overlays(camera: Camera, app: App) -> None:
    """What lies over every room on a key."""
    with camera.window(app, REVIEWER, RoomName.VERIFY) as window:
        QTest.keyClick(window, Qt.Key.Key_K, _CTRL)
        camera.shoot(window, "palette", main=True)
        window.overlays.palette.line.setText("vu cam")
        camera.wait(0.5)
        camera.shoot(window, "palette-search")
        QTest.keyClick(window.overlays.palette.line, Qt.Key.Key_Escape)
        QTest.keyClick(window, Qt.Key.Key_F1)
        camera.shoot(window, "key-sheet", main=True)
        QTest.keyClick(window.overlays.sheet, Qt.Key.Key_Escape)
        done = window.jobs.start("Nhận 12 tệp")
        done.finish()
        window.jobs.start("Sao lưu kho dữ liệu").fail(
            "Đĩa sao lưu đã đầy. Xin thay đĩa khác rồi sao lưu lại."
        )
        window.jobs.start("Đọc đợt quét", cancel=lambda: None, unit="trang").progress(0, 118)
        window.overlays.jobs.open()
        camera.shoot(window, "jobs", main=True)
        window.jobs.forget_ended()
        for job in window.jobs.running:
            job.finish()


def keep_empty(camera: Camera, folder: Path) -> None:
    """An office on its first day: every empty room says what to do."""
    app = open_sample(folder, clock=StandingClock())
    try:
        for actor, rooms in _EMPTY_ROOMS.items():
            _keep_empty_rooms(camera, app, actor, rooms)
    finally:
        app.close()


def _keep_empty_rooms(camera: Camera, app: App, actor: Actor, rooms: tuple[RoomName, ...]) -> None:
    with camera.window(app, actor, rooms[0]) as window:
        for name in rooms:
            window.show_room(name)
            camera.shoot(window, f"empty-{name.value}")
