"""Whoever edits, removes, adds, moves or cuts entries of the log breaks its chain (RELIABILITY.md E4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hrdigitize.store.chain import START, Anchor, Link, chained, first_break
from hrdigitize.store.opening import Store
from tests.conftest import TellFigure
from tests.store.databases import on_every_database
from tests.store.made_up import CLERK

_ENTRIES = 1000


def made(entries: int) -> list[Link]:
    links: list[Link] = []
    previous = START
    for sequence in range(1, entries + 1):
        link = Link(
            sequence,
            f"2026-11-02T08:00:00.{sequence:06}+00:00",
            "lan",
            "clerk",
            "field-answered",
            f"document-{sequence % 7}",
            {"path": "full_name", "state": "value"},
        )
        previous = chained(previous, link)
        links.append(link._replace(hash=previous))
    return links


LOG = made(_ENTRIES)
HEAD = Anchor(_ENTRIES, LOG[-1].hash)


def edited(at: int) -> list[Link]:
    return [*LOG[:at], LOG[at]._replace(actor="minh"), *LOG[at + 1 :]]


def deleted(at: int) -> list[Link]:
    """Removed, and those behind numbered anew."""
    behind = [link._replace(sequence=link.sequence - 1) for link in LOG[at + 1 :]]
    return [*LOG[:at], *behind]


def inserted(at: int) -> list[Link]:
    behind = [link._replace(sequence=link.sequence + 1) for link in LOG[at:]]
    return [*LOG[:at], LOG[at]._replace(action="document-approved"), *behind]


def swapped(at: int) -> list[Link]:
    other = (at + 1) % _ENTRIES
    links = list(LOG)
    links[at], links[other] = (
        LOG[other]._replace(sequence=LOG[at].sequence),
        LOG[at]._replace(sequence=LOG[other].sequence),
    )
    return links


def cut(at: int) -> list[Link]:
    return LOG[:at]


def test_a_log_that_nobody_touched_holds_with_its_head_and_with_an_earlier_one() -> None:
    assert first_break(LOG) is None
    assert first_break(LOG, HEAD) is None
    assert first_break(LOG, Anchor(10, LOG[9].hash)) is None
    assert first_break([]) is None


@pytest.mark.parametrize("attack", [edited, deleted, inserted, swapped, cut])
def test_every_attack_is_found_at_every_place(
    attack: Callable[[int], list[Link]], tell_figure: TellFigure
) -> None:
    found = sum(first_break(attack(at), HEAD) is not None for at in range(_ENTRIES))
    tell_figure(f"E4 {attack.__name__}: {found} of {_ENTRIES} found")
    assert found == _ENTRIES


def test_a_log_rewritten_from_one_entry_on_is_told_by_its_head_alone() -> None:
    rewritten = made(_ENTRIES - 1)
    previous = rewritten[-1].hash
    other = LOG[-1]._replace(actor="minh")
    rewritten.append(other._replace(hash=chained(previous, other)))
    assert first_break(rewritten) is None
    assert first_break(rewritten, HEAD) == _ENTRIES


@on_every_database
def test_an_older_database_put_back_is_found_by_the_head_of_the_newer(store: Store) -> None:
    for number in range(3):
        with store.work(CLERK) as work:
            work.commit("looked-at", f"document-{number}")
    with store.view() as view:
        head = view.audit.head()
        assert view.audit.first_break(head) is None
        assert head.sequence == 3
        newer = replace(head, sequence=head.sequence + 2)
        assert view.audit.first_break(newer) == 5
