"""The register of places: provinces, districts and communes, as they were before and since 1 July 2025.

A place is looked up by its letters without marks, because marks are what a reading gets wrong; whether the
marks agree is the caller's question. Codes are the official ones of their scheme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hrdigitize import bundle
from hrdigitize.domain.vietnamese import folded, new_tones, nfc

#: Kinds of unit by what is written before the name: the level each may stand for (0 province … 2 commune).
KINDS: Mapping[str, tuple[int, ...]] = {
    "tỉnh": (0,),
    "thành phố": (0, 1),
    "huyện": (1,),
    "quận": (1,),
    "thị xã": (1,),
    "xã": (2,),
    "phường": (2,),
    "thị trấn": (2,),
    "đặc khu": (2,),
}
PROVINCE, DISTRICT, COMMUNE = 0, 1, 2


def place_key(name: str) -> str:
    """The letters and digits of a name without marks, spaces and signs: "Cư M'gar" -> "cumgar"."""
    return "".join(character for character in folded(name) if character.isalnum())


@dataclass(frozen=True, slots=True)
class Place:
    """A unit: its kind in small letters, its name without the kind, its code; the units within it by key.

    scheme: "2024" (province, district, commune) or "2025" (province, commune).
    """

    kind: str
    name: str
    code: str
    scheme: str
    level: int
    within: Mapping[str, tuple[Place, ...]] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class PlaceRegister:
    """All places by key, level by level, and the provinces that everything else lies in."""

    provinces: Mapping[str, tuple[Place, ...]]
    by_level: tuple[Mapping[str, tuple[Place, ...]], ...]

    @property
    def names(self) -> Iterator[str]:
        """The name of every unit, without its kind."""
        return (place.name for level in self.by_level for places in level.values() for place in places)

    def spellings(self, level: int, key: str) -> frozenset[str]:
        """The names, in new tone placement, that units of a level with this key have anywhere."""
        return frozenset(new_tones(place.name) for place in self.by_level[level].get(key, ()))

    def is_name(self, words: str) -> bool:
        """Whether some unit bears this name in this very spelling, capitals counted."""
        spelled, key = new_tones(words), place_key(words)
        return any(spelled in self.spellings(level, key) for level in (PROVINCE, DISTRICT, COMMUNE))


@dataclass(slots=True)
class _Node:
    """A unit while its units are still being read."""

    level: int
    unit: str
    below: list[_Node]


def read_places(path: Path) -> PlaceRegister:
    """The register in a file as packaging/make-places.py writes it; ValueError for a line out of place."""
    provinces: list[Place] = []
    scheme = ""
    roots: list[_Node] = []
    for line in [*path.read_text("utf-8").splitlines(), "= end"]:
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("= "):
            provinces.extend(_placed(node, scheme, PROVINCE) for node in roots)
            scheme, roots = line[2:].strip(), []
            continue
        _hang(roots, line, path.name)
    levels: tuple[dict[str, list[Place]], ...] = ({}, {}, {})
    for place in _all(provinces):
        levels[place.level].setdefault(place_key(place.name), []).append(place)
    by_level = tuple({key: tuple(found) for key, found in level.items()} for level in levels)
    return PlaceRegister(by_level[PROVINCE], by_level)


def _hang(roots: list[_Node], line: str, file: str) -> None:
    """Put a line's unit below the last unit one tab to its left."""
    level = len(line) - len(line.lstrip("\t"))
    siblings = roots
    for _ in range(level):
        if not siblings:
            raise ValueError(f"{file}: {line.strip()!r} lies in nothing")
        siblings = siblings[-1].below
    siblings.append(_Node(level, nfc(line.strip()), []))


def _placed(node: _Node, scheme: str, level: int) -> Place:
    """The unit with all that lies in it. Where no districts are, communes lie in the province."""
    full, _, code = node.unit.partition("|")
    kind = next((k for k in KINDS if full.lower().startswith(f"{k} ")), "")
    if not kind or not code:
        raise ValueError(f"{node.unit!r} has no kind or no code")
    within: dict[str, list[Place]] = {}
    for below in node.below:
        place = _placed(below, scheme, COMMUNE if scheme != "2024" else level + 1)
        within.setdefault(place_key(place.name), []).append(place)
    return Place(
        kind, full[len(kind) + 1 :], code, scheme, level, {key: tuple(found) for key, found in within.items()}
    )


def _all(places: Sequence[Place]) -> Iterator[Place]:
    for place in places:
        yield place
        for found in place.within.values():
            yield from _all(found)


@cache
def load_places() -> PlaceRegister:
    """The register shipped with the program, read once per process."""
    return read_places(bundle.resources() / "reference" / "places.txt")
