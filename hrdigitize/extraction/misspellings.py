"""Words that both line readers read alike and surely, and that lists know with other marks.

Each rule is one sort of error that was accepted on generated forms: a unit that no register has so ("xã
Quáng Nham"), a phrase ("Úy ban"), the surname or middle word of a name ("Vặn"), printed wording that a value
repeats ("trên dây là đúng"), letters that make no syllable ("Khmet"), a dash that is missing ("Tư pháp Hộ
tịch"), a coefficient of no scale of pay. Nothing is proposed: a person looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hrdigitize.domain.reading import Doubt
from hrdigitize.domain.syllables import is_syllable, split_tone
from hrdigitize.domain.vietnamese import folded, new_tones
from hrdigitize.extraction.known import ANSWERS, Expected, Triples, coefficient, spelled
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.names import NameWords, Spellings
from hrdigitize.reference.phrases import DASH, Phrases
from hrdigitize.reference.places import KINDS, PlaceRegister, place_key
from hrdigitize.reference.vocabulary import unseen

#: Where the doubtful words of a text begin and end.
Place = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+")
_UNIT = re.compile(r"\b(" + "|".join(KINDS) + r") (?=[^\W\d_])", re.IGNORECASE)
#: What may belong to the name of a unit: words and numbers, the apostrophe of highland names.
_NAME_WORDS = re.compile(r"[\w'’.\-]+(?: [\w'’\-]+){0,4}")
#: The first two words of a unit's name, the second one where it ends the name.
_UNIT_NAME = re.compile(
    r"\b(?:" + "|".join(KINDS) + r") (?P<first>[^\W\d_]+) (?P<second>[^\W\d_]+)(?P<end>,|$)?",
    re.IGNORECASE,
)
#: Bodies of a unit, written small behind it, and kinds of two words.
_BEHIND_KINDS = frozenset({"ủy", "uỷ", "đoàn", "đội", "hội", "xã", "và", "phố"})
#: Kinds of one word by their letters.
_KINDS_BY_LETTERS = {folded(kind): new_tones(kind) for kind in KINDS if " " not in kind}
#: What stands between two commas of a place.
_BETWEEN_COMMAS = re.compile(r"[^\s,][^,]*")
#: Two words that a sign parts.
_PARTED = re.compile(r"(?P<first>[^\W\d_]+)[,;:] (?P<second>[^\W\d_]+)")
#: What may stand where a phrase has a dash: it, or nothing that was read.
_GAPS = (" ", " - ", " – ", "-", "–")
#: A blood group that nobody writes so.
_ODD_BLOOD_GROUP = re.compile(r"\w [+-]$|^[aob][+-]?$")
#: Allowances of posts go up to 1,30 (ND 204/2004): what is more is a coefficient of pay.
_MOST_ALLOWANCE = Decimal("1.30")
#: The middle words that most people have: read with other marks they are these.
_COMMON_MIDDLES = {"van": "văn", "thi": "thị"}


def spelled_otherwise(text: str, kind: FieldType, expected: Expected) -> tuple[Doubt, ...]:
    """The doubt at words of a text that lists know with other marks, if it has such."""
    place = misspelled(text, kind, expected)
    return () if place is None else (Doubt("doubt-spelled-otherwise", tuple(range(*place))),)


def misspelled(text: str, kind: FieldType, expected: Expected) -> Place | None:
    """Where a text has words that lists know with other marks; None where it has none."""
    if kind.kind is Kind.NAME:
        return _in_name(text, expected.lists.names)
    if kind.kind is Kind.LIST:
        return _odd_blood_group(text) if kind.detail == "blood_type" else _capital_within(text)
    if kind.kind is Kind.DECIMAL:
        return _in_no_scale(text, expected.lists.pay.coefficients)
    if kind.kind not in (Kind.TEXT, Kind.PLACE):
        return None
    words = list(_WORD.finditer(text))
    unit = _small_in_unit(text) or _in_unit(text, expected.lists.places) or _in_kind(words)
    if unit is not None or kind.kind is Kind.PLACE:
        return unit or _parted_unit(text, expected.lists.places) or _odd_tone(words, expected)
    answer = ANSWERS.get(folded(text))
    if answer is not None and spelled(text) != answer:
        return 0, len(text)
    return (
        _in_phrase(words, expected.lists.phrases)
        or _in_parted_phrase(text, expected.lists.phrases)
        or _in_dashed_phrase(text, words, expected.lists.phrases)
        or _in_wording(words, expected.triples)
        or next((word.span() for word in words if _is_strange(word.group(), expected)), None)
    )


def _in_name(text: str, names: NameWords) -> Place | None:
    words = list(_WORD.finditer(text))
    if not words:
        return None
    surname = words[0].group()
    if surname[0].islower():
        return words[0].span()
    if _is_known_otherwise(surname, names.surnames):
        return words[0].span()
    middle = words[1].group().lower() if len(words) > 2 else ""
    if new_tones(middle) != _COMMON_MIDDLES.get(folded(middle), new_tones(middle)):
        return words[1].span()
    if not _is_known(surname, names.surnames):
        return None
    return next((word.span() for word in words if not is_syllable(word.group())), None)


def _is_known_otherwise(word: str, spellings: Spellings) -> bool:
    return bool(spellings.get(folded(word))) and not _is_known(word, spellings)


def _is_known(word: str, spellings: Spellings) -> bool:
    return any(spelled(word) == spelled(one) for one in spellings.get(folded(word), ()))


def _capital_within(text: str) -> Place | None:
    """An entry of a list that begins small goes on so: "sơ Cấp" has its C from a c."""
    words = list(_WORD.finditer(text))
    if not words or not words[0].group()[0].islower():
        return None
    return next((word.span() for word in words[1:] if word.group().istitle()), None)


def _odd_blood_group(text: str) -> Place | None:
    """A blood group is one large letter, its sign at it: neither "o" nor "O +"."""
    found = _ODD_BLOOD_GROUP.search(text)
    return None if found is None else found.span()


def _in_no_scale(text: str, coefficients: Collection[Decimal]) -> Place | None:
    """A coefficient that no scale of pay has: a figure of it was read as another one ("4,88" for "4,98")."""
    stated = coefficient(text)
    if stated is None or stated <= _MOST_ALLOWANCE or stated in coefficients:
        return None
    return 0, len(text)


def _small_in_unit(text: str) -> Place | None:
    """A word of a unit's name that begins small: "huyện vạn Ninh", "huyện Ba vì"."""
    for unit in _UNIT_NAME.finditer(text):
        first, second = unit["first"], unit["second"]
        if first.islower() and second.istitle() and first not in _BEHIND_KINDS:
            return unit.span("first")
        if first.istitle() and second.islower() and unit["end"] is not None:
            return unit.span("second")
    return None


