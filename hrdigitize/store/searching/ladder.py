"""The ladder of a search: what is asked of the index first, what after it, from the nearest to the farthest.

Every rung is asked for no more than a page still needs, and hits come in the order of the index: half of all
Vietnamese bear one of three surnames, so counting or ranking all hits would take a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrdigitize.domain.search import Query, Tier
from hrdigitize.store.searching.terms import Where, beginning, every, phrase, quoted


@dataclass(frozen=True, slots=True)
class Rung:
    """One question to the index, and what a hit of it is called. in_texts: asked of documents."""

    tier: Tier
    expression: str
    in_texts: bool = False


def ladder(query: Query) -> tuple[Rung, ...]:
    """All rungs for what was typed; a later one may find again what an earlier one found."""
    if not query.words:
        return (Rung(Tier.LISTED, ""),)
    asked = (*_number(query), *_names(query), *_record(query), *_documents(query))
    return tuple(dict.fromkeys(asked))


def _number(query: Query) -> Iterator[Rung]:
    if query.number:
        yield Rung(Tier.NUMBER, quoted(f"{Where.NUMBER}{query.number}"))
        yield Rung(Tier.NUMBER, beginning(f"{Where.NUMBER}{query.number}"))


def _names(query: Query) -> Iterator[Rung]:
    yield Rung(Tier.NAME, phrase(query.words, Where.NAME, Where.NAME_PAIR))
    yield Rung(Tier.NAME, _whole(query.words, Where.NAME))
    if query.has_marks and query.open_ended:
        yield Rung(Tier.NAME, _begun(query.words, Where.NAME))
    yield Rung(Tier.NAME_PLAIN, phrase(query.plain, Where.NAME_PLAIN, Where.NAME_PLAIN_PAIR))
    yield Rung(Tier.NAME_PLAIN, _whole(query.plain, Where.NAME_PLAIN))
    if query.open_ended:
        yield Rung(Tier.NAME_PLAIN, _begun(query.plain, Where.NAME_PLAIN))


def _record(query: Query) -> Iterator[Rung]:
    yield Rung(Tier.RECORD, _whole(query.words, Where.ALL))
    if query.has_marks and query.open_ended:
        yield Rung(Tier.RECORD, _begun(query.words, Where.ALL))
    yield Rung(Tier.RECORD_PLAIN, _whole(query.plain, Where.ALL_PLAIN))
    if query.open_ended:
        yield Rung(Tier.RECORD_PLAIN, _begun(query.plain, Where.ALL_PLAIN))


def _documents(query: Query) -> Iterator[Rung]:
    """Whole words only: lists for every beginning of every word of every page would double the index."""
    yield Rung(Tier.DOCUMENT, _whole(query.words, Where.ALL), in_texts=True)
    yield Rung(Tier.DOCUMENT_PLAIN, _whole(query.plain, Where.ALL_PLAIN), in_texts=True)


def _whole(words: Sequence[str], where: Where) -> str:
    return every(quoted(f"{where}{word}") for word in words)


def _begun(words: Sequence[str], where: Where) -> str:
    *whole, last = words
    return every((*(quoted(f"{where}{word}") for word in whole), beginning(f"{where}{last}")))
