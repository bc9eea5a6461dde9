"""What lists show of documents is what the documents say, whatever was written; it is asked for in parts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from hrdigitize.domain.arranging import Aside
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentId, DocumentStatus, FieldPath, Verification
from hrdigitize.domain.stored import Sought
from hrdigitize.store.checking import check
from hrdigitize.store.models import PageRow
from hrdigitize.store.opening import Store
from hrdigitize.store.searching.rows import ListedRow
from tests.store.databases import on_every_database
from tests.store.made_up import BATCH, CLERK, DOCUMENT, form_reading, reading, store_document

pytestmark = on_every_database

NAMES = ("Đỗ Thị Đức", "Nguyễn Văn Ân", "Trần 100%", "Nguyễn Thị Hoài Thương", "Lê_Văn Ơn")
BIRTH, POST = FieldPath("birth_date"), FieldPath.parse("career/0/post")


@pytest.fixture
def named(store: Store) -> tuple[DocumentId, ...]:
    """Documents of these names, which came in their order; their identities say nothing of it."""
    store_document(store)
    made = tuple(DocumentId(f"named-{100 - number}") for number in range(len(NAMES)))
    with store.work(CLERK) as work:
        for document, name in zip(made, NAMES, strict=True):
            read = replace(form_reading(), fields=dict(form_reading().fields) | {"full_name": reading(name)})
            work.documents.add(document, BATCH, read, {}, at=work.at)
        work.commit("batch-read", BATCH)
    return made


def titles(store: Store, sought: Sought = Sought(), first: int = 0, limit: int = 100) -> list[str]:  # noqa: B008
    with store.view() as view:
        return [one.title for one in view.listed.part(sought, first, limit).summaries]


def approve(store: Store, *documents: DocumentId) -> None:
    with store.work(CLERK) as work:
        for document in documents:
            work.documents.set_status(document, DocumentStatus.APPROVED)
        work.commit("document-approved", BATCH)


def answer(store: Store, document: DocumentId, *paths: FieldPath) -> None:
    with store.work(CLERK) as work:
        for path in paths:
            said = Verification(path, Answer(State.VALUE, "x"), "lan", work.at)
            work.documents.answer(document, said)
        work.commit("field-answered", document)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("do duc", [NAMES[0]]),
        ("NGUYEN an", [NAMES[1]]),
        ("NGUYEN", ["NGUYỄN THỊ ƯỚC", NAMES[1], NAMES[3]]),
        ("thuong  hoai", [NAMES[3]]),
        ("%", [NAMES[2]]),
        ("_", [NAMES[4]]),
        ("xyz", []),
    ],
)
@pytest.mark.usefixtures("named")
def test_typing_without_marks_finds_titles(store: Store, typed: str, found: list[str]) -> None:
    assert titles(store, Sought(typed)) == found
    with store.view() as view:
        assert view.listed.part(Sought(typed), 0, 1).total == len(found)


@pytest.mark.usefixtures("named")
def test_a_list_is_given_in_parts_in_the_order_of_arrival(store: Store) -> None:
    assert titles(store, first=1, limit=2) == list(NAMES[:2])
    assert titles(store, first=3, limit=50) == list(NAMES[2:])
    assert titles(store, first=6) == []
    with store.view() as view:
        assert view.listed.part(Sought(), 3, 2).total == 1 + len(NAMES)


def test_a_document_knows_its_place_in_every_list(store: Store, named: tuple[DocumentId, ...]) -> None:
    approve(store, named[1], named[3])
    with store.view() as view:
        places = [view.listed.place(document, Sought()) for document in (DOCUMENT, *named)]
        assert places == list(range(6))
        assert view.listed.place(named[3], Sought("nguyen")) == 2
        assert view.listed.place(named[3], Sought(approved=True)) == 1
        assert view.listed.place(named[0], Sought(approved=True)) is None
        assert view.listed.place(DocumentId("nobody"), Sought()) is None
    assert titles(store, Sought(approved=True)) == [NAMES[1], NAMES[3]]


def test_what_waits_comes_next_going_round(store: Store, named: tuple[DocumentId, ...]) -> None:
    approve(store, named[1])
    answer(store, named[2], BIRTH, POST)
    with store.work(CLERK) as work:
        read = replace(form_reading(), form=None, fields={}, tables={})
        work.documents.add(DocumentId("no-form"), BATCH, read, {}, at=work.at)
        work.commit("batch-read", BATCH)
    to_verify = [DOCUMENT, named[0], named[3], named[4]]
    to_approve = [DOCUMENT, named[0], named[2], named[3], named[4]]
    with store.view() as view:
        for verified_too, circle in ((False, to_verify), (True, to_approve)):
            for here, there in zip(circle, (*circle[1:], circle[0]), strict=True):
                assert view.listed.next_waiting(here, verified_too=verified_too) == there
            assert view.listed.next_waiting(None, verified_too=verified_too) == DOCUMENT
            assert view.listed.next_waiting(DocumentId("nobody"), verified_too=verified_too) == DOCUMENT
        assert view.listed.next_waiting(named[1], verified_too=False) == named[3]
        assert view.listed.next_waiting(named[2], verified_too=False) == named[3]


def test_nothing_waits_behind_the_only_one(store: Store) -> None:
    store_document(store)
    with store.view() as view:
        assert view.listed.next_waiting(DOCUMENT, verified_too=True) is None


def test_a_page_set_aside_counts_no_more(store: Store) -> None:
    store_document(store)
    with store.work(CLERK) as work:
        laid = work.arrangements.layout(BATCH)
        work.arrangements.lay((replace(laid[0], aside=Aside.BLANK), *laid[1:]))
        work.commit("pages-arranged", BATCH)
    with store.view() as view:
        (summary,) = view.listed.all()
        assert summary.pages == 1
    assert check(store) == ()


def test_what_is_listed_otherwise_than_it_is_does_not_stay_hidden(store: Store) -> None:
    store_document(store)
    with store._engine.begin() as connection:
        connection.execute(update(ListedRow).values(open_count=0))
    assert [(found.code, found.subject) for found in check(store)] == [("check-search-index", DOCUMENT)]


def test_pages_are_changed_through_their_objects_alone(store: Store) -> None:
    store_document(store)
    with pytest.raises(AssertionError, match="PageRow"), store.work(CLERK) as work:
        work._session.execute(update(PageRow).values(aside="blank"))
