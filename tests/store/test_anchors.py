"""Anchors kept outside the PC tell a log that was cut, put back or rewritten (RELIABILITY.md E4)."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.crypto.lettering import MiscopiedError, lettered
from hrdigitize.store.anchors import anchor_text, read_anchor, unheld
from hrdigitize.store.chain import START, Anchor, Link, chained, first_break
from hrdigitize.store.checking import StoreFinding, check
from hrdigitize.store.layout import DATABASE_NAME
from hrdigitize.store.opening import Store
from tests.conftest import TellFigure
from tests.store.databases import on_every_database
from tests.store.made_up import CLERK, new_store, opened_store
from tests.store.test_chain import LOG, made

_ENTRIES = len(LOG)
ORIGIN = LOG[0].hash


def copied(log: Sequence[Link], count: int) -> Anchor:
    """The head of the log when it had so many entries, as it comes back from a day sheet."""
    return read_anchor(anchor_text(Anchor(count, log[count - 1].hash, log[0].hash)))


def wrong(log: Sequence[Link], anchor: Anchor) -> str | None:
    """What a check of the log with the anchor says."""
    if first_break(log) is not None:
        return "check-audit-chain"
    head = Anchor(len(log), log[-1].hash, log[0].hash) if log else Anchor(0, START)
    there = log[anchor.sequence - 1].hash if 0 < anchor.sequence <= len(log) else None
    return unheld(anchor, head, there)


def written(log: Sequence[Link], count: int) -> list[Link]:
    """The log with so many more entries than it has, chained as they should be."""
    links = list(log)
    for _ in range(count):
        link = LOG[0]._replace(sequence=len(links) + 1, actor="minh")
        links.append(link._replace(hash=chained(links[-1].hash if links else START, link)))
    return links


@given(st.integers(0, 2**32 - 1), st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_an_anchor_comes_back_from_its_letters_as_far_as_they_go(
    count: int, head: bytes, origin: bytes
) -> None:
    letters = anchor_text(Anchor(count, head, origin))
    assert len(letters.replace(" ", "")) == 46
    assert read_anchor(letters) == Anchor(count, head[:16], origin[:4])


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "mã chốt",
        "ABCD",
        lettered(bytes(25), "hrdigitize-anchor"),
        lettered(bytes(30), "hrdigitize-anchor"),
    ],
)
def test_letters_that_are_no_anchor_are_told(garbage: str) -> None:
    with pytest.raises(MiscopiedError):
        read_anchor(garbage)


def test_an_anchor_with_too_little_of_a_hash_is_none() -> None:
    with pytest.raises(ValueError, match="15 bytes"):
        Anchor(3, bytes(15))


def test_a_log_that_only_grew_holds_every_anchor_that_it_ever_gave() -> None:
    assert [wrong(LOG, copied(LOG, count)) for count in range(1, _ENTRIES + 1)] == [None] * _ENTRIES
    assert wrong([], read_anchor(anchor_text(Anchor(0, START)))) is None
    assert wrong(LOG, read_anchor(anchor_text(Anchor(0, START)))) is None


def test_a_tail_cut_behind_an_anchor_that_was_kept_outside_is_found(tell_figure: TellFigure) -> None:
    """The anchor is of 1,000 entries: every shorter log is found, also one that was cut to nothing."""
    anchor = copied(LOG, _ENTRIES)
    cut = [wrong(LOG[:count], anchor) for count in range(_ENTRIES)]
    found = cut.count("anchor-beyond-log")
    tell_figure(f"E4 cut, the last anchor kept outside: {found} of {_ENTRIES} found")
    assert found == _ENTRIES


def test_a_tail_cut_and_grown_again_is_found_by_the_entry_at_the_anchor(tell_figure: TellFigure) -> None:
    anchor = copied(LOG, _ENTRIES)
    grown = [wrong(written(LOG[:count], _ENTRIES + 7 - count), anchor) for count in range(1, _ENTRIES, 7)]
    found = grown.count("anchor-overwritten")
    tell_figure(f"E4 cut and written on past the anchor: {found} of {len(grown)} found")
    assert found == len(grown)


def test_a_log_rewritten_from_its_first_entry_or_of_another_store_is_told_as_such() -> None:
    other = written([], _ENTRIES)
    assert first_break(other) is None
    assert wrong(other, copied(LOG, _ENTRIES)) == "anchor-foreign"
    assert wrong(other[:5], copied(LOG, _ENTRIES)) == "anchor-foreign"
    assert wrong(made(3), copied(LOG, 3)) is None


def note(store: Store, number: int) -> None:
    with store.work(CLERK) as work:
        work.commit("looked-at", f"document-{number}")


def head(store: Store) -> Anchor:
    """As it was copied by hand and typed again."""
    with store.view() as view:
        return read_anchor(anchor_text(view.audit.head()))


@on_every_database
def test_a_store_holds_its_anchors_and_not_those_of_another(store: Store) -> None:
    assert check(store, [head(store)]) == ()
    anchors = []
    for number in range(3):
        note(store, number)
        anchors.append(head(store))
    note(store, 3)
    assert check(store, anchors) == ()
    strange = copied(LOG, 2)
    assert check(store, [*anchors, strange]) == (StoreFinding("anchor-foreign", "2"),)
    with store.view() as view:
        assert view.audit.head().origin[:4] == anchors[0].origin


@pytest.fixture
def days(tmp_path: Path) -> list[tuple[Path, Anchor]]:
    """A store day by day: its database as it lay in the evening, and the anchor on that day's sheet."""
    kept = []
    store = new_store(tmp_path / "store")
    for day in range(_DAYS):
        for number in range(day % 3 + 1):
            note(store, number)
        anchor = head(store)
        store.close()
        kept.append((tmp_path / f"day-{day}.db", anchor))
        shutil.copy(tmp_path / "store" / DATABASE_NAME, kept[-1][0])
        store = opened_store(tmp_path / "store")
    store.close()
    return kept


_DAYS = 12


def put_back(tmp_path: Path, database: Path) -> Store:
    shutil.copy(database, tmp_path / "store" / DATABASE_NAME)
    return opened_store(tmp_path / "store")


def test_an_old_database_put_back_is_found_by_every_later_anchor(
    tmp_path: Path, days: list[tuple[Path, Anchor]], tell_figure: TellFigure
) -> None:
    found = tried = 0
    for day, (database, anchor) in enumerate(days):
        store = put_back(tmp_path, database)
        assert check(store, [anchor]) == ()
        later = [one for _, one in days[day + 1 :]]
        findings = check(store, later)
        tried += len(later)
        found += sum(finding.code == "anchor-beyond-log" for finding in findings)
        store.close()
    tell_figure(f"E4 an old database put back: {found} of {tried} found")
    assert found == tried == _DAYS * (_DAYS - 1) // 2


def test_an_old_database_put_back_and_worked_on_is_found_as_well(
    tmp_path: Path, days: list[tuple[Path, Anchor]], tell_figure: TellFigure
) -> None:
    newest = days[-1][1]
    found = 0
    for database, _ in days[:-1]:
        store = put_back(tmp_path, database)
        for number in range(newest.sequence):
            note(store, number + 100)
        found += [one.code for one in check(store, [newest])] == ["anchor-overwritten"]
        store.close()
    tell_figure(f"E4 an old database put back and worked on: {found} of {_DAYS - 1} found")
    assert found == _DAYS - 1
