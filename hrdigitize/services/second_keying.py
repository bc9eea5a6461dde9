"""Key fields keyed once more, blind: by a second person at once, by the same person hours later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.columns import Cell
from hrdigitize.domain.dossier import BLIND_FIELDS, Entered, Keyed, agree, blind_state
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import (
    Answer,
    DocumentId,
    DocumentStatus,
    FieldPath,
    StoredDocument,
    StoredPage,
)
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.answers import declared_type, typed
from hrdigitize.services.approval import counting_in, entered_in, surely_read
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View

_TITLE = FieldPath("full_name")
_BLIND = tuple(FieldPath(key) for key in BLIND_FIELDS)


@dataclass(frozen=True, slots=True)
class StillToKey:
    """The key fields that a person has not keyed again yet; since: the earliest moment, None for now."""

    paths: tuple[FieldPath, ...]
    since: datetime | None


@dataclass(frozen=True, slots=True)
class BlindPlace:
    """A field to key blind: where it stands, never what. since: the earliest moment, None for now."""

    path: FieldPath
    page: StoredPage | None
    box: Box
    since: datetime | None


@dataclass(frozen=True, slots=True)
class BlindDocument:
    """A document with fields that a person can key again. title: whose it is, "" where its name is one."""

    id: DocumentId
    form: str
    title: str
    places: tuple[BlindPlace, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was keyed blind beside what stood there. agreed: whether they say the same."""

    agreed: bool
    first: Answer
    second: Answer


class SecondKeying:
    """Never shows what stands there before somebody has keyed. Callable from any thread."""

    def __init__(
        self, store: Store, lane: Lane, *, forms: Mapping[str, FormDef], lists: ReferenceLists
    ) -> None:
        self._store = store
        self._lane = lane
        self._forms = forms
        self._lists = lists

    def still_to_key(self, document: DocumentId, *, actor: Actor) -> StillToKey:
        """What this person has to key again before he may approve alone. "document-unknown"."""
        require(actor, Action.KEY_AGAIN)
        return self._lane.run(lambda: self._still_to_key(document, actor))

    def waiting(self, *, actor: Actor) -> tuple[BlindDocument, ...]:
        """Every document that is not approved and has fields for this person to key again, oldest first.

        Only fields that are settled: what is doubtful still waits at the desk. The name of a person is not
        told where it has to be keyed.
        """
        require(actor, Action.KEY_AGAIN)
        return self._lane.run(lambda: self._waiting(actor))

    def key(
        self, document: DocumentId, path: FieldPath, text: str, state: State, *, actor: Actor
    ) -> Compared:
        """Keeps what was keyed blind and compares. Where the two differ the field is open again.

        UserFault "document-unknown", "document-already-approved", "field-not-on-form", "answer-empty",
        "keyed-too-soon" for one's own entry within `dossier.BLIND_AFTER`.
        """
        require(actor, Action.KEY_AGAIN)
        return self._lane.run(lambda: self._key(document, path, text, state, actor))

    def _still_to_key(self, document: DocumentId, actor: Actor) -> StillToKey:
        with self._store.view() as view:
            found = blind_state(entered_in(view, _found(view, document)), actor.name)
        return StillToKey(found.missing, found.since)

    def _waiting(self, actor: Actor) -> tuple[BlindDocument, ...]:
        with self._store.view() as view:
            cells = view.columns.cells(_BLIND, _TITLE)
            again = view.columns.keyed_again()
        by_document = groupby(cells, key=lambda cell: cell.document)
        found = (
            _blind_document(tuple(own), again.get(document, {}), actor.name) for document, own in by_document
        )
        return tuple(one for one in found if one.places)

    def _key(self, document: DocumentId, path: FieldPath, text: str, state: State, actor: Actor) -> Compared:
        with self._store.work(actor) as work:
            stored = _found(work, document)
            if stored.status is DocumentStatus.APPROVED:
                raise UserFault("document-already-approved")
            first = counting_in(stored).get(path)
            form = self._forms.get(stored.form or "")
            kind = declared_type(form, path) if form is not None else None
            if first is None or kind is None:
                raise UserFault("field-not-on-form")
            when = entered_in(work, stored).from_when(path, actor.name)
            if when is not None and work.at < when:
                raise UserFault("keyed-too-soon")
            second = typed(text, state, kind, self._lists)
            agreed = agree(first, second)
            work.dossiers.key_again(document, path, Keyed(second, actor.name, work.at))
            if not agreed:
                work.documents.reopen(document, path, by=actor.name, at=work.at)
                work.documents.set_status(document, DocumentStatus.READ)
            work.commit("field-keyed-again", document, path=str(path), agreed=str(agreed).lower())
        return Compared(agreed, first, second)


def _blind_document(cells: tuple[Cell, ...], again: Mapping[FieldPath, Keyed], person: str) -> BlindDocument:
    settled = {cell.path: cell for cell in cells if not cell.is_open}
    entered = Entered(
        counting={path: cell.answer for path, cell in settled.items()},
        keyed={
            path: Keyed(cell.given.answer, cell.given.by, cell.given.at)
            for path, cell in settled.items()
            if cell.given is not None
        },
        again=again,
        sure=surely_read({path: cell.reading for path, cell in settled.items()}),
    )
    places = tuple(
        BlindPlace(path, settled[path].page, settled[path].reading.box, entered.from_when(path, person))
        for path in blind_state(entered, person).missing
    )
    named = all(place.path != _TITLE for place in places)
    one = cells[0]
    return BlindDocument(one.document, one.form, one.title if named else "", places)


def _found(view: View, document: DocumentId) -> StoredDocument:
    try:
        return view.documents.get(document)
    except KeyError:
        raise UserFault("document-unknown") from None
