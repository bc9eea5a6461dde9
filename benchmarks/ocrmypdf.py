"""OCRmyPDF on the same pages: set up in an environment of its own, run as an office would, its text searched.

It is no part of the program and never comes into its environment. Its version stands in `ocrmypdf.lock`
with that of everything it needs; beside the packages there it uses the Tesseract that is on the machine
already. Refresh the lock: `uv pip compile - --universal --generate-hashes --no-config --python-version 3.11
--custom-compile-command "see benchmarks/ocrmypdf.py" -o benchmarks/ocrmypdf.lock`, with the line
`ocrmypdf==VERSION` as input.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.baseline import scored_text
from benchmarks.contenders import Contender
from benchmarks.formsets import ScannedForm
from benchmarks.scoring import Score
from benchmarks.stopwatch import Spent, Stopwatch
from hrdigitize.formdefs.model import FormDef

LOCK = Path(__file__).with_name("ocrmypdf.lock")
#: How it is run; the number of processes is added.
OPTIONS = ("--deskew", "--rotate-pages", "-l", "vie")
_STAMP = "set-up.stamp"
_FOLDER = "Scripts" if os.name == "nt" else "bin"


class SideEnvironmentError(Exception):
    """OCRmyPDF cannot be set up or run; the text is a sentence for the one who measures."""


@dataclass(frozen=True, slots=True)
class OcrMyPdf:
    """OCRmyPDF ready to run. version: what it says of itself."""

    folder: Path
    version: str

    @property
    def name(self) -> str:
        return f"OCRmyPDF {self.version}"


def locked_version() -> str:
    """The version that the lock pins."""
    found = re.search(r"^ocrmypdf==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise SideEnvironmentError(f"{LOCK.name} pins no version of ocrmypdf.")
    return found[1]


def set_up(cache: Path) -> OcrMyPdf:
    """Make the environment below `cache` with the locked packages, once; SideEnvironmentError if it fails."""
    digest = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    place = cache / f"ocrmypdf-{locked_version()}-{digest[:12]}"
    programs = place / _FOLDER
    if not (place / _STAMP).is_file():
        print(f"setting up OCRmyPDF {locked_version()} in {place} …", flush=True)
        _run([sys.executable, "-m", "venv", "--clear", str(place)])
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, "--no-input", "--require-hashes", "--requirement", str(LOCK)])
        (place / _STAMP).write_text(digest, "utf-8")
    return OcrMyPdf(programs, _run([str(programs / "ocrmypdf"), "--version"]).strip())


def run_ocrmypdf(
    program: OcrMyPdf, forms: Sequence[ScannedForm], definitions: Mapping[str, FormDef], *, jobs: int
) -> Contender:
    """Read every form as one PDF, one after the other, with `jobs` processes each.

    The clock runs for OCRmyPDF and the search in its text; that scans lie in a PDF is taken for granted.
    """
    spent = Spent(0.0, 0.0)
    scores: list[Score] = []
    with TemporaryDirectory() as folder:
        scan = Path(folder) / "scan.pdf"
        for form in forms:
            _run([str(program.folder / "img2pdf"), *map(str, form.pages), "--output", str(scan)])
            watch = Stopwatch()
            lines = _text(program, scan, jobs=jobs).splitlines()
            scores.append(scored_text(form, lines, definitions[form.form]))
            spent += watch.spent()
    return Contender(program.name, tuple(scores), sum(len(form.pages) for form in forms), spent)


def run_on_pages(program: OcrMyPdf, pages: Sequence[Path], *, jobs: int) -> Spent:
    """What it takes to read the pages as one PDF; the clock runs for OCRmyPDF alone."""
    with TemporaryDirectory() as folder:
        scan = Path(folder) / "scan.pdf"
        _run([str(program.folder / "img2pdf"), *map(str, pages), "--output", str(scan)])
        watch = Stopwatch()
        _text(program, scan, jobs=jobs)
        return watch.spent()


def _text(program: OcrMyPdf, scan: Path, *, jobs: int) -> str:
    """The text that OCRmyPDF writes beside its PDF; a form feed between pages."""
    text, read = scan.with_suffix(".txt"), scan.with_name("read.pdf")
    text.unlink(missing_ok=True)
    _run(
        [
            str(program.folder / "ocrmypdf"),
            *OPTIONS,
            "--jobs",
            str(jobs),
            "--quiet",
            "--sidecar",
            str(text),
            str(scan),
            str(read),
        ]
    )
    return text.read_text("utf-8")


def _run(line: Sequence[str]) -> str:
    """What the command printed; SideEnvironmentError with its last words where it failed.

    OMP_THREAD_LIMIT is taken away: it is the program's and the baseline's own setting, and OCRmyPDF
    chooses the threads of its Tesseract itself.
    """
    environment = {name: value for name, value in os.environ.items() if name != "OMP_THREAD_LIMIT"}
    try:
        done = subprocess.run(
            line,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise SideEnvironmentError(f"{Path(line[0]).name} does not start: {error}.") from error
    if done.returncode != 0:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-12:])
        raise SideEnvironmentError(f"{last}\n{Path(line[0]).name} gave exit code {done.returncode}.")
    return done.stdout
