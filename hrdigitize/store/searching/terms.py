"""The words of the index: each begins with a letter that says where it stands; each place has its own lists.

FTS5 could tell places apart by columns, but then "nguyễn" would be one list of all places, walked through for
every search by name. Two words that follow each other are one word more ("nguyễnßvăn"): that is a phrase
without positions, and a far shorter list than either of its words. ß stands in no word, for case is folded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from hrdigitize.domain.dates import FIRST_YEAR, LAST_YEAR, PartialDate, parse_iso
from hrdigitize.domain.search import Filters, Summary
from hrdigitize.domain.summaries import Entry
from hrdigitize.domain.words import compact, parts_of, plain, plain_words, words_of

#: Raised whenever words are cut or marked in another way: an index made otherwise is made anew.
MANNER = 2

_JOINT = "ß"
#: Units and qualifications are the same for many.
_TEXTS_REMEMBERED = 1 << 12
_TELLING = 3
#: Stands at every cadre: what is left when there are filters only.
EVERY = "x"


class Where(StrEnum):
    """The letter before a word. PLAIN: without marks. PAIR: two words that follow each other.

    BORN: the year. BORN_IN_YEAR: where no more is known than the year; BORN_IN_MONTH: where more is.
    """

    NAME = "a"
    NAME_PLAIN = "b"
    NAME_PAIR = "p"
    NAME_PLAIN_PAIR = "o"
    ALL = "c"
    ALL_PLAIN = "d"
    NUMBER = "i"
    UNIT = "u"
    UNIT_PAIR = "v"
    QUALIFICATION = "q"
    QUALIFICATION_PAIR = "w"
    SEX = "s"
    ETHNICITY = "e"
    PARTY = "m"
    RANK = "r"
    BORN = "y"
    BORN_IN_YEAR = "k"
    BORN_IN_MONTH = "n"
    DOCUMENT = "h"


def cadre_terms(entry: Entry) -> str:
    """All terms of a cadre, parted by spaces."""
    return " ".join(dict.fromkeys(_cadre_terms(entry)))


def text_terms(text: str, owner: Summary) -> str:
    """All terms of a document's text and of what filters ask of its cadre, parted by spaces."""
    words = _word_terms(text, Where.ALL, Where.ALL_PLAIN)
    return " ".join(dict.fromkeys((*words, *filter_terms(owner), EVERY)))


def digest_of(*parts: object) -> bytes:
    """Stands for all that was indexed of a cadre or a document."""
    return hashlib.blake2b(repr(parts).encode("utf-8"), digest_size=16).digest()


def pairs(words: Sequence[str], where: Where) -> Iterator[str]:
    """Terms of the words that follow each other."""
    return (where + one + _JOINT + other for one, other in pairwise(words))


def phrase(words: Sequence[str], single: Where, pair: Where) -> str:
    """An expression for words one behind the other; one word stands for itself."""
    found = [f"{single}{word}" for word in words] if len(words) == 1 else pairs(words, pair)
    return every(map(quoted, found))


def quoted(term: str) -> str:
    """A term as FTS5 takes it: terms hold letters and digits only, so nothing in it is syntax."""
    return f'"{term}"'


def beginning(term: str) -> str:
    """Every term that begins so."""
    return f'"{term}"*'


def every(expressions: Iterable[str]) -> str:
    """An expression that asks for all of these; "" for none."""
    return " AND ".join(expressions)


def narrowed(expression: str, filters: Filters) -> str:
    """The expression, and what the filters let through, or a little more: `Filters.fit` says the last word.

    Documents do not know what else is in their dossier: there it is the caller who must ask for `missing`.
    """
    asked = [f"({part})" for part in (expression, *_filter_expressions(filters)) if part]
    wanted = every(asked or [quoted(EVERY)])
    present = [quoted(f"{Where.DOCUMENT}{compact(kind)}") for kind in filters.missing]
    return f"({wanted}) NOT ({' OR '.join(present)})" if present else wanted


