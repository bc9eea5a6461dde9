"""Surnames and middle words of names, by their letters without marks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hrdigitize import bundle
from hrdigitize.domain.vietnamese import folded, nfc

#: Letters without marks -> every spelling that is known with them.
Spellings = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class NameWords:
    """What names are made of.

    common: the surnames that most people bear. given: names that many bear; others can be any syllable.
    """

    surnames: Spellings
    common: Spellings
    middles: Spellings
    given: Spellings

    @property
    def words(self) -> Iterator[str]:
        """Every word in every spelling."""
        lists = (self.surnames, self.middles, self.given)
        return (word for one in lists for spellings in one.values() for word in spellings)


@cache
def load_names() -> NameWords:
    """The names shipped with the program, read once per process."""
    content = tomllib.loads((bundle.resources() / "reference" / "names.toml").read_text("utf-8"))
    return NameWords(*(_by_letters(content[key]) for key in ("surnames", "common", "middles", "given")))


def _by_letters(words: Iterable[str]) -> Spellings:
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(folded(word), set()).add(nfc(word))
    return {letters: frozenset(spellings) for letters, spellings in found.items()}
