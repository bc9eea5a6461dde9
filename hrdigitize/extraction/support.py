"""What supports a reading: gathered from the words of its place and its page, for `acceptance` to weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hrdigitize.domain.page import PageReading, Word
from hrdigitize.domain.reading import Support
from hrdigitize.extraction import wording
from hrdigitize.extraction.known import known_share
from hrdigitize.formdefs.model import FieldType
from hrdigitize.reference.lists import ReferenceLists

#: A word from this confidence on was read surely.
_SURE_WORD = 0.9
#: Two readers are both sure of a word from this confidence on.
_SURE_ALIKE = 0.5
_LETTERS = re.compile(r"[^\W\d_]+")
#: What may stand around a value and is no part of it: the label's sign, leaders.
_LEADING = " :?.,;…_-"
#: Of the words of a paper that the line reader looked at, this share seems to be drawn by hand where a hand
#: filled it in. Of 15 papers by hand, of fonts that it never saw as well, each had 0.15 and more; of 12 typed
#: ones, poor scans among them, each had 0.05 at most.
_FILLED_BY_HAND = 0.08


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
        return tuple(word for word in self.words if any(character.isalnum() for character in word.text))

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

    @property
    def by_hand(self) -> bool:
        """Whether one of the words seems to be drawn by hand."""
        return any(word.by_hand for word in self.spelling)


def support_of(
    look: Look,
    text: str,
    kind: FieldType,
    lists: ReferenceLists,
    *,
    label: float,
    page: float,
    doubted: bool,
) -> Support:
    """What speaks for the text that was made of a look. label, page: see `Support`."""
    words = look.spelling
    return Support(
        engine=min((word.confidence for word in words), default=0.0),
        agreed=sum(word.agreed for word in words) / len(words) if words else 0.0,
        confirmed=min((word.confirmed for word in words), default=0.0),
        same=look.text == look.other,
        known=known_share(text, kind, lists),
        clean=_clean_share(text, look.raw),
        odd=wording.odd_signs(text),
        label=label,
        page=page,
        words=min(1, len(words)) if look.joined else len(words),
        doubted=doubted,
    )


def sureness(reading: PageReading) -> float:
    """The share of a page's words that were read surely: how good the picture is for the engine."""
    sure = [word.confidence >= _SURE_WORD for line in reading.lines for word in line.words]
    return sum(sure) / len(sure) if sure else 0.0


def filled_by_hand(readings: Sequence[PageReading]) -> bool:
    """Whether a paper was filled in by hand, not typed: then none of its values is accepted unseen."""
    words = [word for reading in readings for line in reading.lines for word in line.words]
    looked_at = [word.by_hand for word in words if word.hand > 0.0]
    return sum(looked_at) > _FILLED_BY_HAND * len(looked_at)


def _clean_share(text: str, raw: str) -> float:
    """The share of what was read that became the text, leaders and the label's colon left out."""
    read = "".join(raw.strip(_LEADING).split())
    return min(1.0, len("".join(text.split())) / len(read)) if read else 1.0