def _cadre_terms(entry: Entry) -> Iterator[str]:
    yield EVERY
    for name in entry.names:
        words = words_of(name)
        yield from pairs(words, Where.NAME_PAIR)
        yield from pairs(tuple(map(plain, words)), Where.NAME_PLAIN_PAIR)
        yield from _word_terms(name, Where.NAME, Where.NAME_PLAIN)
    yield from _word_terms("\n".join((*entry.names, *entry.texts)), Where.ALL, Where.ALL_PLAIN)
    one = entry.summary
    yield from (f"{Where.NUMBER}{compact(one.id_number)}",) if one.id_number else ()
    yield from (f"{Where.DOCUMENT}{compact(kind)}" for kind in sorted(one.documents))
    yield from filter_terms(one)


def filter_terms(one: Summary) -> Iterator[str]:
    """The terms that filters ask for, but what is in the dossier: they stand at its documents, too."""
    yield from _phrase_terms(one.units, Where.UNIT, Where.UNIT_PAIR)
    yield from _phrase_terms(one.qualifications, Where.QUALIFICATION, Where.QUALIFICATION_PAIR)
    born = parse_iso(one.birth_date)
    yield f"{Where.PARTY}{int(one.party)}"
    yield from (f"{Where.SEX}{compact(one.sex)}",) if one.sex else ()
    yield from (f"{Where.ETHNICITY}{compact(one.ethnicity)}",) if one.ethnicity else ()
    yield from _birth_terms(born) if born else ()
    yield from (f"{Where.RANK}{compact(rank)}" for rank in one.ranks)


def _birth_terms(born: PartialDate) -> tuple[str, str]:
    month = born.month
    finer = f"{Where.BORN_IN_MONTH}{born.year}{month:02}" if month else f"{Where.BORN_IN_YEAR}{born.year}"
    return f"{Where.BORN}{born.year}", finer


def _word_terms(text: str, marked: Where, unmarked: Where) -> Iterator[str]:
    for word in (*words_of(text), *parts_of(text)):
        yield marked + word
        yield unmarked + plain(word)


def _phrase_terms(texts: Iterable[str], single: Where, pair: Where) -> Iterator[str]:
    for text in texts:
        yield from _phrase_of(text, single, pair)


@lru_cache(_TEXTS_REMEMBERED)
def _phrase_of(text: str, single: Where, pair: Where) -> tuple[str, ...]:
    words = plain_words(text)
    return (*(single + word for word in words), *pairs(words, pair))


def _filter_expressions(filters: Filters) -> Iterator[str]:
    yield phrase(_telling_words(filters.unit), Where.UNIT, Where.UNIT_PAIR)
    yield phrase(_telling_words(filters.qualification), Where.QUALIFICATION, Where.QUALIFICATION_PAIR)
    kinds = ((Where.SEX, filters.sex), (Where.ETHNICITY, filters.ethnicity), (Where.RANK, filters.rank))
    yield from (quoted(f"{where}{compact(text)}") for where, text in kinds if compact(text))
    if filters.party is not None:
        yield quoted(f"{Where.PARTY}{int(filters.party)}")
    if filters.born_from is not None or filters.born_to is not None:
        yield _born(filters.born_from or date(FIRST_YEAR, 1, 1), filters.born_to or date(LAST_YEAR, 12, 31))


def _telling_words(text: str) -> tuple[str, ...]:
    """The last ones: "uỷ ban nhân dân xã" stands in every unit, its lists are as long as the index."""
    return plain_words(text)[-_TELLING:]


def _born(first: date, last: date) -> str:
    """Whoever may be born between two days, by lists of decades, of years and, at both ends, of months."""
    ends: list[str] = []
    years: list[str] = []
    begin, end = max(first.year, FIRST_YEAR), min(last.year, LAST_YEAR)
    year = begin
    while year <= end:
        from_month = first.month if year == first.year else 1
        to_month = last.month if year == last.year else 12
        decade = year % 10 == 0 and max(begin, first.year + 1) <= year and year + 9 < last.year
        if decade:
            years.append(beginning(f"{Where.BORN}{year // 10}"))
        elif (from_month, to_month) == (1, 12):
            years.append(quoted(f"{Where.BORN}{year}"))
        else:
            months = (f"{Where.BORN_IN_MONTH}{year}{month:02}" for month in range(from_month, to_month + 1))
            ends += map(quoted, (f"{Where.BORN_IN_YEAR}{year}", *months))
        year += 10 if decade else 1
    return " OR ".join((*years, *ends)) or quoted(f"{Where.BORN}{_JOINT}")
