"""The engine and its Vietnamese data are there: a machine without them fails, it does not skip."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from hrdigitize.ocr.choice import open_engine


def test_the_tesseract_program_is_there_and_has_vietnamese() -> None:
    tesseract = shutil.which("tesseract")
    assert tesseract is not None, "Tesseract is missing: python3 dev.py test installs it"
    listed = subprocess.run([tesseract, "--list-langs"], capture_output=True, text=True, check=True)
    assert "vie" in listed.stdout.split(), "tesseract-ocr-vie is missing: python3 dev.py test installs it"


@pytest.mark.parametrize("name", ["tesserocr", "pytesseract"])
def test_each_engine_opens_with_its_vietnamese_data(name: str) -> None:
    assert open_engine(name) is not None
