"""The program reading a group of papers, by the same path as `hrdigitize extract`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

from PIL import Image

from benchmarks.contenders import Contender
from benchmarks.formsets import ScannedForm
from benchmarks.scoring import Outcome, Score, score
from benchmarks.stopwatch import Stopwatch
from hrdigitize.domain.faults import UserFault
from hrdigitize.services.extract import ExtractReport, FileFault, extract
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader

#: The program among the contenders.
PROGRAM = "hrdigitize"


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A paper as read. recognised: the forms of its documents in order, None for no known form.

    nothing_lost: every page has text, and no document of no known form has a field.
    """

    paper: ScannedForm
    score: Score
    recognised: tuple[str | None, ...]
    nothing_lost: bool
    faults: int

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return (*self.score.fields, *self.score.cells)


@dataclass(frozen=True, slots=True)
class GroupRun:
    """All papers of a group in their order; the program on those that the others read too, by the clock."""

    papers: tuple[ReadPaper, ...]
    compared: Contender


@dataclass(frozen=True, slots=True)
class Program:
    """What stays open as long as the program does, and how many papers it reads beside each other."""

    decoder: Decoder
    reader: Reader
    jobs: int

    def warm_up(self) -> None:
        """Start all helpers before the clock runs: whoever reads a dossier has the program open already."""
        blank = BytesIO()
        Image.new("L", (400, 400), 255).save(blank, "PNG")
        with ThreadPoolExecutor(self.jobs) as pool:
            decoded = [*pool.map(lambda data: [*self.decoder.decode(data)], [blank.getvalue()] * self.jobs)]
        for outcome in self.reader.read_pages(chain.from_iterable(decoded)):
            if isinstance(outcome, UserFault):
                raise outcome


def read_group(papers: Sequence[ScannedForm], compared: Sequence[ScannedForm], program: Program) -> GroupRun:
    """Read the compared papers first, by the clock, then the others; each paper alone."""
    watch = Stopwatch()
    first = _read_all(compared, program)
    spent = watch.spent()
    names = {paper.name for paper in compared}
    rest = _read_all([paper for paper in papers if paper.name not in names], program)
    by_name = {one.paper.name: one for one in (*first, *rest)}
    contender = Contender(
        PROGRAM,
        tuple(one.score for one in first),
        sum(len(paper.pages) for paper in compared),
        spent,
    )
    return GroupRun(tuple(by_name[paper.name] for paper in papers), contender)


def _read_all(papers: Sequence[ScannedForm], program: Program) -> list[ReadPaper]:
    with ThreadPoolExecutor(program.jobs) as pool:
        return list(pool.map(lambda paper: _read(paper, program), papers))


def _read(paper: ScannedForm, program: Program) -> ReadPaper:
    """One paper; where its reading fails as a whole, every field of it counts as wrong."""
    try:
        report = extract(paper.pages, program.decoder, program.reader)
    except UserFault as fault:
        report = ExtractReport((), (), (FileFault(paper.name, fault),))
    for error in report.errors:
        print(f"  {paper.name}: {error.fault.code} {error.fault.params}", file=sys.stderr, flush=True)
    strangers = [document for document in report.documents if document.form is None]
    return ReadPaper(
        paper=paper,
        score=_scored(paper, report),
        recognised=tuple(document.form for document in report.documents),
        nothing_lost=bool(report.pages)
        and all(page.reading.text.strip() for page in report.pages)
        and not any(document.fields or document.tables for document in strangers),
        faults=len(report.errors),
    )


def _scored(paper: ScannedForm, report: ExtractReport) -> Score:
    """The first document recognised as this form counts; without one, nothing was read."""
    for document in report.documents:
        if document.form == paper.form:
            return score(paper.truth, document.fields, document.tables)
    return score(paper.truth, {}, {})
