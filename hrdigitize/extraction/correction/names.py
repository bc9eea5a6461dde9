"""Surnames and middle words of names, which are few: "NGUYÊN" is read for "NGUYỄN", "THI" for "THỊ".

A given name can be any syllable, with any marks: nothing is proposed for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hrdigitize.domain.vietnamese import CAPITALS, folded, same_spelling
from hrdigitize.reference.names import NameWords, Spellings

#: "H'" of highland women's names, its apostrophe lost: no syllable begins with h and a consonant.
_HIGHLAND = re.compile(rf"\bH(?:[.’](?=[BCDĐGKLMNPRSTVX])|[ ]?(?=[BCDĐGKLMNPRSTVX][^\W\d_{CAPITALS}]))")
_HIGHLAND_RUN_ON = re.compile(rf"\bH(?=[BCDĐGKLMNPRSTVX][^\W\d_{CAPITALS}])")
#: The Y of highland men's names that ran together with the next name: no syllable begins so.
_MEN = re.compile(rf"\bY(?=[{CAPITALS}][^\W\d_{CAPITALS}])")
#: A capital I behind a small letter is an l.
_HIGH_L = re.compile(rf"(?<=[^\W\d_{CAPITALS}])I\b")
_NOTHING_BUT_NAME = re.compile(r"[^\W\d_]+(?:[ '’-]+[^\W\d_]+)*")
_SMALL_BEFORE_CAPITALS = re.compile(rf"(?<= )[^\W\d_{CAPITALS}](?=[{CAPITALS}]{{2}})")
_WORD_AFTER_SPACE = re.compile(rf"(?<= )(?!thị\b|văn\b)[^\W\d_{CAPITALS}]+\b(?!['’])")
_WORD = re.compile(r"[^\W\d_]+")


def with_highland_signs(text: str) -> str:
    """A text with the apostrophe of highland women's names that was lost within a word ("HNga")."""
    return _HIGHLAND_RUN_ON.sub("H'", text)


def with_highland_words(text: str) -> str:
    """A name with the Y of highland men's names as a word of its own ("YƠn"), and with its l ("ƯơI")."""
    return _HIGH_L.sub("l", _MEN.sub("Y ", text))


def with_capitals(text: str) -> str:
    """A name with a capital in every word, for V and v, Ơ and ơ are told by their height alone.

    "thị" and "văn" stay: many write them so.
    """
    if not text[:1].isupper() or not _NOTHING_BUT_NAME.fullmatch(text):
        return text
    text = _SMALL_BEFORE_CAPITALS.sub(lambda word: word.group().upper(), text)
    return _WORD_AFTER_SPACE.sub(lambda word: word.group().title(), text)


def name_put_right(text: str, known: NameWords) -> str:
    """A full name with the marks of its surname (the first word) and of its middle words (all but the last).

    A word that is known as it was read stays, and so does one that two known words could explain.
    """
    text = _HIGHLAND.sub("H'", text)
    words = list(_WORD.finditer(text))
    characters = list(text)
    for place, word in enumerate(words[:-1]):
        meant = _meant(word.group(), (known.middles,) if place else (known.surnames, known.common))
        for at, letter in enumerate(meant):
            old = word.group()[at]
            characters[word.start() + at] = letter.upper() if old.isupper() else letter
    return "".join(characters)


def _meant(word: str, lists: Sequence[Spellings]) -> str:
    """The only known word with these letters, or the only common one; "" for none, or for what was read."""
    every = [spellings.get(folded(word), frozenset()) for spellings in lists]
    if any(same_spelling(spelling.lower(), word.lower()) for spelling in every[0]):
        return ""
    single = next((spellings for spellings in every if len(spellings) == 1), frozenset[str]())
    meant = next(iter(single), "").lower()
    return meant if len(meant) == len(word) else ""
