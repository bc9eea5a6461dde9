"""Papers of no form: what kind they are, what they are found by, and whose dossier they lie in."""

from __future__ import annotations

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.document_types import INVENTORY
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import CadreId, DocumentId, DocumentStatus, StoredDocument
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.reference.document_types import load_document_types
from hrdigitize.services.answers import iso_date
from hrdigitize.services.holding import require_not_held
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.index_fields import INDEX_COLUMNS
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import Work


class Filing:
    """Names papers and files them. What the machine took them for stays. Callable from any thread."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def set_type(self, document: DocumentId, kind: str, *, actor: Actor) -> None:
        """Says what kind of paper a document is; "" for unknown. "document-unknown", "type-unknown"."""
        require(actor, Action.DESCRIBE)
        if kind and kind != INVENTORY and kind not in load_document_types():
            raise UserFault("type-unknown", type=one_spaced(kind))
        self._lane.run(lambda: self._set_type(document, kind, actor))

    def correct_index(self, document: DocumentId, name: str, text: str, *, actor: Actor) -> str:
        """Puts a person's word in the place of an index field and gives it as it is kept; "" for blank.

        UserFault "document-unknown", "index-field-unknown", "date-unclear".
        """
        require(actor, Action.DESCRIBE)
        if name not in INDEX_COLUMNS:
            raise UserFault("index-field-unknown", fields=", ".join(INDEX_COLUMNS))
        kept = iso_date(text) if name == "issued_on" else one_spaced(text)
        self._lane.run(lambda: self._correct_index(document, name, kept, actor))
        return kept

    def file(self, document: DocumentId, cadre: CadreId, *, actor: Actor) -> CadreId:
        """Puts a paper of no form into a dossier, as one of its components; gives whose it came to.

        UserFault "document-unknown", "cadre-unknown", "document-already-approved", "document-to-read-again",
        "filing-has-form" (such a paper is approved into the record), "filing-type-missing",
        "filing-inventory", "document-held".
        """
        require(actor, Action.APPROVE)
        return self._lane.run(lambda: self._file(document, cadre, actor))

    def take_out(self, document: DocumentId, *, actor: Actor) -> None:
        """Takes a paper of no form out of its dossier again. "document-unknown", "filing-not-there"."""
        require(actor, Action.REVISE)
        self._lane.run(lambda: self._take_out(document, actor))

    def _set_type(self, document: DocumentId, kind: str, actor: Actor) -> None:
        with self._store.work(actor) as work:
            before = _found(work, document)
            work.documents.set_type(document, kind or None)
            work.dossiers.note_type(document, kind, by=actor.name, at=work.at)
            work.commit("type-set", document, type=kind, before=before.type or "")

    def _correct_index(self, document: DocumentId, name: str, text: str, actor: Actor) -> None:
        with self._store.work(actor) as work:
            _found(work, document)
            work.dossiers.correct_index(document, name, text, by=actor.name, at=work.at)
            work.commit("index-corrected", document, field=name)

    def _file(self, document: DocumentId, cadre: CadreId, actor: Actor) -> CadreId:
        with self._store.work(actor) as work:
            _require_fit(_found(work, document))
            require_not_held(work, document)
            if cadre not in work.cadres:
                raise UserFault("cadre-unknown")
            whose = work.dossiers.merged_into(cadre) or cadre
            work.documents.set_cadre(document, whose)
            work.documents.set_status(document, DocumentStatus.APPROVED)
            work.commit("document-filed", document, cadre=whose)
        return whose

    def _take_out(self, document: DocumentId, actor: Actor) -> None:
        with self._store.work(actor) as work:
            stored = _found(work, document)
            if stored.form is not None or stored.cadre is None:
                raise UserFault("filing-not-there")
            work.documents.set_cadre(document, None)
            work.documents.set_status(document, DocumentStatus.READ)
            work.commit("document-taken-out", document, cadre=stored.cadre)


def _found(work: Work, document: DocumentId) -> StoredDocument:
    try:
        return work.documents.get(document)
    except KeyError:
        raise UserFault("document-unknown") from None


def _require_fit(document: StoredDocument) -> None:
    if document.form is not None:
        raise UserFault("filing-has-form")
    if document.status is DocumentStatus.APPROVED:
        raise UserFault("document-already-approved")
    if document.stale:
        raise UserFault("document-to-read-again")
    if document.type is None:
        raise UserFault("filing-type-missing")
    if document.type == INVENTORY:
        raise UserFault("filing-inventory")
