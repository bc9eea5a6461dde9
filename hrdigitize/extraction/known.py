"""What lists, phrases and registers have just as it was read: words that are confirmed, not corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from hrdigitize.domain.vietnamese import folded, new_tones
from hrdigitize.extraction.correction.places import registered
from hrdigitize.extraction.page.printed import PrintedWording, printed_wording, wording_of
from hrdigitize.formdefs.model import FieldType, FormDef, Kind
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.reference.names import NameWords
from hrdigitize.reference.phrases import Phrases
from hrdigitize.reference.vocabulary import Vocabulary, vocabulary_of

_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"\S+")
_COEFFICIENT = re.compile(r"[0-9]{1,2}[,.][0-9]{2}")
#: Allowances are shares of the base pay in steps of 0,05.
_ALLOWANCE = re.compile(r"[01],\d[05]?")
#: What a whole value says most often, by its letters.
ANSWERS: Mapping[str, str] = {"khong": "không", "khong co": "không có"}

Triples = Mapping[tuple[str, ...], frozenset[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the values of a form are made of.

    printed: what the form prints; some values hold it ("Nhà tự mua, tự xây (loại nhà): …"). vocabulary: the
    words of the lists and of what is printed. letters: those of the vocabulary, without marks. triples: three
    printed words in a row, by their letters without marks; every spelling that is printed, in small letters
    and new tone placement.
    """

    lists: ReferenceLists
    printed: PrintedWording
    vocabulary: Vocabulary
    letters: frozenset[str]
    triples: Triples


def expected_of(form: FormDef, lists: ReferenceLists) -> Expected:
    """What the values of this form are made of."""
    words = lists.vocabulary | vocabulary_of(wording_of(form))
    letters = _letters_of(lists.vocabulary) | _letters_of(vocabulary_of(wording_of(form)))
    return Expected(lists, printed_wording([form]), words, letters, _triples(wording_of(form)))


@lru_cache(maxsize=8)
def _letters_of(words: Vocabulary) -> frozenset[str]:
    return frozenset(map(folded, words))


def _triples(texts: Iterable[str]) -> Triples:
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for text in texts:
        words = [spelled(word) for word in _LETTERS.findall(text)]
        for triple in zip(words, words[1:], words[2:], strict=False):
            found.setdefault(tuple(map(folded, triple)), set()).add(triple)
    return {letters: frozenset(spellings) for letters, spellings in found.items()}


def known_share(text: str, kind: FieldType, expected: Expected) -> float:
    """The share of the words of a text that are known, 0..1; 0.0 for no words."""
    lists = expected.lists
    words = list(_WORD.finditer(text))
    if not words:
        return 0.0
    known = _as_a_whole(text, kind, lists)
    if known:
        return 1.0
    spans = [
        *registered(text, lists.places, whole=kind.kind is Kind.PLACE),
        *_phrases(text, words, lists.phrases),
        *_printed(text, expected.printed),
    ]
    if kind.kind is Kind.NAME:
        spans += [
            word.span()
            for place, word in enumerate(words)
            if _is_name_word(word.group(), lists.names, first=place == 0)
        ]
    covered = sum(any(start <= word.start() and word.end() <= end for start, end in spans) for word in words)
    return covered / len(words)


def _as_a_whole(text: str, kind: FieldType, lists: ReferenceLists) -> bool:
    if kind.kind is Kind.LIST:
        return lists.official(kind.detail, text) is not None
    if kind.kind is Kind.CODE and kind.detail == "rank":
        return text in lists.pay.ranks
    if kind.kind is Kind.DECIMAL:
        # With a point it may be a comma misread: not known just so.
        paid = "," in text and coefficient(text) in lists.pay.coefficients
        return paid or bool(_ALLOWANCE.fullmatch(text))
    return False


def coefficient(text: str) -> Decimal | None:
    """What a text says that is built like a coefficient of pay, with comma or point; None for any other."""
    return Decimal(text.replace(",", ".")) if _COEFFICIENT.fullmatch(text) else None


def _printed(text: str, printed: PrintedWording) -> Iterator[tuple[int, int]]:
    """Where words stand that the form prints side by side."""
    pieces = list(_PIECE.finditer(text))
    covered = printed.covers([piece.group() for piece in pieces])
    return (piece.span() for piece, known in zip(pieces, covered, strict=True) if known)


def _phrases(text: str, words: list[re.Match[str]], phrases: Phrases) -> list[tuple[int, int]]:
    """Where fixed phrases stand, every mark as the phrase has it."""
    found: list[tuple[int, int]] = []
    letters = [folded(word.group()) for word in words]
    for start in range(len(words)):
        for length in range(min(phrases.longest, len(words) - start), 1, -1):
            phrase = phrases.by_letters.get(tuple(letters[start : start + length]))
            last = words[start + length - 1].end()
            if phrase and _is_phrase(text[words[start].start() : last], phrase):
                found.append((words[start].start(), last))
                break
    return found


def _is_phrase(read: str, phrase: tuple[str, ...]) -> bool:
    """Whether words are a phrase just so: no capital within it, unless all is in capitals."""
    if spelled(read) != spelled(" ".join(phrase)):
        return False
    rest = read[1:]
    return read.isupper() or rest == rest.lower() or new_tones(rest) == new_tones(" ".join(phrase))[1:]


def _is_name_word(word: str, names: NameWords, *, first: bool) -> bool:
    """Whether a word stands in names just so; the first one is a surname."""
    if not word[0].isupper():
        return False
    letters = folded(word)
    lists = (names.surnames,) if first else (names.surnames, names.middles, names.given)
    return any(spelled(word) == spelled(known) for one in lists for known in one.get(letters, ()))


def spelled(text: str) -> str:
    """What two spellings have in common where case and tone placement do not count."""
    return new_tones(text.lower())
