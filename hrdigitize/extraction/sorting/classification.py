"""What kind of paper a document is: weak hints of title, subject, ruling, text and agency, weighed together.

Every type brings wordings (`resources/reference/document-types.toml`). The longest wording of a type that the
title has counts most: "kết nạp lại đảng viên" more than "kết nạp đảng viên". What the text says counts the
more, the fewer types say it. "Unknown" is an answer: where nothing speaks clearly, or two types as loudly.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from hrdigitize.domain.document_types import DocumentType, DocumentTypes
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.sorting import Classified
from hrdigitize.extraction.decisions.layout import levelled
from hrdigitize.extraction.flow import words_of
from hrdigitize.extraction.id_cards import ID_CARD_TYPE, cards_on
from hrdigitize.extraction.sorting.heads import FIRM_KINDS, Head, head_of, pieces_of

BY_FORM, BY_TITLE, BY_RULING = "sorted-by-form", "sorted-by-title", "sorted-by-ruling"
BY_CARD = "sorted-by-card"
BY_TEXT, UNCLEAR, TOO_NEAR = "sorted-by-text", "sorted-unclear", "sorted-too-near"

#: A wording of a title counts from this similarity on; shorter ones must stand there to the letter.
_ALIKE, _FUZZY_LETTERS = 0.84, 10
#: What a letter of a title's wording counts, and where it stands counts: below the title, in the ruling.
_LETTER, _MOST_LETTERS = 0.22, 34
_IN_RULING, _IN_TEXT = 0.6, 0.3
#: A letter names papers that are enclosed.
_IN_LETTER = 0.1
#: What a letter of a part counts that a type deals with, and where it stands counts: below the title, at the
#: beginning of the text, anywhere.
_PART, _PART_LETTER, _IN_OPENING, _IN_WHOLE = 0.6, 0.2, 0.6, 0.25
#: The same where no title says what it is.
_OPENING_UNTITLED, _WHOLE_UNTITLED = 0.7, 0.5
#: So many words are the beginning; a part of so many letters may have its words run together.
_OPENING_WORDS, _LONG_PART = 90, 9
#: What a letter that does not fit costs against letters that do.
_PRICE = 3.0
#: What a wording of the text counts at most, and all of them.
_PHRASE, _MOST_PHRASES = 1.1, 5.0
#: The words of a type's wordings together, however they are put.
_WORDS = 2.0
_NOTATION, _ISSUER = 1.5, 2.0
_OTHER_KIND, _OTHER_ISSUER, _UNLESS = 4.5, 1.5, 3.5
#: Papers with authority are never called by the name of another kind, even by one that is no kind of its own.
_ACTS = frozenset({"quyết định", "nghị quyết", "hợp đồng", "thông báo", "kết luận", "báo cáo", "tờ trình"})
_NO_ACT, _UNUSUAL = 3.0, 1.5
#: Kinds that are often called by each other's names.
_FAMILIES = (
    frozenset({"giấy", "bằng", "chứng chỉ", "chứng nhận", "xác nhận", "văn bằng"}),
    frozenset({"bản", "kiểm điểm", "tự kiểm điểm", "tự phê bình", "tự đánh giá", "tự nhận xét"}),
    frozenset({"bản", "nhận xét", "ý kiến", "phiếu"}),
    frozenset({"bản", "lý lịch", "sơ yếu", "tiểu sử", "tóm tắt"}),
    frozenset({"bảng", "kết quả", "học bạ", "phiếu"}),
)
_RELATED = {
    kind: frozenset().union(*(family for family in _FAMILIES if kind in family))
    for kind in frozenset().union(*_FAMILIES)
}
#: What more words than papers of a type have cost it.
_TOO_LONG = 3.0
#: What the State's officials write about themselves and each other never bears the Party's motto.
_REVIEWS = frozenset({"bản", "phiếu"})
_PARTY_MOTTO = 2.0
#: A paper with the code of an identity card, no title and no more words than this is a copy of the card.
_CARD_WORDS = 300
#: A kind of paper counts the more, the fewer types are of it: by this share of the logarithm.
_KIND = 0.4
#: Letters have no title; somebody says "I" in them, as no certificate and no decision does.
_NOT_WRITTEN = 2.0
_PERSONAL = ("kính gửi", "kính thưa", "tôi tên", "tên tôi", "tôi là", "em tên", "tên em", "em là", "tôi xin")
_TO_PARTY = tuple(f"kinh {how} {whom}" for how in ("gui", "thua") for whom in ("chi bo", "chi uy", "dang uy"))
_WRITTEN = frozenset({"đơn", "bản", "phiếu", "tờ khai", "lý lịch", "ý kiến", "nhận xét", "sơ yếu"})
#: Below this nothing speaks clearly; a lead of less than that is none.
_LEAST, _LEAD = 2.2, 0.35
#: With less than that there is not even a guess to show.
_HINTED = 1.0
#: How a lead becomes a chance to be right.
_STEEP = 1.3
#: Who writes of himself says so at least so often.
_I, _OFTEN = re.compile(r"\btôi\b"), 2
_RULING = re.compile(r"\bdieu\s*[1li][\s.:,]*(.{0,420})", re.DOTALL)
_RULING_END = re.compile(r"\bdieu\s*2\b")


class _Wording(NamedTuple):
    """One way of saying a thing: its words as they are compared, and with their marks."""

    words: str
    marked: str


class _Place(NamedTuple):
    """Part of a document: its words apart and run together, and how much counts what is said there."""

    name: str
    spaced: str
    run: str
    share: float


@dataclass(frozen=True, slots=True)
class _Wordings:
    """The letters of a type's wordings, and the pairs of words in all of them."""

    titles: tuple[tuple[str, str], ...]
    about: tuple[tuple[tuple[_Wording, ...], ...], ...]
    phrases: tuple[str, ...]
    most_words: int
    unless: tuple[str, ...]
    issuers: tuple[str, ...]
    notations: tuple[str, ...]
    pairs: frozenset[str]
    kinds: tuple[str, ...]
    is_state: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """The letters of a document by where they stand.

    words: how many there are. is_letter: without a title, somebody writes of himself. places: title,
    beginning, whole.
    """

    head: Head = field(default_factory=Head)
    ruling: str = ""
    words: int = 0
    is_letter: bool = False
    places: tuple[_Place, _Place, _Place] = (_Place("", "", "", 0.0),) * 3
    agencies: str = ""
    notation: str = ""
    pairs: frozenset[str] = frozenset()

    @property
    def to_the_party(self) -> bool:
        """Whether it bears the Party's motto, or is a letter to one of its organs."""
        return self.head.party or (self.is_letter and any(_is_said(one, self.places[1]) for one in _TO_PARTY))

    @property
    def block(self) -> _Place:
        """Title and subject."""
        return self.places[0]

    @property
    def whole(self) -> _Place:
        """All of it."""
        return self.places[-1]


