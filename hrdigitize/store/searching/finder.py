"""Finding cadres in the search index, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.search import CadreHit, Filters, HitPage, Place, Query, Summary, snippet
from hrdigitize.store.searching.ladder import Rung, ladder
from hrdigitize.store.searching.rows import SUMMARY, SearchCadreRow, SearchDocumentRow, summary_in
from hrdigitize.store.searching.sources import SearchSources
from hrdigitize.store.searching.terms import narrowed
from hrdigitize.store.searching.word_lists import word_lists

_START = Place(0, 0, frozenset())
#: Numbers taken off a list at a time: the first time, and at most (cadres shown before are passed over fast).
_FIRST_LOT, _GREATEST_LOT = 60, 4000
#: Hits that filters may turn away from one page: lists do not know the day of birth, nor those of documents
#: what else is in a dossier, so it could be all of them.
_PATIENCE = 1000
#: Cadres that are looked at once and for all where the telling filters let no more through.
_FEW = 500


@dataclass(frozen=True, slots=True)
class _Found:
    """A hit and where it was found: rung, number on its list, number of the cadre."""

    rung: int
    number: int
    cadre: int
    hit: CadreHit


@dataclass(frozen=True, slots=True)
class _Few:
    """All whom the filters let through, by number. telling: the filters that the lists are asked for."""

    telling: Filters
    fitting: Mapping[int, Summary]


class Finder:
    """Finds cadres by what was typed. Nothing here changes anything."""

    def __init__(self, session: Session, sources: SearchSources) -> None:
        self._session = session
        self._sources = sources
        self._words = word_lists(session, "search_words")
        self._texts = word_lists(session, "search_texts")

    def find(
        self,
        query: Query,
        filters: Filters,
        *,
        limit: int,
        after: Place | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> HitPage:
        """A page of at most `limit` cadres, each of them once over all pages.

        wanted: asked between two questions to the index; where nobody wants the page any more, it ends there.
        A page on which filters turned too many away ends before it is full, with `after` set all the same.
        """
        start = after or _START
        walk = _Walk(self, query, filters, start, wanted)
        found: list[_Found] = []
        for one in walk.found():
            if len(found) == limit:
                last = found[-1]
                return self._page(query, found, Place(last.rung, last.number, start.shown | _cadres(found)))
            found.append(one)
        if walk.stopped_at is None:
            return self._page(query, found, None)
        rung, number = walk.stopped_at
        return self._page(query, found, Place(rung, number, start.shown | _cadres(found)))

    def few(self, filters: Filters) -> _Few | None:
        """All whom the filters let through, where a telling one, or all of those, leave but few."""
        for telling in _telling(filters):
            numbers = self._words.find(narrowed("", telling), behind=0, most=_FEW + 1)
            if len(numbers) <= _FEW:
                fitting = {at: one for at, _, one, _ in self.cadres(numbers) if filters.fit(one)}
                return _Few(telling, fitting)
        return None

    def behind(self, rung: Rung, filters: Filters, number: int, most: int) -> Sequence[int]:
        """The next numbers on the list of a rung."""
        if rung.in_texts:
            sought = narrowed(rung.expression, replace(filters, missing=()))
            return self._texts.find(sought, behind=number, most=most)
        return self._words.find(narrowed(rung.expression, filters), behind=number, most=most)

    def cadres(self, numbers: Iterable[int]) -> Iterator[tuple[int, int, Summary, None]]:
        """Number, number of the cadre, the cadre at a glance, for numbers of cadres in their order."""
        rows = select(*SUMMARY).where(SearchCadreRow.number.in_(list(numbers)))
        for row in self._session.execute(rows.order_by(SearchCadreRow.number)):
            yield row.number, row.number, summary_in(row), None

    def documents(self, numbers: Iterable[int]) -> Iterator[tuple[int, int, Summary, DocumentId]]:
        """The same for numbers of documents, and which document it is."""
        rows = (
            select(SearchDocumentRow.number.label("at"), SearchDocumentRow.document_id, *SUMMARY)
            .join(SearchCadreRow, SearchCadreRow.number == SearchDocumentRow.cadre_number)
            .where(SearchDocumentRow.number.in_(list(numbers)))
            .order_by(SearchDocumentRow.number)
        )
        for row in self._session.execute(rows):
            yield row.at, row.number, summary_in(row), DocumentId(row.document_id)

    def owners(self, numbers: Iterable[int]) -> Iterator[tuple[int, int, DocumentId]]:
        """Number, number of the cadre and identifier, for numbers of documents in their order."""
        rows = select(
            SearchDocumentRow.number, SearchDocumentRow.cadre_number, SearchDocumentRow.document_id
        ).where(SearchDocumentRow.number.in_(list(numbers)))
        for row in self._session.execute(rows.order_by(SearchDocumentRow.number)):
            yield row.number, row.cadre_number, DocumentId(row.document_id)

    def _page(self, query: Query, found: Sequence[_Found], after: Place | None) -> HitPage:
        """The hits; where a document says it, with the place in its text."""
        hits = [one.hit for one in found]
        papers = self._sources.texts_of(hit.document for hit in hits if hit.document)
        said = {paper.document: snippet(paper.text, query) for paper in papers}
        return HitPage(
            tuple(replace(hit, snippet=said[hit.document]) if hit.document else hit for hit in hits), after
        )


class _Walk:
    """One way up the ladder. stopped_at: rung and number where it ended before all was seen."""

    def __init__(
        self, finder: Finder, query: Query, filters: Filters, start: Place, wanted: Callable[[], bool]
    ) -> None:
        self._finder = finder
        self._query = query
        self._filters = filters
        self._start = start
        self._wanted = wanted
        self._few = finder.few(filters)
        self._asked = filters if self._few is None else self._few.telling
        self._seen = set(start.shown)
        self._patience = _PATIENCE
        self.stopped_at: tuple[int, int] | None = None

    def found(self) -> Iterator[_Found]:
        """Hits, nearest first, each cadre once."""
        for at, rung in enumerate(ladder(self._query)):
            if at >= self._start.rung and self.stopped_at is None:
                yield from self._on(at, rung, self._start.number if at == self._start.rung else 0)

    def _on(self, at: int, rung: Rung, number: int) -> Iterator[_Found]:
        """Hits of one rung behind a number of its list."""
        most = _FIRST_LOT if self._few is None else _FEW + 1
        while self._goes_on(at, number):
            numbers = self._finder.behind(rung, self._asked, number, most)
            unseen = numbers if rung.in_texts else [one for one in numbers if one not in self._seen]
            for begin in range(0, len(unseen), _FIRST_LOT):
                piece = unseen[begin : begin + _FIRST_LOT]
                yield from self._fitting(at, rung, piece)
                if not self._goes_on(at, piece[-1]):
                    return
            if len(numbers) < most:
                return
            number, most = numbers[-1], min(2 * most, _GREATEST_LOT)

    def _fitting(self, at: int, rung: Rung, numbers: Sequence[int]) -> Iterator[_Found]:
        """Those of a few numbers that are new and pass the filters."""
        for number, cadre, summary, document in self._looked_up(rung, numbers):
            if cadre in self._seen:
                continue
            if self._few is None and not self._filters.fit(summary):
                self._patience -= 1
                continue
            self._seen.add(cadre)
            yield _Found(at, number, cadre, CadreHit(summary, rung.tier, document))

    def _looked_up(
        self, rung: Rung, numbers: Sequence[int]
    ) -> Iterator[tuple[int, int, Summary, DocumentId | None]]:
        """Number, number of the cadre, the cadre at a glance, the document where it is one."""
        if self._few is None:
            yield from self._finder.documents(numbers) if rung.in_texts else self._finder.cadres(numbers)
            return
        fitting = self._few.fitting
        if not rung.in_texts:
            yield from ((number, number, fitting[number], None) for number in numbers if number in fitting)
            return
        for number, cadre, document in self._finder.owners(numbers):
            if cadre in fitting:
                yield number, cadre, fitting[cadre], document

    def _goes_on(self, at: int, number: int) -> bool:
        if self._wanted() and self._patience > 0:
            return True
        self.stopped_at = at, number
        return False


def _telling(filters: Filters) -> Iterator[Filters]:
    """Those that can leave few, one by one and together; half of all are women, or members of the Party."""
    alone = [
        Filters(**{key: given})
        for key in ("rank", "unit", "qualification", "ethnicity")
        if (given := getattr(filters, key))
    ]
    yield from alone
    if len(alone) > 1:
        yield replace(filters, sex="", party=None, born_from=None, born_to=None, missing=())


def _cadres(found: list[_Found]) -> frozenset[int]:
    return frozenset(one.cadre for one in found)
