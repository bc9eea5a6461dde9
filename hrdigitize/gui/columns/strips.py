"""Strips of paper: one place of each page, cut out off the window's thread, and only what is on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QTransform

from hrdigitize.domain.columns import Cell
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import DocumentId, PageId
from hrdigitize.gui.running.tasks import Task, Tasks

_AROUND_PX = 10


class Strips(QObject):
    """`ready` tells which document's strip has come. A strip that could not be had is a null image."""

    ready = Signal(str)

    def __init__(
        self, fetch: Callable[[PageId], Picture], tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._tasks = tasks
        self._kept: dict[DocumentId, QImage] = {}
        self._coming: dict[DocumentId, Task[QImage]] = {}

    def forget(self) -> None:
        """Another column: the strips are of other places."""
        for task in self._coming.values():
            task.cancel()
        self._coming.clear()
        self._kept.clear()

    def at_hand(self, document: DocumentId) -> QImage | None:
        """The strip if it is here already."""
        return self._kept.get(document)

    def want(self, cells: Sequence[Cell]) -> None:
        """These are on screen: what waits for others is taken back."""
        wanted = {cell.document: cell for cell in cells if cell.page is not None}
        for document, task in list(self._coming.items()):
            if document not in wanted and task.cancel_if_waiting():
                del self._coming[document]
        for document, cell in wanted.items():
            if document not in self._kept and document not in self._coming:
                self._start(cell)

    def _start(self, cell: Cell) -> None:
        document = cell.document
        self._coming[document] = self._tasks.start(
            lambda: _cut(self._fetch, cell),
            lambda strip: self._keep(document, strip),
            lambda _fault: self._keep(document, QImage()),
        )

    def _keep(self, document: DocumentId, strip: QImage) -> None:
        self._coming.pop(document, None)
        self._kept[document] = strip
        self.ready.emit(document)


def _cut(fetch: Callable[[PageId], Picture], cell: Cell) -> QImage:
    """The place with some paper around it, upright."""
    if cell.page is None:
        return QImage()
    picture = fetch(cell.page.id)
    grey = picture.channels == 1
    pixels = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    whole = QImage(picture.pixels, picture.width, picture.height, picture.width * picture.channels, pixels)
    box = cell.reading.box.padded(_AROUND_PX).clipped(picture.width, picture.height)
    strip = whole.copy(QRect(box.x, box.y, box.width, box.height))
    return strip.transformed(QTransform().rotate(-cell.page.rotation)) if cell.page.rotation else strip
