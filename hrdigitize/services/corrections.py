"""Changing what a record says: never silently, never alone where the rules name a second person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import Correction, CorrectionId, is_key, late_enough
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import (
    Answer,
    CadreId,
    DocumentId,
    Evidence,
    FieldPath,
    RecordValue,
    StoredDocument,
)
from hrdigitize.domain.rows import same_row
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.formdefs.model import FormDef
from hrdigitize.formdefs.record_tables import DECISIONS, known_by
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.answers import place_codes, record_table, record_type, typed
from hrdigitize.services.approval import has_colleague
from hrdigitize.services.decisions import decision_places, is_decision
from hrdigitize.services.permissions import Action, may, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import Work


class Corrections:
    """Asks for changes of records and decides about them. Callable from any thread.

    Whoever may open approved papers changes a plain fact at once; key fields (`dossier.KEY_FIELDS`), and
    what a clerk asks for, wait for another person. The value that stood there stays in the history.
    A new row of a table comes in the same way, and is decided as a whole.
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

    def add_row(
        self,
        cadre: CadreId,
        table: str,
        cells: Mapping[str, str],
        *,
        actor: Actor,
        document: DocumentId | None = None,
        reason: str = "",
    ) -> tuple[Correction, ...]:
        """Adds a row to a table of a record: its own tables, and those of the form that it began with.

        cells: texts by column; columns that are not named, or empty, are blank. document: the paper that says
        so. Gives a correction for each filled cell; `granted` is true where the row counts at once.
        UserFault "cadre-unknown", "table-unknown", "column-unknown" for a column that the table has not,
        "answer-empty" where no cell is filled, "rating-period-unclear", "document-unknown",
        "row-already-there" for a row about something that the record has (`rows.same_row`).
        """
        require(actor, Action.ASK_CORRECTION)
        why = one_spaced(reason)
        return self._lane.run(lambda: self._add_row(cadre, table, cells, why, actor, document))

    def decide(self, correction: CorrectionId, *, granted: bool, actor: Actor) -> Correction:
        """Grants a change or refuses it; of a new row, all of its cells.

        UserFault "row-already-there" where the record has got that row meanwhile,
        "correction-unknown" for one that does not wait, "own-correction" where somebody else of the office
        may decide; where nobody may, the same person does, hours later ("correction-too-soon").
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
            kind = record_type(self._form_of(work, cadre), path)
            if kind is None:
                raise UserFault("field-not-on-form")
            answer = typed(text, state, kind, self._lists)
            if answer == held.answer:
                raise UserFault("nothing-changed")
            if document is not None:
                _require_document(work, document)
            asked = self._correction(work, cadre, path, answer, reason, document)
            at_once = may(actor, Action.REVISE) and not is_key(path)
            if at_once:
                asked = _granted(asked, work)
                work.cadres.write(cadre, [self._written(work, asked, held, second=None)])
            work.dossiers.ask(asked)
            action = "correction-made" if at_once else "correction-asked"
            work.commit(action, cadre, path=str(path), correction=asked.id)
        return asked

    def _add_row(
        self,
        cadre: CadreId,
        table: str,
        cells: Mapping[str, str],
        reason: str,
        actor: Actor,
        document: DocumentId | None,
    ) -> tuple[Correction, ...]:
        with self._store.work(actor) as work:
            if cadre not in work.cadres:
                raise UserFault("cadre-unknown")
            whose = work.dossiers.merged_into(cadre) or cadre
            answers = self._row_answers(work, whose, table, cells)
            if document is not None:
                _require_document(work, document)
            # Not noted as a row of that document: its own rows are paired with what came from it.
            number = work.cadres.add_row(whose, table)
            asked = tuple(
                self._correction(work, whose, FieldPath(column, table, number), answer, reason, document)
                for column, answer in answers.items()
            )
            row = self._row_written(work, asked, second=None)
            _require_new(work, whose, row)
            at_once = may(actor, Action.REVISE)
            if at_once:
                asked = tuple(_granted(one, work) for one in asked)
                work.cadres.write(whose, row)
            for one in asked:
                work.dossiers.ask(one)
            action = "row-added" if at_once else "row-asked"
            work.commit(action, whose, table=table, row=number, cells=len(asked))
        return asked

    def _row_answers(
        self, work: Work, cadre: CadreId, table: str, cells: Mapping[str, str]
    ) -> dict[str, Answer]:
        """The filled cells, in the order of the table's columns."""
        columns = {one.key: one.type for one in record_table(self._form_of(work, cadre), table).columns}
        if not set(cells) <= set(columns):
            raise UserFault("column-unknown", columns=", ".join(columns))
        filled = {key: cells[key] for key in columns if one_spaced(cells.get(key, ""))}
        if not filled:
            raise UserFault("answer-empty")
        return {key: typed(text, State.VALUE, columns[key], self._lists) for key, text in filled.items()}

    def _correction(
        self,
        work: Work,
        cadre: CadreId,
        path: FieldPath,
        answer: Answer,
        reason: str,
        document: DocumentId | None,
    ) -> Correction:
        """Asked for by the actor of this work, now."""
        return Correction(
            id=CorrectionId(self._identifiers.new()),
            cadre=cadre,
            path=path,
            answer=answer,
            reason=reason,
            document=document,
            asked_by=work.actor.name,
            asked_at=work.at,
        )

    def _decide(self, correction: CorrectionId, *, granted: bool, actor: Actor) -> Correction:
        with self._store.work(actor) as work:
            asked = _waiting_one(work, correction)
            alone = self._alone(work, asked, actor)
            together = _decided_together(work, asked)
            for one in together:
                work.dossiers.decide(one.id, granted=granted, by=actor.name, at=work.at)
            if granted:
                second = None if alone else asked.asked_by
                work.cadres.write(asked.cadre, self._counting(work, asked, together, second))
                if alone:
                    work.cadres.mark_alone(asked.cadre)
            action = "correction-granted" if granted else "correction-refused"
            work.commit(action, asked.cadre, path=str(asked.path), correction=correction, cells=len(together))
            return work.dossiers.correction(correction)

    def _counting(
        self, work: Work, asked: Correction, together: tuple[Correction, ...], second: str | None
    ) -> list[RecordValue]:
        """What a granted change writes: one value, or a whole new row."""
        if not _of_new_row(work, asked):
            held = _held(work, asked.cadre, asked.path)
            return [self._written(work, asked, held, second=second)]
        row = self._row_written(work, together, second=second)
        _require_new(work, asked.cadre, row)
        return row

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
        self, work: Work, asked: Correction, held: RecordValue | None, *, second: str | None
    ) -> RecordValue:
        """What takes the place of the held value; it holds for the same time in life."""
        form = self._form_of(work, asked.cadre)
        return RecordValue(
            path=asked.path,
            answer=asked.answer,
            evidence=self._evidence(work, asked),
            approved_by=work.actor.name,
            approved_at=work.at,
            reason=asked.reason,
            seconded_by=second,
            valid_from=held.valid_from if held is not None else None,
            valid_to=held.valid_to if held is not None else None,
            places=place_codes(asked.answer, asked.path, form, self._lists),
        )

    def _row_written(
        self, work: Work, asked: tuple[Correction, ...], *, second: str | None
    ) -> list[RecordValue]:
        """A new row: what was asked for, and a blank in every other column, so that it can be corrected."""
        first = asked[0]
        filled = {one.path: self._written(work, one, None, second=second) for one in asked}
        columns = record_table(self._form_of(work, first.cadre), first.path.table).columns
        blank = replace(filled[first.path], answer=Answer(State.BLANK), evidence=None, places=())
        paths = [replace(first.path, field=column.key) for column in columns]
        return [filled.get(path, replace(blank, path=path)) for path in paths]

    def _form_of(self, work: Work, cadre: CadreId) -> FormDef | None:
        return self._forms.get(work.cadres.get(cadre).form)

    def _evidence(self, work: Work, asked: Correction) -> Evidence | None:
        """Where the paper that was named says so, in the same field or column; None where it does not."""
        if asked.document is None:
            return None
        paper = work.documents.get(asked.document)
        for path, reading in paper.readings.items():
            if reading.text == asked.answer.text and self._speaks_of(work, paper, path, asked):
                return Evidence(asked.document, reading.page, reading.box, reading.raw, reading.confidence)
        return None

    def _speaks_of(self, work: Work, paper: StoredDocument, path: FieldPath, asked: Correction) -> bool:
        """Whether a place of a paper is where it would say what was asked for."""
        if asked.path.table != DECISIONS:
            return (path.table, path.field) == (asked.path.table, asked.path.field)
        if not is_decision(paper, self._forms):
            return False
        try:
            places = decision_places(paper, work.cadres.get(asked.cadre))
        except UserFault:  # a decision that does not name this person says nothing of him
            return False
        return path == places.get(replace(asked.path, row=0))

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


def _granted(asked: Correction, work: Work) -> Correction:
    """Decided by whoever asked, who may."""
    return replace(asked, decided_by=work.actor.name, decided_at=work.at, granted=True)


def _of_new_row(work: Work, asked: Correction) -> bool:
    """Whether it belongs to a row that is not in the record yet: nothing ever stood there."""
    return bool(asked.path.table) and not work.cadres.history(asked.cadre, asked.path)


def _decided_together(work: Work, asked: Correction) -> tuple[Correction, ...]:
    """The correction, and those of the same new row: of that, all wait or none does."""
    if not _of_new_row(work, asked):
        return (asked,)
    place = (asked.path.table, asked.path.row)
    return tuple(
        one for one in work.dossiers.corrections(asked.cadre) if (one.path.table, one.path.row) == place
    )


def _require_new(work: Work, cadre: CadreId, row: list[RecordValue]) -> None:
    """UserFault "row-already-there" where the record has a row about the same thing."""
    table, held = row[0].path.table, work.cadres.get(cadre).values
    if same_row(table, {one.path.field: one for one in row}, held, known_by(table)) is not None:
        raise UserFault("row-already-there")
