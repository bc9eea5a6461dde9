"""What a person typed, as an answer: one normal form, and its value by the type of the place."""

from __future__ import annotations

from hrdigitize.domain.dates import parse_date, parse_iso
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, FieldPath, PlaceCode
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.extraction.correction.places import units_named
from hrdigitize.extraction.normalise import WRONG_TYPE, normalise
from hrdigitize.formdefs.model import FieldType, FormDef, Kind, TableDef
from hrdigitize.formdefs.record_tables import record_tables
from hrdigitize.reference.lists import ReferenceLists

#: The detail of a text type that takes nothing but a year, a quarter or a month.
_RATING_PERIOD = "rating_period"


def typed(text: str, state: State, kind: FieldType, lists: ReferenceLists) -> Answer:
    """The answer; blank and illegible have no text.

    UserFault "answer-empty" for a value without text, "rating-period-unclear" for a period that is none: no
    paper is copied there, and ratings are counted by it.
    """
    if state is not State.VALUE:
        return Answer(state)
    plain = one_spaced(text)
    if not plain:
        raise UserFault("answer-empty")
    value = normalise(plain, kind, lists).value
    if value is None and kind.detail == _RATING_PERIOD:
        raise UserFault("rating-period-unclear")
    return Answer(state, plain, value)


#: Kinds of which a paper hardly ever has anything but a value.
_STRICT = frozenset({Kind.DATE, Kind.PERIOD, Kind.CODE, Kind.DECIMAL, Kind.PERCENT, Kind.NUMBER, Kind.PHONE})


def fits(text: str, kind: FieldType, lists: ReferenceLists) -> bool:
    """Whether a text typed is a value of its type; of names, lists and texts a paper may have anything."""
    found = normalise(one_spaced(text), kind, lists)
    return kind.kind not in _STRICT or not any(doubt.code == WRONG_TYPE for doubt in found.doubts)


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
    """The type that a form gives a place of a paper; None where it has no such place."""
    if not path.table:
        declared = form.fields.get(path.field)
        return declared.type if declared else None
    return _type_in(form.tables.get(path.table), path.field)


def record_type(form: FormDef | None, path: FieldPath) -> FieldType | None:
    """The type of a place of a record: as the form says that it began with, or in the record's own tables.

    form: None for a form that the program does not have; the own tables are there all the same.
    """
    own = record_tables().get(path.table)
    if own is not None:
        return _type_in(own.definition, path.field)
    return declared_type(form, path) if form is not None else None


def record_table(form: FormDef | None, table: str) -> TableDef:
    """A table of a record, its own or one of the form that it began with.

    UserFault "table-unknown", with those that there are.
    """
    known = {key: own.definition for key, own in record_tables().items()}
    known |= form.tables if form is not None else {}
    if table not in known:
        raise UserFault("table-unknown", tables=", ".join(known))
    return known[table]


def _type_in(table: TableDef | None, column: str) -> FieldType | None:
    columns = table.columns if table else ()
    return next((one.type for one in columns if one.key == column), None)


def place_codes(
    answer: Answer, path: FieldPath, form: FormDef | None, lists: ReferenceLists
) -> tuple[PlaceCode, ...]:
    """The codes of the unit that a place names, where it is clear; nothing for what is no place."""
    kind = record_type(form, path)
    if kind is None or kind.kind is not Kind.PLACE or answer.state is not State.VALUE:
        return ()
    return tuple(PlaceCode(unit.scheme, unit.code) for unit in units_named(answer.text, lists.places))
