"""Marks misread inside fixed phrases: proposed as the phrase has them, never without a doubt.

Only marks change, never case or tone placement; and only where the letters of two or more syllables in a
row are those of a phrase that is written in one way only. One letter is an exception: the I of "Ia".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

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
        near = _phrases_at(letters, index, phrases)
        phrase = next(
            (one for one in near if _may_be(one, text, words[index : index + len(one)], is_name)), ()
        )
        for at, syllable in enumerate(phrase, index):
            _put(characters, words[at], syllable, loud=_is_loud(words, at) and at > index)
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
    named = not text.isupper() and any(
        word.group()[0].isupper() and not _is_loud(words, at) for at, word in enumerate(words) if at
    )
    return not named and not is_name(read)


def _phrases_at(letters: list[str], start: int, phrases: Phrases) -> Iterator[tuple[str, ...]]:
    """The phrases that may begin at a word, the longest first."""
    for length in range(min(phrases.longest, len(letters) - start), 1, -1):
        found = phrases.by_letters.get(tuple(letters[start : start + length]))
        if found is not None:
            yield found


def _is_loud(words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word is all capitals behind one in small letters: their shapes are the same ("y SĨ")."""
    word, before = words[at].group(), words[at - 1].group() if at else ""
    return len(word) > 1 and word.isupper() and before.islower()


def _put(characters: list[str], word: re.Match[str], syllable: str, *, loud: bool) -> None:
    """Write the syllable's marks over a word of the same letters, in the word's case."""
    read = word.group()
    if loud:
        read, characters[word.start() : word.end()] = syllable, syllable
    if len(read) != len(syllable) or same_spelling(read.lower(), syllable):
        return
    for offset, (old, new) in enumerate(zip(read, syllable, strict=True)):
        characters[word.start() + offset] = new.upper() if old.isupper() else new
