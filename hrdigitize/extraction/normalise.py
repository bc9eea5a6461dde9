"""Typed normalisation: the text of a field -> its value, or nothing and a doubt that says why.

The text itself is never changed here; positions in a doubt count the characters of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hrdigitize.domain.dates import is_now, parse_date, parse_period
from hrdigitize.domain.ratings import parse_rating_period
from hrdigitize.domain.reading import Doubt, Value
from hrdigitize.domain.vietnamese import folded, one_spaced
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.lists import ReferenceLists

NOT_IN_LIST = "doubt-not-in-list"
WRONG_TYPE = "doubt-wrong-type"
ODD_CHARACTERS = "doubt-odd-characters"
_NOW = re.compile(r"\bnay\b|\bhiện tại\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Normalised:
    """What a text means by its type. Without a value there is a doubt, but for a blank and for "nay"."""

    value: Value
    doubts: tuple[Doubt, ...] = ()


def normalise(text: str, kind: FieldType, lists: ReferenceLists) -> Normalised:
    """The value of a text: dates and periods in ISO, lists by official name, decimals with a point.

    A blank text has no value and no doubt. KeyError for a list that the program does not have:
    form definitions are checked against that when they are loaded.
    """
    if not text.strip():
        return Normalised(None)
    return _NORMALISERS[kind.kind](text, kind, lists)


_Normaliser = Callable[[str, FieldType, ReferenceLists], Normalised]


def _fitting(value: Value) -> Normalised:
    return Normalised(value) if value is not None else Normalised(None, (Doubt(WRONG_TYPE),))


def _as_written(text: str, _kind: FieldType, _lists: ReferenceLists) -> Normalised:
    return Normalised(one_spaced(text))


def _name(text: str, _kind: FieldType, _lists: ReferenceLists) -> Normalised:
    return Normalised(one_spaced(text), _odd(text, _stands_in_name))


def _stands_in_name(character: str) -> bool:
    """A Latin letter with any marks, a space, a hyphen or the apostrophe of highland names (K'Brêu)."""
    plain = folded(character)
    return plain == "" or character.isspace() or plain in "-'’" or ("a" <= plain <= "z")


def _stands_in_code(character: str) -> bool:
    return character.isspace() or character in "-/._()&" or folded(character).isalnum()


def _odd(text: str, stands: Callable[[str], bool]) -> tuple[Doubt, ...]:
    at = tuple(place for place, character in enumerate(text) if not stands(character))
    return (Doubt(ODD_CHARACTERS, at),) if at else ()


def _date(text: str, _kind: FieldType, _lists: ReferenceLists) -> Normalised:
    if is_now(text):
        # "nạy": no other word can be meant, but it is not what stands on the paper.
        return Normalised(None, () if _NOW.search(text) else (Doubt(WRONG_TYPE),))
    found = parse_date(text)
    return _fitting(found.iso() if found is not None else None)


def _period(text: str, _kind: FieldType, _lists: ReferenceLists) -> Normalised:
    return _fitting(parse_period(text))


def _list(text: str, kind: FieldType, lists: ReferenceLists) -> Normalised:
    official = lists.official(kind.detail, text)
    if official is not None:
        return Normalised(official)
    return Normalised(None, (Doubt(NOT_IN_LIST, _wrong_marks(text, lists.candidates(kind.detail, text))),))


def _wrong_marks(text: str, candidates: Iterable[str]) -> tuple[int, ...]:
    """Where the text differs from the likeliest entry, if in marks only; nowhere in particular otherwise."""
    likeliest = next(iter(candidates), "")
    if not likeliest or folded(text) != folded(likeliest) or len(text) != len(likeliest):
        return ()
    pairs = zip(text, likeliest, strict=True)
    return tuple(place for place, (one, other) in enumerate(pairs) if one.casefold() != other.casefold())


_ID_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")
_RANK_CODE = re.compile(r"[0-9]{2}[a-z]?\.[0-9]{3}|V\.[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
#: Social insurance number; health insurance card (the older ones with letters for the group in front).
_DIGIT_CODES: Mapping[str, re.Pattern[str]] = {
    "id": _ID_NUMBER,
    "bhxh": re.compile(r"[0-9]{10}"),
    "bhyt": re.compile(r"[A-Z]{2}[0-9]{13}|[0-9]{10}"),
}
_GAPS = re.compile(r"[\s.]")
#: Points part groups of three figures and more; any other one is a speck, or the figure beside it is.
_SHORT_GROUP = re.compile(r"(?<![0-9])[0-9]{1,2}\.|\.[0-9]{1,2}(?![0-9])")
_ROOM_AT_DOT = re.compile(r"\s*\.\s*")


def _code(text: str, kind: FieldType, lists: ReferenceLists) -> Normalised:
    if kind.detail == "rank":
        return _rank_code(text, lists)
    pattern = _DIGIT_CODES.get(kind.detail)
    if pattern is None:
        # A number that an office gave has a figure; what has none ran over from the line above.
        if not kind.detail and not any(character.isdigit() for character in text):
            return _fitting(None)
        return Normalised(one_spaced(text), _odd(text, _stands_in_code))
    bare = _GAPS.sub("", text)
    if not pattern.fullmatch(bare):
        return _fitting(None)
    speck = _SHORT_GROUP.search(text)
    return Normalised(bare, () if speck is None else (Doubt(ODD_CHARACTERS, tuple(range(*speck.span()))),))


def _rank_code(text: str, lists: ReferenceLists) -> Normalised:
    """A code of the right build that is in no list keeps its value: the lists do not hold every rank."""
    bare = _ROOM_AT_DOT.sub(".", text.strip())
    if not _RANK_CODE.fullmatch(bare):
        return _fitting(None)
    return Normalised(bare, () if bare in lists.pay.ranks else (Doubt(NOT_IN_LIST),))


#: Two digits before the point: every coefficient is below 20, so "406" is a comma lost in reading.
_DECIMAL = re.compile(r"([0-9]{1,2})(?:\s*[.,]\s*([0-9]{1,3}))?")
_PERCENT = re.compile(r"([0-9]{1,3})(?:\s*[.,]\s*([0-9]{1,2}))?\s*%?")
_NUMBER = re.compile(r"([0-9]{1,3}(?:(?P<mark>[. ])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]+)\s*(?:đồng|đ|vnđ)?")
_PHONE = re.compile(r"(?:0|\+84)[0-9]{8,10}")
_PHONE_GAPS = re.compile(r"[\s.()-]")


def _number_or_word(parse: Callable[[str], str | None]) -> _Normaliser:
    """For types that may be written `decimal|word`: a text without any digit is then the value itself."""

    def normaliser(text: str, kind: FieldType, _lists: ReferenceLists) -> Normalised:
        if kind.or_word and not any(character.isdigit() for character in text):
            return Normalised(one_spaced(text), _odd(text, _stands_in_word))
        return _fitting(parse(text.strip()))

    return normaliser


def _stands_in_word(character: str) -> bool:
    return character in "(),.;" or _stands_in_name(character)


def _decimal(text: str) -> str | None:
    found = _DECIMAL.fullmatch(text)
    return ".".join(part for part in found.groups() if part) if found else None


def _percent(text: str) -> str | None:
    found = _PERCENT.fullmatch(text)
    if found is None or int(found[1]) > 100:
        return None
    return ".".join(part for part in found.groups() if part)


def _number(text: str) -> str | None:
    found = _NUMBER.fullmatch(unicodedata.normalize("NFC", text).casefold())
    return re.sub(r"[. ]", "", found[1]) if found else None


def _phone(text: str, _kind: FieldType, _lists: ReferenceLists) -> Normalised:
    bare = _PHONE_GAPS.sub("", text)
    return _fitting(bare if _PHONE.fullmatch(bare) else None)


#: What a text of a detail cannot be without: what has less is what the form printed there ("bậc", "1m").
_NEEDED: Mapping[str, re.Pattern[str]] = {
    "grade": re.compile(r"\d|\b[IVX]+\b"),
    "height": re.compile(r"\d\D+\d\d|\d{3}"),
    # No item of a form has so high a number.
    "weight": re.compile(r"(?<!\d)(?:[4-9]\d|1[0-4]\d)(?!\d)"),
}


def _text(text: str, kind: FieldType, lists: ReferenceLists) -> Normalised:
    if kind.detail == "rating_period":
        period = parse_rating_period(text)
        return _fitting(period.code() if period is not None else None)
    needed = _NEEDED.get(kind.detail)
    if needed is not None and needed.search(text) is None:
        return Normalised(text, (Doubt(WRONG_TYPE),))
    return _as_written(text, kind, lists)


#: How a ticked box and an empty one read.
TICKS = frozenset({"x", "v", "✓", "✔", "☑", "☒", "có"})
NO_TICKS = frozenset({"☐", "□", "không"})


def _check(text: str, _kind: FieldType, _lists: ReferenceLists) -> Normalised:
    """A box of the form: "có" where it is ticked, "không" where it is not."""
    mark = one_spaced(text).casefold()
    return _fitting("có" if mark in TICKS else "không" if mark in NO_TICKS else None)


_NORMALISERS: Mapping[Kind, _Normaliser] = {
    Kind.TEXT: _text,
    Kind.NAME: _name,
    Kind.PLACE: _as_written,
    Kind.DATE: _date,
    Kind.PERIOD: _period,
    Kind.LIST: _list,
    Kind.CODE: _code,
    Kind.DECIMAL: _number_or_word(_decimal),
    Kind.PERCENT: _number_or_word(_percent),
    Kind.NUMBER: _number_or_word(_number),
    Kind.PHONE: _phone,
    Kind.CHECK: _check,
}
