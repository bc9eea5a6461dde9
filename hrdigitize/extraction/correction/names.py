"""Surnames and middle words of names, which are few: "NGUYÊN" is read for "NGUYỄN", "THI" for "THỊ".

A given name can be any syllable, with any marks: nothing is proposed for it.
"""

from __future__ import annotations

import re

from hrdigitize.domain.vietnamese import folded, same_spelling
from hrdigitize.reference.names import NameWords, Spellings

#: "H'" of highland women's names, its apostrophe lost: no syllable begins with h and a consonant.
_HIGHLAND = re.compile(r"\bH(?:[.’](?=[BCDĐGKLMNPRSTVX])|[ ]?(?=[BCDĐGKLMNPRSTVX][^\W\d_A-ZĐ]))")
_WORD = re.compile(r"[^\W\d_]+")


def name_put_right(text: str, known: NameWords) -> str:
    """A full name with the marks of its surname (the first word) and of its middle words (all but the last).

    A word that is known as it was read stays, and so does one that two known words could explain.
    """
    text = _HIGHLAND.sub("H'", text)
    words = list(_WORD.finditer(text))
    characters = list(text)
    for place, word in enumerate(words[:-1]):
        meant = _meant(word.group(), known.surnames if place == 0 else known.middles)
        for at, letter in enumerate(meant):
            old = word.group()[at]
            characters[word.start() + at] = letter.upper() if old.isupper() else letter
    return "".join(characters)


def _meant(word: str, known: Spellings) -> str:
    """The only known word with these letters; "" where there is none, or where it says the same."""
    spellings = known.get(folded(word), frozenset())
    if len(spellings) != 1:
        return ""
    meant = next(iter(spellings)).lower()
    return "" if len(meant) != len(word) or same_spelling(meant, word.lower()) else meant
