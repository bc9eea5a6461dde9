"""Words on the drawn pages, as a machine might have kept them: those of the values, and bare ones."""

from __future__ import annotations

from hrdigitize.app import App
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page_words import PlacedWord
from hrdigitize.domain.record import DocumentId
from tests.gui.conftest import CLERK
from tests.gui.made_up import reading

#: On the first page, in no field's place: a date in two words, and a name.
BARE = (
    PlacedWord("06/07", Box(100, 1500, 90, 40), 100),
    PlacedWord("1970", Box(200, 1500, 80, 40), 100),
    PlacedWord("Tày", Box(100, 1600, 70, 40), 101),
)


def put_words(app: App, document: DocumentId) -> None:
    """Keeps them with the first page of the document."""

    def keep() -> None:
        with app.store.work(CLERK) as work:
            page = work.documents.get(document).pages[0]
            work.page_words.put(page.id, (*_of_values(), *BARE))
            work.commit("batch-read", document)

    app.lane.run(keep)


def _of_values() -> tuple[PlacedWord, ...]:
    """Each value as one word where it stands."""
    read = [one for one in reading().fields.values() if one.text]
    return tuple(PlacedWord(one.text, one.box, row) for row, one in enumerate(read))
