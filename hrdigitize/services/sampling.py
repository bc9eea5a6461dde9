"""Sampling: a reviewer draws checked values by chance, looks at each, and the lot is accepted or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import agree
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers, Randomness
from hrdigitize.domain.inspection import USUAL_LIMIT, Rule, rule_for
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentStatus, FieldPath, Verification
from hrdigitize.domain.sampling import (
    Judgement,
    Lot,
    Sample,
    SampledValue,
    SampleId,
    SampleSheet,
    drawn,
    fingerprint,
)
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.answers import declared_type, typed
from hrdigitize.services.permissions import Action, may, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work

_TITLE = FieldPath("full_name")
_SEED_BYTES = 16


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sample drawn now would be: of how many documents and values, by which rule."""

    documents: int
    values: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class Book:
    """The samples of an office, newest first. limit: the limit that it uses, that of the last sample."""

    samples: tuple[Sample, ...]
    limit: str


class Sampling:
    """An office's samples. The store of a commune is its lot by lot. Callable from any thread."""

    def __init__(
        self,
        store: Store,
        lane: Lane,
        forms: Mapping[str, FormDef],
        lists: ReferenceLists,
        identifiers: Identifiers,
        randomness: Randomness,
    ) -> None:
        self._store = store
        self._lane = lane
        self._forms = forms
        self._lists = lists
        self._identifiers = identifiers
        self._randomness = randomness

    def book(self, *, actor: Actor) -> Book:
        """All samples that were drawn, and by which limit."""
        require(actor, Action.SAMPLE)
        return self._lane.run(self._book)

    def proposal(self, limit: str, *, actor: Actor) -> Proposal:
        """What would be drawn by a limit (`inspection.LIMITS`) from what lies in no lot yet."""
        require(actor, Action.SAMPLE)
        return self._lane.run(lambda: self._proposal(limit, actor))

    def draw(self, limit: str, *, actor: Actor) -> SampleSheet:
        """Draws a sample from every checked value that lies in no lot yet, and keeps how it was drawn.

        UserFault "nothing-to-sample".
        """
        require(actor, Action.SAMPLE)
        return self._lane.run(lambda: self._draw(limit, actor))

    def open(self, sample: SampleId, *, actor: Actor) -> SampleSheet:
        """A sample with what is needed to look at it. UserFault "sample-unknown"."""
        require(actor, Action.SAMPLE)
        return self._lane.run(lambda: self._open(sample))

    def confirm(self, sample: SampleId, number: int, *, actor: Actor) -> Sample:
        """A drawn value stands on the paper just so; what was said of it before counts no more.

        UserFault "sample-unknown".
        """
        require(actor, Action.SAMPLE)
        return self._lane.run(lambda: self._judge(sample, number, None, actor))

    def refute(self, sample: SampleId, number: int, text: str, state: State, *, actor: Actor) -> Sample:
        """A drawn value is wrong, and this stands on the paper; what was said of it before counts no more.

        The document that is not approved gets it as an answer, from whoever may answer; an approved one has
        to be opened again at the desk. UserFault "sample-unknown", "answer-empty", "sample-not-wrong" where
        what stands on the paper is what was drawn.
        """
        require(actor, Action.SAMPLE)
        return self._lane.run(lambda: self._judge(sample, number, (text, state), actor))

    def can_be_repeated(self, sample: SampleId, *, actor: Actor) -> bool:
        """Whether the lot is still known and its seed draws the very same values again.

        UserFault "sample-unknown".
        """
        require(actor, Action.SAMPLE)
        return self._lane.run(lambda: self._can_be_repeated(sample))

    def _book(self) -> Book:
        with self._store.view() as view:
            samples = view.samples.all()
        return Book(samples, samples[0].rule.limit if samples else USUAL_LIMIT)

    def _proposal(self, limit: str, actor: Actor) -> Proposal:
        # A unit of work for its moment alone: nothing is changed, so nothing is committed.
        with self._store.work(actor) as work:
            documents, values = work.samples.count_undrawn(work.at)
        return Proposal(documents, values, rule_for(values, limit))

    def _draw(self, limit: str, actor: Actor) -> SampleSheet:
        seed = self._randomness(_SEED_BYTES).hex()
        with self._store.work(actor) as work:
            lot = work.samples.undrawn(work.at)
            if not lot.places:
                raise UserFault("nothing-to-sample")
            sample = self._drawn(work, lot, rule_for(len(lot.places), limit), seed, actor)
            work.samples.add(sample, lot.documents)
            sheet = _sheet(work, sample)
            rule = sample.rule
            work.commit(
                "sample-drawn",
                sample.id,
                seed=seed,
                lot=sample.lot,
                fingerprint=sample.fingerprint,
                aql=rule.limit,
                size=rule.size,
                accept=rule.accept,
            )
        return sheet

    def _drawn(self, work: Work, lot: Lot, rule: Rule, seed: str, actor: Actor) -> Sample:
        places = drawn(lot.places, rule.size, seed)
        values = tuple(
            SampledValue(number, document, FieldPath.parse(path), *work.samples.counting(document, path))
            for number, (document, path) in enumerate(places, start=1)
        )
        return Sample(
            id=SampleId(self._identifiers.new()),
            drawn_at=work.at,
            drawn_by=actor.name,
            seed=seed,
            lot=len(lot.places),
            fingerprint=fingerprint(lot.places),
            rule=rule,
            values=values,
        )

    def _open(self, sample: SampleId) -> SampleSheet:
        with self._store.view() as view:
            return _sheet(view, _found(view, sample))

    def _judge(
        self, sample: SampleId, number: int, instead: tuple[str, State] | None, actor: Actor
    ) -> Sample:
        with self._store.work(actor) as work:
            value = next((one for one in _found(work, sample).values if one.number == number), None)
            if value is None:
                raise UserFault("sample-unknown")
            answer = value.answer if instead is None else self._typed(work, value, *instead)
            if instead is not None and agree(answer, value.answer):
                raise UserFault("sample-not-wrong")
            right = instead is None
            work.samples.judge(sample, number, Judgement(right, answer, actor.name, work.at))
            corrected = not right and may(actor, Action.ANSWER) and _correct(work, value, answer)
            work.commit(
                "value-judged",
                sample,
                number=number,
                document=value.document,
                path=str(value.path),
                right=str(right).lower(),
                corrected=str(corrected).lower(),
            )
            return work.samples.get(sample)

    def _typed(self, work: Work, value: SampledValue, text: str, state: State) -> Answer:
        form = self._forms.get(work.documents.get(value.document).form or "")
        kind = declared_type(form, value.path) if form is not None else None
        if kind is None:
            raise UserFault("field-not-on-form")
        return typed(text, state, kind, self._lists)

    def _can_be_repeated(self, sample: SampleId) -> bool:
        with self._store.view() as view:
            found = _found(view, sample)
            places = view.samples.lot(sample).places
        again = drawn(places, found.rule.size, found.seed)
        return fingerprint(places) == found.fingerprint and again == tuple(
            (value.document, str(value.path)) for value in found.values
        )


def _found(view: View, sample: SampleId) -> Sample:
    try:
        return view.samples.get(sample)
    except KeyError:
        raise UserFault("sample-unknown") from None


def _sheet(view: View, sample: Sample) -> SampleSheet:
    forms, pages, readings = view.samples.places(sample.id)
    titles = view.columns.titles([value.document for value in sample.values], _TITLE)
    return SampleSheet(sample, titles, forms, pages, readings)


def _correct(work: Work, value: SampledValue, answer: Answer) -> bool:
    """The right value stands in the document from now on, unless it is approved."""
    if work.documents.get(value.document).status is DocumentStatus.APPROVED:
        return False
    work.documents.answer(value.document, Verification(value.path, answer, work.actor.name, work.at))
    return True