@dataclass(frozen=True, slots=True)
class _Scored:
    """What speaks for a type: points, where the best of it stands, and its words."""

    type: str
    points: float
    reason: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Classifier:
    """The types, made ready to be compared with many documents."""

    types: DocumentTypes
    wordings: Mapping[str, _Wordings] = field(default_factory=dict)
    rarity: Mapping[str, float] = field(default_factory=dict)
    kind_weight: Mapping[str, float] = field(default_factory=dict)
    pair_weight: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, types: DocumentTypes) -> Classifier:
        """A classifier for these types."""
        wordings = {key: _wordings(one) for key, one in types.items()}
        phrases = Counter(text for one in wordings.values() for text in set(one.phrases))
        pairs = Counter(pair for one in wordings.values() for pair in one.pairs)
        kinds = Counter(kind for one in types.values() for kind in set(one.kinds))
        return cls(
            types,
            wordings,
            {text: 1.0 / math.sqrt(count) for text, count in phrases.items()},
            {kind: _KIND * math.log(len(types) / count) for kind, count in kinds.items()},
            {pair: math.log(1 + len(types) / count) for pair, count in pairs.items()},
        )

    def classify(self, readings: Sequence[PageReading], form: str | None) -> Classified:
        """The type of a document; form: the standard form that it is, as far as that tells a type."""
        told = next((key for key, one in self.types.items() if form in one.forms), None)
        if told is not None:
            return Classified(told, 0.99, BY_FORM, form or "")
        text = _text_of(readings)
        if cards_on(readings) and not text.head.kind and text.words <= _CARD_WORDS:
            return Classified(ID_CARD_TYPE, 0.97, BY_CARD, "")
        scored = sorted(
            (self._scored(key, text) for key in self.types), key=lambda one: one.points, reverse=True
        )
        return _judged(scored)

    def _scored(self, key: str, text: _Text) -> _Scored:
        said = self.wordings[key]
        titled, reason, quoted = _titled(said, text)
        dealt_with, place, parts = _dealt_with(said, text)
        found = [phrase for phrase in said.phrases if _is_said(phrase, text.whole)]
        points = (
            titled + dealt_with + min(_MOST_PHRASES, sum(_PHRASE * self.rarity[phrase] for phrase in found))
        )
        if not reason and found:
            ruled = [phrase for phrase in found if phrase.replace(" ", "") in text.ruling]
            reason = BY_RULING if ruled else BY_TEXT
            quoted = max(ruled or found, key=len).replace(" ", "")
        quoted = _as_printed(quoted, key, self.types)
        if dealt_with > titled and (place == BY_TITLE or reason not in {BY_TITLE, BY_RULING}):
            reason, quoted = place, parts
        common = sum(self.pair_weight[pair] for pair in said.pairs & text.pairs)
        total = sum(self.pair_weight[pair] for pair in said.pairs) or 1.0
        points += _WORDS * common / math.sqrt(total * 12)
        points += _spoken(said, text, self.kind_weight)
        return _Scored(key, points, reason or BY_TEXT, quoted)


