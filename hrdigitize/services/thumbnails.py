"""Small pictures of pages, for lists of hundreds: a file is decoded once, and only as far as it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.domain.record import PageId
from hrdigitize.domain.stored import ContentId
from hrdigitize.imaging.recipes import small
from hrdigitize.services.markings import require_shown
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Pictures
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page, small, as it is kept: neither turned nor cut. fault: why it cannot be shown."""

    page: PageId
    picture: Picture | None = None
    fault: UserFault | None = None


class Thumbnails:
    """Makes small pictures on the calling thread; only what the store says is asked on the lane."""

    def __init__(self, store: Store, lane: Lane, *, pictures: Pictures) -> None:
        self._store = store
        self._lane = lane
        self._pictures = pictures

    def of_file(self, page: PageId, side_px: int, *, actor: Actor) -> Iterator[Thumbnail]:
        """The pages of the file that a page lies in, one at a time and in the file's order.

        side_px: the longer side of each. Whoever has enough stops asking: what is not asked for is not
        decoded. A locked page has the fault "secrecy-refused", a damaged one what `Pictures` says.
        UserFault "page-unknown".
        """
        require(actor, Action.LOOK)
        return self._made(self._lane.run(lambda: self._beside(page)), side_px)

    def _made(self, pages: Sequence[tuple[PageId, UserFault | None]], side_px: int) -> Iterator[Thumbnail]:
        given = 0
        try:
            content, spreads = self._lane.run(lambda: self._source(pages[0][0]))
            pictures = self._pictures.pages(content, spreads)
            for page, locked in pages:
                picture = next(pictures, None)
                if picture is None:
                    break
                given += 1
                yield Thumbnail(page, None if locked else small(picture, side_px), locked)
            fault = UserFault("original-damaged")
        except UserFault as told:
            fault = told
        for page, locked in pages[given:]:
            yield Thumbnail(page, None, locked or fault)

    def _beside(self, page: PageId) -> tuple[tuple[PageId, UserFault | None], ...]:
        with self._store.view() as view:
            try:
                pages = view.batch_book.beside(page)
            except KeyError:
                raise UserFault("page-unknown") from None
            return tuple((one, _lock_on(view, one)) for one in pages)

    def _source(self, page: PageId) -> tuple[ContentId, Mapping[int, Spread]]:
        with self._store.view() as view:
            content, _, _, spreads = view.batches.source_of(page)
            return content, spreads


def _lock_on(view: View, page: PageId) -> UserFault | None:
    try:
        require_shown(view, page)
    except UserFault as fault:
        return fault
    return None
