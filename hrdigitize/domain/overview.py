"""The office at a glance: what waits, and the cadres by what their records say.

A number and the list behind it are made by one function (`key_of`), so they cannot disagree.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hrdigitize.domain.checklist import Checklist
from hrdigitize.domain.qualifications import Level, level_of
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.search import born_of_ages

UNKNOWN, OTHER = "unknown", "other"
#: The least ages of the bands, youngest first; the last one is open.
_AGES = (0, 30, 40, 50, 60)


class Queue(StrEnum):
    """Papers that wait, in the order of the work. TO_READ counts batches, the others documents.

    HELD: put by until something is found or said; they wait in no other queue. TO_FILE: papers of no form
    that lie in no dossier yet.
    """

    TO_READ = "to-read"
    TO_VERIFY = "to-verify"
    TO_APPROVE = "to-approve"
    HELD = "held"
    TO_FILE = "to-file"


class By(StrEnum):
    """What parts the cadres: each of them has one key of each."""

    AGE = "age"
    SEX = "sex"
    QUALIFICATION = "qualification"
    CONTENTS = "contents"
    CORRECTIONS = "corrections"


#: Keys of `By.CONTENTS` and `By.CORRECTIONS` whose cadres somebody has to see to.
INCOMPLETE, WAITING = "incomplete", "waiting"


@dataclass(frozen=True, slots=True)
class CadresOf:
    """The cadres behind one number."""

    by: By
    key: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How many cadres have a key."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class UnreadBatch:
    """A batch with pages that nobody has read yet: how many."""

    id: BatchId
    created_at: datetime
    created_by: str
    pages: int


#: What the search index says of a cadre in one column, as it stands there -> the cadre's key.
KeyOf = Callable[[str], str]


def age_keys() -> tuple[str, ...]:
    """The bands, youngest first, then those whose birth date is not known."""
    return (*(_band(n) for n in range(len(_AGES))), UNKNOWN)


def age_key(today: date) -> KeyOf:
    """Of a partial birth date. Who is known by year or month only counts as born at its beginning."""
    firsts = [_first_birthday(n, today) for n in range(len(_AGES) - 1)]

    def key_of(birth_date: str) -> str:
        if not birth_date:
            return UNKNOWN
        return _band(next((n for n, first in enumerate(firsts) if birth_date >= first), len(_AGES) - 1))

    return key_of


def sex_key(official: tuple[str, ...]) -> KeyOf:
    """Of a sex: one of the official names, else OTHER, or UNKNOWN for ""."""
    return lambda sex: sex if sex in official else OTHER if sex else UNKNOWN


def qualification_key(texts: str) -> str:
    """Of the qualifications, as a JSON list."""
    return level_of(json.loads(texts)).value


def contents_key(checklists: Mapping[str, Checklist], types_of_forms: Mapping[str, str]) -> KeyOf:
    """Of the form that a record began with, and on the next line the types (or forms) in its dossier as JSON.

    checklists: by form. INCOMPLETE where something is missing that every dossier of the kind has to hold at
    any time; what becomes due by a date in the record is said on the dossier's own page.
    """
    always = {form: _always_asked(checklist) for form, checklist in checklists.items()}

    def key_of(value: str) -> str:
        form, _, documents = value.partition("\n")
        there = {types_of_forms.get(one, one) for one in json.loads(documents)}
        return INCOMPLETE if any(there.isdisjoint(types) for types in always.get(form, ())) else OTHER

    return key_of


def _always_asked(checklist: Checklist) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(item.types)
        for item in checklist.items
        if not item.due_from and not item.optional and not item.yearly
    )


def bars(keys: tuple[str, ...], counts: Mapping[str, int], key_of: KeyOf) -> tuple[Bar, ...]:
    """One bar for each key, in order. counts: how often each value of the column stands there."""
    found: Counter[str] = Counter()
    for value, count in counts.items():
        found[key_of(value)] += count
    return tuple(Bar(key, found[key]) for key in keys)


def level_keys() -> tuple[str, ...]:
    return tuple(level.value for level in Level)


def _band(n: int) -> str:
    return f"{_AGES[n]}-{_AGES[n + 1] - 1}" if n + 1 < len(_AGES) else f"{_AGES[n]}-"


def _first_birthday(n: int, today: date) -> str:
    first, _ = born_of_ages(None, _AGES[n + 1] - 1, today)
    assert first is not None
    return first.isoformat()
