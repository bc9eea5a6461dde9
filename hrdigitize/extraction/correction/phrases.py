"""Marks misread inside fixed phrases: proposed as the phrase has them, never without a doubt.

Only marks change, never case or tone placement; and only where the letters of two or more syllables in a
row are those of a phrase that is written in one way only. One letter is an exception: the I of "Ia".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hrdigitize.domain.vietnamese import folded, same_spelling
from hrdigitize.reference.phrases import Phrases

#: "Ia" (stream, in the names of Gia Lai and Kon Tum) reads as "la"; a unit is never named with a small l.
_HIGHLAND_STREAM = re.compile(r"(?<=\b[Xx]ã )l(?=a [A-ZĐÂÊÔƠƯĂ])|(?<=\b[Hh]uyện )l(?=a [A-ZĐÂÊÔƠƯĂ])")
#: "tổ" and "số" before a figure.
_COUNTED = re.compile(r"\b([tTsS])[ôốồổỗộ] (?=\d)")
_SYLLABLE = re.compile(r"[^\W\d_]+")


def respelled(text: str, phrases: Phrases, is_name: Callable[[str], bool]) -> str:
    """The text with misread marks of phrases put right; the longest phrase counts.

    is_name: whether words as they were read are a proper name ("xã Tứ Xã" is not made "xã từ xa").
    """
    words = list(_SYLLABLE.finditer(text))
    letters = [folded(word.group()) for word in words]
    characters = list(text)
    index = 0
    while index < len(words):
        phrase = _phrase_at(letters, index, phrases)
        if phrase and not _may_be(phrase, text, words[index : index + len(phrase)], is_name):
            phrase = ()
        for word, syllable in zip(words[index:], phrase, strict=False):
            _put(characters, word, syllable)
        index += max(1, len(phrase))
    for found in _HIGHLAND_STREAM.finditer(text):
        characters[found.start()] = "I"
    return _COUNTED.sub(lambda found: f"{found[1]}{'ổ' if found[1] in 'tT' else 'ố'} ", "".join(characters))


def _may_be(
    phrase: tuple[str, ...], text: str, words: Sequence[re.Match[str]], is_name: Callable[[str], bool]
) -> bool:
    """Whether words can be the phrase: no sign parts them, and they are nobody's name."""
    read = text[words[0].start() : words[-1].end()]
    if read.count(" ") != len(phrase) - 1 or len(read) != sum(map(len, phrase)) + len(phrase) - 1:
        return False
    named = not text.isupper() and any(word.group()[0].isupper() for word in words[1:])
    return not named and not is_name(read)


def _phrase_at(letters: list[str], start: int, phrases: Phrases) -> tuple[str, ...]:
    for length in range(min(phrases.longest, len(letters) - start), 1, -1):
        found = phrases.by_letters.get(tuple(letters[start : start + length]))
        if found is not None:
            return found
    return ()


def _put(characters: list[str], word: re.Match[str], syllable: str) -> None:
    """Write the syllable's marks over a word of the same letters, in the word's case."""
    read = word.group()
    if len(read) != len(syllable) or same_spelling(read.lower(), syllable):
        return
    for offset, (old, new) in enumerate(zip(read, syllable, strict=True)):
        characters[word.start() + offset] = new.upper() if old.isupper() else new