def _in_kind(words: Sequence[re.Match[str]]) -> Place | None:
    """A kind of unit with other marks before a name: "tinh Thừa Thiên Huế"."""
    for word, after in pairwise(words):
        kind = _KINDS_BY_LETTERS.get(folded(word.group())) if word.group().islower() else None
        if kind and spelled(word.group()) != kind and after.group().istitle() and _are_beside((word, after)):
            return word.span()
    return None


def _in_unit(text: str, register: PlaceRegister) -> Place | None:
    """A unit whose name some unit of its level has with other marks, and none has so."""
    for unit in _UNIT.finditer(text):
        name = _NAME_WORDS.match(text, unit.end())
        if name is not None and _is_misnamed(name.group(), KINDS[unit[1].lower()], register):
            return name.span()
    return None


def _parted_unit(text: str, register: PlaceRegister) -> Place | None:
    """A sign within the name of a unit: "Nghi, Thuỷ, Cửa Lò" for "Nghi Thuỷ"."""

    def is_unit(name: str) -> bool:
        return any(place_key(name) in level for level in register.by_level)

    for first, second in pairwise(_BETWEEN_COMMAS.finditer(text)):
        if not is_unit(first.group()) and is_unit(first.group() + second.group()):
            return first.start(), second.end()
    return None


def _odd_tone(words: Sequence[re.Match[str]], expected: Expected) -> Place | None:
    """A tone on letters that make no syllable: names of the highlands have none ("Ea", never "Eạ")."""
    return next(
        (
            word.span()
            for word in words
            if split_tone(word.group())[1]
            and not is_syllable(word.group())
            and unseen(word.group(), expected.vocabulary)
        ),
        None,
    )


def _is_misnamed(words: str, levels: Sequence[int], register: PlaceRegister) -> bool:
    """Whether the first words, however many one takes, have the letters of units and never the marks."""
    known = False
    for name in _beginnings(words):
        for level in levels:
            spellings = register.spellings(level, place_key(name))
            if _named(name) in map(_named, spellings):
                return False
            known |= bool(spellings)
    return known


