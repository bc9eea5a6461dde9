"""Arrangements of a batch's pages: how they lie now, and how they lay before each change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from hrdigitize.domain.arranging import Aside, LaidPage, Layout
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.recipe import Recipe
from hrdigitize.domain.record import BatchId, DocumentId, DocumentStatus, PageId
from hrdigitize.store.batches import recipe_of
from hrdigitize.store.models import DocumentPageRow, PageRow
from hrdigitize.store.sorting_models import ArrangementRow

#: Stands where a page was put in and nobody has read it yet.
NOT_READ_YET = "page-not-read-yet"


class Standing(StrEnum):
    """DROPPED: undone, and something else was done since, so that it cannot be done again."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Situation:
    """How some pages and documents were at one moment: each page with its place, each document's state."""

    pages: Mapping[PageId, tuple[int, LaidPage]]
    documents: Mapping[DocumentId, tuple[bool, DocumentStatus]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One change of a batch. kind: "split", "join", …; "read-again" for what reading made of it."""

    sequence: int
    kind: str
    by: str
    at: datetime
    before: Situation
    after: Situation


class Arrangements:
    """The order of pages in their batches, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def layout(self, batch: BatchId) -> Layout:
        """All pages of a batch as they lie, those set aside among them."""
        rows = self._session.execute(
            select(PageRow, DocumentPageRow)
            .outerjoin(DocumentPageRow, DocumentPageRow.page_id == PageRow.id)
            .where(PageRow.batch_id == batch)
            .order_by(PageRow.place, PageRow.number)
        )
        return tuple(_laid(page, lies) for page, lies in rows)

    def lay(self, layout: Layout) -> None:
        """The pages lie so from now on."""
        for place, laid in enumerate(layout, start=1):
            page = self._session.get_one(PageRow, laid.page)
            page.place, page.aside, page.replaced_by = place, laid.aside or "", laid.replaced_by
            page.turn = laid.recipe.turn
            page.crop = laid.recipe.crop.as_list() if laid.recipe.crop is not None else None
            self._belong(laid)
        self._session.flush()

    def note(
        self, batch: BatchId, kind: str, before: Situation, after: Situation, *, by: str, at: datetime
    ) -> None:
        """Keeps what was done; what was undone before cannot be done again then."""
        for row in self._rows(batch, Standing.UNDONE):
            row.standing = Standing.DROPPED.value
        self._session.add(
            ArrangementRow(
                batch_id=batch,
                kind=kind,
                by=by,
                at=at,
                before=_to_json(before),
                after=_to_json(after),
                standing=Standing.DONE.value,
            )
        )
        self._session.flush()

    def last(self, batch: BatchId) -> Arrangement | None:
        """What would be undone next."""
        rows = self._rows(batch, Standing.DONE)
        return _arrangement(rows[-1]) if rows else None

    def next_undone(self, batch: BatchId) -> Arrangement | None:
        """What would be done again next."""
        rows = self._rows(batch, Standing.UNDONE)
        return _arrangement(rows[0]) if rows else None

    def mark(self, sequence: int, standing: Standing) -> None:
        """Whether it is done or undone now."""
        self._session.get_one(ArrangementRow, sequence).standing = standing.value
        self._session.flush()

    def recut(self, batch: BatchId, since: datetime) -> frozenset[PageId]:
        """The pages that were turned or cut after a moment: places on them are others now."""
        found: set[PageId] = set()
        for row in self._rows(batch, Standing.DONE):
            if row.at >= since:
                before, after = _from_json(row.before).pages, _from_json(row.after).pages
                found |= {page for page in after if after[page][1].recipe != before[page][1].recipe}
        return frozenset(found)

    def _rows(self, batch: BatchId, standing: Standing) -> list[ArrangementRow]:
        return list(
            self._session.scalars(
                select(ArrangementRow)
                .where(ArrangementRow.batch_id == batch, ArrangementRow.standing == standing.value)
                .order_by(ArrangementRow.sequence)
            )
        )

    def _belong(self, laid: LaidPage) -> None:
        lies = self._session.get(DocumentPageRow, laid.page)
        if laid.document is None:
            if lies is not None:
                self._session.delete(lies)
            return
        if lies is None:
            lies = DocumentPageRow(
                page_id=laid.page, document_id=laid.document, text="", failure_code=NOT_READ_YET
            )
            self._session.add(lies)
        lies.document_id, lies.rotation = laid.document, laid.rotation


def restored(layout: Layout, situation: Situation, *, lying: bool = True) -> Layout:
    """The layout with these pages as they were in a situation. lying: how their text lies as well."""
    places = {page.page: (place, page) for place, page in enumerate(layout)}
    known = {laid.page: laid for laid in layout}
    for page, (place, then) in situation.pages.items():
        as_then = _as_then(known[page], then)
        places[page] = (place, as_then if lying else replace(as_then, rotation=known[page].rotation))
    return tuple(page for _, page in sorted(places.values(), key=lambda one: (one[0], one[1].number)))


def situation_of(
    layout: Layout,
    pages: Iterable[PageId],
    documents: Mapping[DocumentId, tuple[bool, DocumentStatus]],
) -> Situation:
    """What a layout says of some pages; of the documents what is given."""
    wanted = frozenset(pages)
    return Situation(
        {page.page: (place, page) for place, page in enumerate(layout) if page.page in wanted}, documents
    )


def holds(layout: Layout, situation: Situation) -> bool:
    """Whether the pages of a situation still lie so; how their text lies is found anew by every reading."""
    return restored(layout, situation, lying=False) == layout


def _as_then(now: LaidPage, then: LaidPage) -> LaidPage:
    """What can be arranged as it was; what a page is stays as it is."""
    return replace(
        now,
        document=then.document,
        aside=then.aside,
        recipe=then.recipe,
        rotation=then.rotation,
        replaced_by=then.replaced_by,
    )


def _laid(page: PageRow, lies: DocumentPageRow | None) -> LaidPage:
    return LaidPage(
        page=PageId(page.id),
        number=page.number,
        document=DocumentId(lies.document_id) if lies is not None else None,
        width=page.width,
        height=page.height,
        aside=Aside(page.aside) if page.aside else None,
        recipe=recipe_of(page),
        rotation=lies.rotation or 0 if lies is not None else 0,
        replaced_by=PageId(page.replaced_by) if page.replaced_by else None,
        empty=lies is not None and not lies.text and not lies.failure_code,
    )


def _arrangement(row: ArrangementRow) -> Arrangement:
    return Arrangement(row.sequence, row.kind, row.by, row.at, _from_json(row.before), _from_json(row.after))


def _to_json(situation: Situation) -> dict[str, object]:
    return {
        "pages": {
            page: {
                "place": place,
                "document": laid.document,
                "aside": laid.aside.value if laid.aside else None,
                "turn": laid.recipe.turn,
                "crop": laid.recipe.crop.as_list() if laid.recipe.crop is not None else None,
                "rotation": laid.rotation,
                "replaced_by": laid.replaced_by,
            }
            for page, (place, laid) in situation.pages.items()
        },
        "documents": {
            document: [stale, status.value] for document, (stale, status) in situation.documents.items()
        },
    }


def _from_json(stored: Mapping[str, object]) -> Situation:
    """The situation again; ValueError for what `_to_json` never writes."""
    match stored:
        case {"pages": dict(pages), "documents": dict(documents)}:
            return Situation(
                {PageId(page): _page_from_json(page, then) for page, then in pages.items()},
                {
                    DocumentId(document): (bool(stale), DocumentStatus(status))
                    for document, (stale, status) in documents.items()
                },
            )
    raise ValueError("not a stored arrangement")


def _page_from_json(page: str, then: Mapping[str, object]) -> tuple[int, LaidPage]:
    match then:
        case {
            "place": int(place),
            "document": str() | None as document,
            "aside": str() | None as aside,
            "turn": int() | None as turn,
            "crop": list() | None as crop,
            "rotation": int(rotation),
            "replaced_by": str() | None as other,
        }:
            return place, LaidPage(
                page=PageId(page),
                number=0,
                document=DocumentId(document) if document else None,
                width=0,
                height=0,
                aside=Aside(aside) if aside else None,
                recipe=Recipe(turn, Box(*crop) if crop else None),
                rotation=rotation,
                replaced_by=PageId(other) if other else None,
            )
    raise ValueError("not a stored page of an arrangement")
