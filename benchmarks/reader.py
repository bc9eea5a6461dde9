"""bench reader: the program's line reader against Tesseract, on the same crops, one core each.

    python3 dev.py bench reader [--lines 400] [--seed 0]

Lines as they are made for training (`training/pages.py`), but of other seeds and in faces that were never
trained on, at each level of the scanner: cleaned, as Tesseract sees them in the program, and uncleaned, as
the line reader does; handwriting-like ones apart.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from random import Random

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

from hrdigitize.ocr.choice import open_engine, open_network, open_reader
from hrdigitize.ocr.engine import LineReader
from hrdigitize.ocr.line_reader import OnnxLineReader
from tests import generator
from tests.generator.faces import FAMILIES, HANDS, Family
from tests.generator.generating import EXAM, LEVELS
from training.faces import FaceKind, TrainingFace
from training.pages import Plan, samples
from training.shards import Sample

_ROOTS = (Path("/usr/share/fonts"), Path(generator.__file__).parent / "fonts")
#: White around a crop, as the program gives it to Tesseract (`extraction.page.second_looks`).
_MARGIN_PX = 12


@dataclass(frozen=True, slots=True)
class Score:
    """How one reader did. characters, lines: shares wrong. seconds: of processor time for all lines."""

    characters: float
    lines: float
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 where the program has no line reader."""
    wanted = argparse.ArgumentParser(prog="bench reader", description=__doc__.splitlines()[0])
    wanted.add_argument("--lines", type=int, default=400, help="lines of each level and kind")
    wanted.add_argument("--seed", type=int, default=0)
    given = wanted.parse_args(arguments)
    cv2.setNumThreads(1)
    reader = open_reader()
    if reader is None:
        print("there is no line reader: resources/reader/reader.onnx is missing or cannot be used")
        return 1
    readers = [
        reader,
        open_engine(),
        *filter(None, [open_reader("arbiter"), open_network()]),
    ]
    for hand in (False, True):
        kind, found = "handwriting-like" if hand else "print", []
        for paper, level in product((False, True), LEVELS):
            drawn = samples(Random(f"bench {given.seed} {level}"), _plan(level, hand=hand, paper=paper))
            lines = list(islice(drawn, given.lines))
            print(
                f"{kind}, level {level}, {len(lines)} {'uncleaned' if paper else 'cleaned'} lines", flush=True
            )
            found.append([_score(one, lines) for one in readers])
            _print_scores(readers, found[-1], len(lines))
        _print_all(kind, readers, found)
    return 0


def _plan(level: int, *, hand: bool, paper: bool) -> Plan:
    families = [HANDS[name] for name in EXAM.hands] if hand else [FAMILIES[name] for name in EXAM.fonts]
    kind = FaceKind(tuple(_face(family) for family in families), 1, hand=hand)
    return Plan(_ROOTS, (kind,), ((level, 1),), float(paper))


def _face(family: Family) -> TrainingFace:
    files = dict.fromkeys((family.regular, family.bold, family.italic))
    return TrainingFace(tuple(files), 1, family.scale)


def _print_scores(readers: Sequence[LineReader], scores: Sequence[Score], lines: int) -> None:
    for reader, score in zip(readers, scores, strict=True):
        print(
            f"  {reader.name:<34} characters wrong {score.characters:7.2%}, lines {score.lines:6.1%},"
            f" {lines / score.seconds:6.1f} lines a second"
        )


def _print_all(kind: str, readers: Sequence[LineReader], groups: Sequence[Sequence[Score]]) -> None:
    """The reader, which comes first, beside Tesseract, which comes second, over all groups of lines."""
    ours, engines = ([scores[at] for scores in groups] for at in (0, 1))
    wrong = [sum(score.characters for score in scores) for scores in (ours, engines)]
    times = sum(score.seconds for score in engines) / sum(score.seconds for score in ours)
    print(
        f"{kind}, all groups, {readers[0].name} beside {readers[1].name}:"
        f" {wrong[0] / max(wrong[1], 1e-9):.2f} times as many characters wrong,"
        f" {times:.1f} times as many lines a second",
        flush=True,
    )


def _score(reader: LineReader, lines: Sequence[Sample]) -> Score:
    """The same crops for every reader, each with the margin that the program gives it."""
    margin = 0 if isinstance(reader, OnnxLineReader) else _MARGIN_PX
    crops = [np.pad(line.crop, margin, constant_values=255) for line in lines]
    start = time.process_time()
    found = reader.read_lines(crops, 300)
    seconds = time.process_time() - start
    wrong = sum(Levenshtein.distance(one.text, line.text) for one, line in zip(found, lines, strict=True))
    missed = sum(one.text != line.text for one, line in zip(found, lines, strict=True))
    return Score(wrong / sum(len(line.text) for line in lines), missed / len(lines), seconds)
