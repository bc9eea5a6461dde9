"""What a person typed, as an answer: one normal form, and its value by the type of the place."""

from __future__ import annotations

from hrdigitize.domain.dates import parse_date, parse_iso
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, FieldPath, PlaceCode
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.extraction.correction.places import units_named
from hrdigitize.extraction.normalise import normalise
from hrdigitize.formdefs.model import FieldType, FormDef, Kind
from hrdigitize.reference.lists import ReferenceLists


def typed(text: str, state: State, kind: FieldType, lists: ReferenceLists) -> Answer:
    """The answer; blank and illegible have no text. UserFault "answer-empty" for a value without text."""
    if state is not State.VALUE:
        return Answer(state)
    plain = one_spaced(text)
    if not plain:
        raise UserFault("answer-empty")
    return Answer(state, plain, normalise(plain, kind, lists).value)


def iso_date(text: str) -> str:
    """A date typed in any style of the forms, or as ISO, as partial ISO; "" for "".

    UserFault "date-unclear".
    """
    plain = one_spaced(text)
    if not plain:
        return ""
    date = parse_iso(plain) or parse_date(plain)
    if date is None:
        raise UserFault("date-unclear", text=plain)
    return date.iso()


def declared_type(form: FormDef, path: FieldPath) -> FieldType | None:
    """The type that a form gives a place; None where it has no such place."""
    if not path.table:
        declared = form.fields.get(path.field)
        return declared.type if declared else None
    table = form.tables.get(path.table)
    columns = table.columns if table else ()
    return next((column.type for column in columns if column.key == path.field), None)


def place_codes(
    answer: Answer, path: FieldPath, form: FormDef | None, lists: ReferenceLists
) -> tuple[PlaceCode, ...]:
    """The codes of the unit that a place names, where it is clear; nothing for what is no place."""
    kind = declared_type(form, path) if form is not None else None
    if kind is None or kind.kind is not Kind.PLACE or answer.state is not State.VALUE:
        return ()
    return tuple(PlaceCode(unit.scheme, unit.code) for unit in units_named(answer.text, lists.places))
