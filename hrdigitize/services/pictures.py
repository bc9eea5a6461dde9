"""The pages of the store as pictures, decoded anew from the sealed originals whenever somebody looks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.stored import ContentId
from hrdigitize.store.originals import Originals

#: The bytes of one file -> its pages, one at a time (`workers.decoding.Decoder.decode`).
Decode = Callable[[bytes], Iterator[Picture]]


class Pictures:
    """Fetches an original, opens its seal and decodes it, all on the calling thread; needs no database."""

    def __init__(self, originals: Originals, decode: Decode) -> None:
        self._originals = originals
        self._decode = decode

    def page(self, content: ContentId, page_in_file: int) -> Picture:
        """One page, counted from 1. UserFault when the original or this page of it cannot be shown."""
        found = next(itertools.islice(self.pages(content), page_in_file - 1, None), None)
        if found is None:
            raise UserFault("original-damaged")
        return found

    def pages(self, content: ContentId) -> Iterator[Picture]:
        """All pages of a file, one at a time."""
        return self._decode(self._originals.fetch(content))
