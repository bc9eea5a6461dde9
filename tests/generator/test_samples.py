"""The sample dossier: written by the generator, small, and plainly of nobody."""

from __future__ import annotations

import json
from pathlib import Path

from hrdigitize import bundle
from tests.generator import samples

_MOST_BYTES = 6_000_000


def test_the_committed_dossier_is_small_and_says_that_its_people_do_not_exist() -> None:
    folder = bundle.resources() / "samples"
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < _MOST_BYTES
    assert "không có thật" in (folder / "README.md").read_text("utf-8")


def test_the_command_writes_the_truth_that_is_committed(tmp_path: Path) -> None:
    assert samples.main([str(tmp_path)]) == 0
    written = json.loads((tmp_path / "2c-bnv-2008" / "truth.json").read_text("utf-8"))
    committed = bundle.resources() / "samples" / "2c-bnv-2008"
    assert written == json.loads((committed / "truth.json").read_text("utf-8"))
    assert [entry["level"] for entry in written] == [0, 1, 2]
    for entry in written:
        for page in entry["pages"]:
            assert (tmp_path / "2c-bnv-2008" / page).stat().st_size > 0
            assert (committed / page).exists()
