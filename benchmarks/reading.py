"""How well forms are read: fields and cells right, by level, beside plain Tesseract on the same pages.

The program reads by the same path as `hrdigitize extract`. Generated forms are those of the use "test"
unless another is asked for: tune on "tune", measure on "test".
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from benchmarks.baseline import MODES, BaselineRun, run_baseline
from benchmarks.formsets import ScannedForm, generated, scans_folders
from benchmarks.scoring import Outcome, Score, score, tally
from hrdigitize.domain.faults import UserFault
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.services.extract import ExtractReport, FileFault, extract
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader
from tests.generator.generating import LEVELS, USES


@dataclass(frozen=True, slots=True)
class Run:
    """The program over some forms: scores in their order, seconds a page on the wall's clock, faults."""

    scores: tuple[Score, ...]
    seconds_a_page: float
    faults: int


def main(arguments: Sequence[str]) -> int:
    """Run the measurement as asked for on the command line."""
    given = _parser().parse_args(arguments)
    definitions = load_forms()
    groups: dict[str, tuple[ScannedForm, ...]] = {}
    if given.count:
        first = USES[given.use].first_seed + given.seed
        forms = generated(range(first, first + given.count), LEVELS, jobs=given.jobs)
        for level in LEVELS:
            groups[f"generated ({given.use}), level {level}"] = tuple(
                form for form in forms if form.level == level
            )
    if given.scans is not None:
        groups |= scans_folders(given.scans, tuple(definitions))
    if given.errors is not None:
        given.errors.write_text("", "utf-8")
    with Reader(size=given.jobs) as reader:
        for name, forms in groups.items():
            run = read_forms(forms, reader, jobs=given.jobs)
            _print_group(name, forms, run, jobs=given.jobs)
            if given.errors is not None:
                with given.errors.open("a", encoding="utf-8") as file:
                    _write_errors(file, forms, run.scores)
            if not given.no_baseline:
                subset = _spread(forms, given.baseline_count)
                runs = [run_baseline(subset, mode, definitions, jobs=given.jobs) for mode in MODES]
                _print_baseline(forms, subset, run, runs)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks reading", description=__doc__)
    parser.add_argument("--scans", type=Path, help="a folder of scans made by others, with their truth")
    parser.add_argument("--count", type=int, default=50, help="generated forms at each level; 0 for none")
    parser.add_argument("--use", choices=sorted(USES), default="test")
    parser.add_argument("--seed", type=int, default=0, help="the first form's number within the use")
    parser.add_argument(
        "--jobs", type=int, default=2, help="processes, for the program and the baseline alike"
    )
    parser.add_argument("--no-baseline", action="store_true")
    parser.add_argument(
        "--baseline-count",
        type=int,
        default=15,
        help="forms of each group for the baseline, evenly spread; 0: all of them",
    )
    parser.add_argument(
        "--errors", type=Path, help="write every wrong field and cell there, a JSON object a line"
    )
    return parser


