"""Whose papers a batch holds: each document's persons against the person of the dossier."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hrdigitize.domain.dates import PartialDate, parse_iso
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.vietnamese import folded, one_spaced

#: Forms of address before a name. "Ông" is a surname as well: a name is compared with it and without.
_ADDRESS = re.compile(r"^(?:(?:ông|bà|đồng chí|đ/c|anh|chị)(?:\s*[(/]\s*bà\s*\)?)?\s*:?\s+)+", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*[,;]\s*|\s+và\s+", re.IGNORECASE)
_PERSONAL_DIGITS = 12
#: A name this long may be a misreading of another that differs in one letter.
_LONG_NAME = 8
#: From this many documents on, and more than half of them, a name is that of the batch.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a document names him. birth: a partial ISO date. Each "" where it does not say."""

    name: str = ""
    birth: str = ""
    id_number: str = ""


class Belonging(StrEnum):
    """UNSURE: the document names nobody, or somebody who may be the person."""

    OWN = "own"
    OTHER = "other"
    UNSURE = "unsure"


def belonging(persons: Sequence[Named], person: Named) -> Belonging:
    """Whether a document is this person's: one of those whom it names is he, or surely none is."""
    answers = {_same(one, person) for named in persons for one in _each(named)}
    if Belonging.OWN in answers:
        return Belonging.OWN
    return Belonging.OTHER if answers == {Belonging.OTHER} else Belonging.UNSURE


def most_named(documents: Mapping[DocumentId, Sequence[Named]]) -> Named | None:
    """The person of most documents that name anybody; None where no one has more than half of them.

    His birth date and number are taken from whichever of them says them.
    """
    naming = [persons for persons in documents.values() if any(one.name for one in persons)]
    sharing = _by_trait(naming)
    best: Named | None = None
    most = max(_FEWEST - 1, len(naming) // 2)
    for person in dict.fromkeys(persons[0] for persons in naming if len(persons) == 1):
        may_be = set[int]().union(*(sharing.get(trait, ()) for trait in _traits(person)))
        if len(may_be) <= most:
            continue  # a pile of many persons' papers: each compared with each would take minutes
        own = [naming[at] for at in sorted(may_be) if belonging(naming[at], person) is Belonging.OWN]
        if len(own) > most:
            best, most = _all_told(person, own), len(own)
    return best


def _by_trait(naming: Sequence[Sequence[Named]]) -> Mapping[str, set[int]]:
    """Which documents name anybody who has the trait."""
    sharing = defaultdict[str, set[int]](set)
    for at, persons in enumerate(naming):
        for trait in {trait for named in persons for one in _each(named) for trait in _traits(one)}:
            sharing[trait].add(at)
    return sharing


def _traits(person: Named) -> set[str]:
    """What two share whom `_same` may call one: a spelling, one with a letter left out, or the number."""
    traits = {_digits(person.id_number)}
    for name in _spelled(person.name):
        traits.add(name)
        if len(name) >= _LONG_NAME:
            traits.update(name[:at] + name[at + 1 :] for at in range(len(name)))
    return traits - {""}


def _all_told(person: Named, own: Sequence[Sequence[Named]]) -> Named:
    alone = [persons[0] for persons in own if len(persons) == 1]
    birth = person.birth or next((one.birth for one in alone if one.birth), "")
    number = person.id_number or next((one.id_number for one in alone if one.id_number), "")
    return Named(person.name, birth, number)


def _each(named: Named) -> tuple[Named, ...]:
    """One for each name where several stand in one place; then nothing says whose the other facts are."""
    names = [name for name in _SEVERAL.split(named.name) if name]
    return (named,) if len(names) < 2 else tuple(Named(name) for name in names)


def _same(one: Named, other: Named) -> Belonging:
    numbers = {_digits(one.id_number), _digits(other.id_number)}
    full = all(len(number) == _PERSONAL_DIGITS for number in numbers)
    if full and len(numbers) == 1:
        return Belonging.OWN
    if not one.name or not other.name:
        return Belonging.OTHER if full else Belonging.UNSURE
    dates = parse_iso(one.birth), parse_iso(other.birth)
    births = _births(*dates)
    names = _names(one.name, other.name)
    if names is Belonging.OTHER or births is Belonging.OTHER:
        return Belonging.OTHER
    if full:  # one of the two numbers may be misread, but not with a doubtful name as well
        return Belonging.UNSURE if names is births is Belonging.OWN else Belonging.OTHER
    if names is Belonging.OWN:
        return births
    # A name that is only near needs the birth date: then it is a misreading.
    known = None not in dates
    return Belonging.OWN if known and births is Belonging.OWN else Belonging.UNSURE


def _names(one: str, other: str) -> Belonging:
    """Own: the same letters (marks are misread now and then). Unsure: one letter differs in a long name."""
    pairs = [(first, second) for first in _spelled(one) for second in _spelled(other)]
    if any(first == second for first, second in pairs):
        return Belonging.OWN
    near = any(
        min(len(first), len(second)) >= _LONG_NAME and _one_slip(first, second) for first, second in pairs
    )
    return Belonging.UNSURE if near else Belonging.OTHER


def _spelled(name: str) -> set[str]:
    plain = one_spaced(name)
    return {" ".join(folded(text).split()) for text in (plain, _ADDRESS.sub("", plain))}


def _births(one: PartialDate | None, other: PartialDate | None) -> Belonging:
    """Own: they may be the same day, or one is not known. Unsure: one part of them differs."""
    if one is None or other is None:
        return Belonging.OWN
    if not one.surely_before(other) and not other.surely_before(one):
        return Belonging.OWN
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return Belonging.UNSURE if sum(a != b for a, b in parts) == 1 else Belonging.OTHER


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter put in, taken out or replaced makes one text the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal())
