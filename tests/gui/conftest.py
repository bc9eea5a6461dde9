"""The window's tests run without a screen, on the real store and use cases, and must leave nothing behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.app import App, build
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import PageText
from hrdigitize.gui import theme, translation
from hrdigitize.gui.window import MainWindow
from tests.gui import made_up

CLERK = Actor("Lê Thị Mai", Role.CLERK)
REVIEWER = Actor("Trần Văn Bình", Role.REVIEWER)


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


@pytest.fixture
def office(scans: tuple[Path, Path], tmp_path: Path) -> Iterator[Office]:
    """The real program: files taken in by the real use case, the machine's reading as recorded."""
    app = build(tmp_path / "store", clock=TickingClock())
    report = app.intake.capture(scans, actor=CLERK)
    document = DocumentId("01900000-0000-7000-8000-000000000001")

    def keep() -> None:
        with app.store.work(CLERK) as work:
            pages = {page.page.id: PageText("") for page in work.batches.pages(report.batch)}
            work.documents.add(document, report.batch, made_up.reading(), pages, at=work.at)
            work.commit("batch-read", report.batch)

    app.lane.run(keep)
    yield Office(app, document, tmp_path)
    app.close()


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a reviewer at 1366 x 768, the document open and its first page on screen."""
    shown = MainWindow(office.app, REVIEWER, ask=lambda _parent, name: office.folder / name)
    shown.resize(1366, 768)
    shown.open_document(office.document)
    shown.show()
    qtbot.waitUntil(lambda: shown.session.state is not None and shown.idle, timeout=20_000)
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """A test that leaves a thread or a visible window behind fails."""
    before = set(threading.enumerate())
    yield
    qapp.processEvents()
    left = [thread.name for thread in threading.enumerate() if thread not in before and not thread.daemon]
    assert not left, f"threads left: {left}"
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()], "a window is still open"
