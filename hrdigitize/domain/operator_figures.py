"""What each operator did: answers and documents, keys and time, and what others had to correct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hrdigitize.domain.effort import Effort
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, FieldPath


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as somebody gave it, in the order of time. state: None where the answer was taken back."""

    document: DocumentId
    path: FieldPath
    by: str
    state: State | None
    text: str


@dataclass(frozen=True, slots=True)
class OperatorFigures:
    """The figures of one person.

    fields: places answered. corrections: those of them that another person answered otherwise later.
    sampled: places answered that a sample judged; wrong: those that it found wrong.
    """

    name: str
    documents: int = 0
    fields: int = 0
    corrections: int = 0
    sampled: int = 0
    wrong: int = 0
    effort: Effort = field(default_factory=Effort)

    @property
    def corrections_per_thousand(self) -> float | None:
        """None for whoever answered nothing."""
        return 1000 * self.corrections / self.fields if self.fields else None

    @property
    def keys_per_field(self) -> float | None:
        return self.effort.keystrokes / self.fields if self.fields and self.effort else None

    @property
    def seconds_per_document(self) -> float | None:
        return self.effort.active_ms / 1000 / self.documents if self.documents and self.effort else None


def figures(
    given: Iterable[Given],
    efforts: Iterable[tuple[str, Effort]],
    judged: Iterable[tuple[str, bool]],
) -> tuple[OperatorFigures, ...]:
    """Of everybody who did something, by name. efforts: who, and what each piece of work took.

    judged: of sampled values who had typed them, and whether they were right; "" for the machine.
    """
    places: dict[str, set[tuple[DocumentId, FieldPath]]] = defaultdict(set)
    corrected: dict[str, set[tuple[DocumentId, FieldPath]]] = defaultdict(set)
    standing: dict[tuple[DocumentId, FieldPath], Given] = {}
    for one in given:
        if one.state is None:
            continue
        place = one.document, one.path
        before = standing.get(place)
        if before is not None and before.by != one.by and not _same(before, one):
            corrected[before.by].add(place)
        places[one.by].add(place)
        standing[place] = one
    made = {
        name: OperatorFigures(
            name,
            documents=len({document for document, _ in own}),
            fields=len(own),
            corrections=len(corrected[name]),
        )
        for name, own in places.items()
    }
    return _with_the_rest(made, efforts, judged)


def _with_the_rest(
    made: dict[str, OperatorFigures],
    efforts: Iterable[tuple[str, Effort]],
    judged: Iterable[tuple[str, bool]],
) -> tuple[OperatorFigures, ...]:
    for name, effort in efforts:
        one = made.get(name, OperatorFigures(name))
        keys, time_ms = one.effort.keystrokes + effort.keystrokes, one.effort.active_ms + effort.active_ms
        made[name] = replace(one, effort=Effort(keys, time_ms))
    for name, right in judged:
        if name:
            one = made.get(name, OperatorFigures(name))
            made[name] = replace(one, sampled=one.sampled + 1, wrong=one.wrong + (not right))
    return tuple(made[name] for name in sorted(made))


def _same(one: Given, other: Given) -> bool:
    return one.state is other.state and one.text == other.text
