"""The window's tests run without a screen, on the real store and use cases, and must leave nothing behind."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import PageText
from hrdigitize.gui.look import theme, translation
from hrdigitize.gui.running import garbage, singletons
from hrdigitize.gui.window import ASKING, MainWindow
from hrdigitize.workers.decoding import Decoder
from tests.gui import made_up
from tests.gui.typing_hands import Hands

CLERK = Actor("Lê Thị Mai", Role.CLERK)
REVIEWER = Actor("Trần Văn Bình", Role.REVIEWER)
DOCUMENT = DocumentId("01900000-0000-7000-8000-000000000001")


singletons.keep_alive()


class TickingClock:
    """A minute passes whenever somebody looks."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now


@dataclass(frozen=True, slots=True)
class Office:
    """An open program with one document that was read."""

    app: App
    document: DocumentId
    folder: Path


@pytest.fixture(scope="package", autouse=True)
def collected_here(qapp: QApplication) -> Iterator[None]:
    """As around the real window: no test's window dies on another test's lane."""
    with garbage.collected_here():
        yield


@pytest.fixture(scope="package", autouse=True)
def one_decoder() -> Iterator[None]:
    """Every program of these tests decodes by the same helpers: starting one takes longer than most tests."""
    decoder = Decoder()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hrdigitize.app.Decoder", lambda: decoder)
        yield
    decoder.close()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application as the window's door dresses it."""
    translation.install(qapp)
    theme.apply(qapp)
    return qapp


@pytest.fixture(scope="session")
def scans(dressed: QApplication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The drawn pages as files."""
    return made_up.write_pages(tmp_path_factory.mktemp("scans"))


@pytest.fixture(scope="session")
def filled_store(scans: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store folder: files taken in by the real use case, the machine's reading as recorded."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    app = open_sample(folder, clock=TickingClock())
    report = app.intake.capture(scans, actor=CLERK)

    def keep() -> None:
        with app.store.work(CLERK) as work:
            pages = {page.page.id: PageText("") for page in work.batches.pages(report.batch)}
            work.documents.add(DOCUMENT, report.batch, made_up.reading(), pages, at=work.at)
            work.commit("batch-read", report.batch)

    app.lane.run(keep)
    app.close()
    return folder


@contextmanager
def opened_copy(store: Path, folder: Path) -> Iterator[Office]:
    """The real program on a copy of a store, which lies in the folder."""
    shutil.copytree(store, folder / "store")
    app = open_sample(folder / "store", clock=TickingClock())
    try:
        yield Office(app, DOCUMENT, folder)
    finally:
        app.close()


@pytest.fixture
def office(filled_store: Path, tmp_path: Path) -> Iterator[Office]:
    """The real program on a store of its own."""
    with opened_copy(filled_store, tmp_path) as office:
        yield office


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a reviewer at 1366 x 768, the document open and its first page on screen."""
    shown = MainWindow(
        office.app,
        REVIEWER,
        asking=replace(
            ASKING,
            target=lambda _parent, name: office.folder / name,
            reason=lambda _parent: "Đọc nhầm",
        ),
    )
    shown.resize(1366, 768)
    shown.open_document(office.document)
    shown.show()
    qtbot.waitUntil(lambda: shown.session.state is not None and shown.idle, timeout=20_000)
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """At the keyboard of that window."""
    return Hands(window, qtbot)


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """A test that leaves a thread or a visible window behind fails."""
    before = set(threading.enumerate())
    yield
    qapp.processEvents()
    left = [thread.name for thread in threading.enumerate() if thread not in before and not thread.daemon]
    assert not left, f"threads left: {left}"
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()], "a window is still open"
