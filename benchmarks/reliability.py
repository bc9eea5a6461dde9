"""Whether readings are as sure as they should be: predicted confidence against the share that is right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.bounds import interval
from benchmarks.scoring import Outcome
from hrdigitize.formdefs.model import FormDef, Kind

#: Where bins begin. Most readings are very sure, so that the upper end is divided more finely.
EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999)

#: Groups of types that are read and corrected alike, in the order of the pictures.
TYPE_GROUPS: Mapping[str, frozenset[Kind]] = {
    "names": frozenset({Kind.NAME}),
    "places": frozenset({Kind.PLACE}),
    "dates and periods": frozenset({Kind.DATE, Kind.PERIOD}),
    "numbers and codes": frozenset({Kind.CODE, Kind.DECIMAL, Kind.PERCENT, Kind.NUMBER, Kind.PHONE}),
    "lists": frozenset({Kind.LIST, Kind.CHECK}),
    "text": frozenset({Kind.TEXT}),
}


@dataclass(frozen=True, slots=True)
class Prediction:
    """One reading: its confidence 0..1, whether it is right, and its group of types."""

    confidence: float
    right: bool
    group: str


@dataclass(frozen=True, slots=True)
class Bin:
    """Readings of about one confidence; share_right lies within low..high with a sureness of 95 %."""

    start: float
    count: int
    right: int
    mean_confidence: float

    @property
    def share_right(self) -> float:
        return self.right / self.count

    @property
    def bounds(self) -> tuple[float, float]:
        """Exact two-sided 95 % interval of the share that is right."""
        return interval(self.right, self.count)


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold a reading, and two figures for them all.

    calibration_error: the mean gap between confidence and share right, each bin by its count (expected
    calibration error). brier: the mean square of the gap between confidence and 1 for right, 0 for wrong.
    """

    bins: tuple[Bin, ...]
    count: int
    calibration_error: float
    brier: float


def predictions(outcomes: Sequence[Outcome], form: FormDef) -> list[Prediction]:
    """What was predicted for the outcomes of one form; a key that was not read predicts nothing."""
    return [
        Prediction(one.reading.confidence, one.right, _group(one.key, form))
        for one in outcomes
        if one.reading is not None
    ]


def reliability(predicted: Sequence[Prediction]) -> Reliability:
    """The bins and figures of some predictions; zeros for none."""
    if not predicted:
        return Reliability((), 0, 0.0, 0.0)
    held: dict[int, list[Prediction]] = {}
    for one in predicted:
        held.setdefault(bisect_right(EDGES, one.confidence) - 1, []).append(one)
    bins = tuple(_bin(EDGES[max(0, at)], held[at]) for at in sorted(held))
    count = len(predicted)
    gaps = sum(one.count * abs(one.mean_confidence - one.share_right) for one in bins)
    squares = sum((one.confidence - one.right) ** 2 for one in predicted)
    return Reliability(bins, count, gaps / count, squares / count)


def _bin(start: float, held: Sequence[Prediction]) -> Bin:
    mean = sum(one.confidence for one in held) / len(held)
    return Bin(start, len(held), sum(one.right for one in held), mean)


def _group(key: str, form: FormDef) -> str:
    """The group of a field ("full_name") or cell ("family[2].name"); text where the form has no such key."""
    table, _, column = key.partition("].")
    name = table.split("[")[0]
    kind = Kind.TEXT
    if column and name in form.tables:
        kind = next((one.type.kind for one in form.tables[name].columns if one.key == column), kind)
    elif name in form.fields:
        kind = form.fields[name].type.kind
    return next(group for group, kinds in TYPE_GROUPS.items() if kind in kinds)
