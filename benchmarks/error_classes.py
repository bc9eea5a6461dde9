"""What is wrong with a wrong reading, in classes that say where to look for the cause."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from benchmarks.scoring import Outcome
from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.domain.vietnamese import one_spaced

#: Of 100: from here on the shorter of two texts counts as a part of the longer one, misread letters and all.
_PART = 85.0
#: A part is shorter than the whole by at least so many characters.
_MISSING = 3
_STROKE = str.maketrans("đĐ", "dD")


class ErrorClass(StrEnum):
    """One class of errors; a reading belongs to the first that fits, in this order."""

    NOT_READ = "not read (form, row or column missing)"
    ROW_TOO_MANY = "row too many"
    BLANK_AS_VALUE = "blank read as a value"
    VALUE_AS_BLANK = "value read as blank"
    ILLEGIBLE = "said to be illegible"
    SPACES = "spaces only"
    CASE = "case only"
    MARKS = "marks only"
    PUNCTUATION = "punctuation only"
    DIGITS = "digits only"
    ONE_LETTER = "one letter"
    TOO_LONG = "value too long (holds a label or the next value)"
    CUT_SHORT = "value cut short"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How many wrong readings of a class there are: accepted and doubted ones."""

    error: ErrorClass
    accepted: int
    doubted: int


def error_class(truth: str | None, reading: FieldReading | None) -> ErrorClass:
    """The class of a wrong reading. truth: None for a cell of a row too many, "" for a blank."""
    if truth is None:
        return ErrorClass.ROW_TOO_MANY
    if reading is None:
        return ErrorClass.NOT_READ
    if reading.state is State.ILLEGIBLE:
        return ErrorClass.ILLEGIBLE
    wanted, read = one_spaced(truth), one_spaced(reading.text)
    if not wanted:
        return ErrorClass.BLANK_AS_VALUE
    if reading.state is State.BLANK or not read:
        return ErrorClass.VALUE_AS_BLANK
    return _difference(wanted, read)


def error_counts(outcomes: Iterable[Outcome]) -> tuple[ClassCount, ...]:
    """The classes of all wrong outcomes, most frequent first; classes that do not occur are left out."""
    wrong = [one for one in outcomes if not one.right]
    counts = Counter((error_class(one.truth, one.reading), one.accepted) for one in wrong)
    found = [ClassCount(error, counts[error, True], counts[error, False]) for error in ErrorClass]
    occurring = [one for one in found if one.accepted or one.doubted]
    return tuple(sorted(occurring, key=lambda one: -(one.accepted + one.doubted)))


def _difference(wanted: str, read: str) -> ErrorClass:
    """How two texts differ, both one-spaced and not empty."""
    for error, kept in _KEPT.items():
        if kept(wanted) == kept(read):
            return error
    if Levenshtein.distance(wanted, read) == 1:
        return ErrorClass.ONE_LETTER
    if abs(len(wanted) - len(read)) >= _MISSING and fuzz.partial_ratio(wanted, read) >= _PART:
        return ErrorClass.TOO_LONG if len(read) > len(wanted) else ErrorClass.CUT_SHORT
    return ErrorClass.OTHER


def _unmarked(text: str) -> str:
    """Without marks, its case kept."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


#: What is left of a text when that in which a class differs is taken away.
_KEPT: Mapping[ErrorClass, Callable[[str], str]] = {
    ErrorClass.SPACES: lambda text: text.replace(" ", ""),
    ErrorClass.CASE: str.casefold,
    ErrorClass.MARKS: _unmarked,
    ErrorClass.PUNCTUATION: lambda text: one_spaced(re.sub(r"[^\w\s]|_", " ", text)),
    ErrorClass.DIGITS: lambda text: re.sub(r"\d", "", text),
}
