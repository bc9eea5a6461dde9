"""Changing what a record says: never silently, never alone where the rules name a second person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import Correction, CorrectionId, is_key, late_enough
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, DocumentId, Evidence, FieldPath, RecordValue
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.answers import declared_type, place_codes, typed
from hrdigitize.services.approval import has_colleague
from hrdigitize.services.permissions import Action, may, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import Work


class Corrections:
    """Asks for changes of records and decides about them. Callable from any thread.

    Whoever may open approved papers changes a plain fact at once; key fields (`dossier.KEY_FIELDS`), and
    what a clerk asks for, wait for another person. The value that stood there stays in the history.
    """

    def __init__(
        self,
        store: Store,
        lane: Lane,
        *,
        forms: Mapping[str, FormDef],
        lists: ReferenceLists,
        identifiers: Identifiers,
    ) -> None:
        self._store = store
        self._lane = lane
        self._forms = forms
        self._lists = lists
        self._identifiers = identifiers

    def ask(
        self,
        cadre: CadreId,
        path: FieldPath,
        text: str,
        state: State,
        reason: str,
        *,
        actor: Actor,
        document: DocumentId | None = None,
    ) -> Correction:
        """Asks for another value at a place of a record; `granted` is true where it counts at once.

        document: the paper that says so. UserFault "reason-needed", "cadre-unknown", "document-unknown",
        "field-not-on-form" for a place that the record has not, "answer-empty", "nothing-changed".
        """
        require(actor, Action.ASK_CORRECTION)
        why = one_spaced(reason)
        if not why:
            raise UserFault("reason-needed")
        return self._lane.run(lambda: self._ask(cadre, path, text, state, why, actor, document))

    def decide(self, correction: CorrectionId, *, granted: bool, actor: Actor) -> Correction:
        """Grants a change or refuses it.

        UserFault "correction-unknown" for one that does not wait, "own-correction" where somebody else of
        the office may decide; where nobody may, the same person does, hours later ("correction-too-soon").
        """
        require(actor, Action.DECIDE_CORRECTION)
        return self._lane.run(lambda: self._decide(correction, granted=granted, actor=actor))

    def waiting(self, *, actor: Actor) -> tuple[Correction, ...]:
        """The changes that wait for a decision, oldest first."""
        require(actor, Action.LOOK)
        return self._lane.run(self._waiting)

    def _ask(
        self,
        cadre: CadreId,
        path: FieldPath,
        text: str,
        state: State,
        reason: str,
        actor: Actor,
        document: DocumentId | None,
    ) -> Correction:
        with self._store.work(actor) as work:
            held = _held(work, cadre, path)
            form = self._forms.get(work.cadres.get(cadre).form)
            kind = declared_type(form, path) if form is not None else None
            if kind is None:
                raise UserFault("field-not-on-form")
            answer = typed(text, state, kind, self._lists)
            if answer == held.answer:
                raise UserFault("nothing-changed")
            if document is not None:
                _require_document(work, document)
            asked = Correction(
                id=CorrectionId(self._identifiers.new()),
                cadre=cadre,
                path=path,
                answer=answer,
                reason=reason,
                document=document,
                asked_by=actor.name,
                asked_at=work.at,
            )
            at_once = may(actor, Action.REVISE) and not is_key(path)
            if at_once:
                asked = replace(asked, decided_by=actor.name, decided_at=work.at, granted=True)
                work.cadres.write(cadre, [self._written(asked, held, work, by=actor.name, second=None)])
            work.dossiers.ask(asked)
            action = "correction-made" if at_once else "correction-asked"
            work.commit(action, cadre, path=str(path), correction=asked.id)
        return asked

    def _decide(self, correction: CorrectionId, *, granted: bool, actor: Actor) -> Correction:
        with self._store.work(actor) as work:
            asked = _waiting_one(work, correction)
            alone = self._alone(work, asked, actor)
            work.dossiers.decide(correction, granted=granted, by=actor.name, at=work.at)
            if granted:
                held = _held(work, asked.cadre, asked.path)
                second = None if alone else asked.asked_by
                work.cadres.write(
                    asked.cadre, [self._written(asked, held, work, by=actor.name, second=second)]
                )
                if alone:
                    work.cadres.mark_alone(asked.cadre)
            action = "correction-granted" if granted else "correction-refused"
            work.commit(action, asked.cadre, path=str(asked.path), correction=correction)
            return work.dossiers.correction(correction)

    def _alone(self, work: Work, asked: Correction, actor: Actor) -> bool:
        """Whether the actor decides about what he asked for himself, as there is nobody else."""
        if asked.asked_by != actor.name:
            return False
        if has_colleague(work, actor, Action.DECIDE_CORRECTION):
            raise UserFault("own-correction")
        if not late_enough(asked.asked_at, work.at):
            raise UserFault("correction-too-soon")
        return True

    def _written(
        self, asked: Correction, held: RecordValue, work: Work, *, by: str, second: str | None
    ) -> RecordValue:
        """What takes the place of the held value; it holds for the same time in life."""
        form = self._forms.get(work.cadres.get(asked.cadre).form)
        return RecordValue(
            path=asked.path,
            answer=asked.answer,
            evidence=_evidence(work, asked),
            approved_by=by,
            approved_at=work.at,
            reason=asked.reason,
            seconded_by=second,
            valid_from=held.valid_from,
            valid_to=held.valid_to,
            places=place_codes(asked.answer, asked.path, form, self._lists),
        )

    def _waiting(self) -> tuple[Correction, ...]:
        with self._store.view() as view:
            return view.dossiers.corrections()


def _held(work: Work, cadre: CadreId, path: FieldPath) -> RecordValue:
    if cadre not in work.cadres:
        raise UserFault("cadre-unknown")
    held = work.cadres.get(cadre).values.get(path)
    if held is None:
        raise UserFault("field-not-on-form")
    return held


def _require_document(work: Work, document: DocumentId) -> None:
    try:
        work.dossiers.index(document)
    except KeyError:
        raise UserFault("document-unknown") from None


def _waiting_one(work: Work, correction: CorrectionId) -> Correction:
    try:
        asked = work.dossiers.correction(correction)
    except KeyError:
        raise UserFault("correction-unknown") from None
    if asked.granted is not None:
        raise UserFault("correction-unknown")
    return asked


def _evidence(work: Work, asked: Correction) -> Evidence | None:
    """Where the paper that was named says so, in the same field or column; None where it does not."""
    if asked.document is None:
        return None
    for path, reading in work.documents.get(asked.document).readings.items():
        same_place = (path.table, path.field) == (asked.path.table, asked.path.field)
        if same_place and reading.text == asked.answer.text:
            return Evidence(asked.document, reading.page, reading.box, reading.raw, reading.confidence)
    return None
