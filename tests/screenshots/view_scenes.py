"""Kiểm tra across documents: by column, keying blind with a mismatch, samples, figures."""

from __future__ import annotations

from hrdigitize.app import App
from hrdigitize.gui.blind.blind_view import BlindView
from hrdigitize.gui.columns.column_view import ColumnView
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.sampling.sampling_view import SamplingView
from tests.screenshots.camera import Camera
from tests.screenshots.office import REVIEWER
from tests.screenshots.paper_scenes import room_of

_COLUMN, _BLIND, _SAMPLES, _FIGURES = range(1, 5)


def keep_views(camera: Camera, app: App) -> None:
    """The reviewer, who may do all of it."""
    with camera.window(app, REVIEWER, RoomName.VERIFY) as window:
        room = room_of(window, RoomName.VERIFY, VerifyRoom)
        room.show_view(_COLUMN)
        assert isinstance(room.view, ColumnView)
        camera.shoot(window, "column", main=True)
        room.view.accept_button.click()
        camera.shoot(window, "column-refused")
        room.show_view(_BLIND)
        assert isinstance(room.view, BlindView)
        camera.shoot(window, "blind", main=True)
        room.view.session.key("THIỀU THỊ CẨM CHINH")
        camera.shoot(window, "blind-mismatch")
        room.view.session.leave_open()
        room.show_view(_SAMPLES)
        assert isinstance(room.view, SamplingView)
        camera.rest(window)
        room.view.draw_button.click()
        camera.rest(window)
        for _ in range(2):
            room.view.session.confirm()
            camera.rest(window)
        camera.shoot(window, "samples", main=True)
        room.show_view(_FIGURES)
        camera.shoot(window, "figures", main=True)
