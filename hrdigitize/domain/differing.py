"""Facts about which the papers of a dossier do not say the same: who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hrdigitize.domain.dossier import agree
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentId, FieldPath


@dataclass(frozen=True, slots=True)
class Said:
    """What a paper says at a place, and where. page: 0 where its place on the paper is not known."""

    document: DocumentId
    answer: Answer
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Differing:
    """A place of the record, what counts there, and what each paper that has it says."""

    path: FieldPath
    record: Answer | None
    said: tuple[Said, ...]


def differing(
    record: Mapping[FieldPath, Answer], papers: Iterable[Mapping[FieldPath, Said]]
) -> Iterator[Differing]:
    """The facts of which a paper says otherwise than another one or than the record, as the papers have them.

    Rows of tables are left out: their places mean nothing across papers. What is blank on a paper is no
    other word, for forms ask for different things.
    """
    by_place: dict[FieldPath, list[Said]] = {}
    for paper in papers:
        for path, said in paper.items():
            if not path.table and said.answer.state is State.VALUE:
                by_place.setdefault(path, []).append(said)
    for path, every in by_place.items():
        held = record.get(path)
        against = held if held is not None and held.state is State.VALUE else every[0].answer
        if not all(agree(against, one.answer) for one in every):
            yield Differing(path, held, tuple(every))
