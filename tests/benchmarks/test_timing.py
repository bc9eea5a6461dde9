"""Seconds go to the part that spent them, and who asked the engine is told apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from benchmarks.formsets import load_folder
from benchmarks.timing import FIRST_LOOKS, Asked, Profile, TimedEngine, Watch, peak_memory_mib, profile
from hrdigitize import bundle
from hrdigitize.domain.picture import Picture
from hrdigitize.workers.reading import Reader
from tests.silent_engine import SilentEngine
from tests.workers.staff import size_engine


def _clock() -> Callable[[], float]:
    """A second passes with every look at it."""
    ticks = count()
    return lambda: float(next(ticks))


def test_an_engine_s_seconds_are_kept_by_who_asked() -> None:
    watch = Watch(_clock())
    engine, image = TimedEngine(SilentEngine(), "first", watch), np.zeros((9, 9), np.uint8)

    def _look() -> None:
        engine.read_lines([image], 300)

    def _lines_in() -> None:
        engine.find_lines(image, 300)
        engine.read_page(image, 300)

    _look()
    _lines_in()
    assert watch.seconds == {Asked("first", "_look"): 1.0, Asked("first", "_lines_in"): 2.0}


def test_first_looks_are_told_by_who_asks() -> None:
    asked = {Asked("first", "_block"): 4.0, Asked("first", "_look"): 2.0, Asked("network", "_look"): 3.0}
    found = Profile(pages=1, decoding=1.0, cleaning=2.0, page_work=3.0, extraction=4.0, asked=asked)
    assert (found.first_looks, found.second_looks, found.engines, found.total) == (4.0, 5.0, 9.0, 19.0)


@pytest.mark.engine
def test_a_paper_is_profiled_and_the_program_still_names_its_first_looks_so() -> None:
    paper = load_folder(bundle.resources() / "samples" / "2c-bnv-2008")[0]
    # The page before the last holds tables: every first look happens there.
    found = profile([replace(paper, pages=paper.pages[-2:-1])])
    first_looks = {asked.by for asked in found.asked if asked.first_look}
    assert first_looks == {"_lines_in", "by_line_reader"}
    assert first_looks < FIRST_LOOKS
    assert found.pages == 1
    assert min(found.decoding, found.cleaning, found.extraction, found.second_looks) > 0.0


def test_the_memory_of_a_reading_helper_is_seen_while_it_lives() -> None:
    sheet = Picture(500, 400, 1, 300, bytes([255]) * 200_000)
    with Reader(engines=size_engine, size=1) as reader:
        list(reader.read_pages([sheet]))
        seen = peak_memory_mib()
    if Path("/proc/self/status").exists():
        assert len(seen) == 1
        assert 20 < seen[0] < 4_000
    else:
        assert seen == ()
