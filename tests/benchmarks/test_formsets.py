"""Folders of scans: what the generator writes is what the measurements load."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.formsets import generated, load_folder, scans_folders
from tests.generator.folders import write_folder
from tests.generator.generating import FORM_ID, generate


def test_a_written_folder_is_loaded_with_its_truth_and_pages(tmp_path: Path) -> None:
    form = generate(7_010, 0, form=FORM_ID, layout="reprint", font="liberation-serif")
    count = write_folder(tmp_path, [("one", form)])
    (loaded,) = load_folder(tmp_path / FORM_ID)
    assert loaded.truth == form.truth
    assert (loaded.form, loaded.level, loaded.layout) == (FORM_ID, 0, "reprint")
    assert [page.read_bytes() for page in loaded.pages] == list(form.pages)
    assert count == len(form.pages)


def test_folders_of_unknown_forms_are_passed_over(tmp_path: Path) -> None:
    write_folder(
        tmp_path, [("one", generate(7_010, 0, form=FORM_ID, layout="reprint", font="liberation-serif"))]
    )
    assert list(scans_folders(tmp_path, [FORM_ID])) == [FORM_ID]
    assert scans_folders(tmp_path, ["decision"]) == {}


def test_a_set_is_of_the_forms_asked_for_and_comes_from_the_cache_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    wanted = (FORM_ID, "hs02-vc-bnv")
    made = generated([2, 3], [0], jobs=1, among=wanted, mishap="turned-90")
    assert [form.form for form in made] == list(wanted)
    times = [page.stat().st_mtime_ns for form in made for page in form.pages]
    again = generated([2, 3], [0], jobs=1, among=wanted, mishap="turned-90")
    assert again == made
    assert [page.stat().st_mtime_ns for form in again for page in form.pages] == times
