"""Whether two records may be of one person: reasons for it and against it, never a decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Self

from hrdigitize.domain.dates import PartialDate, parse_iso
from hrdigitize.domain.record import Cadre, CadreId, FieldPath
from hrdigitize.domain.vietnamese import folded

#: Letters in which two names may differ and still be a misreading of each other.
_NAME_SLIPS = 2
#: Digits of a personal number (số định danh cá nhân); nobody has two of them.
_PERSONAL_DIGITS = 12

#: The fields of which `Identity` is made.
IDENTITY_FIELDS = ("full_name", "birth_date", "native_place", "id_number")


class Sign(StrEnum):
    """What speaks for one person, or against."""

    SAME_ID = "same-id"
    SAME_NAME = "same-name"
    NEAR_NAME = "near-name"
    SAME_BIRTH = "same-birth"
    NEAR_BIRTH = "near-birth"
    SAME_PLACE = "same-place"
    OTHER_ID = "other-id"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is by his papers. birth: a partial ISO date, "" where unknown."""

    cadre: CadreId
    name: str
    birth: str
    native_place: str
    id_number: str

    @classmethod
    def of(cls, cadre: Cadre) -> Self:
        """As the record says; of the birth date its value counts, of the others the text."""
        birth = cadre.values.get(FieldPath("birth_date"))
        value = birth.answer.value if birth is not None else None
        return cls(
            cadre=cadre.id,
            name=cadre.text("full_name"),
            birth=value if isinstance(value, str) else "",
            native_place=cadre.text("native_place"),
            id_number=cadre.text("id_number"),
        )


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two cadres who may be one person, and the signs, for and against."""

    one: CadreId
    other: CadreId
    signs: tuple[Sign, ...]


_ENOUGH: tuple[frozenset[Sign], ...] = (
    frozenset({Sign.SAME_ID}),
    frozenset({Sign.SAME_NAME, Sign.SAME_BIRTH}),
    frozenset({Sign.NEAR_NAME, Sign.SAME_BIRTH, Sign.SAME_PLACE}),
    frozenset({Sign.SAME_NAME, Sign.NEAR_BIRTH, Sign.SAME_PLACE}),
)


def likeness(one: Identity, other: Identity) -> Likeness | None:
    """None where nothing suggests one person.

    Two different personal numbers speak against it; then name, birth date and native place must all agree
    (one of the numbers may be misread).
    """
    signs = frozenset(_signs(one, other))
    if Sign.OTHER_ID in signs and not {Sign.SAME_NAME, Sign.SAME_BIRTH, Sign.SAME_PLACE} <= signs:
        return None
    if not any(enough <= signs for enough in _ENOUGH):
        return None
    first, second = sorted((one.cadre, other.cadre))
    return Likeness(first, second, tuple(sign for sign in Sign if sign in signs))


def alike(identities: Iterable[Identity]) -> tuple[Likeness, ...]:
    """All pairs that may be one person.

    Only those are compared who share an ID number, a birth date or a name without marks: every rule for
    likeness needs one of the three.
    """
    known = tuple(identities)
    found: dict[tuple[CadreId, CadreId], Likeness] = {}
    for group in _groups(known):
        for one, other in combinations(group, 2):
            pair = likeness(one, other)
            if pair is not None:
                found[pair.one, pair.other] = pair
    return tuple(found[key] for key in sorted(found))


def _groups(identities: tuple[Identity, ...]) -> Iterator[list[Identity]]:
    keys: tuple[Callable[[Identity], str], ...] = (
        lambda identity: _digits(identity.id_number),
        lambda identity: identity.birth,
        lambda identity: _plain(identity.name),
    )
    for key in keys:
        groups: dict[str, list[Identity]] = {}
        for identity in identities:
            groups.setdefault(key(identity), []).append(identity)
        groups.pop("", None)
        yield from groups.values()


def _signs(one: Identity, other: Identity) -> Iterator[Sign]:
    yield from _id_sign(_digits(one.id_number), _digits(other.id_number))
    yield from _name_sign(_plain(one.name), _plain(other.name))
    yield from _birth_sign(parse_iso(one.birth), parse_iso(other.birth))
    if _same_place(one.native_place, other.native_place):
        yield Sign.SAME_PLACE


def _id_sign(one: str, other: str) -> Iterator[Sign]:
    if not one or not other:
        return
    if one == other:
        yield Sign.SAME_ID
    elif len(one) == len(other) == _PERSONAL_DIGITS:
        yield Sign.OTHER_ID


def _name_sign(one: str, other: str) -> Iterator[Sign]:
    if not one or not other:
        return
    if one == other:
        yield Sign.SAME_NAME
    elif sorted(one.split()) == sorted(other.split()) or _slips(one, other) <= _NAME_SLIPS:
        yield Sign.NEAR_NAME


def _birth_sign(one: PartialDate | None, other: PartialDate | None) -> Iterator[Sign]:
    """Same: no days that they may mean contradict each other. Near: one part differs, or two are swapped."""
    if one is None or other is None:
        return
    if not one.surely_before(other) and not other.surely_before(one):
        yield Sign.SAME_BIRTH
        return
    swapped = one.year == other.year and (one.month, one.day) == (other.day, other.month)
    differing = sum(
        a != b for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    )
    if swapped or differing == 1:
        yield Sign.NEAR_BIRTH


def _same_place(one: str, other: str) -> bool:
    """Whether the smaller place is told in words of the other: "Xã A, huyện B" and "A, B, tỉnh C"."""
    words, others = _place_words(one), _place_words(other)
    fewer, more = sorted((words, others), key=len)
    return bool(fewer) and fewer <= more


#: Words that say what a place is, not which one; offices write them or leave them out.
_KINDS = frozenset(
    {"xa", "phuong", "thi", "tran", "huyen", "quan", "tinh", "thanh", "pho", "tp", "thon", "ap"}
)


def _place_words(place: str) -> frozenset[str]:
    plain = "".join(sign if sign.isalnum() else " " for sign in folded(place))
    return frozenset(plain.split()) - _KINDS


def _plain(name: str) -> str:
    return " ".join(folded(name).split())


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal())


def _slips(one: str, other: str) -> int:
    """Letters to put in, take out or replace so that one text becomes the other."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, against in enumerate(other, start=1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != against)))
        before = now
    return before[-1]
