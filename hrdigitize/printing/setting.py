"""Breaks a printed line with its values and dotted leaders into lines of a given width.

Pure arithmetic in points: what is drawn how is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

#: How wide a text is, in points.
Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Leader:
    """A dotted line that takes up free room. weight: its share; least_pt: what it needs at any rate."""

    weight: int
    least_pt: float = 0.0


Atom = str | Leader

#: What is never broken unless it is wider than a whole line.
Word = tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a set line: a text, or a leader where text is "". x and width in points."""

    x: float
    width: float
    text: str


def set_lines(atoms: Sequence[Atom], width: float, measure: Measure) -> tuple[tuple[Segment, ...], ...]:
    """The lines of the given width; one empty line for nothing."""
    words = [part for word in _words(atoms) for part in _fitting(word, width, measure)]
    return tuple(_set_line(line, width, measure) for line in _filled(words, width, measure)) or ((),)


def natural_width(line: Sequence[Segment]) -> float:
    """How far a set line reaches to the right."""
    return max((segment.x + segment.width for segment in line), default=0.0)


def _words(atoms: Sequence[Atom]) -> Iterator[Word]:
    """Atoms regrouped at the spaces; those with no space between them stay together."""
    current: list[Atom] = []
    for atom in atoms:
        if isinstance(atom, Leader):
            current.append(atom)
            continue
        if atom[:1].isspace() and current:
            yield tuple(current)
            current = []
        for number, part in enumerate(atom.split()):
            if number:
                yield tuple(current)
                current = []
            current.append(part)
        if atom[-1:].isspace() and current:
            yield tuple(current)
            current = []
    if current:
        yield tuple(current)


def _fitting(word: Word, width: float, measure: Measure) -> Iterator[Word]:
    """The word itself, or pieces of it where it is wider than a line (a value without any space)."""
    if _word_width(word, measure) <= width:
        yield word
        return
    for atom in word:
        if isinstance(atom, Leader):
            yield (atom,)
            continue
        piece = ""
        for letter in atom:
            if piece and measure(piece + letter) > width:
                yield (piece,)
                piece = ""
            piece += letter
        yield (piece,)


def _word_width(word: Word, measure: Measure) -> float:
    return sum(atom.least_pt if isinstance(atom, Leader) else measure(atom) for atom in word)


def _filled(words: Sequence[Word], width: float, measure: Measure) -> Iterator[list[Word]]:
    """As many words on each line as it holds."""
    space = measure(" ")
    line: list[Word] = []
    used = 0.0
    for word in words:
        wide = _word_width(word, measure)
        if line and used + space + wide > width:
            yield line
            line, used = [], 0.0
        used += wide + (space if line else 0.0)
        line.append(word)
    if line:
        yield line


def _set_line(words: Sequence[Word], width: float, measure: Measure) -> tuple[Segment, ...]:
    """Places the atoms and shares the free room among the leaders of the line."""
    atoms = _joined(words)
    taken = _word_width(atoms, measure)
    weights = sum(atom.weight for atom in atoms if isinstance(atom, Leader))
    unit = max(0.0, width - taken) / weights if weights else 0.0
    segments: list[Segment] = []
    x = 0.0
    for atom in atoms:
        if isinstance(atom, Leader):
            segment = Segment(x, atom.least_pt + unit * atom.weight, "")
        else:
            segment = Segment(x, measure(atom), atom)
        segments.append(segment)
        x += segment.width
    return tuple(segments)


def _joined(words: Sequence[Word]) -> Word:
    """One word with a space between all, neighbouring texts made one: spaces stay real characters."""
    joined: list[Atom] = []
    for number, word in enumerate(words):
        for place, atom in enumerate(word):
            piece = " " + atom if number and not place and isinstance(atom, str) else atom
            if number and not place and isinstance(atom, Leader):
                _append(joined, " ")
            _append(joined, piece)
    return tuple(joined)


def _append(joined: list[Atom], atom: Atom) -> None:
    last = joined[-1] if joined else None
    if isinstance(atom, str) and isinstance(last, str):
        joined[-1] = last + atom
        return
    joined.append(atom)