def _titled(said: _Wordings, text: _Text) -> tuple[float, str, str]:
    """What the title says, or else the ruling or the text; the longest wording counts."""
    best = (0.0, "", "")
    for place, letters, share in (
        (BY_TITLE, text.block.run, 1.0),
        (BY_RULING, text.ruling, _IN_RULING),
        (BY_TEXT, text.whole.run, _IN_LETTER if text.is_letter else _IN_TEXT),
    ):
        for title, core in said.titles:
            for wanted in {title, core}:
                alike = 1.0 if wanted in letters else _alike(wanted, letters) if place == BY_TITLE else 0.0
                fit = 1.0 - _PRICE * (1.0 - alike)
                points = share * fit * _LETTER * min(len(wanted), _MOST_LETTERS)
                if points > best[0]:
                    best = (points, place, wanted)
    return best


def _dealt_with(said: _Wordings, text: _Text) -> tuple[float, str, str]:
    """What is said, in whatever words, of the matter that a type deals with: points, where, what is said."""
    best = (0.0, "", "")
    for place in text.places:
        for parts in said.about:
            found = _parts_said(parts, place)
            points = place.share * _worth(found)
            if points > best[0]:
                best = (points, place.name, " … ".join(one.marked for one in found))
    return best


def _worth(said: Sequence[_Wording]) -> float:
    """What so many parts with so many letters count."""
    return _PART * len(said) + _PART_LETTER * min(_MOST_LETTERS, sum(len(one.words) for one in said))


def _parts_said(parts: Sequence[Sequence[_Wording]], place: _Place) -> Sequence[_Wording]:
    """The longest wording of each part that is said there; nothing unless every part is said."""
    found = list[_Wording]()
    for wordings in parts:
        said = [wording for wording in wordings if _is_said(wording.words, place)]
        if not said:
            return ()
        found.append(max(said, key=lambda wording: len(wording.words)))
    return found


def _is_said(words: str, place: _Place) -> bool:
    """Short wordings as words of their own: letters run together say many things that nobody wrote."""
    if len(words) >= _LONG_PART:
        return words.replace(" ", "") in place.run
    return f" {words} " in place.spaced


def _alike(wanted: str, letters: str) -> float:
    if len(wanted) < _FUZZY_LETTERS or not letters:
        return 0.0
    if len(letters) < len(wanted):
        return 0.0 if len(letters) < 0.8 * len(wanted) else fuzz.ratio(wanted, letters, score_cutoff=84) / 100
    return fuzz.partial_ratio(wanted, letters, score_cutoff=100 * _ALIKE) / 100


def _spoken(said: _Wordings, text: _Text, kind_weight: Mapping[str, float]) -> float:
    """What agency, sign, length and kind of paper speak for a type, and against it."""
    points = _spoken_by_kind(said, text, kind_weight)
    if any(one in text.notation for one in said.notations):
        points += _NOTATION
    if said.most_words and text.words > said.most_words:
        points -= _TOO_LONG
    if said.issuers and text.agencies:
        points += _ISSUER if any(one in text.agencies for one in said.issuers) else -_OTHER_ISSUER
    if any(one in text.block.run for one in said.unless):
        points -= _UNLESS
    elif any(one in text.ruling or one in text.agencies for one in said.unless):
        points -= _UNLESS / 2
    return points


def _spoken_by_kind(said: _Wordings, text: _Text, kind_weight: Mapping[str, float]) -> float:
    """What the words say that the title opens with, and the motto above it."""
    kind, points = text.head.kind, 0.0
    if text.to_the_party and said.is_state and _REVIEWS.intersection(said.kinds):
        points -= _PARTY_MOTTO
    if kind and kind in said.kinds:
        return points + kind_weight[kind]
    if kind in FIRM_KINDS:
        return points - _OTHER_KIND
    if kind and not _RELATED.get(kind, frozenset()).intersection(said.kinds):
        return points - (_NO_ACT if _ACTS.issuperset(said.kinds) else _UNUSUAL)
    if text.is_letter and not _WRITTEN.intersection(said.kinds):
        return points - (_OTHER_KIND if _ACTS.intersection(said.kinds) else _NOT_WRITTEN)
    return points


