"""The station at work: the feeder runs on a thread of its own, reading goes on, the screen never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from hrdigitize.app import App
from hrdigitize.capture.choosing import name_in
from hrdigitize.capture.scanners import Device, Scanner
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.copies import MarkedPage
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.desk.page_image import page_image
from hrdigitize.gui.look.sentences import fault_sentence, said
from hrdigitize.gui.look.sounds import Sound
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.gui.station.state import Light, PileStage, StationState
from hrdigitize.services.intake import IntakeReport
from hrdigitize.services.page_troubles import PageTrouble
from hrdigitize.services.reading_queue import Standing

_LOOK_EVERY_MS = 500
_THUMBNAIL_PX = 1200
_Troubles = Mapping[DocumentId, tuple[PageTrouble, ...]]


class StationSession(QObject):
    """The state, and what the operator does to it.

    Signals: changed (the state), seen (the newest page as a small picture), sounded (a tone is due), rested
    (no paper moves any more). decode: file bytes to pictures, in a helper.
    """

    changed = Signal()
    seen = Signal(QImage)
    sounded = Signal(object)
    rested = Signal()
    _taken = Signal(str, int)
    _handed_on = Signal(object)

    def __init__(
        self,
        app: App,
        actor: Actor,
        scanner: Scanner,
        settings: ScanSettings,
        decode: Callable[[bytes], Iterator[Picture]],
        *,
        marking: Secrecy = Secrecy.OPEN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = StationState()
        self._app, self._actor, self._settings = app, actor, settings
        self._decode, self._marking = decode, marking
        self._stop = threading.Event()
        self._scanner = _Watched(scanner, self._handed_on.emit, self._stop)
        self._feeder = ThreadPoolExecutor(1, "station-feeder")
        self._aside = ThreadPoolExecutor(1, "station-aside")
        self._feeding = Tasks(self._feeder, self._broke_off, self)
        self._pictures = Tasks(self._aside, lambda _fault: None, self)
        self._lane = Tasks(app.lane, lambda _fault: None, self)
        self._newest: bytes | None = None
        self._standings: Mapping[BatchId, Standing] = {}
        self._unlooked: set[BatchId] = set()
        self._reading: dict[BatchId, Future[tuple[DocumentId, ...]]] = {}
        self._taken.connect(self._note_taken, Qt.ConnectionType.QueuedConnection)
        self._handed_on.connect(self._note_page, Qt.ConnectionType.QueuedConnection)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    @property
    def device(self) -> str:
        """What stands on the scanner, as far as its identifier says so."""
        return name_in(self._settings.device)

    @property
    def actor_name(self) -> str:
        """Who works here."""
        return self._actor.name

    @property
    def scanning(self) -> bool:
        """Whether paper moves."""
        return self.state.light is Light.SCANNING

    def go(self) -> None:
        """The big button: begins, goes on, or stops behind the page that is under way."""
        if self._feeding.busy:
            self._stop.set()
            return
        self._stop.clear()
        self._become(self.state.begun())
        scan = partial(
            self._app.intake.scan,
            self._scanner,
            self._settings,
            actor=self._actor,
            into=self.state.pile.batch,
            taken=self._arrived,
            marking=self._marking,
        )
        self._feeding.start(scan, self._ended, self._broke_off)

    def next_pile(self) -> None:
        """No more paper comes to this dossier; it is read to its end while the next one is fed."""
        batch = self.state.pile.batch
        if batch is None or not self.state.may_begin_next:
            return
        self._reading[batch] = self._app.queue.ended(batch, actor=self._actor)
        self._become(self.state.next_pile())

    def close(self) -> None:
        """Call when no paper moves. What is not read yet is safe, and read another time."""
        self._clock.stop()
        for tasks in (self._feeding, self._pictures, self._lane):
            tasks.close()
        self._feeder.shutdown(wait=True, cancel_futures=True)
        self._aside.shutdown(wait=True, cancel_futures=True)

    def _arrived(self, batch: BatchId, pages: int) -> None:
        """On the feeder's thread, after each page that is safe."""
        self._app.queue.arrived(batch, pages, actor=self._actor)
        self._taken.emit(batch, pages)

    def _note_taken(self, batch: str, pages: int) -> None:
        self._become(self.state.taken(BatchId(batch), pages))

    def _ended(self, report: IntakeReport) -> None:
        state = self.state.taken(report.batch, report.pages)
        refused = [said(one.code, one.params) for one in report.refused]
        if report.stopped is not None:
            refused.insert(0, fault_sentence(report.stopped))
        self._rest(state.stopped(" ".join(refused)) if refused else state.done())

    def _broke_off(self, fault: Exception) -> None:
        self._rest(self.state.stopped(fault_sentence(fault)))

    def _rest(self, state: StationState) -> None:
        """What was seen wrong with its pages while they came is told now."""
        if state.light is Light.DONE and state.pile.troubles:
            state = state.stopped(state.pile.troubles[-1])
        self._become(state)
        self.sounded.emit(Sound.DONE if state.light is Light.DONE else Sound.LOOK)
        self.rested.emit()

    def _become(self, state: StationState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _note_page(self, page: bytes) -> None:
        """The newest page is shown: of those that came while another was prepared, the last."""
        self._newest = page
        if not self._pictures.busy:
            self._show_newest()

    def _show_newest(self) -> None:
        page, self._newest = self._newest, None
        if page is not None:
            self._pictures.start(lambda: _small(self._decode(page)), self._shown, lambda _fault: None)

    def _shown(self, image: QImage) -> None:
        self.seen.emit(image)
        self._show_newest()

    def _look(self) -> None:
        """Every half second: how far reading is, and what it found wrong with pages."""
        standings = self._app.queue.standing(actor=self._actor)
        if standings != self._standings:
            self._standings = standings
            self._become(self.state.queued(standings))
            self._unlooked |= standings.keys() & {pile.batch for pile in self.state.piles}
        for batch in [batch for batch, documents in self._reading.items() if documents.done()]:
            self._unlooked.add(batch)
            self._settle(batch, self._reading.pop(batch))
        if self._unlooked and not self._lane.busy:
            batch = self._unlooked.pop()
            self._look_through(batch, self.state.of(batch).looked)

    def _look_through(self, batch: BatchId, looked: frozenset[DocumentId]) -> None:
        self._lane.start(
            lambda: (
                self._app.page_troubles.found(batch, actor=self._actor, seen=looked),
                self._app.markings.found(batch, actor=self._actor),
            ),
            lambda found: self._troubled(batch, *found),
        )

    def _troubled(self, batch: BatchId, found: _Troubles, marked: Sequence[MarkedPage]) -> None:
        pile = self.state.of(batch)
        told = [(one.page, said(one.code, one.params)) for troubles in found.values() for one in troubles]
        for page in marked:
            if page.marking.stops_at(self._marking):
                code = "secrecy-refused" if page.marking.is_refused else "station-marked"
                told.append((page.number, said(code)))
        worded = self.tr("Hồ sơ {pile}, trang {page}: {sentence}")
        sentences = [worded.format(pile=pile.number, page=page, sentence=words) for page, words in told]
        fresh = tuple(one for one in sentences if one not in pile.troubles)
        if found or fresh:
            self._become(self.state.troubled(batch, frozenset(found), fresh))
        if fresh:
            self._become(self.state.look(fresh[-1]))
            self.sounded.emit(Sound.LOOK)

    def _settle(self, batch: BatchId, documents: Future[tuple[DocumentId, ...]]) -> None:
        fault = documents.exception() if not documents.cancelled() else None
        if not isinstance(fault, Exception):
            self._become(self.state.settled(batch, PileStage.READ))
            return
        number = self.state.of(batch).number
        why = self.tr("Hồ sơ {number} chưa đọc được: {sentence}").format(
            number=number, sentence=fault_sentence(fault)
        )
        self._become(
            self.state.settled(batch, PileStage.FAILED).troubled(batch, frozenset(), (why,)).look(why)
        )
        self.sounded.emit(Sound.LOOK)


class _Watched:
    """A scanner whose pages are looked at when they are safe, and that stops between two pages when asked."""

    def __init__(self, scanner: Scanner, seen: Callable[[bytes], None], stop: threading.Event) -> None:
        self._scanner = scanner
        self._seen = seen
        self._stop = stop

    def devices(self) -> tuple[Device, ...]:
        return self._scanner.devices()

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        with closing(self._scanner.pages(settings)) as pages:
            for page in pages:
                yield page
                self._seen(page)
                if self._stop.is_set():
                    return


def _small(pictures: Iterator[Picture]) -> QImage:
    """The first page, small. UserFault for bytes that are no picture."""
    image = page_image(next(pictures)).levels[1]
    return image.scaledToHeight(
        min(_THUMBNAIL_PX, image.height()), Qt.TransformationMode.SmoothTransformation
    )
