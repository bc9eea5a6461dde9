"""What a person may want to type, by the letters typed so far, without marks: to offer, never to take."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from hrdigitize.domain.vietnamese import folded, one_spaced
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import ReferenceList, ReferenceLists
from hrdigitize.reference.names import NameWords
from hrdigitize.reference.places import KINDS, Place, PlaceRegister, place_key

#: As many as are offered at most.
MOST = 10
#: Of places and names there are too many that begin with a single letter.
_FEWEST_LETTERS = 2
_KINDS = {folded(kind): kind for kind in KINDS} | {
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "q": "quận",
    "h": "huyện",
    "p": "phường",
    "x": "xã",
}
_KIND = re.compile(rf"^({'|'.join(sorted(_KINDS, key=len, reverse=True))})[.\s]+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit with those that it lies in, the smallest first; key: its letters."""

    key: str
    path: tuple[Place, ...]


class Suggestions:
    """Looks into the lists, the register of places and the names; fast enough for every key pressed."""

    def __init__(self, lists: ReferenceLists) -> None:
        self._lists = lists

    def for_text(self, text: str, kind: FieldType) -> tuple[str, ...]:
        """Whole values for a text typed so far, likeliest first; none where the type has nothing to offer."""
        typed = one_spaced(text)
        if not typed:
            return ()
        found = islice(dict.fromkeys(self._found(typed, kind)), MOST)
        return tuple(one for one in found if one != typed)

    def _found(self, typed: str, kind: FieldType) -> Iterable[str]:
        if kind.kind is Kind.LIST:
            return _entries(typed, self._lists.lists[kind.detail])
        if kind.kind is Kind.CODE and kind.detail == "rank":
            return sorted(code for code in self._lists.pay.ranks if code.startswith(typed))
        if kind.kind is Kind.NAME:
            return _names(typed, self._lists.names)
        if kind.kind is Kind.PLACE:
            return self._places(typed)
        return ()

    def _places(self, typed: str) -> Iterator[str]:
        """Units by what is typed behind a house or hamlet, each with those that it lies in."""
        pieces = [piece.strip() for piece in typed.split(",")]
        for start in range(len(pieces)):
            found = sorted(self._units(pieces[start:]), key=lambda unit: unit.path[0].level)
            if found:
                capital = next(sign for sign in pieces[start] if sign.isalpha()).isupper()
                for unit in found:
                    yield ", ".join([*pieces[:start], *(_written(one, capital=capital) for one in unit.path)])
                return

    def _units(self, pieces: Sequence[str]) -> Iterator[_Unit]:
        (kind, key), *around = map(_kind_and_key, pieces)
        if len(key) < _FEWEST_LETTERS:
            return
        at = bisect_left(self._by_key, key, key=lambda unit: unit.key)
        for unit in islice(self._by_key, at, None):
            if not unit.key.startswith(key):
                return
            if kind in ("", unit.path[0].kind) and _lies_in(unit, [key for _, key in around]):
                yield unit

    def prepare(self) -> None:
        """Sorts the register once, which takes longer than a key may."""
        _ = self._by_key

    @cached_property
    def _by_key(self) -> list[_Unit]:
        """All units by their letters; of one name the larger first, then those of today before the old."""
        units = [*_units_of(self._lists.places)]
        return sorted(units, key=lambda unit: (unit.key, unit.path[0].level, unit.path[0].scheme != "2025"))


def _entries(typed: str, known: ReferenceList) -> Iterator[str]:
    """Entries that are, begin with, or have a word that begins with it; then those that are alike."""
    wanted = folded(typed)
    plain = {name: folded(name) for name in known.names}
    yield from (name for name, letters in plain.items() if letters == wanted)
    yield from (name for name, letters in plain.items() if letters.startswith(wanted))
    yield from (name for name, letters in plain.items() if f" {wanted}" in letters)
    yield from known.candidates(typed, MOST)


def _names(typed: str, names: NameWords) -> Iterator[str]:
    """The name with its last word as others write it; the most usual surname first."""
    before, _, last = typed.rpartition(" ")
    wanted = folded(last)
    if len(wanted) < _FEWEST_LETTERS:
        return
    lists = (names.middles, names.given) if before else (names.common, names.surnames)
    for known in lists:
        begun = [one for one in sorted(known) if one.startswith(wanted) and one != wanted]
        for word in (word for letters in (wanted, *begun) for word in sorted(known.get(letters, ()))):
            cased = word.upper() if last.isupper() else word
            yield f"{before} {cased}" if before else cased


def _kind_and_key(piece: str) -> tuple[str, str]:
    """The kind of unit that a piece of a place names, "" where it names none, and the letters behind it."""
    plain = folded(piece)
    found = _KIND.match(plain)
    return ("", place_key(plain)) if found is None else (_KINDS[found[1]], place_key(plain[found.end() :]))


def _lies_in(unit: _Unit, around: Sequence[str]) -> bool:
    """Whether the units around it begin with these letters, in this order."""
    names = iter(place_key(place.name) for place in unit.path[1:])
    return all(any(name.startswith(key) for name in names) for key in around)


def _written(place: Place, *, capital: bool) -> str:
    kind = place.kind.capitalize() if capital else place.kind
    return f"{kind} {place.name}"


def _units_of(register: PlaceRegister) -> Iterator[_Unit]:
    def below(place: Place, around: tuple[Place, ...]) -> Iterator[_Unit]:
        path = (place, *around)
        yield _Unit(place_key(place.name), path)
        for units in place.within.values():
            for unit in units:
                yield from below(unit, path)

    for provinces in register.provinces.values():
        for province in provinces:
            yield from below(province, ())
