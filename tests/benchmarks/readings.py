"""Made-up readings for the tests of the measurements."""

from __future__ import annotations

from benchmarks.scoring import Outcome
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import Doubt, FieldReading, State, Value


def reading(
    text: str,
    value: Value = None,
    *,
    state: State | None = None,
    confidence: float = 0.5,
    accepted: bool = False,
    page: int = 1,
    doubts: tuple[Doubt, ...] = (),
) -> FieldReading:
    """A reading of a text; state: blank for no text, unless given."""
    known = state or (State.VALUE if text else State.BLANK)
    box = Box(0, 0, page, page)
    return FieldReading(known, value, text, text, page, box, confidence, accepted, doubts)


def outcome(
    right: bool, *, confidence: float = 0.5, accepted: bool = False, key: str = "full_name"
) -> Outcome:
    """An outcome of a filled field."""
    text = "An" if right else "Ân"
    return Outcome(key, "An", reading(text, confidence=confidence, accepted=accepted), right)
