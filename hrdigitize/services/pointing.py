"""What a person points at on a page: the words that were read there, or a piece of it read anew."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page_words import PlacedWord
from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.domain.recipe import Recipe
from hrdigitize.domain.record import PageId
from hrdigitize.domain.stored import ContentId
from hrdigitize.imaging.recipes import prepared
from hrdigitize.services.markings import require_shown
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.reading import ReaderFactory
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.workers.reading import Reader, outcome_of

#: Where a page lies, as `Pictures.page` wants it.
_Source = tuple[ContentId, int, Recipe, Mapping[int, Spread]]


class Pointing:
    """Words come from the store; a piece is read by one helper of its own.

    The helper is started when a piece is first read, which takes seconds, and kept for the next one until
    `rest` or `close`: a batch that is being read meanwhile has all the others. Callable from any thread;
    reading pieces takes turns. UserFault "action-not-allowed", "page-unknown", "secrecy-refused".
    """

    def __init__(self, store: Store, lane: Lane, *, pictures: Pictures, readers: ReaderFactory) -> None:
        self._store = store
        self._lane = lane
        self._pictures = pictures
        self._readers = readers
        self._reading = threading.Lock()
        self._reader: Reader | None = None
        self._page: tuple[PageId, _Source, Picture] | None = None

    def words(self, page: PageId, *, actor: Actor) -> tuple[PlacedWord, ...]:
        """The words of a page, row by row; empty for one that was not read, or before words were kept."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._words(page))

    def read(self, page: PageId, box: Box, *, actor: Actor) -> str:
        """What stands in a box of the page as kept, as one line; "" where nothing can be read.

        Reads on the calling thread's time. UserFault as `Pictures.page` and `outcome_of` say.
        """
        require(actor, Action.ANSWER)
        source, rotation = self._lane.run(lambda: self._source_of(page))
        with self._reading:
            whole = self._picture(page, source)
            # Nothing from around it: of what the box leaves out, half a letter would be read as one.
            piece = prepared(whole, Recipe(crop=box.clipped(whole.width, whole.height)))
            if self._reader is None:
                self._reader = self._readers()
            outcome = outcome_of(self._reader.piece(piece, rotation))
        if isinstance(outcome, UserFault):
            raise outcome
        return " ".join(outcome)

    def _picture(self, page: PageId, source: _Source) -> Picture:
        """The page, decoded once for all pieces of it that are read one after the other."""
        if self._page is None or self._page[:2] != (page, source):
            self._page = (page, source, self._pictures.page(*source))
        return self._page[2]

    def rest(self) -> None:
        """Gives the memory of the helper and of the page back, unless it is reading."""
        if self._reading.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._reading.release()

    def close(self) -> None:
        """Ends the helper at once; what it was reading is given up."""
        self._end()

    def _end(self) -> None:
        reader, self._reader, self._page = self._reader, None, None
        if reader is not None:
            reader.close()

    def _words(self, page: PageId) -> tuple[PlacedWord, ...]:
        with self._store.view() as view:
            require_shown(view, page)
            return view.page_words.of(page)

    def _source_of(self, page: PageId) -> tuple[_Source, int]:
        with self._store.view() as view:
            try:
                require_shown(view, page)
                return view.batches.source_of(page), view.documents.rotation_of(page)
            except KeyError:
                raise UserFault("page-unknown") from None
