"""The printed words of a form: official labels, the variants of reprints, and their misprints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that a form prints.

    labels: field, table or heading -> wordings without number and colon, the official one first; a key that
    begins with "_" is printed, but no field of the record. hints: guidance near a value, in brackets.
    headings: table, or part of one -> column -> heading, the official one and a short one. declarant, office:
    lines at the foot, left and right. either: labels whose first two wordings stand on official printings.
    """

    title: str
    mark: str
    photo: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, str]
    headings: Mapping[str, Mapping[str, tuple[str, str]]]
    declarant: tuple[str, ...]
    office: tuple[str, ...]
    either: tuple[str, ...] = ()


class Wording:
    """The words of one printing: official, or a reprint that chose among the variants."""

    def __init__(self, words: Words, rng: Random, *, reprint: bool) -> None:
        self.words = words
        self._labels = {
            key: rng.choice(texts) if reprint else texts[0] for key, texts in words.labels.items()
        }
        if not reprint:
            for key in words.either:
                self._labels[key] = words.labels[key][1 if rng.random() < 0.5 else 0]
        self._short = reprint and rng.random() < 0.6

    def label(self, key: str) -> str:
        """The label printed for a field, a table or a heading."""
        return self._labels[key]

    def hint(self, key: str) -> str:
        """Guidance in brackets."""
        return self.words.hints[key]

    def columns(self, table: str) -> Sequence[str]:
        """The columns that a table, or a part of one, prints."""
        return tuple(self.words.headings[table])

    def heading(self, table: str, column: str) -> str:
        """The heading of a table's column (its row, where the table lies on its side)."""
        return self.words.headings[table][column][1 if self._short else 0]
