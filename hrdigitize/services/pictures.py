"""The pages of the store as pictures, decoded anew from the sealed originals whenever somebody looks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.domain.recipe import AS_IT_IS, Recipe
from hrdigitize.domain.stored import ContentId
from hrdigitize.imaging.recipes import prepared
from hrdigitize.imaging.spreads import parted
from hrdigitize.store.originals import Originals

#: The bytes of one file -> its pages, one at a time (`workers.decoding.Decoder.decode`).
Decode = Callable[[bytes], Iterator[Picture]]


class Pictures:
    """Fetches an original, opens its seal and decodes it, all on the calling thread; needs no database."""

    def __init__(self, originals: Originals, decode: Decode) -> None:
        self._originals = originals
        self._decode = decode

    def page(
        self,
        content: ContentId,
        page_in_file: int,
        recipe: Recipe = AS_IT_IS,
        spreads: Mapping[int, Spread] | None = None,
    ) -> Picture:
        """One page, counted from 1; spreads: of its file.

        UserFault when the original or this page of it cannot be shown.
        """
        found = next(itertools.islice(self.pages(content, spreads), page_in_file - 1, None), None)
        if found is None:
            raise UserFault("original-damaged")
        return prepared(found, recipe)

    def chosen(
        self,
        content: ContentId,
        wanted: Sequence[tuple[int, Recipe]],
        spreads: Mapping[int, Spread] | None = None,
    ) -> Iterator[Picture]:
        """Some pages of a file by their numbers there, which only grow; it is decoded once, and no further.

        UserFault where it cannot go on.
        """
        pages, at = self.pages(content, spreads), 0
        for page_in_file, recipe in wanted:
            found = next(itertools.islice(pages, page_in_file - at - 1, None), None)
            if found is None:
                return
            at = page_in_file
            yield prepared(found, recipe)

    def pages(self, content: ContentId, spreads: Mapping[int, Spread] | None = None) -> Iterator[Picture]:
        """All pages of a file, one at a time: its pictures, those of opened booklets in two."""
        return _as_pages(self._decode(self._originals.fetch(content)), spreads or {})


def _as_pages(pictures: Iterable[Picture], spreads: Mapping[int, Spread]) -> Iterator[Picture]:
    for number, picture in enumerate(pictures, start=1):
        spread = spreads.get(number)
        if spread is None:
            yield picture
            continue
        try:
            pages = parted(picture, spread)
        except ValueError:  # another picture than the one that was parted at intake
            raise UserFault("original-damaged") from None
        yield from pages