def read_forms(forms: Sequence[ScannedForm], reader: Reader, *, jobs: int) -> Run:
    """Read every form alone, `jobs` of them beside each other, by the path of the command line."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(jobs) as pool:
        reports = list(pool.map(lambda form: _read(form, reader), forms))
    seconds = time.perf_counter() - begun
    scores = tuple(_scored(form, report) for form, report in zip(forms, reports, strict=True))
    pages = sum(len(form.pages) for form in forms)
    return Run(scores, seconds / max(1, pages), sum(len(report.errors) for report in reports))


def _read(form: ScannedForm, reader: Reader) -> ExtractReport:
    """One form; where its reading fails as a whole, every field of it counts as wrong."""
    try:
        report = extract(form.pages, Decoder(), reader)
    except UserFault as fault:
        report = ExtractReport((), (), (FileFault(form.name, fault),))
    for error in report.errors:
        print(f"  {form.name}: {error.fault.code} {error.fault.params}", file=sys.stderr, flush=True)
    return report


def _scored(form: ScannedForm, report: ExtractReport) -> Score:
    """The first document recognised as this form counts; without one, nothing was read."""
    for document in report.documents:
        if document.form == form.form:
            return score(form.truth, document.fields, document.tables)
    return score(form.truth, {}, {})


def _fields(scores: Iterable[Score]) -> list[Outcome]:
    return [outcome for one in scores for outcome in one.fields]


def _cells(scores: Iterable[Score]) -> list[Outcome]:
    return [outcome for one in scores for outcome in one.cells]


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / whole:.1f} %" if whole else "none"


def _print_group(name: str, forms: Sequence[ScannedForm], run: Run, *, jobs: int) -> None:
    pages = sum(len(form.pages) for form in forms)
    fields, cells = tally(_fields(run.scores)), tally(_cells(run.scores))
    print(f"\n{name}: {len(forms)} forms, {pages} pages")
    print(f"  fields right   {_share(fields.right, fields.total)}")
    print(f"    of blanks    {_share(fields.blanks_right, fields.blanks)}")
    print(f"    of filled    {_share(fields.right - fields.blanks_right, fields.total - fields.blanks)}")
    print(f"    accepted     {_share(fields.accepted, fields.total)}, wrong {fields.accepted_wrong}")
    print(f"  cells right    {_share(cells.right, cells.total)}")
    print(f"    accepted     {_share(cells.accepted, cells.total)}, wrong {cells.accepted_wrong}")
    print(f"  seconds a page {run.seconds_a_page:.2f} with {jobs} processes; faults {run.faults}")
    _print_layouts(forms, run.scores)


def _print_layouts(forms: Sequence[ScannedForm], scores: Sequence[Score]) -> None:
    for layout in sorted({form.layout for form in forms} - {""}):
        own = [one for form, one in zip(forms, scores, strict=True) if form.layout == layout]
        fields, cells = tally(_fields(own)), tally(_cells(own))
        shares = f"fields {_share(fields.right, fields.total)}, cells {_share(cells.right, cells.total)}"
        print(f"    {layout:<10} {shares}")


def _print_baseline(
    forms: Sequence[ScannedForm], subset: Sequence[ScannedForm], run: Run, runs: Sequence[BaselineRun]
) -> None:
    """The baseline's modes, and the program's figure on the very same forms."""
    chosen = {form.name for form in subset}
    ours = tally(_fields(one for form, one in zip(forms, run.scores, strict=True) if form.name in chosen))
    print(f"  baseline, tesseract -l vie and a fuzzy search, on {len(subset)} of these forms:")
    for one in runs:
        fields = tally(_fields(one.scores))
        share = _share(fields.right, fields.total)
        print(f"    psm {one.mode}: fields {share}, {one.seconds_a_page:.2f} s a page")
    best = max(runs, key=lambda one: tally(_fields(one.scores)).right)
    print(
        f"    best is psm {best.mode}; the program on the same forms: fields {_share(ours.right, ours.total)}"
    )


def _spread(forms: Sequence[ScannedForm], count: int) -> Sequence[ScannedForm]:
    """So many of the forms, evenly spread; all of them for 0."""
    if not 0 < count < len(forms):
        return forms
    return [forms[number * len(forms) // count] for number in range(count)]


def _write_errors(file: TextIO, forms: Sequence[ScannedForm], scores: Sequence[Score]) -> None:
    for form, one in zip(forms, scores, strict=True):
        for outcome in (*one.fields, *one.cells):
            if not outcome.right:
                file.write(json.dumps(_error(form, outcome), ensure_ascii=False) + "\n")


def _error(form: ScannedForm, outcome: Outcome) -> Mapping[str, object]:
    reading = outcome.reading
    return {
        "form": form.name,
        "level": form.level,
        "layout": form.layout,
        "key": outcome.key,
        "truth": outcome.truth,
        "text": reading.text if reading else None,
        "raw": reading.raw if reading else None,
        "state": str(reading.state) if reading else None,
        "page": reading.page if reading else None,
        "confidence": round(reading.confidence, 4) if reading else None,
        "accepted": outcome.accepted,
    }
