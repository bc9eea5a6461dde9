"""What speaks against a record: the rules over what counts in it, and papers that say otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.differing import Differing, Said, differing
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import Finding
from hrdigitize.domain.record import CadreId, FieldPath, StoredDocument
from hrdigitize.domain.rules import find
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.approval import counting_in
from hrdigitize.services.decisions import is_decision
from hrdigitize.services.dossiers import dossier_of
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store

_NOWHERE = Box(0, 0, 0, 0)


class CrossChecks:
    """Looks, and changes nothing. Callable from any thread; UserFault "cadre-unknown" throughout."""

    def __init__(
        self, store: Store, lane: Lane, *, forms: Mapping[str, FormDef], lists: ReferenceLists
    ) -> None:
        self._store = store
        self._lane = lane
        self._forms = forms
        self._lists = lists

    def findings(self, cadre: CadreId, *, actor: Actor) -> tuple[Finding, ...]:
        """What the rules have to say about the record as it counts now."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._findings(cadre))

    def differences(self, cadre: CadreId, *, actor: Actor) -> tuple[Differing, ...]:
        """The facts about which the dossier's papers do not agree with each other or with the record.

        Decisions are left out: what they say goes into the record as rows of their own.
        """
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._differences(cadre))

    def _findings(self, cadre: CadreId) -> tuple[Finding, ...]:
        with self._store.view() as view:
            record = dossier_of(view, cadre).cadre
        said = {path: value.answer for path, value in record.values.items()}
        return find(said, self._lists.rule_tables())

    def _differences(self, cadre: CadreId) -> tuple[Differing, ...]:
        with self._store.view() as view:
            found = dossier_of(view, cadre)
            papers = [view.documents.get(one.id) for one in found.documents if one.form is not None]
        record = {path: value.answer for path, value in found.cadre.values.items()}
        return tuple(differing(record, [_said(one) for one in papers if not is_decision(one, self._forms)]))


def _said(document: StoredDocument) -> dict[FieldPath, Said]:
    said = {}
    for path, answer in counting_in(document).items():
        reading = document.readings.get(path)
        page, box = (reading.page, reading.box) if reading is not None else (0, _NOWHERE)
        said[path] = Said(document.id, answer, page if box.width else 0, box)
    return said
