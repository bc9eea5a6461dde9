"""What approving a document does to a record: what it adds, what it may change, and who stands for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import (
    Correction,
    CorrectionId,
    Entered,
    Keyed,
    agree,
    blind_state,
    is_key,
    own_places,
)
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.domain.record import (
    Answer,
    CadreId,
    Evidence,
    FieldPath,
    PlaceCode,
    RecordValue,
    StoredDocument,
)
from hrdigitize.domain.rows import rows_of, same_row
from hrdigitize.formdefs.record_tables import known_by
from hrdigitize.services.permissions import Action, may
from hrdigitize.store.work import View, Work


@dataclass(frozen=True, slots=True)
class Admission:
    """What a document brings into a record. corrections: what it says otherwise than the record does."""

    values: tuple[RecordValue, ...]
    corrections: tuple[Correction, ...]


def require_second_person(work: Work, document: StoredDocument, actor: Actor) -> bool:
    """Whether the actor approves alone what he keyed himself, as an office of one person must.

    UserFault "own-entries" where somebody else could approve; "keyed-once" where the key fields were not
    keyed blind once more, hours later; "keyed-otherwise", whoever approves, while a second keying says
    otherwise than what counts.
    """
    entered = entered_in(work, document)
    undecided = entered.undecided()
    if undecided:
        raise UserFault("keyed-otherwise", count=len(undecided))
    if not own_places(entered.keyed, actor.name):
        return False
    if has_colleague(work, actor, Action.APPROVE):
        raise UserFault("own-entries")
    missing = blind_state(entered, actor.name).missing
    if missing:
        raise UserFault("keyed-once", count=len(missing))
    return True


def has_colleague(work: Work, actor: Actor, action: Action) -> bool:
    """Whether somebody else of the office, who may still log in, may do this."""
    return any(
        user.name != actor.name and user.retired_at is None and may(user.actor, action)
        for user in work.users.all()
    )


def keyed_in(document: StoredDocument) -> dict[FieldPath, Keyed]:
    """Who typed what in a document."""
    return {path: Keyed(given.answer, given.by, given.at) for path, given in document.verifications.items()}


def entered_in(view: View, document: StoredDocument) -> Entered:
    """What was entered in a document, by the machine and by people, the second time too."""
    again = view.dossiers.keyed_again(document.id)
    return Entered(counting_in(document), keyed_in(document), again, surely_read(document.readings))


def surely_read(readings: Mapping[FieldPath, FieldReading]) -> dict[FieldPath, Answer]:
    """What the machine read where it was sure enough to need nobody."""
    return {
        path: Answer(reading.state, reading.text, reading.value)
        for path, reading in readings.items()
        if reading.accepted
    }


def counting_in(document: StoredDocument) -> dict[FieldPath, Answer]:
    """What counts at every place of a document; the rows that the machine missed stand at the end."""
    places = dict.fromkeys((*document.readings, *document.verifications))
    return {path: document.answer(path) for path in places}


def admission(
    work: Work,
    cadre: CadreId,
    document: StoredDocument,
    actor: Actor,
    *,
    places: Mapping[FieldPath, FieldPath],
    new_id: Callable[[], str],
    codes_of: Callable[[FieldPath, Answer], tuple[PlaceCode, ...]],
) -> Admission:
    """What the document adds to the record, and what it says otherwise.

    A document that is in the record already supersedes its own values, with the reason for which it was
    opened again. Another paper that says otherwise changes nothing: each such fact waits, as a correction,
    for somebody to decide. What it leaves blank says nothing against the record. So the same decision
    scanned twice adds nothing; where the two scans differ in something beside number and date, that waits.

    places: where in a record something goes, and where on the document it stands; rows count as on the
    document. codes_of: the codes of the places that an answer names.
    """
    held = work.cadres.get(cadre).values
    own = document.cadre == cadre
    reason = work.documents.reopening_reason(document.id) if own else ""
    values: list[RecordValue] = []
    corrections: list[Correction] = []
    proposed = tuple(
        replace(value, places=codes_of(value.path, value.answer))
        for value in _values(work, document, actor, places)
    )
    for value in _in_record_rows(work, cadre, document, held, proposed):
        before = held.get(value.path)
        if before is None:
            values.append(value)
        elif before.answer == value.answer or (not own and _says_nothing_new(before.answer, value.answer)):
            continue
        elif own:
            values.append(_superseding(value, document, reason, actor))
        elif before.answer.state is State.BLANK:
            values.append(value)
        else:
            corrections.append(_asked(work, cadre, document, value, actor, new_id))
    return Admission(tuple(values), tuple(corrections))


def _says_nothing_new(held: Answer, found: Answer) -> bool:
    return found.state is not State.VALUE or agree(held, found)


def _superseding(value: RecordValue, document: StoredDocument, reason: str, actor: Actor) -> RecordValue:
    """The value with its reason, and who else keyed it where a key field needs a second person."""
    keyed = document.verifications.get(value.path)
    if keyed is None or keyed.by == actor.name or not is_key(value.path):
        return replace(value, reason=reason)
    return replace(value, reason=reason, seconded_by=keyed.by)


def _asked(
    work: Work,
    cadre: CadreId,
    document: StoredDocument,
    value: RecordValue,
    actor: Actor,
    new_id: Callable[[], str],
) -> Correction:
    return Correction(
        id=CorrectionId(new_id()),
        cadre=cadre,
        path=value.path,
        answer=value.answer,
        reason="",
        document=document.id,
        asked_by=actor.name,
        asked_at=work.at,
    )


def _values(
    work: Work, document: StoredDocument, actor: Actor, places: Mapping[FieldPath, FieldPath]
) -> Iterator[RecordValue]:
    """What counts at these places of the document, and the machine's reading as evidence.

    A place that the document has not is blank.
    """
    counting = counting_in(document)
    for path, place in places.items():
        answer = counting.get(place, Answer(State.BLANK))
        yield RecordValue(path, answer, _evidence(document, place), actor.name, work.at)


def _evidence(document: StoredDocument, place: FieldPath) -> Evidence | None:
    """Where a person took it from, else where the machine read it, with what the machine read."""
    reading, given = document.readings.get(place), document.verifications.get(place)
    spot = given.spot if given is not None else None
    if spot is not None:
        raw, confidence = (reading.raw, reading.confidence) if reading else ("", 0.0)
        return Evidence(document.id, spot.page, spot.box, raw, confidence)
    if reading is None:
        return None
    return Evidence(document.id, reading.page, reading.box, reading.raw, reading.confidence)


def _in_record_rows(
    work: Work,
    cadre: CadreId,
    document: StoredDocument,
    held: Mapping[FieldPath, RecordValue],
    values: tuple[RecordValue, ...],
) -> Iterator[RecordValue]:
    """The values with their table rows as the record numbers them.

    That is the row that came from this document, else one about the same thing (`rows.same_row`), else a new
    one.
    """
    yield from (value for value in values if not value.path.table)
    known = work.cadres.rows_from(cadre, document.id)
    for (table, number), row in rows_of({value.path: value for value in values}).items():
        place = known.get((table, number))
        if place is None:
            place = same_row(table, row, held, known_by(table))
        if place is None:
            place = work.cadres.add_row(cadre, table, document=document.id, document_row=number)
        yield from (replace(value, path=FieldPath(column, table, place)) for column, value in row.items())
