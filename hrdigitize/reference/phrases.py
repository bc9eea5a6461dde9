"""Fixed phrases of office Vietnamese: a misread mark inside one of them can be proposed anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hrdigitize import bundle
from hrdigitize.domain.vietnamese import folded, nfc

#: The sign within some phrases, a word of its own.
DASH = "-"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their folded syllables; each tuple of syllables belongs to one phrase only.

    dashed: those with a dash within, by their folded syllables without it.
    """

    by_letters: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: int
    dashed: Mapping[tuple[str, ...], tuple[str, ...]]

    @property
    def texts(self) -> Iterator[str]:
        """Every phrase."""
        return (" ".join(syllables) for syllables in self.by_letters.values())


def read_phrases(path: Path) -> Phrases:
    """The phrases of a file; ValueError for a single syllable or for two phrases with the same letters."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    dashed: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in path.read_text("utf-8").splitlines():
        syllables = tuple(nfc(line).split())
        if not syllables or line.startswith("#"):
            continue
        letters = tuple(folded(syllable) for syllable in syllables if syllable != DASH)
        if DASH in syllables:
            dashed[letters] = syllables
            continue
        if len(syllables) < 2 or found.setdefault(letters, syllables) != syllables:
            raise ValueError(f"{path.name}: {line!r} is one syllable, or another phrase has its letters")
    return Phrases(found, max(map(len, found)), dashed)


@cache
def load_phrases() -> Phrases:
    """The phrases shipped with the program, read once per process."""
    return read_phrases(bundle.resources() / "reference" / "phrases.txt")
