"""Those who read the same pages in the same run: what they got right, and how long they took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.scoring import Score, Tally, tally
from benchmarks.stopwatch import Spent


@dataclass(frozen=True, slots=True)
class Contender:
    """One of them on some forms: scores in the forms' order, and the time that all their pages took."""

    name: str
    scores: tuple[Score, ...]
    pages: int
    spent: Spent

    @property
    def pages_a_minute(self) -> float:
        return 60 * self.pages / self.spent.wall if self.spent.wall else 0.0

    @property
    def processor_a_page(self) -> float:
        """Seconds of processor time."""
        return self.spent.processor / self.pages if self.pages else 0.0

    @property
    def fields(self) -> Tally:
        return tally(outcome for score in self.scores for outcome in score.fields)


def best(contenders: Sequence[Contender]) -> Contender:
    """The one with most fields right; of equals the quicker one."""
    return max(contenders, key=lambda one: (one.fields.right, one.pages_a_minute))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everybody on the same pages. ocrmypdf: None, and modes (of the baseline) empty, where not asked for."""

    program: Contender
    ocrmypdf: Contender | None
    modes: tuple[Contender, ...]

    @property
    def everybody(self) -> tuple[Contender, ...]:
        """The program first."""
        return (self.program, *([self.ocrmypdf] if self.ocrmypdf else []), *self.modes)


def together(comparisons: Sequence[Comparison]) -> Comparison:
    """Several groups of forms as one; the baseline has the best mode of each group."""
    others = [one.ocrmypdf for one in comparisons if one.ocrmypdf is not None]
    bests = [best(one.modes) for one in comparisons if one.modes]
    return Comparison(
        _added(comparisons[0].program.name, [one.program for one in comparisons]),
        _added(others[0].name, others) if others else None,
        (_added("tesseract -l vie, best modes", bests),) if bests else (),
    )


def _added(name: str, contenders: Sequence[Contender]) -> Contender:
    """The same one over several groups of forms."""
    return Contender(
        name,
        tuple(score for one in contenders for score in one.scores),
        sum(one.pages for one in contenders),
        sum((one.spent for one in contenders), Spent(0.0, 0.0)),
    )
