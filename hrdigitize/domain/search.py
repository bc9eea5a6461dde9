"""Search: what was typed, what is asked of a cadre beside it, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hrdigitize.domain.dates import parse_iso
from hrdigitize.domain.record import CadreId, DocumentId
from hrdigitize.domain.words import WORD, compact, follow_each_other, plain, plain_words, words_of

#: Words of a query that count; what is pasted into the box beyond them is left out.
_MOST_WORDS = 12
#: Digits from which on a text may be the beginning of an ID number.
_FEWEST_DIGITS = 3
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, as words. words: with the marks that were typed. open_ended: the last one may go on."""

    words: tuple[str, ...]
    open_ended: bool

    @classmethod
    def parse(cls, text: str) -> Query:
        """The query of a text; nothing in a text has a meaning of its own, whatever signs it holds."""
        words = words_of(text)[:_MOST_WORDS]
        return cls(words, bool(words) and not text[-1].isspace())

    @property
    def plain(self) -> tuple[str, ...]:
        """The words without marks."""
        return tuple(map(plain, self.words))

    @property
    def has_marks(self) -> bool:
        """Whether somebody took the trouble to type a mark."""
        return self.words != self.plain

    @property
    def number(self) -> str:
        """The digits typed, where there are but digits, enough for an ID number; otherwise ""."""
        digits = "".join(self.words)
        ascii_digits = digits.isascii() and digits.isdigit()
        return digits if ascii_digits and len(digits) >= _FEWEST_DIGITS else ""


@dataclass(frozen=True, slots=True)
class Summary:
    """A cadre at a glance, from the values that count in the record; "" for what it does not say.

    birth_date: ISO with the precision known. units: agencies, the nearest one first. party: whether the
    record has a date of joining. ranks: code and name. documents: types (or forms) of the dossier.
    """

    cadre: CadreId
    name: str
    birth_date: str = ""
    id_number: str = ""
    units: tuple[str, ...] = ()
    position: str = ""
    sex: str = ""
    ethnicity: str = ""
    party: bool = False
    ranks: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Filters:
    """What else must be true of a cadre; all of it. "" or None: anything.

    unit, qualification: words that stand in one of the texts, one behind the other, marks ignored. sex,
    ethnicity, rank (code or name): the whole of it, marks ignored. born_from, born_to: both days belong
    to it; who is known by year only is found where a day of that year would be. missing: types of documents
    none of which is in the dossier.
    """

    unit: str = ""
    born_from: date | None = None
    born_to: date | None = None
    sex: str = ""
    ethnicity: str = ""
    party: bool | None = None
    rank: str = ""
    qualification: str = ""
    missing: tuple[str, ...] = ()

    def fit(self, one: Summary) -> bool:
        """Whether all of it is true of a cadre."""
        return (
            _says(self.unit, one.units)
            and _says(self.qualification, one.qualifications)
            and _is(self.sex, (one.sex,))
            and _is(self.ethnicity, (one.ethnicity,))
            and _is(self.rank, one.ranks)
            and (self.party is None or self.party == one.party)
            and self._age_fits(one.birth_date)
            and one.documents.isdisjoint(self.missing)
        )

    def _age_fits(self, birth_date: str) -> bool:
        if self.born_from is None and self.born_to is None:
            return True
        born = parse_iso(birth_date)
        if born is None:
            return False
        late_enough = self.born_from is None or born.latest() >= self.born_from
        return late_enough and (self.born_to is None or born.earliest() <= self.born_to)


class Tier(StrEnum):
    """How near a hit is to what was typed; nearer ones come first. PLAIN: marks differ."""

    LISTED = "listed"
    NUMBER = "number"
    NAME = "name"
    NAME_PLAIN = "name-plain"
    RECORD = "record"
    RECORD_PLAIN = "record-plain"
    DOCUMENT = "document"
    DOCUMENT_PLAIN = "document-plain"


@dataclass(frozen=True, slots=True)
class CadreHit:
    """A cadre that was found and how. document, snippet: the paper whose text says it, and the place."""

    summary: Summary
    tier: Tier
    document: DocumentId | None = None
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the next page begins: rung of the ladder, number behind which, cadres that were shown before."""

    rung: int
    number: int
    shown: frozenset[int]


@dataclass(frozen=True, slots=True)
class HitPage:
    """A page of hits, nearest first; after: where the next one begins, None at the end."""

    hits: tuple[CadreHit, ...]
    after: Place | None = None


def snippet(text: str, query: Query) -> str:
    """The piece of a text around the first word of the query that stands in it; "" where none does."""
    sought = frozenset(query.plain)
    for found in WORD.finditer(text):
        if sought.intersection(plain_words(found.group())):
            begin, end = max(0, found.start() - _AROUND), found.end() + _AROUND
            piece = " ".join(text[begin:end].split())
            return f"{'…' if begin else ''}{piece}{'…' if end < len(text) else ''}"
    return ""


def born_of_ages(at_least: int | None, at_most: int | None, today: date) -> tuple[date | None, date | None]:
    """First and last birthday of those who have such an age today (full years; both belong to it)."""
    first = None if at_most is None else _born_at_latest(today, at_most + 1) + timedelta(days=1)
    last = None if at_least is None else _born_at_latest(today, at_least)
    return first, last


def _born_at_latest(today: date, years: int) -> date:
    """The latest birthday of those who have reached an age today."""
    year = max(today.year - years, date.min.year)
    try:
        return today.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _says(sought: str, texts: tuple[str, ...]) -> bool:
    words = plain_words(sought)
    return not words or any(follow_each_other(words, plain_words(text)) for text in texts)


def _is(sought: str, texts: tuple[str, ...]) -> bool:
    wanted = compact(sought)
    return not wanted or any(compact(text) == wanted for text in texts)
