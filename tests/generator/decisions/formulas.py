"""Formulas of article 1 as runs of text, each value under the key of its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import Formatter

from tests.generator.lines import Text

#: What a placeholder becomes, given what stands behind its colon.
Filler = Callable[[str], Sequence[Text]]
Runs = tuple[Text, ...]


def filled(formula: str, fillers: Mapping[str, Filler]) -> tuple[Runs, ...]:
    """The paragraphs of a formula. KeyError for a placeholder that nobody fills."""
    runs: list[Text] = []
    for literal, name, spec, _ in Formatter().parse(formula):
        if literal:
            runs.append(Text(literal))
        if name is not None:
            runs += fillers[name](spec or "")
    return _paragraphs(runs)


def _paragraphs(runs: Sequence[Text]) -> tuple[Runs, ...]:
    paragraphs: list[list[Text]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        if first:
            paragraphs[-1].append(Text(first, run.style, run.key))
        paragraphs += [[Text(other, run.style, run.key)] if other else [] for other in others]
    return tuple(tuple(one) for one in paragraphs if one)


def plain(text: str) -> Filler:
    """Printed matter, no value."""
    return lambda _spec: (Text(text),) if text else ()


def keyed(key: str, text: str) -> Filler:
    """A value of a field."""
    return lambda _spec: (Text(text, key=key),) if text else ()
