"""The use case of finding: who may, other names of lists, the index made anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.search import Filters
from hrdigitize.reference.lists import load_lists
from hrdigitize.services.search import Search
from tests.services.made_up import AUDITOR, CLERK, HEAD, REVIEWER, TECHNICIAN, Office
from tests.store.searched import put


@pytest.fixture
def search(office: Office) -> Search:
    def fill() -> None:
        with office.store.work(REVIEWER) as work:
            put(work, "c1", "Giàng A Páo", {"ethnicity": "Mông", "gender": "Nam"})
            put(work, "c2", "Nguyễn Thị Ước", {"ethnicity": "Kinh", "gender": "Nữ"})
            work.commit("record-written", "store")

    office.lane.run(fill)
    return Search(office.store, office.lane, lists=load_lists())


@pytest.mark.parametrize("actor", [CLERK, REVIEWER, HEAD])
def test_whoever_may_look_finds(search: Search, actor: Actor) -> None:
    found = search.find("thi uoc", Filters(), actor=actor)
    assert [hit.summary.name for hit in found.hits] == ["Nguyễn Thị Ước"]


@pytest.mark.parametrize("actor", [TECHNICIAN, AUDITOR])
def test_whoever_sees_no_dossier_finds_nobody(search: Search, actor: Actor) -> None:
    _refused(lambda: search.find("thi uoc", Filters(), actor=actor))
    _refused(lambda: search.find("", Filters(), actor=actor))


def _refused(call: Callable[[], object]) -> None:
    with pytest.raises(UserFault) as caught:
        call()
    assert caught.value.code == "action-not-allowed"


def test_lists_are_known_by_their_other_names(search: Search) -> None:
    found = search.find("", Filters(ethnicity="Hmông"), actor=CLERK)
    assert [hit.summary.name for hit in found.hits] == ["Giàng A Páo"]


def test_the_next_page_goes_on_where_one_ended(search: Search) -> None:
    first = search.find("", Filters(), actor=CLERK, limit=1)
    assert first.after is not None
    second = search.find("", Filters(), actor=CLERK, limit=1, after=first.after)
    names = [hit.summary.name for part in (first, second) for hit in part.hits]
    assert (names, second.after) == (["Giàng A Páo", "Nguyễn Thị Ước"], None)


def test_the_index_is_made_anew_by_whoever_keeps_the_store(search: Search, office: Office) -> None:
    assert search.rebuild(actor=TECHNICIAN) == 2
    assert len(search.find("", Filters(), actor=CLERK).hits) == 2
    _refused(lambda: search.rebuild(actor=CLERK))

    def last() -> str:
        with office.store.view() as view:
            return [entry.action for entry in view.audit.entries()][-1]

    assert office.lane.run(last) == "index-rebuilt"
