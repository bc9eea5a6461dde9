"""A personnel decision and one of those whom it is about: where on the paper his facts stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.likeness import Identity
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, FieldPath
from hrdigitize.domain.vietnamese import one_spaced, same_spelling

#: The table of a decision about several people, and what stands there about each of them.
_PERSONS = "persons"
_OF_PERSON = ("person_from", "person_to")
_NAME, _BIRTH = "full_name", "birth_date"
_TITLE = re.compile(r"(?:ông|bà|đồng chí|đ/c)\s*:?\s+", re.IGNORECASE)

#: What counts at every place of a paper.
Said = Mapping[FieldPath, Answer]


def person_places(said: Said, person: Identity) -> dict[str, FieldPath]:
    """Where the paper says what becomes of this person: the places of "person_from" and "person_to".

    Of a decision about several people that is the person's own row; what is blank there is said by the
    sentence before the list, unless that sentence names somebody else. A decision that names nobody is
    whosever it is said to be: a person vouches for that by approving it.
    UserFault "decision-of-another" where it names others only, "decision-namesakes" where several rows fit.
    """
    rows = [number for number in _rows(said) if _fits(said, number, person)]
    if len(rows) > 1:
        raise UserFault("decision-namesakes", count=len(rows))
    named = _text(said, FieldPath(_NAME))
    single = _same_name(named, person.name)
    listed = any(_text(said, FieldPath(_NAME, _PERSONS, number)) for number in _rows(said))
    if not rows and not single and (named or listed):
        raise UserFault("decision-of-another")
    of_all = single or not named
    return {key: _place(said, key, next(iter(rows), None), of_all=of_all) for key in _OF_PERSON}


def _place(said: Said, key: str, row: int | None, *, of_all: bool) -> FieldPath:
    """The person's own cell; what the sentence says (of_all: it may count) where the cell says nothing."""
    if row is None:
        return FieldPath(key)
    cell = FieldPath(key, _PERSONS, row)
    told = said.get(cell, Answer(State.BLANK)).state is not State.BLANK
    return cell if told or not of_all else FieldPath(key)


def _rows(said: Said) -> list[int]:
    return sorted({path.row for path in said if path.table == _PERSONS})


def _fits(said: Said, number: int, person: Identity) -> bool:
    """Whether a row names the person; the birth dates speak where both are known."""
    if not _same_name(_text(said, FieldPath(_NAME, _PERSONS, number)), person.name):
        return False
    birth = said.get(FieldPath(_BIRTH, _PERSONS, number))
    born = birth.value if birth is not None and birth.state is State.VALUE else None
    if not isinstance(born, str) or not person.birth:
        return True
    # Of "1970" and "1970-07-06" neither says anything against the other.
    return born.startswith(person.birth) or person.birth.startswith(born)


def _same_name(written: str, name: str) -> bool:
    """Whether a name on paper is this one: every mark counts, case and where a tone stands do not."""
    # "Ông" is a surname as well, so the name as written comes first.
    spelled = (written.casefold(), _TITLE.sub("", written, count=1).casefold())
    return bool(name) and any(same_spelling(one, one_spaced(name).casefold()) for one in spelled)


def _text(said: Said, path: FieldPath) -> str:
    found = said.get(path)
    return one_spaced(found.text) if found is not None and found.state is State.VALUE else ""
