"""Generated decisions and résumés, read by the real engine, are never taken for one another."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from hrdigitize.domain.page import PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.extraction.page.pages import read_page
from hrdigitize.extraction.separation import separate
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.ocr.choice import open_engine
from hrdigitize.ocr.engine import Engine, Engines
from tests.generator.decisions.deciding import ANNEX
from tests.generator.decisions.generating import generate_decision, print_decision
from tests.generator.generating import generate

#: The first decision of the use "tune" with an annexed list, and one without.
_ANNEXED = next(seed for seed in range(100) if print_decision(seed).decision.manner == ANNEX)
_SINGLE = next(seed for seed in range(100) if len(print_decision(seed).laid.pages) == 1)
#: Of the use "tune" of the résumés.
_RESUME = 7_005


@pytest.fixture(scope="module", name="engine")
def _engine() -> Iterator[Engine]:
    opened = open_engine()
    yield opened
    opened.close()


def _read(file: bytes, engine: Engine) -> PageReading:
    with Image.open(io.BytesIO(file)) as opened:
        pixels = np.asarray(opened.convert("L"))
    height, width = pixels.shape
    return read_page(Picture(width, height, 1, 300, pixels.tobytes()), Engines(engine))


@pytest.mark.engine
def test_decisions_and_resumes_of_one_stack_are_told_apart(engine: Engine) -> None:
    single, annexed = (generate_decision(seed, 0).pages for seed in (_SINGLE, _ANNEXED))
    resume = generate(_RESUME, 0).pages[:2]
    stack = [_read(page, engine) for page in (*single, *annexed, *resume, *single)]
    found = separate(stack, load_forms()).spans
    ends = [len(single), len(single) + len(annexed), len(single) + len(annexed) + len(resume), len(stack)]
    assert [span.last for span in found] == ends
    assert [span.form == "decision" for span in found] == [True, True, False, True]
    assert found[2].form is not None
