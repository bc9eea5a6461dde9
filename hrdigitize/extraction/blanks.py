"""When a place holds nothing but what the form printed there: slashes of a date, kinds of units, suffixes."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.extraction import wording
from hrdigitize.extraction.flow import words_of
from hrdigitize.extraction.support import Look
from hrdigitize.formdefs.model import FieldType, Kind

#: Words that are printed inside the blank of a place (facts of the form: items 4, 5, 8, 9).
_PLACE_SUB_LABELS = frozenset({"xa", "phuong", "thi", "tran", "huyen", "quan", "tinh", "thanh", "pho", "tp"})
#: The printed "…/…/……" of a blank date reads as "/ /", "II", "J1" or "IMN".
_SLASHES = 3
#: What two slashes read as, whoever reads them. A date has other figures: of 178 places for dates on the
#: calibrating forms that read so none held one.
_STROKES = frozenset("/⁄\\|1Il!iÌÍ")


def holds_ink(said: str, look: Look, kind: FieldType, suffixes: Sequence[str] = ()) -> bool:
    """Whether a place without a value may hold one: more was read there than separators and suffixes.

    What all readers saw as signs, the slashes of a date ("…/…/……") say, is what the form printed; and so are
    strokes where a date would stand.
    """
    if kind.kind is Kind.DATE and _are_slashes(said, look):
        return False
    printed = look.agreed and not any(character.isalnum() for character in said)
    return not printed and wording.holds_signs(said, suffixes)


def is_only_sub_labels(text: str, kind: FieldType) -> bool:
    """Whether a place holds nothing but its printed "Xã …, Huyện …, Tỉnh …": then it is blank."""
    words = words_of(text)
    return kind.kind is Kind.PLACE and len(words) > 1 and set(words) <= _PLACE_SUB_LABELS


def is_only_slashes(text: str, kind: FieldType) -> bool:
    """Whether a date that does not parse is no more than its printed slashes: then it is blank."""
    return kind.kind is Kind.DATE and sum(character.isalnum() for character in text) <= _SLASHES


def _are_slashes(said: str, look: Look) -> bool:
    """Whether at most two strokes were read, and no reader saw a figure that is no stroke."""
    strokes = [character for character in said if character not in wording.SEPARATORS]
    others = "".join(word.other or "" for word in look.words)
    figures = any(character.isdigit() and character not in _STROKES for character in others)
    return 0 < len(strokes) <= 2 and _STROKES.issuperset(strokes) and not figures
