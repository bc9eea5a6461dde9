"""Layouts of pages: no page is lost or doubled, and documents have what was put into them."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from hrdigitize.domain.arranging import (
    Aside,
    LaidPage,
    Layout,
    bring_back,
    changed_documents,
    crop,
    documents_of,
    join,
    move,
    put_in,
    replaced,
    set_aside,
    split,
    turn,
)
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.record import DocumentId, PageId

A, B, C = DocumentId("a"), DocumentId("b"), DocumentId("c")


def _page(number: int, document: DocumentId | None, **changes: object) -> LaidPage:
    return LaidPage(PageId(f"page-{number}"), number, document, 200, 300, **changes)  # type: ignore[arg-type]


def _layout() -> Layout:
    """Two documents, a: 1 2 3, b: 4 5, and a page 6 that was not put in yet."""
    pages = [_page(number, A if number < 4 else B) for number in range(1, 6)]
    return (*pages, _page(6, None, aside=Aside.WITHDRAWN))


def _numbers(layout: Layout) -> dict[str, list[int]]:
    return {document: [page.number for page in pages] for document, pages in documents_of(layout).items()}


@pytest.mark.parametrize(
    ("change", "after", "changed"),
    [
        (lambda old: split(old, 2, C), {"a": [1], "c": [2, 3], "b": [4, 5]}, {A, C}),
        (lambda old: join(old, A, B), {"a": [1, 2, 3, 4, 5]}, {A, B}),
        (lambda old: join(old, B, A), {"b": [4, 5, 1, 2, 3]}, {A, B}),
        (lambda old: move(old, [5], to=4, behind=False), {"a": [1, 2, 3], "b": [5, 4]}, {B}),
        (lambda old: move(old, [3, 1], to=4, behind=True), {"a": [2], "b": [4, 3, 1, 5]}, {A, B}),
        (lambda old: set_aside(old, 4, Aside.BLANK), {"a": [1, 2, 3], "b": [5]}, {B}),
        (lambda old: put_in(old, 1, [PageId("page-6")]), {"a": [1, 6, 2, 3], "b": [4, 5]}, {A}),
        (lambda old: replaced(old, 5, PageId("page-6")), {"a": [1, 2, 3], "b": [4, 6]}, {B}),
        (lambda old: turn(old, 1, 90), {"a": [1, 2, 3], "b": [4, 5]}, {A}),
        (lambda old: crop(old, 4, Box(10, 10, 50, 50)), {"a": [1, 2, 3], "b": [4, 5]}, {B}),
    ],
)
def test_documents_have_what_was_put_into_them(
    change: Callable[[Layout], Layout], after: dict[str, list[int]], changed: set[DocumentId]
) -> None:
    before = _layout()
    found = change(before)
    assert _numbers(found) == after
    assert changed_documents(before, found) == changed
    assert sorted(page.number for page in found) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda old: split(old, 1, C), "split-at-first-page"),
        (lambda old: split(old, 9, C), "page-not-in-batch"),
        (lambda old: split(old, 6, C), "page-set-aside"),
        (lambda old: split((_page(1, None),), 1, C), "page-not-read"),
        (lambda old: join(old, A, A), "join-with-itself"),
        (lambda old: join(old, A, C), "document-not-in-batch"),
        (lambda old: move(old, [1], to=1, behind=True), "move-to-itself"),
        (lambda old: move(old, [6], to=1, behind=True), "page-set-aside"),
        (lambda old: turn(old, 1, 45), "turn-not-quarter"),
        (lambda old: crop(old, 1, Box(500, 500, 10, 10)), "crop-outside"),
        (lambda old: bring_back(old, 1), "page-counts"),
        (lambda old: bring_back(old, 6), "page-withdrawn"),
        (lambda old: bring_back(replaced(old, 5, PageId("page-6")), 5), "page-replaced"),
    ],
)
def test_what_makes_no_sense_is_refused(change: Callable[[Layout], Layout], code: str) -> None:
    with pytest.raises(UserFault) as caught:
        change(_layout())
    assert caught.value.code == code


def test_a_page_set_aside_comes_back_where_it_was() -> None:
    before = _layout()
    assert bring_back(set_aside(before, 2, Aside.DOUBLED), 2) == before


def test_a_page_with_nothing_on_it_may_go_without_reading_again() -> None:
    before = (_page(1, A), _page(2, A, empty=True))
    assert changed_documents(before, set_aside(before, 2, Aside.BLANK)) == frozenset()


def test_a_page_turned_by_hand_lies_as_it_was_seen() -> None:
    """It lay on its head by the machine's reading; seen upright, then turned to the right by a person."""
    (page,) = turn((_page(1, A, rotation=180),), 1, 90)
    assert (page.recipe.turn, page.rotation) == (270, 0)
    assert page.recipe.size(200, 300) == (300, 200)


def test_a_cut_goes_round_with_its_page() -> None:
    cut = crop((_page(1, A),), 1, Box(10, 20, 50, 60))
    once = turn(cut, 1, 90)[0].recipe
    assert once.crop == Box(300 - 20 - 60, 10, 60, 50)
    back = cut
    for _ in range(4):
        back = turn(back, 1, 90)
    assert back[0].recipe.crop == Box(10, 20, 50, 60)
    deeper = crop(cut, 1, Box(5, 5, 100, 10))[0].recipe.crop
    assert deeper == Box(15, 25, 45, 10)


def test_no_page_is_lost_or_doubled_whatever_is_done() -> None:
    dice = random.Random(7)
    layout = _layout()
    for _ in range(2000):
        try:
            layout = _changed_somehow(layout, dice)
        except UserFault:
            continue
        assert sorted(page.number for page in layout) == [1, 2, 3, 4, 5, 6]
        counted = [n for numbers in _numbers(layout).values() for n in numbers]
        assert sorted(counted) == sorted(page.number for page in layout if page.counts and page.document)


def _changed_somehow(layout: Layout, dice: random.Random) -> Layout:
    number, other = dice.randint(1, 6), dice.randint(1, 6)
    match dice.randint(1, 5):
        case 1:
            return split(layout, number, DocumentId(f"new-{dice.random()}"))
        case 2:
            return join(layout, *(dice.choice(list(documents_of(layout)) or [A]) for _ in range(2)))
        case 3:
            return move(layout, [number], to=other, behind=dice.random() < 0.5)
        case 4:
            return set_aside(layout, number, Aside.OTHER)
        case _:
            return bring_back(layout, number)
