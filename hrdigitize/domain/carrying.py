"""What people said about a document whose pages are read again: what still has its place there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading
from hrdigitize.domain.record import FieldPath, Spot, StoredDocument, Verification

#: Two readings are of one place where their boxes have this share of both in common.
_SAME_PLACE = 0.5


@dataclass(frozen=True, slots=True)
class Carried:
    """kept: the answers at their places on the document as read again. left: those that have none there."""

    kept: Mapping[FieldPath, Verification]
    left: tuple[Verification, ...]


def carried(
    before: StoredDocument,
    form: str | None,
    now: Mapping[FieldPath, FieldReading],
    recut: Collection[int],
) -> Carried:
    """Which answers still stand where they were given.

    form, now: as it was read again. recut: numbers of pages that were turned or cut meanwhile, on which no
    place is what it was. An answer is kept on the same form, at the same field or in the same column, where
    the place on the paper is the same; one at a place that the machine never saw, while it sees none still.
    """
    kept: dict[FieldPath, Verification] = {}
    left: list[Verification] = []
    for path, given in before.verifications.items():
        place = _place(path, before, now, recut) if form == before.form else None
        if place is None or place in kept:
            left.append(given)
        else:
            kept[place] = replace(given, path=place, spot=_still_there(given.spot, recut))
    return Carried(kept, tuple(left))


def _still_there(spot: Spot | None, recut: Collection[int]) -> Spot | None:
    """Where somebody pointed, unless the page was turned or cut since."""
    return spot if spot is not None and spot.page not in recut else None


def _place(
    path: FieldPath, before: StoredDocument, now: Mapping[FieldPath, FieldReading], recut: Collection[int]
) -> FieldPath | None:
    old = before.readings.get(path)
    if old is None or not old.page or not old.box.width:
        return _unseen(path, old, now)
    if old.page in recut:
        return None
    fitting = (
        new
        for new, reading in now.items()
        if (new.table, new.field) == (path.table, path.field)
        and reading.page == old.page
        and _common(reading.box, old.box) >= _SAME_PLACE
    )
    return next(fitting, None)


def _unseen(
    path: FieldPath, old: FieldReading | None, now: Mapping[FieldPath, FieldReading]
) -> FieldPath | None:
    """A field whose label was not found is known by its name; a row of a table by nothing."""
    if path.table or old is None or path not in now or now[path].box.width:
        return None
    return path


def _common(one: Box, other: Box) -> float:
    """The share of the larger box that lies in both."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    larger = max(one.width * one.height, other.width * other.height)
    return max(0, width) * max(0, height) / larger if larger else 0.0
