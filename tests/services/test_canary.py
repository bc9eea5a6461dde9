"""What went through the program lies nowhere on the disk in plain text, after a crash either (D8)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hrdigitize import bundle
from tests.conftest import TellFigure
from tests.services.canary_run import HEAD, READY, REASON, SHELF, SUBJECT, TYPED_NAME, TYPED_NUMBER, UNIT

_SAMPLE = bundle.resources() / "samples" / "2c-bnv-2008"
_PAGE = _SAMPLE / "000-p1.jpg"


def needles() -> Mapping[str, bytes]:
    """Everything that must not be found, by what it is."""
    truth = json.loads((_SAMPLE / "truth.json").read_text("utf-8"))[0]["truth"]
    page = _PAGE.read_bytes()
    texts = {
        "name on the paper": truth["full_name"],
        "name typed": TYPED_NAME,
        "number typed": TYPED_NUMBER,
        "subject of a paper": SUBJECT,
        "shelf": SHELF,
        "reason of a correction": REASON,
        "name of a unit": UNIT,
        "passphrase": HEAD.passphrase,
        "name of the user": HEAD.full_name,
    }
    found = {"bytes of the page": page[len(page) // 2 : len(page) // 2 + 48]}
    for what, text in texts.items():
        for form in ("NFC", "NFD"):
            normal = unicodedata.normalize(form, text)
            for coding in ("utf-8", "utf-16-le", "utf-16-be"):
                found[f"{what}, {form}, {coding}"] = normal.encode(coding)
    return found


def leaks(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield from (f"{path.name}: {what}" for what, needle in needles().items() if needle in content)


@pytest.mark.engine
def test_no_canary_is_found_on_the_disk_after_work_and_crash(tmp_path: Path, tell_figure: TellFigure) -> None:
    root = tmp_path / "root"
    (root / "tmp").mkdir(parents=True)
    own = {name: str(root) for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    temporary = {name: str(root / "tmp") for name in ("TMPDIR", "TEMP", "TMP")}
    command = [sys.executable, "-m", "tests.services.canary_run"]
    command += [str(root / "store"), str(tmp_path / "stick"), str(_PAGE)]
    with (
        (root / "stderr.log").open("wb") as told,
        subprocess.Popen(
            command,
            env={**os.environ, **own, **temporary},
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
        ) as program,
    ):
        assert program.stdout is not None
        assert program.stdout.readline().split() == [READY, "2c-bnv-2008"]
        program.kill()
    files = [path for path in root.rglob("*") if path.is_file()]
    tell_figure(f"D8 canaries: {len(needles())} sought in {len(files)} files, {len(list(leaks(root)))} found")
    assert any(path.name.startswith("records.db") for path in files)
    assert list(leaks(root)) == []


def test_a_leak_would_be_found(tmp_path: Path) -> None:
    for what, needle in needles().items():
        (tmp_path / "file").write_bytes(b"before" + needle + b"behind")
        assert f"file: {what}" in set(leaks(tmp_path))
