"""Page pictures for the screen: fetched and decoded off the window's thread, the last few kept at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import PageId, StoredPage
from hrdigitize.gui.desk.page_image import PageImage, page_image
from hrdigitize.gui.running.tasks import Task, Tasks

#: A page of A4 at 300 dpi takes some 50 MB in colour, one of A3 at 600 dpi 350 MB.
_KEPT_PAGES = 4
_KEPT_BYTES = 200 << 20


class PagePictures(QObject):
    """A page is wanted; `ready` says when it is at hand. A newer wish takes back one that still waits."""

    ready = Signal(str)
    failed = Signal(str, object)

    def __init__(
        self, fetch: Callable[[PageId], Picture], tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._tasks = tasks
        self._kept: OrderedDict[PageId, PageImage] = OrderedDict()
        self._coming: dict[PageId, Task[PageImage]] = {}

    def at_hand(self, page: PageId) -> PageImage | None:
        """The picture if it is here already."""
        return self._kept.get(page)

    def has_room_beside(self, page: PageId) -> bool:
        """Whether another page like this one can be kept as well, so that it pays to fetch it ahead."""
        kept = self._kept.get(page)
        return kept is not None and 2 * kept.size_bytes <= _KEPT_BYTES

    def want(self, wanted: StoredPage) -> None:
        """Fetches a page unless it is here or coming; what waits for another page is taken back."""
        page = wanted.id
        if page in self._kept:
            self._kept.move_to_end(page)
            return
        if page in self._coming:
            return
        for other, task in list(self._coming.items()):
            if task.cancel_if_waiting():
                del self._coming[other]
        self._coming[page] = self._tasks.start(
            lambda: page_image(self._fetch(page), wanted.rotation),
            lambda image: self._keep(page, image),
            lambda fault: self._drop(page, fault),
        )

    def _keep(self, page: PageId, image: PageImage) -> None:
        self._coming.pop(page, None)
        self._kept[page] = image
        while len(self._kept) > 1 and self._is_full():
            self._kept.popitem(last=False)
        self.ready.emit(page)

    def _is_full(self) -> bool:
        room = sum(image.size_bytes for image in self._kept.values())
        return len(self._kept) > _KEPT_PAGES or room > _KEPT_BYTES

    def _drop(self, page: PageId, fault: Exception) -> None:
        self._coming.pop(page, None)
        self.failed.emit(page, fault)