def _judged(scored: Sequence[_Scored]) -> Classified:
    """The best of the types, or none; how sure it is follows from its points and its lead.

    Where it is none, the best is the runner-up, and the score is that of the best.
    """
    best, second = scored[0], scored[1]
    lead = best.points - second.points
    chance = 1.0 / (1.0 + math.exp(-_STEEP * lead)) * min(1.0, best.points / (2 * _LEAST))
    score = round(min(0.99, max(0.0, chance)), 2)
    if best.points < _LEAST:
        return Classified(None, score, UNCLEAR, "", best.type if best.points > _HINTED else None)
    if lead < _LEAD:
        return Classified(None, score, TOO_NEAR, best.quoted, best.type)
    runner_up = second.type if second.points > 0 else None
    return Classified(best.type, score, best.reason, best.quoted, runner_up)


def _as_printed(letters: str, key: str, types: DocumentTypes) -> str:
    """A wording by its letters, with its marks."""
    one = types[key]
    return next((text for text in (*one.titles, *one.phrases) if _ends_in(text, letters)), "")


@lru_cache(maxsize=8192)
def _ends_in(text: str, letters: str) -> bool:
    return bool(letters) and _letters(text).endswith(letters)


def _wordings(one: DocumentType) -> _Wordings:
    dealt_with = (wording for parts in one.about for part in parts for wording in part)
    texts = (one.name, *one.titles, *one.phrases, *dealt_with)
    return _Wordings(
        tuple((_letters(text), _letters(_core(text, one.kinds))) for text in one.titles),
        tuple(
            tuple(tuple(_Wording(" ".join(words_of(text)), text) for text in part) for part in parts)
            for parts in one.about
        ),
        tuple(" ".join(words_of(text)) for text in one.phrases),
        one.most_words,
        tuple(_letters(text) for text in one.unless),
        tuple(_letters(text) for text in one.issuers),
        tuple(_letters(text) for text in one.notations),
        frozenset(pair for text in texts for pair in _pairs(words_of(text))),
        one.kinds,
        not one.file_name,
    )


def _core(title: str, kinds: Sequence[str]) -> str:
    """A title without the words that it opens with."""
    kind = next((kind for kind in kinds if title.startswith(kind + " ")), "")
    core = title[len(kind) :].strip()
    return core if len(core.split()) > 1 else title


def _letters(text: str) -> str:
    return "".join(words_of(text))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    return (f"{one} {other}" for one, other in pairwise(words))


def _text_of(readings: Sequence[PageReading]) -> _Text:
    """The text of a document; its head is that of the first page with text."""
    lettered = [reading for reading in readings if reading.kind is not PageKind.BLANK and reading.lines]
    if not lettered:
        return _Text()
    first = lettered[0]
    head = head_of(first, pieces_of(first))
    words = [word for reading in lettered for line in reading.lines for word in words_of(line.text)]
    plain = levelled("\n".join(line.text for line in first.lines))
    ruling = _RULING.search(plain)
    ruled = _RULING_END.split(ruling[1])[0] if ruling else ""
    places = _places(head, words)
    return _Text(
        head,
        _letters(ruled),
        sum(len(word) > 1 and word.isalpha() for word in words),
        not head.kind and (_is_personal(places[1]) or _says_i(lettered)),
        places,
        _letters(" ".join(piece.text for piece in head.agencies)),
        _letters(head.number.text) if head.number is not None else "",
        frozenset(_pairs(words)),
    )


def _places(head: Head, words: Sequence[str]) -> tuple[_Place, _Place, _Place]:
    """Title, beginning and all of a document."""
    opening, whole = (_IN_OPENING, _IN_WHOLE) if head.kind else (_OPENING_UNTITLED, _WHOLE_UNTITLED)
    return (
        _place(BY_TITLE, words_of(head.block), 1.0),
        _place(BY_TEXT, words[:_OPENING_WORDS], opening),
        _place(BY_TEXT, words, whole),
    )


def _place(name: str, words: Sequence[str], share: float) -> _Place:
    return _Place(name, f" {' '.join(words)} ", "".join(words), share)


def _says_i(readings: Sequence[PageReading]) -> bool:
    """Whether somebody speaks of himself throughout; with its mark, for "tới" and "tội" are other words."""
    return sum(len(_I.findall(line.text.lower())) for one in readings for line in one.lines) >= _OFTEN


def _is_personal(opening: _Place) -> bool:
    return any(_is_said(" ".join(words_of(said)), opening) for said in _PERSONAL)
