"""What kinds of paper a dossier may hold, and what tells one from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One type of paper. id: "party-005" (number 05 of the Party's list of 104) or "state-…".

    name: official name. file_name: its text in file names by CV 1361-CV/BTCTW, "" for State types. priority:
    1 to 3, the order in which the Party wants them digitised; 0 for State types. kinds: words that its title
    opens with. most_words: a paper of this type has no more, 0 for any number. titles, phrases: how it is
    headed and what its text says; about: what it deals with in whatever words, each a set of parts that must
    all be said, each part by one of its wordings; unless: what in a title speaks against it. issuers,
    notations: agencies that issue it and signs behind its number. forms: standard forms that are it. source,
    valid_from: what lists it, and since when.
    """

    id: str
    name: str
    file_name: str
    priority: int
    kinds: tuple[str, ...]
    most_words: int
    titles: tuple[str, ...]
    about: tuple[tuple[tuple[str, ...], ...], ...]
    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    issuers: tuple[str, ...]
    notations: tuple[str, ...]
    forms: tuple[str, ...]
    source: str
    valid_from: date


#: The list of what lies in a dossier: never a component of it.
INVENTORY = "inventory"

#: Every type by its id.
DocumentTypes = Mapping[str, DocumentType]
