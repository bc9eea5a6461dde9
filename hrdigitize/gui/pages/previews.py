"""Small pictures for cards: made on a thread of their own, first for what is in sight, and kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import PageId
from hrdigitize.domain.stored import FileId
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.thumbnails import Thumbnail

#: The longer side of a small picture: crisp on a card at 150 % as well.
SIDE_PX = 300
#: So many stay at hand: 600 colour pages take some 110 MB at the very most, grey ones a third.
_MOST_KEPT = 600
#: Makes the pages of the file that a page lies in.
Make = Callable[[PageId], Iterator[Thumbnail]]


class Previews(QObject):
    """`ready` (page): its picture, or why it has none, is at hand. failed: what nobody foresaw."""

    ready = Signal(str)
    failed = Signal(object)

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._thread = ThreadPoolExecutor(1, "previews")
        self._tasks = Tasks(self._thread, self.failed.emit, self)
        self._lock = threading.Lock()
        self._wanted: tuple[tuple[PageId, FileId], ...] = ()
        self._images: OrderedDict[PageId, QImage] = OrderedDict()
        self._faults: dict[PageId, UserFault] = {}
        self._closed = False
        self._came = _Bell(self)
        self._came.rang.connect(self.ready, Qt.ConnectionType.QueuedConnection)

    def image(self, page: PageId) -> QImage | None:
        """The picture as kept, neither turned nor cut, if it is at hand."""
        with self._lock:
            return self._images.get(page)

    def fault(self, page: PageId) -> UserFault | None:
        """Why the page has no picture, if that is known."""
        with self._lock:
            return self._faults.get(page)

    @property
    def busy(self) -> bool:
        """Whether some are being made."""
        return self._tasks.busy

    def want(self, pages: Sequence[tuple[PageId, FileId]]) -> None:
        """What is in sight now, each with its file; what was wanted before is not any more."""
        with self._lock:
            self._wanted = tuple(pages)
        self._go_on()

    def _go_on(self) -> None:
        """Also when a round is over: something may have come into sight as it ended."""
        if self._outstanding() and not self._tasks.busy and not self._closed:
            self._tasks.start(self._work, lambda _: self._go_on())

    def close(self) -> None:
        """Makes no more; waits for the page that is under way."""
        self._closed = True
        self._tasks.close()
        self._thread.shutdown(wait=True, cancel_futures=True)

    # What follows runs on the thread of its own.

    def _outstanding(self) -> list[tuple[PageId, FileId]]:
        with self._lock:
            return [one for one in self._wanted if one[0] not in self._images and one[0] not in self._faults]

    def _work(self) -> None:
        while not self._closed and (outstanding := self._outstanding()):
            page, file = outstanding[0]
            try:
                self._make_file(page, file)
            except UserFault as fault:
                self._keep(Thumbnail(page, None, fault))

    def _make_file(self, page: PageId, file: FileId) -> None:
        """The file's pages, to its end unless somebody looks at another file meanwhile."""
        for made in self._make(page):
            self._keep(made)
            wanted = self._outstanding()
            if self._closed or (wanted and all(other != file for _, other in wanted)):
                return
            if not wanted and len(self._images) >= _MOST_KEPT:
                return

    def _keep(self, made: Thumbnail) -> None:
        image = _image(made)
        with self._lock:
            if image is not None:
                self._images[made.page] = image
                while len(self._images) > _MOST_KEPT:
                    self._images.popitem(last=False)
            else:
                self._faults[made.page] = made.fault or UserFault("original-damaged")
        if not self._closed:
            self._came.rang.emit(made.page)


class _Bell(QObject):
    """Rings from another thread."""

    rang = Signal(str)


def _image(made: Thumbnail) -> QImage | None:
    picture = made.picture
    if picture is None:
        return None
    grey = picture.channels == 1
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    raw = QImage(picture.pixels, picture.width, picture.height, picture.width * picture.channels, kind)
    # A copy of its own: the raw image only borrows the picture's bytes.
    return raw.copy() if grey else raw.convertToFormat(QImage.Format.Format_RGB32)
