"""Search: cadres by one box and by filters; the index made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.search import Filters, HitPage, Place, Query
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store

#: Cadres on a page.
PAGE = 50


class Search:
    """Finds cadres, on the lane.

    UserFault "action-not-allowed" from every method where the actor's role does not allow it.
    """

    def __init__(self, store: Store, lane: Lane, *, lists: ReferenceLists) -> None:
        self._store = store
        self._lane = lane
        self._lists = lists

    def find(
        self,
        text: str,
        filters: Filters,
        *,
        actor: Actor,
        after: Place | None = None,
        limit: int = PAGE,
        wanted: Callable[[], bool] = lambda: True,
    ) -> HitPage:
        """A page of cadres, nearest first; `after` of one page asks for the next, with the same text.

        wanted: asked before each step, from the lane; a search that a newer one has overtaken ends there
        with what it has. Lists are known by their other names, too ("Hmông" for "Mông").
        """
        require(actor, Action.LOOK)
        query, official = Query.parse(text), self._official(filters)
        return self._lane.run(lambda: self._find(query, official, after, limit, wanted))

    def rebuild(self, *, actor: Actor) -> int:
        """Makes the index anew from the records; how many cadres it holds."""
        require(actor, Action.CHECK_STORE)
        return self._lane.run(lambda: self._rebuild(actor))

    def _find(
        self, query: Query, filters: Filters, after: Place | None, limit: int, wanted: Callable[[], bool]
    ) -> HitPage:
        with self._store.view() as view:
            return view.finder.find(query, filters, limit=limit, after=after, wanted=wanted)

    def _rebuild(self, actor: Actor) -> int:
        with self._store.work(actor) as work:
            cadres = work.index.rebuild()
            work.commit("index-rebuilt", "store", cadres=cadres)
        return cadres

    def _official(self, filters: Filters) -> Filters:
        """With the names of lists as records have them."""
        return replace(
            filters,
            sex=self._lists.official("gender", filters.sex) or filters.sex,
            ethnicity=self._lists.official("ethnicity", filters.ethnicity) or filters.ethnicity,
            rank=self._lists.official("rank", filters.rank) or filters.rank,
        )
