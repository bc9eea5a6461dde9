"""What a store keeps of scanning: settings under names, stacks that are half scanned, the order of pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.record import PageId, StoredPage
from hrdigitize.domain.stored import BatchPage, ContentId, FileId, SourceFile
from hrdigitize.domain.turning import TurnedStack
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import BATCH, CLERK, SCAN_PROFILE

pytestmark = on_every_database


def _batch(store: Store, pages: int) -> list[PageId]:
    """Pages 1, 2, …, each in a file of its own."""
    made = [PageId(f"page-{number}") for number in range(1, pages + 1)]
    with store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by="lan")
        for number, page in enumerate(made, start=1):
            file = FileId(f"file-{number}")
            stored = StoredPage(page, number, f"{number}.png", 100, 200, 75)
            source = SourceFile(file, number, f"{number}.png", 10, ContentId(f"{number:064}"))
            work.batches.add_file(BATCH, source, [BatchPage(stored, file, 1)])
        work.commit("batch-opened", BATCH)
    return made


def _order(store: Store) -> list[PageId]:
    with store.view() as view:
        return [one.page.id for one in view.batches.pages(BATCH)]


def test_settings_come_back_as_they_were_given(store: Store) -> None:
    other = replace(SCAN_PROFILE, name="Ảnh thẻ", settings=replace(SCAN_PROFILE.settings, threshold=None))
    with store.work(CLERK) as work:
        for profile in (SCAN_PROFILE, other, replace(SCAN_PROFILE, locked=False)):
            work.scan_profiles.put(profile)
        work.commit("scan-profile-saved", "scan-profiles")
    with store.view() as view:
        assert view.scan_profiles.get("Ảnh thẻ") == other
        assert {one.name: one.locked for one in view.scan_profiles.all()} == {
            "Ảnh thẻ": True,
            "Bàn tiếp nhận": False,
        }
    with store.work(CLERK) as work:
        work.scan_profiles.remove("Ảnh thẻ")
        with pytest.raises(KeyError):
            work.scan_profiles.remove("Ảnh thẻ")
        work.commit("scan-profile-removed", "scan-profiles")
    with store.view() as view, pytest.raises(KeyError):
        view.scan_profiles.get("Ảnh thẻ")


def test_pages_are_put_in_another_order(store: Store) -> None:
    made = _batch(store, 6)
    wanted = [made[1], made[5], made[2], made[4], made[3]]
    with store.work(CLERK) as work:
        work.batches.renumber(BATCH, wanted, first=2)
        work.commit("sides-in-order", BATCH)
    assert _order(store) == [made[0], *wanted]


def test_an_order_that_is_not_committed_leaves_the_old_one(store: Store) -> None:
    made = _batch(store, 3)
    with store.work(CLERK) as work:
        work.batches.renumber(BATCH, made[::-1], first=1)
    assert _order(store) == made


def test_pages_of_other_numbers_are_refused(store: Store) -> None:
    made = _batch(store, 4)
    with store.work(CLERK) as work:
        for pages, first in ((made[:2], 2), ([made[0], made[0]], 1), (made, 2)):
            with pytest.raises(ValueError, match="not the ones"):
                work.batches.renumber(BATCH, pages, first=first)
    assert _order(store) == made


def test_a_stack_is_known_until_it_is_done(store: Store) -> None:
    _batch(store, 1)
    for stack in (TurnedStack(1), TurnedStack(1, 7)):
        with store.work(CLERK) as work:
            work.turned_stacks.put(BATCH, stack)
            work.commit("sides-begun", BATCH)
        with store.view() as view:
            assert view.turned_stacks.find(BATCH) == stack
    with store.work(CLERK) as work:
        work.turned_stacks.end(BATCH)
        work.turned_stacks.end(BATCH)
        work.commit("sides-left", BATCH)
    with store.view() as view:
        assert view.turned_stacks.find(BATCH) is None
