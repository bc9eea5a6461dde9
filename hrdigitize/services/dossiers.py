"""Dossiers: whose they are, what lies in them, how each value came about, what each paper is found by."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import DocumentIndex, Dossier
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import Cadre, CadreId, DocumentId, FieldPath, RecordValue
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.services.answers import iso_date
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View


class Dossiers:
    """Looks into dossiers and describes their papers. Callable from any thread."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def all(self, *, actor: Actor) -> tuple[Cadre, ...]:
        """Every cadre with the values that count, oldest first; those merged into another are left out."""
        require(actor, Action.LOOK)
        return self._lane.run(self._all)

    def ids(self, *, actor: Actor) -> tuple[CadreId, ...]:
        """Every cadre by identifier, as `all`."""
        require(actor, Action.LOOK)
        return self._lane.run(self._ids)

    def open(self, cadre: CadreId, *, actor: Actor) -> Dossier:
        """All that is kept about a cadre; of one merged into another, the other's. "cadre-unknown"."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._open(cadre))

    def history(self, cadre: CadreId, path: FieldPath, *, actor: Actor) -> tuple[RecordValue, ...]:
        """All that ever stood at a place, oldest first; the last one counts. "cadre-unknown"."""
        require(actor, Action.SEE_HISTORY)
        return self._lane.run(lambda: self._history(cadre, path))

    def index(self, document: DocumentId, *, actor: Actor) -> DocumentIndex:
        """What a document is found by. "document-unknown"."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._index(document))

    def describe(self, document: DocumentId, index: DocumentIndex, *, actor: Actor) -> DocumentIndex:
        """Gives a document its index data, and gives them as they are kept: one form, the date as ISO.

        UserFault "document-unknown", "date-unclear" for a date that is none.
        """
        require(actor, Action.DESCRIBE)
        kept = _in_one_form(index)
        return self._lane.run(lambda: self._describe(document, kept, actor))

    def _all(self) -> tuple[Cadre, ...]:
        with self._store.view() as view:
            found = {cadre.id: cadre for cadre in view.cadres.each()}
            return tuple(found[cadre] for cadre in view.cadres.all())

    def _ids(self) -> tuple[CadreId, ...]:
        with self._store.view() as view:
            return view.cadres.all()

    def _open(self, cadre: CadreId) -> Dossier:
        with self._store.view() as view:
            return dossier_of(view, cadre)

    def _history(self, cadre: CadreId, path: FieldPath) -> tuple[RecordValue, ...]:
        with self._store.view() as view:
            _require_cadre(view, cadre)
            return view.cadres.history(cadre, path)

    def _index(self, document: DocumentId) -> DocumentIndex:
        with self._store.view() as view:
            try:
                return view.dossiers.index(document)
            except KeyError:
                raise UserFault("document-unknown") from None

    def _describe(self, document: DocumentId, index: DocumentIndex, actor: Actor) -> DocumentIndex:
        with self._store.work(actor) as work:
            try:
                work.dossiers.describe(document, index)
            except KeyError:
                raise UserFault("document-unknown") from None
            work.commit("document-described", document, secrecy=index.secrecy.value)
        return index


def dossier_of(view: View, cadre: CadreId) -> Dossier:
    """All that a store has about a cadre, or about the one that speaks for it. UserFault "cadre-unknown"."""
    _require_cadre(view, cadre)
    speaking = view.dossiers.merged_into(cadre) or cadre
    return Dossier(
        cadre=view.cadres.get(speaking),
        documents=view.dossiers.documents(speaking),
        corrections=view.dossiers.corrections(speaking),
        merges=view.dossiers.merges(speaking),
    )


def _require_cadre(view: View, cadre: CadreId) -> None:
    if cadre not in view.cadres:
        raise UserFault("cadre-unknown")


def _in_one_form(index: DocumentIndex) -> DocumentIndex:
    return replace(
        index,
        number=one_spaced(index.number),
        notation=one_spaced(index.notation),
        issued_on=iso_date(index.issued_on),
        issuer=one_spaced(index.issuer),
        subject=one_spaced(index.subject),
        signer=one_spaced(index.signer),
        shelf=one_spaced(index.shelf),
        full_name=one_spaced(index.full_name),
    )
