"""A store with several made-up dossiers, as the views across documents need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import PageText
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.window import MainWindow
from tests.gui import made_up
from tests.gui.conftest import CLERK

BIRTHS = ("12/11/1968", "30/01/1975", "02/09/1981", "15/05/1979", "21/12/1906")


def put_others(app: App, scan: Path, births: Sequence[str] = BIRTHS) -> list[DocumentId]:
    """One more document for each birth date, which the machine read surely."""
    return [_put(app, scan, number, birth) for number, birth in enumerate(births, start=2)]


def put_namesakes(app: App, scans: Sequence[Path], name: str) -> list[DocumentId]:
    """Papers of one name and form, one for each scan, that came on one day."""
    return [_put(app, scan, number, BIRTHS[0], name) for number, scan in enumerate(scans, start=2)]


def _put(app: App, scan: Path, number: int, birth: str, name: str = "") -> DocumentId:
    batch = app.intake.capture([scan], actor=CLERK).batch
    document = DocumentId(f"01900000-0000-7000-8000-{number:012}")

    def keep() -> None:
        with app.store.work(CLERK) as work:
            pages = {page.page.id: PageText("") for page in work.batches.pages(batch)}
            work.documents.add(document, batch, _reading(number, birth, name), pages, at=work.at)
            work.commit("batch-read", batch)

    app.lane.run(keep)
    return document


def _reading(number: int, birth: str, name: str) -> FormReading:
    """Nothing doubtful on it."""
    read = made_up.reading()
    name = name or f"NGƯỜI THỨ {'ABCDEFGHIJKLMNOP'[number]}"
    sure = {key: field for key, field in read.fields.items() if key not in made_up.DOUBTFUL_KEYS}
    born = replace(read.fields["birth_date"], text=birth, value=birth, raw=birth, accepted=True, doubts=())
    named = replace(read.fields["full_name"], text=name, value=name)
    return replace(read, fields=sure | {"full_name": named, "birth_date": born}, tables={})


def room_of(window: MainWindow) -> VerifyRoom:
    page = window.page(RoomName.VERIFY)
    assert isinstance(page, VerifyRoom)
    return page


def rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
