"""Values of a list that differ from one of its entries in marks only: "Ñam", "Ó+", "Kinh, Z"."""

from __future__ import annotations

import re

from hrdigitize.domain.vietnamese import folded, same_spelling
from hrdigitize.reference.lists import ReferenceList

#: Rubbish behind an entry: a sign, then a letter or two that no entry goes on with.
_RUBBISH = re.compile(r"(?P<entry>.+?)[\s]*[,;.:]+\s*\S{1,2}$")
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
    spellings = {spelling for spelling in entries.spellings if folded(spelling) == folded(text)}
    if len(spellings) != 1:
        return text
    meant = spellings.pop()
    if len(meant) != len(text) or same_spelling(meant, text.lower()):
        return text
    return "".join(new.upper() if old.isupper() else new for old, new in zip(text, meant, strict=True))
