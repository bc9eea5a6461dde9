"""The pages of the store as pictures, decoded anew from the sealed originals whenever somebody looks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.recipe import AS_IT_IS, Recipe
from hrdigitize.domain.stored import ContentId
from hrdigitize.imaging.recipes import prepared
from hrdigitize.store.originals import Originals

#: The bytes of one file -> its pages, one at a time (`workers.decoding.Decoder.decode`).
Decode = Callable[[bytes], Iterator[Picture]]


class Pictures:
    """Fetches an original, opens its seal and decodes it, all on the calling thread; needs no database."""

    def __init__(self, originals: Originals, decode: Decode) -> None:
        self._originals = originals
        self._decode = decode

    def page(self, content: ContentId, page_in_file: int, recipe: Recipe = AS_IT_IS) -> Picture:
        """One page, counted from 1. UserFault when the original or this page of it cannot be shown."""
        found = next(itertools.islice(self.pages(content), page_in_file - 1, None), None)
        if found is None:
            raise UserFault("original-damaged")
        return prepared(found, recipe)

    def chosen(self, content: ContentId, wanted: Sequence[tuple[int, Recipe]]) -> Iterator[Picture]:
        """Some pages of a file by their numbers there, which only grow; it is decoded once, and no further.

        UserFault where it cannot go on.
        """
        pages, at = self.pages(content), 0
        for page_in_file, recipe in wanted:
            found = next(itertools.islice(pages, page_in_file - at - 1, None), None)
            if found is None:
                return
            at = page_in_file
            yield prepared(found, recipe)

    def pages(self, content: ContentId) -> Iterator[Picture]:
        """All pages of a file, one at a time."""
        return self._decode(self._originals.fetch(content))
