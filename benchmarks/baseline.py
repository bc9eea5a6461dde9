"""What anybody gets without this program: Tesseract's command line and a fuzzy search for each label."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.contenders import Contender
from benchmarks.formsets import ScannedForm
from benchmarks.scoring import Score, score
from benchmarks.stopwatch import Stopwatch
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.formdefs.model import FormDef, LabelPart

#: Page segmentation modes tried; the best one counts.
MODES = (3, 4, 6)
#: Likeness of a label and a place on a line, of 100, below which the label is not there.
_ALIKE = 80.0
_LEADERS = " .…_:;,-–|"
_NUMBER_AT_END = re.compile(r"[\s,;]*\b\d{1,2}(?:\.\d)?\s*[).\-/:]*\s*$")


def run_baseline(
    forms: Sequence[ScannedForm], mode: int, definitions: Mapping[str, FormDef], *, jobs: int
) -> Contender:
    """Read the forms with one page segmentation mode, `jobs` processes at a time."""
    pages = [page for form in forms for page in form.pages]
    watch = Stopwatch()
    with ThreadPoolExecutor(jobs) as pool:
        texts = dict(zip(pages, pool.map(lambda page: _text(page, mode), pages), strict=True))
        scores = tuple(
            scored_text(
                form,
                [line for page in form.pages for line in texts[page].splitlines()],
                definitions[form.form],
            )
            for form in forms
        )
    return Contender(f"tesseract -l vie, psm {mode}", scores, len(pages), watch.spent())


def _text(page: Path, mode: int) -> str:
    command = ["tesseract", str(page), "stdout", "-l", "vie", "--psm", str(mode)]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    run = subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8")
    return run.stdout


def scored_text(form: ScannedForm, lines: Sequence[str], definition: FormDef) -> Score:
    """How many fields the search for labels finds right in the lines of a form's text, whoever read them."""
    return score(form.truth, searched([line for line in lines if line.strip()], definition), {})


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a label was found: the line by its number, and the characters it takes."""

    line: int
    start: int
    end: int
    alike: float


def searched(lines: Sequence[str], definition: FormDef) -> dict[str, FieldReading]:
    """The value of every field: what stands after its label, up to the next label or the line's end."""
    hits = {
        label.target: hit
        for label in definition.labels
        if label.part is LabelPart.FIELD and (hit := _search(lines, label.texts)) is not None
    }
    readings: dict[str, FieldReading] = {}
    for key in definition.fields:
        value = _value(lines, hits[key], hits) if key in hits else ""
        state = State.VALUE if value else State.BLANK
        readings[key] = FieldReading(state, None, value, value, 0, Box(0, 0, 0, 0), 0.0, accepted=False)
    return readings


def _search(lines: Sequence[str], texts: Sequence[str]) -> _Hit | None:
    """The place most like one of the label's wordings; the longer wording where two are as like."""
    best: _Hit | None = None
    for number, line in enumerate(lines):
        for text in texts:
            if len(line) < len(text):
                continue
            found = fuzz.partial_ratio_alignment(text.casefold(), line.casefold(), score_cutoff=_ALIKE)
            if found is None:
                continue
            hit = _Hit(number, found.dest_start, found.dest_end, found.score)
            if best is None or (hit.alike, hit.end - hit.start) > (best.alike, best.end - best.start):
                best = hit
    return best


def _value(lines: Sequence[str], hit: _Hit, hits: Mapping[str, _Hit]) -> str:
    line = lines[hit.line]
    following = [one.start for one in hits.values() if one.line == hit.line and one.start >= hit.end]
    if not following:
        return line[hit.end :].strip(_LEADERS)
    return _NUMBER_AT_END.sub("", line[hit.end : min(following)]).strip(_LEADERS)
