"""Kiểm tra across documents: by column, keying blind with a mismatch, samples, figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrdigitize.app import App
from hrdigitize.gui.blind.blind_view import BlindView
from hrdigitize.gui.columns.column_view import ColumnView
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.sampling.sampling_view import SamplingView
from tests.screenshots.camera import Camera
from tests.screenshots.office import REVIEWER
from tests.screenshots.paper_scenes import room_of

#: What somebody may key who does not read well.
_MISREAD = {"full_name": "NGUYỄN THỊ LAN", "birth_date": "12/03/1968", "rank_code": "01.008"}
_COLUMN, _BLIND, _SAMPLES, _FIGURES = range(1, 5)


def keep_views(camera: Camera, app: App) -> None:
    """The reviewer, who may do all of it."""
    with camera.window(app, REVIEWER, RoomName.VERIFY) as window:
        room = room_of(window, RoomName.VERIFY, VerifyRoom)
        room.show_view(_COLUMN)
        assert isinstance(room.view, ColumnView)
        camera.rest(window)
        room.view.accept_button.click()
        camera.shoot(window, "column-refused")
        QTest.keyClick(room.view.list.editor, Qt.Key.Key_Down)
        camera.shoot(window, "column", main=True)
        room.show_view(_BLIND)
        assert isinstance(room.view, BlindView)
        camera.shoot(window, "blind", main=True)
        state = room.view.session.state
        room.view.session.choose(state.documents[-1].id)
        place = state.place
        room.view.session.key(_MISREAD.get(place.path.field, "") if place is not None else "")
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
