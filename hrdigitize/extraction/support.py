"""What supports a reading: gathered from the words of its place and its page, for `acceptance` to weigh."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hrdigitize.domain.page import PageReading, Word
from hrdigitize.domain.reading import Support
from hrdigitize.extraction import wording
from hrdigitize.extraction.known import Expected, known_share
from hrdigitize.formdefs.model import FieldType, Kind
from hrdigitize.reference.vocabulary import unseen

#: A word from this confidence on was read surely.
_SURE_WORD = 0.9
#: Two readers are both sure of a word from this confidence on.
_SURE_ALIKE = 0.5
#: How sure the lists are of what they know just so, where one reader read it otherwise.
_BY_LISTS = 0.9
_SIGNS = frozenset("-–:;,.")
_WORDS = re.compile(r"[\w\s]+")
_LETTERS = re.compile(r"[^\W\d_]+")
#: What may stand around a value and is no part of it: the label's sign, leaders.
_LEADING = " :?.,;…_-+•"


@dataclass(frozen=True, slots=True)
class Look:
    """What the engine said at a place (raw), the text made of it, the text of other looks, and the words.

    joined: the words are signs of a row of boxes, and one word of the value.
    """

    raw: str
    text: str
    other: str
    words: tuple[Word, ...]
    joined: bool = False

    @property
    def spelling(self) -> tuple[Word, ...]:
        """The words with a letter or figure: leaders and specks have none."""
        return tuple(word for word in self.words if _says_something(word))

    @property
    def inner(self) -> tuple[Word, ...]:
        """The spelling, and the single signs between its words: a dash read as a colon is another text."""
        places = [at for at, word in enumerate(self.words) if _says_something(word)]
        between = self.words[places[0] : places[-1] + 1] if places else ()
        return tuple(word for word in between if word.text in _SIGNS or _says_something(word))

    def spelling_of(self, text: str, kind: FieldType, expected: Expected) -> tuple[Word, ...]:
        """`inner` for the text that was made of it, as agreed upon as that text is.

        Where both looks make the same of it they agreed: a date has no closing stop, a name is written in
        capitals as names are. Where all of it is known just so and the other look is not ("Sở Nội vụ tinh"),
        the lists second it.
        """
        if self._comes_to_the_same(text, kind):
            return tuple(
                word if word.agreed else replace(word, agreed=True, confidence=word.confirmed)
                for word in self.inner
            )
        if all(word.agreed for word in self.inner) or not self._is_seconded(text, kind, expected):
            return self.inner
        return tuple(
            word if word.agreed else replace(word, agreed=True, confidence=_BY_LISTS, confirmed=_BY_LISTS)
            for word in self.inner
        )

    def _is_seconded(self, text: str, kind: FieldType, expected: Expected) -> bool:
        # A given name can be any syllable: lists have the common ones.
        if kind.kind is Kind.NAME or text != self.text:
            return False
        if any(word.other is None for word in self.words if not word.agreed):
            return False
        # Lists know words, no signs.
        if _WORDS.sub("", text) != _WORDS.sub("", self.other):
            return False
        known = known_share(text, kind, expected)
        return known == 1.0 and known_share(self.other, kind, expected) < known

    def _comes_to_the_same(self, text: str, kind: FieldType) -> bool:
        if any(word.other is None or not word.confirmed for word in self.words if not word.agreed):
            return False
        named = kind.kind is Kind.NAME and all(word[0].isupper() for word in text.split())
        return self.text == self.other or (named and self.text.casefold() == self.other.casefold())

    @property
    def agreed(self) -> bool:
        """Whether there are words, and two readers read every one of them alike, signs too."""
        return bool(self.words) and all(word.agreed for word in self.words)

    @property
    def sure_words(self) -> frozenset[str]:
        """Words that two readers read alike, both surely; without the signs around them."""
        return frozenset(
            part
            for word in self.words
            if word.agreed and word.other is None and min(word.confidence, word.confirmed) >= _SURE_ALIKE
            for part in _LETTERS.findall(word.text)
        )


def _says_something(word: Word) -> bool:
    return any(character.isalnum() for character in word.text)


def support_of(
    look: Look,
    text: str,
    kind: FieldType,
    expected: Expected,
    *,
    label: float,
    page: float,
    doubted: bool,
) -> Support:
    """What speaks for the text that was made of a look. label, page: see `Support`."""
    words = look.spelling_of(text, kind, expected)
    return Support(
        engine=min((word.confidence for word in words), default=0.0),
        agreed=sum(word.agreed for word in words) / len(words) if words else 0.0,
        confirmed=min((word.confirmed for word in words), default=0.0),
        same=look.text == look.other,
        known=known_share(text, kind, expected),
        unseen=unseen(text, expected.vocabulary),
        clean=_clean_share(text, look.raw),
        odd=wording.odd_signs(text),
        label=label,
        page=page,
        words=min(1, len(words)) if look.joined else len(look.spelling),
        doubted=doubted,
    )


def sureness(reading: PageReading) -> float:
    """The share of a page's words that were read surely: how good the picture is for the engine."""
    sure = [word.confidence >= _SURE_WORD for line in reading.lines for word in line.words]
    return sum(sure) / len(sure) if sure else 0.0


def _clean_share(text: str, raw: str) -> float:
    """The share of what was read that became the text, leaders and the label's colon left out."""
    read = "".join(raw.strip(_LEADING).split())
    return min(1.0, len("".join(text.split())) / len(read)) if read else 1.0