def _named(unit: str) -> str:
    """A unit's name as it is spelled; Đăk Lăk and Đắk Lắk, Êwi and Ê Wi are both in use."""
    name = spelled(unit).replace(" ", "")
    return name.replace("ắ", "ă") if name.startswith(("đăk", "đắk")) else name


def _beginnings(words: str) -> Iterator[str]:
    parts = words.split(" ")
    return (" ".join(parts[:count]).rstrip(".") for count in range(len(parts), 0, -1))


def _in_phrase(words: Sequence[re.Match[str]], phrases: Phrases) -> Place | None:
    def differs(letters: tuple[str, ...], read: tuple[str, ...]) -> bool:
        """Whether a phrase with these letters is written otherwise."""
        phrase = phrases.by_letters.get(letters)
        return phrase is not None and tuple(map(spelled, phrase)) != read

    for length in range(min(phrases.longest, len(words)), 1, -1):
        found = _otherwise(words, length, differs)
        if found is not None:
            return found
    return None


def _in_parted_phrase(text: str, phrases: Phrases) -> Place | None:
    """A sign within a phrase: "cán, bộ", "Bộ: đội"."""
    for parted in _PARTED.finditer(text):
        read = (parted["first"], parted["second"])
        phrase = phrases.by_letters.get((folded(read[0]), folded(read[1])))
        if phrase and read[1].islower() and tuple(map(spelled, read)) == tuple(map(spelled, phrase)):
            return parted.span()
    return None


def _in_dashed_phrase(text: str, words: Sequence[re.Match[str]], phrases: Phrases) -> Place | None:
    """A phrase with a dash, read without it (thin ones break and go for specks) or with other marks."""
    for letters, phrase in phrases.dashed.items():
        for start in range(len(words) - len(letters) + 1):
            window = words[start : start + len(letters)]
            if tuple(folded(word.group()) for word in window) != letters:
                continue
            if (place := _not_as_dashed(text, window, phrase)) is not None:
                return place
    return None


def _not_as_dashed(text: str, words: Sequence[re.Match[str]], phrase: Sequence[str]) -> Place | None:
    syllables = [syllable for syllable in phrase if syllable != DASH]
    dashed = {at - 1 - seen for seen, at in enumerate(at for at, one in enumerate(phrase) if one == DASH)}
    gaps = [text[before.end() : after.start()] for before, after in pairwise(words)]
    if any(gap not in (_GAPS if at in dashed else " ") for at, gap in enumerate(gaps)):
        return None  # "Chăn nuôi, Thú y" are two
    if (lost := next((at for at in dashed if gaps[at] == " "), None)) is not None:
        return words[lost].start(), words[lost + 1].end()
    pairs = zip(words, syllables, strict=True)
    return next((word.span() for word, known in pairs if spelled(word.group()) != spelled(known)), None)


def _in_wording(words: Sequence[re.Match[str]], triples: Triples) -> Place | None:
    return _otherwise(words, 3, lambda letters, read: read not in triples.get(letters, (read,)))


def _otherwise(
    words: Sequence[re.Match[str]],
    length: int,
    differs: Callable[[tuple[str, ...], tuple[str, ...]], bool],
) -> Place | None:
    """Where so many words in a row differ; they are given by their letters and as they are spelled."""
    for start in range(len(words) - length + 1):
        window = words[start : start + length]
        read = [word.group() for word in window]
        if not _are_beside(window) or _is_named(read):
            continue
        if differs(tuple(map(folded, read)), tuple(map(spelled, read))):
            return window[0].start(), window[-1].end()
    return None


def _are_beside(words: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but a space parts them."""
    return all(after.start() - before.end() == 1 for before, after in pairwise(words))


def _is_named(words: Sequence[str]) -> bool:
    """Whether a capital in every word says that it is a name: "Điện Biên" is no "diễn biến"."""
    return all(word[0].isupper() for word in words) and not all(word.isupper() for word in words)


def _is_strange(word: str, expected: Expected) -> bool:
    """A word of no list whose letters make no syllable, or are those of a known word with other marks.

    Capitals that are no syllable are an abbreviation.
    """
    if len(word) < 2 or not unseen(word, expected.vocabulary):
        return False
    return folded(word) in expected.letters or (
        len(word) > 2 and not word.isupper() and not is_syllable(word)
    )
