"""The lists that made-up people are drawn from (lists/*.toml), as frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit: its kind in lower case ("xã", "thành phố") and its name."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Place:
    """A commune with its district and province; `code` opens the citizen's numbers given there."""

    commune: Unit
    district: Unit
    province: Unit
    code: str


@dataclass(frozen=True, slots=True)
class Rank:
    """A civil-service rank: coefficients step by step, months between two steps, code of the next rank."""

    name: str
    code: str
    steps: tuple[str, ...]
    cycle_months: int
    next: str | None


@dataclass(frozen=True, slots=True)
class NameBook:
    """How one people names itself: patterns by sex over pools of name parts."""

    people: str
    share: int
    male: tuple[str, ...]
    female: tuple[str, ...]
    pools: Mapping[str, tuple[str, ...]]


_KINDS = ("thành phố", "thị trấn", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã")


def _unit(text: str) -> Unit:
    for kind in _KINDS:
        if text.startswith(kind + " "):
            return Unit(kind, text.removeprefix(kind + " "))
    raise ValueError(f"no kind of unit in {text!r}")


def _load(name: str) -> dict[str, object]:
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))


@cache
def places() -> tuple[Place, ...]:
    """All communes of places.toml, in the order of the file."""
    found: list[Place] = []
    for province, table in _load("places.toml").items():
        assert isinstance(table, dict)
        for line in table["communes"]:
            commune, district = line.split(", ")
            found.append(Place(_unit(commune), _unit(district), _unit(province), table["code"]))
    return tuple(found)


@cache
def name_books() -> tuple[NameBook, ...]:
    """All peoples of names.toml."""
    books: list[NameBook] = []
    for people, table in _load("names.toml").items():
        assert isinstance(table, dict)
        pools = {key: tuple(words) for key, words in table.items() if key not in ("share", "male", "female")}
        books.append(NameBook(people, table["share"], tuple(table["male"]), tuple(table["female"]), pools))
    return tuple(books)


@cache
def _work() -> dict[str, object]:
    return _load("work.toml")


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of work.toml by its name; KeyError for an unknown one."""
    found = _work()[name]
    assert isinstance(found, list)
    return tuple(found)


@cache
def short_courses() -> tuple[tuple[str, str], ...]:
    """Subject and certificate of short courses."""
    found = _work()["short_courses"]
    assert isinstance(found, list)
    return tuple((subject, certificate) for subject, certificate in found)


@cache
def ranks() -> Mapping[str, Rank]:
    """Civil-service ranks by code."""
    found = _work()["ranks"]
    assert isinstance(found, list)
    return {
        row["code"]: Rank(row["name"], row["code"], tuple(row["steps"]), row["cycle_months"], row.get("next"))
        for row in found
    }
