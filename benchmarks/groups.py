"""What is read in a run, in groups that are counted by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.formsets import ScannedForm, generated, scans_folders
from benchmarks.other_papers import write_other_papers
from hrdigitize.formdefs.model import FormDef, Manner
from tests.generator.generating import FORMS, LEVELS, USES

#: A folder of scans that are written by hand is named so.
_HANDWRITTEN = "hand"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read: generated print and handwriting, other papers (so many a level), folders of scans."""

    use: str
    first: int
    count: int
    hands: int
    others: int
    scans: Path | None
    jobs: int


@dataclass(frozen=True, slots=True)
class Group:
    """Papers of one kind. handwritten: counted apart from print. known: of a known form."""

    name: str
    papers: tuple[ScannedForm, ...]
    handwritten: bool = False
    known: bool = True

    @property
    def pages(self) -> int:
        return sum(len(paper.pages) for paper in self.papers)

    def searched(self, definitions: Mapping[str, FormDef], count: int) -> tuple[ScannedForm, ...]:
        """So many of the papers that have printed labels to search for, evenly spread; all of them for 0."""
        labelled = [
            paper
            for paper in self.papers
            if paper.form in definitions and definitions[paper.form].read_as is Manner.FORM
        ]
        return tuple(spread(labelled, count))


def spread(papers: Sequence[ScannedForm], count: int) -> Sequence[ScannedForm]:
    """So many of the papers, evenly spread; all of them for 0."""
    if not 0 < count < len(papers):
        return papers
    return [papers[number * len(papers) // count] for number in range(count)]


def gathered(wanted: Wanted, known: Sequence[str], folder: Path) -> Iterator[Group]:
    """The groups of a run. known: ids of the forms; folder: where pages may be written for the run."""
    start = USES[wanted.use].first_seed + wanted.first
    if wanted.count:
        forms = generated(range(start, start + wanted.count), LEVELS, jobs=wanted.jobs)
        for level in LEVELS:
            own = tuple(form for form in forms if form.level == level)
            yield Group(f"generated ({wanted.use}), level {level}", own)
    if wanted.hands:
        seeds = range(start, start + wanted.hands)
        forms = generated(seeds, LEVELS, jobs=wanted.jobs, among=tuple(FORMS), hand=True)
        for level in LEVELS:
            own = tuple(form for form in forms if form.level == level)
            yield Group(f"handwriting ({wanted.use}), level {level}", own, handwritten=True)
    if wanted.scans is not None:
        for name, found in scans_folders(wanted.scans, known).items():
            yield Group(name, found, handwritten=name.startswith(_HANDWRITTEN))
    if wanted.others:
        numbers = range(start, start + wanted.others)
        yield Group("papers of no known form", write_other_papers(folder, numbers, LEVELS), known=False)
