"""Tổng quan with one of its lists, and Hồ sơ: search, a dossier in all its tabs, duplicates."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from hrdigitize.app import App
from hrdigitize.domain.overview import Queue
from hrdigitize.domain.record import CadreId, FieldPath
from hrdigitize.domain.search import Filters
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.overview.room import OverviewRoom
from hrdigitize.gui.window import MainWindow
from tests.screenshots.camera import Camera
from tests.screenshots.office import REVIEWER
from tests.screenshots.paper_scenes import room_of

_TIMELINE, _PAPERS, _CONTENTS, _CHECKS, _CHANGES = range(1, 6)
_A_POST, _NARROW_PX = 2, 960


def keep_records(camera: Camera, app: App) -> None:
    """What the reviewer looks at."""
    with camera.window(app, REVIEWER, RoomName.OVERVIEW) as window:
        overview = room_of(window, RoomName.OVERVIEW, OverviewRoom)
        camera.shoot(window, "overview", main=True)
        window.resize(_NARROW_PX, camera.size.height())
        camera.shoot(window, "overview-narrow")
        window.resize(camera.size)
        overview.queues[Queue.TO_VERIFY].click()
        camera.shoot(window, "overview-list")
        window.show_room(RoomName.DOSSIERS)
        camera.shoot(window, "dossiers", main=True)
        window.dossiers.list.box.setText("nguyen thi")
        camera.shoot(window, "dossiers-search", until=lambda: not window.dossiers.search.waiting)
        _keep_dossiers(camera, app, window)


def _keep_dossiers(camera: Camera, app: App, window: MainWindow) -> None:
    lanh, phan = _cadre(app, "Giáp Thị Lành"), _cadre(app, "Vũ Cẩm Phấn")
    window.dossiers.list.box.clear()
    window.open_cadre(lanh)
    camera.rest(window)
    dossier = window.dossiers.dossier
    dossier.record.stand_on(FieldPath("native_place"))
    camera.shoot(window, "dossier-record", main=True)
    dossier.evidence.ask_button.click()
    camera.shoot(window, "dossier-correcting")
    dossier.evidence.form.cancel.click()
    dossier.tabs.setCurrentIndex(_TIMELINE)
    camera.rest(window)
    timeline = dossier.timeline.view
    timeline.setCurrentIndex(timeline.model().index(_A_POST, 0))
    camera.shoot(window, "dossier-timeline")
    dossier.tabs.setCurrentIndex(_CHECKS)
    camera.rest(window)
    dossier.checks.tree.setCurrentItem(_last_said(dossier.checks.tree))
    camera.shoot(window, "dossier-differing")
    dossier.tabs.setCurrentIndex(_CHANGES)
    camera.shoot(window, "dossier-corrections")
    window.open_cadre(phan)
    camera.rest(window)
    dossier.tabs.setCurrentIndex(_PAPERS)
    camera.shoot(window, "dossier-documents")
    dossier.tabs.setCurrentIndex(_CONTENTS)
    camera.shoot(window, "dossier-checklist")
    window.dossiers.find_duplicates()
    camera.shoot(window, "duplicates")


def _cadre(app: App, name: str) -> CadreId:
    """Whoever is called so and has the most papers."""
    hits = app.search.find(name, Filters(), actor=REVIEWER).hits
    return max((hit.summary for hit in hits), key=lambda one: len(one.documents)).cadre


def _last_said(tree: QTreeWidget) -> QTreeWidgetItem:
    """What a paper says, under the last difference."""
    item = tree.topLevelItem(tree.topLevelItemCount() - 1)
    while item is not None and item.childCount():
        item = item.child(item.childCount() - 1)
    assert item is not None
    return item
