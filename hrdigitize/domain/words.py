"""Words as search knows them, with marks or without: case, order of marks and tone placement never matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hrdigitize.domain.vietnamese import folded, new_tones, nfc

# Some letters of highland languages have no sign of their own ("ô̆"): their marks stand loose in the text.
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f])+"
_APOSTROPHE = "['’‘ʼ`´]"
#: A word; an apostrophe within one belongs to it (K'Pă, H'Mông).
WORD = re.compile(rf"{_LETTERS}(?:{_APOSTROPHE}{_LETTERS})*")
_APOSTROPHES = re.compile(_APOSTROPHE)
_MORE_STROKES = str.maketrans("ƀɃ", "bB")
#: What an engine makes of a ruled line can be one word of a thousand letters.
_LONGEST = 40
_WORDS_REMEMBERED = 1 << 16


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order: small letters with their marks, new tone placement, no apostrophes."""
    found = WORD.findall(_spelled(text))
    if _APOSTROPHES.search(text):
        found = [_APOSTROPHES.sub("", word) for word in found]
    return tuple(word[:_LONGEST] for word in found)


def parts_of(text: str) -> tuple[str, ...]:
    """The pieces of words with an apostrophe ("k'pă": "k", "pă"), for whoever types a space or one piece."""
    if not _APOSTROPHES.search(text):
        return ()
    pieces = (_APOSTROPHES.split(found) for found in WORD.findall(_spelled(text)))
    return tuple(piece for found in pieces if len(found) > 1 for piece in found)


@lru_cache(_WORDS_REMEMBERED)
def plain(word: str) -> str:
    """A word without marks; đ is d."""
    return folded(word.translate(_MORE_STROKES))


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without marks."""
    return tuple(map(plain, words_of(text)))


@lru_cache(_WORDS_REMEMBERED)
def compact(text: str) -> str:
    """Letters and digits without marks, nothing between them: "01.003" -> "01003", "Khơ-me" -> "khome"."""
    return "".join(plain_words(text))


def follow_each_other(sought: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the sought words stand among the others, one right behind the other."""
    length = len(sought)
    return any(tuple(words[at : at + length]) == tuple(sought) for at in range(len(words) - length + 1))


def _spelled(text: str) -> str:
    return new_tones(nfc(text).casefold())
