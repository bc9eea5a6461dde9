"""Words and pieces of pages for whoever points at them: fetched and read off the window's thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page_words import PlacedWord
from hrdigitize.domain.record import PageId, StoredPage
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.pointing import Pointing

#: The reading helper holds some 300 MB: who has read no piece for so long reads none for a while.
_REST_AFTER_MS = 5 * 60 * 1000


class PageWords(QObject):
    """Signals: read (page, box, text), failed (the fault of a piece).

    Pieces are read on a thread of their own: starting the helper takes seconds, in which neither answers nor
    pictures may wait. `shut` gives it up.
    """

    read = Signal(object, object, str)
    failed = Signal(object)

    def __init__(self, pointing: Pointing, actor: Actor, lane: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pointing = pointing
        self._actor = actor
        self._lane = lane
        self._thread = ThreadPoolExecutor(1, "desk-pieces")
        self._pieces = Tasks(self._thread, self.failed.emit, self)
        self._words: dict[PageId, tuple[PlacedWord, ...]] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_AFTER_MS)
        self._rest.timeout.connect(lambda: self._pieces.start(pointing.rest, lambda _: None))

    @property
    def is_reading(self) -> bool:
        """Whether a piece is being read."""
        return self._pieces.busy

    def of(self, page: PageId) -> tuple[PlacedWord, ...]:
        """The words of a page as far as they came."""
        return self._words.get(page, ())

    def want(self, page: StoredPage) -> None:
        """Fetches the words of a page, unless they are here."""
        if page.id in self._words:
            return
        self._lane.start(
            lambda: self._pointing.words(page.id, actor=self._actor),
            lambda words: self._words.__setitem__(page.id, words),
            # A page that may not be shown says so itself; it has no words to point at.
            lambda _: None,
        )

    def forget(self) -> None:
        """Another document: a page may have been read again since."""
        self._words.clear()

    def read_piece(self, page: StoredPage, box: Box) -> None:
        """Has a box of a page read."""
        self._rest.start()
        self._pieces.start(
            lambda: self._pointing.read(page.id, box, actor=self._actor),
            lambda text: self.read.emit(page, box, text),
        )

    def shut(self) -> None:
        """The window closes: what is being read is given up."""
        self._pieces.close()
        self._pointing.close()
        self._thread.shutdown(wait=True, cancel_futures=True)
        # A piece that was just being begun may have started the helper once more.
        self._pointing.close()
