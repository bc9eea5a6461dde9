"""A store with made-up cadres to look for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from hrdigitize.domain.reading import FormReading, State
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    CadreId,
    DocumentId,
    FieldPath,
    PageId,
    RecordValue,
    StoredPage,
)
from hrdigitize.domain.search import Filters, HitPage, Place, Query
from hrdigitize.domain.stored import BatchPage, FileId, PageText, Refusal, SourceFile
from hrdigitize.store.opening import Store
from hrdigitize.store.work import Work
from tests.store.made_up import CLERK, REVIEWER

_AT = datetime(2024, 5, 6, tzinfo=UTC)


def value(key: str, text: str, normalised: str | None = None) -> RecordValue:
    """A value of a record; the normalised one is the text where none is given."""
    answer = Answer(State.VALUE, text, text if normalised is None else normalised)
    return RecordValue(FieldPath.parse(key), answer, None, "minh", _AT)


def put(work: Work, cadre: str, name: str, values: Mapping[str, str] | None = None) -> CadreId:
    """A cadre with a record, within a unit of work."""
    identifier = CadreId(cadre)
    work.cadres.add(identifier, "2c-bnv-2008", at=work.at)
    said = {"full_name": name} | dict(values or {})
    work.cadres.write(identifier, [value(key, text) for key, text in said.items()])
    return identifier


def put_all(store: Store, *names: str) -> tuple[CadreId, ...]:
    """Cadres of these names, `c0` and on."""
    with store.work(REVIEWER) as work:
        made = tuple(put(work, f"c{number}", name) for number, name in enumerate(names))
        work.commit("record-written", "store")
    return made


def put_paper(
    work: Work, number: int, text: str, cadre: CadreId | None, kind: str | None = None
) -> DocumentId:
    """A document of one page, in a batch of its own; in a dossier where one is named."""
    document, batch, page = DocumentId(f"d{number}"), BatchId(f"b{number}"), PageId(f"p{number}")
    file = SourceFile(FileId(f"f{number}"), 1, "scan.jpg", 4, None, Refusal("made-up"))
    stored = BatchPage(StoredPage(page, 1, "scan.jpg", 2480, 3508, 300), file.id, 1)
    work.batches.add(batch, at=work.at, by=CLERK.name)
    work.batches.add_file(batch, file, (stored,))
    work.documents.add(
        document, batch, FormReading(None, kind, 1, 1, {}, {}), {page: PageText(text)}, at=work.at
    )
    if cadre is not None:
        work.documents.set_cadre(document, cadre)
    return document


def found(store: Store, text: str, filters: Filters | None = None) -> list[str]:
    """Names of the first hits, in their order."""
    return [hit.summary.name for hit in page(store, text, filters).hits]


def page(
    store: Store, text: str, filters: Filters | None = None, *, limit: int = 50, after: Place | None = None
) -> HitPage:
    """A page of hits."""
    with store.view() as view:
        return view.finder.find(Query.parse(text), filters or Filters(), limit=limit, after=after)
