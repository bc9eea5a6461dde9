"""The words of pages where they stand, packed: a page has some 400 of them, a store 100,000 pages."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

from sqlalchemy import delete
from sqlalchemy.orm import Session

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page_words import PlacedWord
from hrdigitize.domain.record import PageId
from hrdigitize.store.desk_models import PageWordsRow


class PageWords:
    """What can be pointed at on the pages of a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, page: PageId, words: Sequence[PlacedWord]) -> None:
        """These words, in the place of those read before; none where nothing was read."""
        if not words:
            self._session.execute(delete(PageWordsRow).where(PageWordsRow.page_id == page))
            return
        self._session.merge(PageWordsRow(page_id=page, words=packed(words)))

    def of(self, page: PageId) -> tuple[PlacedWord, ...]:
        """In reading order; empty for a page that was not read, or by a program that kept no words."""
        row = self._session.get(PageWordsRow, page)
        return unpacked(row.words) if row is not None else ()


def packed(words: Sequence[PlacedWord]) -> bytes:
    """Lists of text, row and box, as compressed JSON."""
    plain = [[word.text, word.row, *word.box.as_list()] for word in words]
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(kept: bytes) -> tuple[PlacedWord, ...]:
    """The words that `packed` made bytes of."""
    return tuple(
        PlacedWord(text, Box(*place), row) for text, row, *place in json.loads(zlib.decompress(kept))
    )
