"""Key fields keyed once more, blind: by a second person at once, by the same person hours later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import Keyed, agree, blind_state, late_enough
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentId, DocumentStatus, FieldPath, StoredDocument
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.answers import declared_type, typed
from hrdigitize.services.approval import counting_in, keyed_in
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View


@dataclass(frozen=True, slots=True)
class StillToKey:
    """The key fields that a person has not keyed again yet; since: the earliest moment, None for now."""

    paths: tuple[FieldPath, ...]
    since: datetime | None


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
            stored = _found(view, document)
            again = view.dossiers.keyed_again(document)
            found = blind_state(counting_in(stored), keyed_in(stored), again, actor.name)
        return StillToKey(found.missing, found.since)

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
            before = keyed_in(stored).get(path)
            if before is not None and before.by == actor.name and not late_enough(before.at, work.at):
                raise UserFault("keyed-too-soon")
            second = typed(text, state, kind, self._lists)
            agreed = agree(first, second)
            work.dossiers.key_again(document, path, Keyed(second, actor.name, work.at))
            if not agreed:
                work.documents.reopen(document, path, by=actor.name, at=work.at)
                work.documents.set_status(document, DocumentStatus.READ)
            work.commit("field-keyed-again", document, path=str(path), agreed=str(agreed).lower())
        return Compared(agreed, first, second)


def _found(view: View, document: DocumentId) -> StoredDocument:
    try:
        return view.documents.get(document)
    except KeyError:
        raise UserFault("document-unknown") from None
