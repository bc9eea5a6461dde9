"""Values of a list that differ from one of its entries in marks only: "Ñam", "Ó+", "Kinh, Z"."""

from __future__ import annotations

import re

from rapidfuzz.distance import Hamming

from hrdigitize.domain.vietnamese import folded, same_spelling
from hrdigitize.reference.lists import ReferenceList

#: Rubbish behind an entry: a sign and a letter or two, or the number of the next item.
_RUBBISH = re.compile(r"(?P<entry>.+?)(?:\s*[,;.:]+\s*\S{1,2}|[;,.:]?\s+\d{1,2}(?:[.:]\d)?)$")
#: What the engine takes for a letter of a blood type or another short entry.
_DIGITS = str.maketrans({"0": "O", "8": "B", "4": "A"})
_SHORT = 4


def entry_put_right(text: str, entries: ReferenceList) -> str:
    """The text as the only entry with its letters writes it, in the text's own capitals."""
    if entries.official(text) is not None:
        return text
    cut = _RUBBISH.fullmatch(text)
    if cut is not None and entries.official(cut["entry"]) is not None:
        return cut["entry"]
    if len(text) <= _SHORT and entries.official(text.translate(_DIGITS)) is not None:
        return text.translate(_DIGITS)
    meant = _meant(folded(text), entries)
    if len(meant) != len(text) or same_spelling(meant, text.lower()):
        return text
    return "".join(new.upper() if old.isupper() else new for old, new in zip(text, meant, strict=True))


def _meant(letters: str, entries: ReferenceList) -> str:
    """The only spelling with these letters; failing that, the only one with one letter other; or ""."""
    for most in (0, 1):
        if len(letters) <= most:
            break
        near = {
            spelling
            for spelling in entries.spellings
            if len(spelling) == len(letters)
            and Hamming.distance(folded(spelling), letters) <= most
            and not any(character.isdigit() for character in spelling)
        }
        if near:
            return near.pop() if len(near) == 1 else ""
    return ""
