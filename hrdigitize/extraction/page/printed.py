"""The words that forms print: labels, hints, headings. Read surely, they need no second look.

More than half of the ink on a filled form is the form itself. A second look costs as much as the first one
for the same ink, and at printed wording it has nothing to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hrdigitize.formdefs.model import FormDef

_ITEM_NUMBER = re.compile(r"\W?(?:\d{1,2}(?:\.\d)?|[a-dđ])[).:/\-]+")
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PrintedWording:
    """Neighbouring words of everything that the known forms print, in lower case, marks kept."""

    pairs: frozenset[tuple[str, str]]

    def covers(self, words: Sequence[str]) -> tuple[bool, ...]:
        """For each word of a line: whether it stands beside a word that forms print beside it.

        The item number before such words is the form's own as well.
        """
        bare = [_bare(word) for word in words]
        found = [False] * len(words)
        for at in range(1, len(words)):
            if (bare[at - 1], bare[at]) in self.pairs:
                found[at - 1] = found[at] = True
        for at in range(1, len(words)):
            if found[at] and not found[at - 1] and _ITEM_NUMBER.fullmatch(words[at - 1]):
                found[at - 1] = True
        return tuple(found)


#: Where no form is known: every word is looked at again.
NOTHING_PRINTED = PrintedWording(frozenset())


def printed_wording(forms: Iterable[FormDef]) -> PrintedWording:
    """The wording of these forms."""
    return PrintedWording(
        frozenset(pair for form in forms for text in wording_of(form) for pair in _pairs(text))
    )


def wording_of(form: FormDef) -> Iterator[str]:
    """Everything that a form prints, text by text."""
    yield from (*form.title, *form.marks, *form.boilerplate)
    for label in form.labels:
        yield from (*label.texts, *label.hints, *label.sentences)
    for table in form.tables.values():
        for column in table.columns:
            yield from column.headers


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    words = [_bare(word) for word in text.split()]
    return (pair for pair in pairwise(words) if all(pair))


def _bare(word: str) -> str:
    """The letters and digits of a word: "sinh:" and "(sinh" are the word "sinh"."""
    return "".join(_TOKEN.findall(word)).lower()
