"""How well forms are read: right, accepted, wrong, how sure, how fast, beside others on the same pages.

The program reads by the same path as `hrdigitize extract`. Generated forms are those of the use "test"
unless another is asked for: tune on "tune", measure on "test". Seconds depend on the machine and on what
else it does; compare ratios of one run only.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from benchmarks import printing
from benchmarks.baseline import MODES, run_baseline
from benchmarks.contenders import Comparison, Contender, together
from benchmarks.error_classes import error_class, error_counts
from benchmarks.error_picture import draw_errors
from benchmarks.formsets import ScannedForm, cache
from benchmarks.groups import Group, Wanted, gathered, spread
from benchmarks.ocrmypdf import OcrMyPdf, SideEnvironmentError, run_ocrmypdf, set_up
from benchmarks.recognition import recognition
from benchmarks.reliability import TYPE_GROUPS, Prediction, predictions, reliability
from benchmarks.reliability_picture import draw
from benchmarks.running import Program, ReadPaper, read_group
from benchmarks.scoring import Outcome
from benchmarks.timing import peak_memory_mib, profile
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from hrdigitize.ocr.choice import open_tesseract
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader
from tests.generator.generating import USES


@dataclass(slots=True)
class Measured:
    """All that a run has measured so far: papers by whether they are printed, and the contenders."""

    printed: list[ReadPaper] = field(default_factory=list)
    handwritten: list[ReadPaper] = field(default_factory=list)
    strangers: list[ReadPaper] = field(default_factory=list)
    compared: list[Comparison] = field(default_factory=list)

    def add(self, group: Group, papers: Sequence[ReadPaper]) -> None:
        if not group.known:
            self.strangers.extend(papers)
            return
        (self.handwritten if group.handwritten else self.printed).extend(papers)


def main(arguments: Sequence[str]) -> int:
    """Run the measurement as asked for on the command line; 2 where OCRmyPDF cannot be had."""
    given = _parser().parse_args(arguments)
    try:
        program = set_up(cache()) if given.ocrmypdf else None
        _measure(given, program)
    except SideEnvironmentError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks reading", description=__doc__)
    add = parser.add_argument
    add("--scans", type=Path, help="a folder of scans made by others, with their truth")
    add("--count", type=int, default=50, help="generated forms at each level; 0 for none")
    add("--hands", type=int, default=10, help="forms filled in as if by hand at each level; 0 for none")
    add("--others", type=int, default=6, help="papers of no known form at each level; 0 for none")
    add("--use", choices=sorted(USES), default="test")
    add("--seed", type=int, default=0, help="the first form's number within the use")
    add("--jobs", type=int, default=2, help="processes, for everybody alike")
    add("--no-baseline", action="store_true")
    add(
        "--ocrmypdf",
        action="store_true",
        help="compare with OCRmyPDF too; it is set up in an environment of its own the first time",
    )
    add(
        "--tesseract-alone",
        action="store_true",
        help="then read everything with Tesseract alone, as where the line readers' files are missing",
    )
    add(
        "--compare",
        type=int,
        default=15,
        help="forms of each group to compare with the others on, evenly spread; 0: all of them",
    )
    add("--profile", type=int, default=3, help="forms to find out with where the time goes; 0 for none")
    add("--errors", type=Path, help="write every wrong field and cell there, a JSON object a line")
    add("--classes", action="store_true", help="count wrong fields and cells by class")
    add("--error-picture", type=Path, help="show examples of wrong print there, a PNG file")
    add("--picture", type=Path, help="draw the reliability diagram of print there, as a PNG file")
    return parser


def _measure(given: argparse.Namespace, ocrmypdf: OcrMyPdf | None) -> None:
    definitions = load_forms()
    measured = Measured()
    wanted = Wanted(given.use, given.seed, given.count, given.hands, given.others, given.scans, given.jobs)
    if given.errors is not None:
        given.errors.write_text("", "utf-8")
    with TemporaryDirectory() as folder, Reader(size=given.jobs) as reader:
        program = Program(Decoder(), reader, given.jobs)
        program.warm_up()
        groups = tuple(gathered(wanted, tuple(definitions), Path(folder)))
        for group in groups:
            searched = group.searched(definitions, given.compare)
            run = read_group(group.papers, searched, program)
            measured.add(group, run.papers)
            _say(printing.group_lines(group, run.papers))
            if searched:
                compared = _compared(given, ocrmypdf, run.compared, searched, definitions)
                measured.compared.append(compared)
                _say(printing.comparison_lines(compared, jobs=given.jobs))
            if given.errors is not None:
                with given.errors.open("a", encoding="utf-8") as file:
                    _write_errors(file, run.papers)
        peaks = peak_memory_mib()
        _say_totals(given, measured, definitions)
        if given.tesseract_alone:
            _say_tesseract_alone(groups, given.jobs)
    _say([printing.memory_line(peaks)])
    _say_profile(given.profile, [paper for group in groups if group.known for paper in group.papers])


def _say_tesseract_alone(groups: Sequence[Group], jobs: int) -> None:
    """The same papers without the line readers: what these are worth."""
    measured = Measured()
    with Reader(size=jobs, engines=open_tesseract) as reader:
        program = Program(Decoder(), reader, jobs)
        program.warm_up()
        for group in groups:
            run = read_group(group.papers, (), program)
            measured.add(group, run.papers)
            _say(["\nwith Tesseract alone", *printing.group_lines(group, run.papers)])
    for title, papers in (("print", measured.printed), ("handwriting", measured.handwritten)):
        if papers:
            _say(printing.totals_lines(f"all {title} with Tesseract alone", papers))


def _compared(
    given: argparse.Namespace,
    ocrmypdf: OcrMyPdf | None,
    program: Contender,
    papers: Sequence[ScannedForm],
    definitions: Mapping[str, FormDef],
) -> Comparison:
    """The program beside the others on the same papers."""
    modes = () if given.no_baseline else MODES
    return Comparison(
        program,
        run_ocrmypdf(ocrmypdf, papers, definitions, jobs=given.jobs) if ocrmypdf is not None else None,
        tuple(run_baseline(papers, mode, definitions, jobs=given.jobs) for mode in modes),
    )


def _say_totals(given: argparse.Namespace, measured: Measured, definitions: Mapping[str, FormDef]) -> None:
    for title, papers in (("print", measured.printed), ("handwriting", measured.handwritten)):
        if not papers:
            continue
        _say(printing.totals_lines(f"all {title}", papers))
        for name, outcomes in (("fields", printing.fields_of(papers)), ("cells", printing.cells_of(papers))):
            if given.classes:
                _say(printing.class_lines(f"{name} of {title}", error_counts(outcomes)))
        _say_reliability(title, papers, definitions)
    if measured.compared:
        _say(
            [
                "\nall groups together",
                *printing.comparison_lines(together(measured.compared), jobs=given.jobs),
            ]
        )
    everything = [*measured.printed, *measured.handwritten, *measured.strangers]
    _say(printing.recognition_lines(recognition(everything, definitions)))
    if given.error_picture is not None:
        draw_errors(given.error_picture, measured.printed)
    if given.picture is not None:
        draw(given.picture, *_predicted(measured.printed, definitions))


def _say_reliability(title: str, papers: Sequence[ReadPaper], definitions: Mapping[str, FormDef]) -> None:
    for name, predicted in zip(("fields", "cells"), _predicted(papers, definitions), strict=True):
        if not predicted:
            continue
        groups = {
            group: reliability([one for one in predicted if one.group == group]) for group in TYPE_GROUPS
        }
        _say(printing.reliability_lines(f"{name} of {title}", reliability(predicted), groups))


def _predicted(
    papers: Iterable[ReadPaper], definitions: Mapping[str, FormDef]
) -> tuple[list[Prediction], list[Prediction]]:
    """What was predicted for the fields and the cells of the papers."""
    fields: list[Prediction] = []
    cells: list[Prediction] = []
    for one in papers:
        fields += predictions(one.score.fields, definitions[one.paper.form])
        cells += predictions(one.score.cells, definitions[one.paper.form])
    return fields, cells


def _say_profile(count: int, papers: Sequence[ScannedForm]) -> None:
    if count and papers:
        _say(printing.profile_lines(profile(spread(papers, count))))


def _say(lines: Iterable[str]) -> None:
    print("\n".join(lines), flush=True)


def _write_errors(file: TextIO, papers: Sequence[ReadPaper]) -> None:
    for one in papers:
        for outcome in one.outcomes:
            if not outcome.right:
                file.write(json.dumps(_error(one.paper, outcome), ensure_ascii=False) + "\n")


def _error(form: ScannedForm, outcome: Outcome) -> Mapping[str, object]:
    reading = outcome.reading
    return {
        "form": form.name,
        "level": form.level,
        "layout": form.layout,
        "key": outcome.key,
        "class": error_class(outcome.truth, reading),
        "truth": outcome.truth,
        "text": reading.text if reading else None,
        "raw": reading.raw if reading else None,
        "state": str(reading.state) if reading else None,
        "page": reading.page if reading else None,
        "confidence": round(reading.confidence, 4) if reading else None,
        "accepted": outcome.accepted,
    }
