"""Identifiers only grow, whatever the clock does, and are proper UUIDs of version 7."""

from __future__ import annotations

import os
import uuid
from datetime import UTC, datetime, timedelta

from hrdigitize.domain.identifiers import Identifiers

_NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)


def test_the_time_is_in_front_and_the_version_is_7() -> None:
    made = uuid.UUID(Identifiers(lambda: _NOON, os.urandom).new())
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == int(_NOON.timestamp() * 1000)


def test_they_grow_while_the_clock_stands_still() -> None:
    identifiers = Identifiers(lambda: _NOON, os.urandom)
    made = [identifiers.new() for _ in range(2000)]
    assert made == sorted(set(made))


def test_they_grow_when_the_clock_is_set_back() -> None:
    moments = iter([_NOON, _NOON - timedelta(days=4000), _NOON + timedelta(seconds=1)])
    identifiers = Identifiers(lambda: next(moments), os.urandom)
    made = [identifiers.new() for _ in range(3)]
    assert made == sorted(set(made))


def test_the_largest_random_start_does_not_spill_into_the_time() -> None:
    identifiers = Identifiers(lambda: _NOON, lambda count: b"\xff" * count)
    made = [uuid.UUID(identifiers.new()) for _ in range(100)]
    assert {value.int >> 80 for value in made} == {int(_NOON.timestamp() * 1000)}
    assert {value.version for value in made} == {7}
