"""Tiếp nhận and Sắp xếp: a batch that is being read, with a damaged file in it, and one to arrange."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from typing import TypeVar

from hrdigitize.app import App
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.gui.arrange.room import ArrangeRoom
from hrdigitize.gui.frame.room import RoomName, RoomPage
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.window import MainWindow
from hrdigitize.services.reading_queue import ReadingQueue, Stage, Standing
from tests.screenshots.camera import Camera
from tests.screenshots.office import CLERK

_SCANNER = Device("fujitsu:fi-7160:1148", "Fujitsu fi-7160")
P = TypeVar("P", bound=RoomPage)


def room_of(window: MainWindow, name: RoomName, kind: type[P]) -> P:
    """A room of the window, as what it is."""
    page = window.page(name)
    assert isinstance(page, kind)
    return page


class _StillQueue(ReadingQueue):
    """Stays where it is in the middle of a batch, so that the picture is the same every time."""

    def __init__(self, standing: Standing) -> None:
        self._still = standing

    def standing(self, *, actor: Actor) -> Mapping[BatchId, Standing]:
        return {self._still.batch: self._still}

    def ended(self, batch: BatchId, *, actor: Actor) -> Future[tuple[DocumentId, ...]]:
        return Future()


def keep_paper(camera: Camera, app: App) -> None:
    """The clerk who takes paper in."""
    newest, *others = app.batches.all(actor=CLERK)
    reading = Standing(newest.id, Stage.READING, 2, newest.pages, 95.0)
    with camera.window(replace(app, queue=_StillQueue(reading)), CLERK, RoomName.INTAKE) as window:
        room = room_of(window, RoomName.INTAKE, IntakeRoom)
        room.session.choose(newest.id)
        camera.rest(window, lambda: not room.previews.busy and room.session.contents is not None)
        # It offers to go on with what its queue has already.
        room.notice.hide()
        room.page.grid.look_at_next_odd(1)
        camera.shoot(window, "intake-reading", main=True)
        mixed = next(one.id for one in others if one.person)
        room.session.choose(mixed)
        camera.shoot(
            window, "intake-read", until=lambda: not room.previews.busy and room.session.contents is not None
        )
        room.page.scan_bar.show()
        room.page.scan_bar.show_found((_SCANNER,), app.scan_profiles.all(actor=CLERK))
        camera.shoot(window, "intake-scanner")
        _keep_arranging(camera, window, mixed)


def _keep_arranging(camera: Camera, window: MainWindow, batch: BatchId) -> None:
    window.ways.batch.emit(batch)
    room = room_of(window, RoomName.ARRANGE, ArrangeRoom)
    page = room.page
    camera.shoot(window, "arrange", main=True, until=lambda: not room.previews.busy)
    page.grid.look_at_next_odd(1)
    page.details.type_button.click()
    camera.shoot(window, "arrange-type", until=lambda: not room.previews.busy)
