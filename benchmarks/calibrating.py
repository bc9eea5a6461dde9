"""Fits how sure a reading is, and from where on it is accepted, on generated forms of the use "calibrate".

The weights go to resources/calibration/acceptance.toml. What measures (the uses "test" and "exam") is never
fitted on. A limit is the lowest confidence from which on at most so many of the accepted readings were wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.formsets import generated
from benchmarks.logistic import fitted
from benchmarks.running import ReadPaper, read_group, warm_up
from hrdigitize import bundle
from hrdigitize.domain.reading import State, Support
from hrdigitize.extraction.acceptance import (
    BLANK,
    FREE_FEATURES,
    GROUPS,
    UNSURE,
    Weights,
    confidence_of,
    features,
    group_of,
)
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef, Kind
from hrdigitize.workers.reading import Reader
from tests.generator.generating import FORMS, LEVELS, USES

#: Of the readings accepted on the calibrating forms, this share may be wrong: the goal is 1 in 1,000.
_WRONG_SHARE = 0.001
#: No limit is lower than this, however few errors were seen.
_LEAST_LIMIT = 0.9


@dataclass(frozen=True, slots=True)
class Case:
    """A reading with its group, and whether it is right. open: nothing but its confidence decides."""

    group: str
    support: Support
    right: bool
    open: bool


def main(arguments: Sequence[str]) -> int:
    """Read, fit, print, write."""
    given = _parser().parse_args(arguments)
    first = USES["calibrate"].first_seed
    forms = generated(range(first, first + given.count), LEVELS, jobs=given.jobs)
    hands = generated(
        range(first, first + given.hands), LEVELS, jobs=given.jobs, among=tuple(FORMS), hand=True
    )
    with Reader(size=given.jobs) as reader:
        warm_up(reader, jobs=given.jobs)
        run = read_group((*forms, *hands), (), reader, jobs=given.jobs)
    cases = [case for paper in run.papers for case in cases_of(paper, load_forms())]
    weights = {group: fit(found) for group, found in _by_group(cases).items()}
    for group, found in _by_group(cases).items():
        print(_line(group, found, weights[group]))
    given.out.write_text(_toml(weights, given.count, given.hands), "utf-8")
    print(f"written to {given.out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks calibrate", description=__doc__)
    parser.add_argument("--count", type=int, default=48, help="printed forms at each level")
    parser.add_argument("--hands", type=int, default=10, help="forms filled in as if by hand at each level")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--out", type=Path, default=bundle.resources() / "calibration" / "acceptance.toml")
    return parser


def cases_of(paper: ReadPaper, forms: Mapping[str, FormDef]) -> list[Case]:
    """What a paper teaches: every reading with a support; labels that were not found have none."""
    form = forms[paper.paper.form]
    found: list[Case] = []
    for outcome in paper.outcomes:
        reading = outcome.reading
        if reading is None or reading.support is None:
            continue
        group = group_of(_kind(form, outcome.key), blank=reading.state is State.BLANK)
        only_unsure = all(doubt.code == UNSURE for doubt in reading.doubts)
        found.append(Case(group, reading.support, outcome.right, only_unsure))
    return found


def _kind(form: FormDef, key: str) -> Kind:
    """The kind of a field, or of a cell named as in `training[2].school`."""
    table, _, column = key.partition(".")
    if not column:
        return form.fields[key].type.kind
    columns = form.tables[table.partition("[")[0]].columns
    return next(one.type.kind for one in columns if one.key == column)


def _by_group(cases: Sequence[Case]) -> dict[str, list[Case]]:
    return {group: [case for case in cases if case.group == group] for group in (*GROUPS, BLANK)}


def fit(cases: Sequence[Case]) -> Weights:
    """The weights and the limit of a group. ValueError where there is nothing to learn from."""
    if not cases:
        raise ValueError("no reading of this group was seen: take more forms")
    rows = np.array([features(case.support) for case in cases])
    right = np.array([float(case.right) for case in cases])
    weights = tuple(round(weight, 4) for weight in fitted(rows, right, FREE_FEATURES))
    return Weights(weights, _limit(cases, weights))


def _limit(cases: Sequence[Case], weights: tuple[float, ...]) -> float:
    """The lowest confidence from which on no more than the allowed share of the open cases is wrong."""
    scored = sorted(
        ((confidence_of(case.support, Weights(weights, 0.0)), case.right) for case in cases if case.open),
        reverse=True,
    )
    limit, wrong = 1.0, 0
    for count, (confidence, right) in enumerate(scored, start=1):
        wrong += not right
        last_of_its_confidence = count == len(scored) or scored[count][0] < confidence
        if last_of_its_confidence and wrong <= _WRONG_SHARE * count:
            limit = confidence
    return max(_LEAST_LIMIT, limit)


def _line(group: str, cases: Sequence[Case], weights: Weights) -> str:
    taken = [case for case in cases if case.open and confidence_of(case.support, weights) >= weights.limit]
    wrong = sum(not case.right for case in taken)
    right = sum(case.right for case in cases)
    return (
        f"{group:<7} {len(cases):>6} readings, {right} right; accepted {len(taken)}"
        f" = {100 * len(taken) / len(cases):.1f} %, {wrong} of them wrong; limit {weights.limit:.5f}"
    )


def _toml(weights: Mapping[str, Weights], count: int, hands: int) -> str:
    head = (
        "# How sure a reading is, by group of kinds; weights in the order of `acceptance.features`.\n"
        f"# Written by `python3 dev.py bench calibrate --count {count} --hands {hands}`; not to be edited.\n"
    )
    groups = (
        f"\n[groups.{group}]\nlimit = {one.limit}\nweights = {list(one.weights)}\n"
        for group, one in weights.items()
    )
    return head + "".join(groups)
