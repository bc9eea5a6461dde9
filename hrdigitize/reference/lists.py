"""Looks texts up in the reference lists: the official name of what stands on the paper, or none.

A lookup forgives case, spaces, hyphens and tone placement, never a mark: "Mương" is not made "Mường",
it is doubted, and `candidates` says what it may have been.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hrdigitize import bundle
from hrdigitize.domain.pay import PayTables
from hrdigitize.domain.rules import RuleTables
from hrdigitize.domain.vietnamese import folded, new_tones, one_spaced
from hrdigitize.reference.files import Entries, read_entries, read_pay, read_provinces
from hrdigitize.reference.names import NameWords, load_names
from hrdigitize.reference.phrases import Phrases, load_phrases
from hrdigitize.reference.places import PlaceRegister, load_places
from hrdigitize.reference.vocabulary import Vocabulary, read_words, vocabulary_of

#: Where two names are this alike without marks, one may be a misreading of the other.
_ALIKE = 0.75
_DASH_BETWEEN = re.compile(r"(?<=\w) ?[-‐‑–] ?(?=\w)")
_ROOM_AT_SLASH = re.compile(r" ?/ ?")


def _key(text: str) -> str:
    """What two spellings of one entry have in common; the marks are part of it."""
    spelled = new_tones(one_spaced(text)).casefold().replace("’", "'").rstrip(" .,;")
    return _ROOM_AT_SLASH.sub("/", _DASH_BETWEEN.sub(" ", spelled))


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One list: its official names in order, every known spelling of them, and where it was taken from."""

    names: tuple[str, ...]
    spellings: Mapping[str, str]
    source: str

    def official(self, text: str) -> str | None:
        """The official name of an entry, or None for what is not in the list."""
        return self.spellings.get(_key(text))

    def candidates(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Official names that a misread text may mean, likeliest first: to offer, never to take."""
        plain: dict[str, str] = {}
        for spelling, name in self.spellings.items():
            plain.setdefault(folded(spelling), name)
        close = difflib.get_close_matches(folded(_key(text)), plain, n=limit, cutoff=_ALIKE)
        return tuple(dict.fromkeys(plain[spelling] for spelling in close))


@dataclass(frozen=True, slots=True)
class ReferenceLists:
    """Every list by its name (as in `list:ethnicity`), pay tables, provinces of ID numbers, and words.

    vocabulary: the words of all of these.
    """

    lists: Mapping[str, ReferenceList]
    pay: PayTables
    id_provinces: Mapping[str, str]
    phrases: Phrases
    names: NameWords
    places: PlaceRegister
    vocabulary: Vocabulary

    def rule_tables(self) -> RuleTables:
        """What the rules of the domain need of the lists."""
        return RuleTables(self.pay, self.id_provinces)

    def official(self, list_name: str, text: str) -> str | None:
        """The official name of an entry; KeyError for a list that does not exist."""
        return self.lists[list_name].official(text)

    def candidates(self, list_name: str, text: str) -> tuple[str, ...]:
        """What a misread entry may mean; KeyError for a list that does not exist."""
        return self.lists[list_name].candidates(text)


def _built(name: str, entries: Entries) -> ReferenceList:
    """Index a list; ValueError where one spelling would mean two entries."""
    spellings: dict[str, str] = {}
    for official, aliases in entries.names.items():
        for spelling in (official, *aliases):
            if spellings.setdefault(_key(spelling), official) != official:
                raise ValueError(f"list {name}: {spelling!r} names two entries")
    return ReferenceList(tuple(entries.names), spellings, entries.source)


@cache
def load_lists() -> ReferenceLists:
    """The lists shipped with the program, read once per process."""
    folder = bundle.resources() / "reference"
    ranks, pay = read_pay(folder / "pay.toml")
    found = {path.stem: read_entries(path) for path in sorted((folder / "lists").glob("*.toml"))}
    found["rank"] = ranks
    lists = {name: _built(name, entries) for name, entries in found.items()}
    phrases, names, places = load_phrases(), load_names(), load_places()
    texts = (
        *(text for one in lists.values() for text in one.spellings),
        *phrases.texts,
        *names.words,
        *places.names,
    )
    return ReferenceLists(
        lists,
        pay,
        read_provinces(folder / "id-provinces.toml"),
        phrases,
        names,
        places,
        read_words(folder / "words.txt") | vocabulary_of(texts),
    )
