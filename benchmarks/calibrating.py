"""Fits how sure a reading is, and from where on it is accepted, on generated forms of the use "calibrate".

The weights go to resources/calibration/acceptance.toml. What measures (the uses "test" and "exam") is never
fitted on. Limits are set so that most is accepted, and of all that is accepted no more than a share is wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.formsets import generated
from benchmarks.logistic import fitted
from benchmarks.running import Program, ReadPaper, read_group
from hrdigitize import bundle
from hrdigitize.domain.reading import State, Support
from hrdigitize.extraction.acceptance import (
    FREE_FEATURES,
    GROUPS,
    UNSURE,
    Weights,
    confidence_of,
    features,
    group_of,
    readers_agree,
)
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef, Kind
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader
from tests.generator.generating import FORMS, LEVELS, USES

#: Of the readings accepted on the calibrating forms of each level, this share may be wrong. The goal on other
#: forms is 1 in 1,000; with 0.0008 of all levels together, 30 others had 2 to 3 in 1,000 at every level.
_WRONG_SHARE = 0.0002
#: Prices of an error that are tried.
_LEAST_PRICE, _MOST_PRICE, _PRICE_STEP = 20, 4000, 20
#: No limit is lower than this, however few errors were seen.
_LEAST_LIMIT = 0.9


@dataclass(frozen=True, slots=True)
class Case:
    """A reading with its group, and whether it is right. open: nothing but its confidence decides."""

    group: str
    level: int
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
        program = Program(Decoder(), reader, given.jobs)
        program.warm_up()
        run = read_group((*forms, *hands), (), program)
    cases = [case for paper in run.papers for case in cases_of(paper, load_forms())]
    weights = fit(_by_group(cases))
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
        blank = reading.state is State.BLANK
        group = group_of(_kind(form, outcome.key), blank=blank, cell="." in outcome.key)
        only_unsure = all(doubt.code == UNSURE for doubt in reading.doubts)
        undisputed = readers_agree(reading.support, blank=blank)
        is_open = only_unsure and undisputed
        found.append(Case(group, paper.paper.level, reading.support, outcome.right, is_open))
    return found


def _kind(form: FormDef, key: str) -> Kind:
    """The kind of a field, or of a cell named as in `training[2].school`."""
    table, _, column = key.partition(".")
    if not column:
        return form.fields[key].type.kind
    columns = form.tables[table.partition("[")[0]].columns
    return next(one.type.kind for one in columns if one.key == column)


def _by_group(cases: Sequence[Case]) -> dict[str, list[Case]]:
    return {group: [case for case in cases if case.group == group] for group in GROUPS}


def fit(by_group: Mapping[str, Sequence[Case]]) -> dict[str, Weights]:
    """The weights and the limit of every group. ValueError where there is nothing to learn from."""
    weights = {group: _weights(cases) for group, cases in by_group.items()}
    ranked = {group: _ranked(cases, weights[group]) for group, cases in by_group.items()}
    limits = _limits(ranked)
    return {group: Weights(weights[group], limits[group]) for group in by_group}


def _weights(cases: Sequence[Case]) -> tuple[float, ...]:
    if not cases:
        raise ValueError("no reading of some group was seen: take more forms")
    rows = np.array([features(case.support) for case in cases])
    right = np.array([float(case.right) for case in cases])
    return tuple(round(weight, 4) for weight in fitted(rows, right, FREE_FEATURES))


@dataclass(frozen=True, slots=True)
class _Step:
    """All open cases of at least one confidence, by level: how many there are, and how many are wrong."""

    confidence: float
    counts: tuple[int, ...]
    wrongs: tuple[int, ...]


def _ranked(cases: Sequence[Case], weights: tuple[float, ...]) -> list[_Step]:
    """The steps of a group from the surest down; the first one takes nothing."""
    scored = sorted(
        (
            (confidence_of(case.support, Weights(weights, 0.0)), case.right, case.level)
            for case in cases
            if case.open
        ),
        reverse=True,
    )
    counts, wrongs = [0] * len(LEVELS), [0] * len(LEVELS)
    steps = [_Step(1.0, tuple(counts), tuple(wrongs))]
    for taken, (confidence, right, level) in enumerate(scored, start=1):
        counts[level] += 1
        wrongs[level] += not right
        if taken == len(scored) or scored[taken][0] < confidence:
            steps.append(_Step(confidence, tuple(counts), tuple(wrongs)))
    return steps


def _limits(ranked: Mapping[str, Sequence[_Step]]) -> dict[str, float]:
    """One limit for each group, so that most is accepted and of no level more than the share is wrong.

    An error has a price in readings: every group goes down as far as its readings are worth their errors.
    The lowest price at which all groups together keep to the share is taken.
    """
    for price in range(_LEAST_PRICE, _MOST_PRICE, _PRICE_STEP):
        chosen = {
            group: max(
                (step for step in steps if step.confidence >= _LEAST_LIMIT), key=partial(_worth, price)
            )
            for group, steps in ranked.items()
        }
        if all(_keeps_to_share(chosen.values(), level) for level in LEVELS):
            return {group: step.confidence for group, step in chosen.items()}
    return dict.fromkeys(ranked, 1.0)


def _keeps_to_share(chosen: Iterable[_Step], level: int) -> bool:
    steps = tuple(chosen)
    wrong, count = sum(step.wrongs[level] for step in steps), sum(step.counts[level] for step in steps)
    return wrong <= _WRONG_SHARE * count


def _worth(price: int, step: _Step) -> int:
    return sum(step.counts) - price * sum(step.wrongs)


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
