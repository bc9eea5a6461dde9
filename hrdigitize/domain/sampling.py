"""A sample of checked values: drawn from a seed, so that anybody can draw it again; judged one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from hrdigitize.domain.inspection import Rule
from hrdigitize.domain.reading import FieldReading
from hrdigitize.domain.record import Answer, DocumentId, FieldPath, StoredPage

#: A sample, UUIDv7 as text.
SampleId = NewType("SampleId", str)

#: One value that can be drawn: its document, and its path as text, for a lot has tens of thousands.
Place = tuple[DocumentId, str]


class Outcome(StrEnum):
    """What a sample says of its lot, as far as it is judged."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Lot:
    """What a sample is drawn from: documents, and the places in them that hold a checked value."""

    documents: tuple[DocumentId, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the reviewer says of one value beside its picture. answer: what stands on the paper."""

    right: bool
    answer: Answer
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SampledValue:
    """One value of a sample. number: from 1. answer: what counted when it was drawn; by: who had typed it,
    "" for the machine."""

    number: int
    document: DocumentId
    path: FieldPath
    answer: Answer
    by: str = ""
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A drawn sample. seed: hexadecimal. lot: how many values the lot had; fingerprint: by which it is known.

    values: in the order in which they were drawn.
    """

    id: SampleId
    drawn_at: datetime
    drawn_by: str
    seed: str
    lot: int
    fingerprint: str
    rule: Rule
    values: tuple[SampledValue, ...]

    @property
    def judged(self) -> int:
        return sum(value.judgement is not None for value in self.values)

    @property
    def wrong(self) -> int:
        return sum(value.judgement is not None and not value.judgement.right for value in self.values)

    @property
    def outcome(self) -> Outcome:
        """Refused as soon as more are wrong than may be; accepted when all are judged."""
        if self.wrong > self.rule.accept:
            return Outcome.REFUSED
        return Outcome.ACCEPTED if self.judged == len(self.values) else Outcome.OPEN


@dataclass(frozen=True, slots=True)
class SampleSheet:
    """A sample with what is needed to look at it.

    titles: of its documents. pages and readings: where each value stands, by its number; a value that a
    person added has neither.
    """

    sample: Sample
    titles: Mapping[DocumentId, str] = field(default_factory=dict)
    forms: Mapping[DocumentId, str] = field(default_factory=dict)
    pages: Mapping[int, StoredPage] = field(default_factory=dict)
    readings: Mapping[int, FieldReading] = field(default_factory=dict)


def drawn(places: Collection[Place], size: int, seed: str) -> tuple[Place, ...]:
    """So many of the places, by chance: each has the same share, and the same seed gives the same ones.

    Every place gets the number SHA-256(seed, document, path); the smallest numbers are drawn. The order in
    which the places come does not matter, and no library's generator is needed to draw it again.
    """
    return tuple(sorted(places, key=lambda place: _number(seed, place))[:size])


def fingerprint(places: Collection[Place]) -> str:
    """By which a lot is known again: SHA-256 over its places in order, hexadecimal."""
    whole = hashlib.sha256()
    for name in sorted(_name(place) for place in places):
        whole.update(name.encode() + b"\n")
    return whole.hexdigest()


def _number(seed: str, place: Place) -> bytes:
    return hashlib.sha256(f"{seed} {_name(place)}".encode()).digest()


def _name(place: Place) -> str:
    document, path = place
    return f"{document} {path}"
