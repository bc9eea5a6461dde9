"""bench imaging: which way up pages lie, what is said about their quality, and how long the clean-up takes.

    python3 dev.py bench imaging [--seed 0] [--count 8]

Whole forms of the generator at every level. Turned pages: each page laid on all four ways. Quality: clean and
worn pages must get no reason, pages spoilt on purpose must get theirs (`benchmarks.spoiling`).
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from benchmarks.spoiling import WAYS, spoilt
from hrdigitize.capture.decode import decode
from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.clean import clean
from hrdigitize.imaging.pixels import grey
from hrdigitize.imaging.quality import Quality, judged, measured
from tests.generator.generating import LEVELS, generate

_TURNS = (0, 90, 180, 270)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 0 always, whatever the figures."""
    wanted = argparse.ArgumentParser(prog="bench imaging", description=__doc__.splitlines()[0])
    wanted.add_argument("--seed", type=int, default=0, help="seed of the first form")
    wanted.add_argument("--count", type=int, default=8, help="forms of each level")
    chosen = wanted.parse_args(arguments)
    cv2.setNumThreads(1)
    for level in LEVELS:
        pages = list(_pages(range(chosen.seed, chosen.seed + chosen.count), level))
        rng = np.random.default_rng((chosen.seed, level))
        print(f"level {level}: {len(pages)} pages", flush=True)
        _print_turns(pages)
        _print_reasons(pages, level, rng)
    return 0


def _pages(seeds: range, level: int) -> Iterator[Picture]:
    for seed in seeds:
        for page in generate(seed, level).pages:
            yield next(decode(page))


def _print_turns(pages: Sequence[Picture]) -> None:
    outcomes: Counter[tuple[int, str]] = Counter()
    seconds: list[float] = []
    for page in pages:
        for turn in _TURNS:
            image = np.ascontiguousarray(np.rot90(grey(page), -turn // 90))
            laid = Picture(image.shape[1], image.shape[0], 1, page.dpi, image.tobytes())
            start = time.perf_counter()
            cleaned = clean(laid)
            seconds.append(time.perf_counter() - start)
            outcomes[turn, _outcome(cleaned.rotation, turn, sure=cleaned.sure)] += 1
    for turn in _TURNS:
        counts = ", ".join(f"{outcomes[turn, one]} {one}" for one in ("right", "wrong", "left to the engine"))
        print(f"  laid on turned by {turn:3} degrees: {counts}")
    print(f"  clean-up: median {np.median(seconds) * 1000:.0f} ms, fastest {min(seconds) * 1000:.0f} ms")


def _outcome(found: int, turn: int, *, sure: bool) -> str:
    if not sure:
        return "left to the engine"
    return "right" if found == turn else "wrong"


def _print_reasons(pages: Sequence[Picture], level: int, rng: np.random.Generator) -> None:
    qualities = [_quality(page) for page in pages]
    alarms = Counter(reason for quality in qualities for reason in quality.reasons)
    scores = [quality.score for quality in qualities]
    print(f"  as they are: reasons {dict(alarms)}, score {min(scores):.2f} to {max(scores):.2f}")
    for name, way in WAYS.items():
        if level not in way.levels:
            continue
        found = [_quality(spoilt(page, way, rng)) for page in pages]
        named = sum(way.reason in quality.reasons for quality in found)
        others = Counter(reason for one in found for reason in one.reasons if reason != way.reason)
        print(f"  {name}: {named} of {len(found)} {way.reason}; beside it {dict(others)}", flush=True)


def _quality(picture: Picture) -> Quality:
    return judged(measured(clean(picture)))
