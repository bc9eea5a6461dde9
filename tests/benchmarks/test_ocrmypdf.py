"""OCRmyPDF is set up from a lock that is whole, and what goes wrong with it is said in its own words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import ocrmypdf
from benchmarks.formsets import ScannedForm


def test_the_lock_pins_a_version_and_every_package_has_hashes() -> None:
    lines = ocrmypdf.LOCK.read_text("utf-8").splitlines()
    pinned = [number for number, line in enumerate(lines) if "==" in line.split("#")[0].split(";")[0]]
    assert f"ocrmypdf=={ocrmypdf.locked_version()}" in "\n".join(lines)
    assert len(pinned) > 20
    assert [lines[number] for number in pinned if "--hash=sha256:" not in lines[number + 1]] == []
    assert [line for line in lines if "://" in line or "--index" in line] == []


def test_a_python_that_makes_no_environment_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho no ensurepip here >&2\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(ocrmypdf.SideEnvironmentError, match=r"no ensurepip here\npython gave exit code 3"):
        ocrmypdf.set_up(tmp_path)


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    program = ocrmypdf.OcrMyPdf(tmp_path, "17")
    form = ScannedForm("one", "2c-bnv-2008", 0, "", (tmp_path / "page.jpg",), {})
    with pytest.raises(ocrmypdf.SideEnvironmentError, match="img2pdf does not start"):
        ocrmypdf.run_ocrmypdf(program, [form], {}, jobs=2)
