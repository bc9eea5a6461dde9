"""Double entry without Qt: which document and field is to be keyed now, and two entries that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrdigitize.domain.record import DocumentId, FieldPath
from hrdigitize.services.second_keying import BlindDocument, BlindPlace, Compared


@dataclass(frozen=True, slots=True)
class Difference:
    """Two entries for one place that say different things; until it is decided nothing else is keyed."""

    document: BlindDocument
    place: BlindPlace
    compared: Compared


class BlindState:
    """The documents with fields to key; a field that was keyed or left is passed by."""

    def __init__(self) -> None:
        self.documents: tuple[BlindDocument, ...] = ()
        self.current: DocumentId | None = None
        self.difference: Difference | None = None
        self._passed: set[tuple[DocumentId, FieldPath]] = set()

    def show(self, documents: Sequence[BlindDocument]) -> None:
        """What waits now; stays at the same document where it still waits."""
        self.documents = tuple(documents)
        if self.document is None or self.place is None:
            self.current = self._next()

    @property
    def document(self) -> BlindDocument | None:
        if self.difference is not None:
            return self.difference.document
        return next((one for one in self.documents if one.id == self.current), None)

    def ready_in(self, document: BlindDocument) -> tuple[BlindPlace, ...]:
        """The fields that can be keyed now and were not passed."""
        return tuple(
            place
            for place in document.places
            if place.since is None and (document.id, place.path) not in self._passed
        )

    @property
    def place(self) -> BlindPlace | None:
        """The field to key now, or to decide; None where nothing of the document can be keyed."""
        if self.difference is not None:
            return self.difference.place
        ready = self.ready_in(self.document) if self.document is not None else ()
        return ready[0] if ready else None

    def choose(self, document: DocumentId) -> None:
        """Another document, whose fields may all be keyed (again)."""
        self.current = document
        self._passed = {one for one in self._passed if one[0] != document}

    def pass_by(self, document: DocumentId, path: FieldPath) -> None:
        """The field was keyed, or left for later; the next one follows, behind the last the next document."""
        self._passed.add((document, path))
        if self.place is None:
            self.current = self._next() or self.current

    def next_document(self) -> DocumentId | None:
        """The next document after the current one that has something to key now."""
        return self._next()

    def _next(self) -> DocumentId | None:
        ids = [one.id for one in self.documents]
        start = ids.index(self.current) + 1 if self.current in ids else 0
        ahead = self.documents[start:] + self.documents[:start]
        return next((one.id for one in ahead if self.ready_in(one)), None)

    @property
    def ready(self) -> int:
        """How many fields can be keyed now."""
        return sum(len(self.ready_in(one)) for one in self.documents)
