"""The terminal as people and scripts meet it: sentences, exit codes, JSON, and never a traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PIL import Image

from tests.capture.scans import claiming_png, noise, saved
from tests.cli.programs import Outcome, hrdigitize

_ALL_READ, _SOME_FAILED, _NONE_READ = 0, 1, 2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with Vietnamese letters and a space in its name, full of trouble."""
    made = tmp_path / "Hồ sơ xã Đông Anh"
    made.mkdir()
    (made / "chữ.jpg").write_text("Đây không phải là ảnh.", "utf-8")
    (made / "dở dang.jpg").write_bytes(saved(noise((600, 800)), "JPEG")[:100_000])
    (made / "rỗng.pdf").touch()
    (made / "khổng lồ.png").write_bytes(claiming_png(20_000, 20_000))
    (made / "trắng.png").write_bytes(saved(Image.new("L", (1240, 1754), 255), "PNG", dpi=(150, 150)))
    return made


def _is_calm(outcome: Outcome) -> bool:
    return "Traceback" not in outcome.out + outcome.err and 'File "' not in outcome.err


def test_trouble_alone_is_exit_code_2_with_a_sentence_for_each(folder: Path) -> None:
    names = ["thiếu.jpg", "chữ.jpg", "dở dang.jpg", "rỗng.pdf", "khổng lồ.png"]
    outcome = hrdigitize("extract", *names, "--json", folder=folder)
    assert outcome.code == _NONE_READ
    told = json.loads(outcome.out)
    assert (told["documents"], told["pages"]) == ([], [])
    assert [(error["file"], error["code"]) for error in told["errors"]] == [
        ("thiếu.jpg", "file-missing"),
        ("chữ.jpg", "file-not-image"),
        ("dở dang.jpg", "file-truncated"),
        ("rỗng.pdf", "file-empty"),
        ("khổng lồ.png", "page-too-large"),
    ]
    assert "chữ.jpg: Nội dung tệp không phải là ảnh" in outcome.err
    assert _is_calm(outcome)


@pytest.mark.engine
def test_one_bad_file_among_good_ones_is_exit_code_1(folder: Path) -> None:
    outcome = hrdigitize("extract", "trắng.png", "thiếu.jpg", "--json", folder=folder)
    assert outcome.code == _SOME_FAILED
    told = json.loads(outcome.out)
    assert [(document["form"], document["fields"]) for document in told["documents"]] == [(None, {})]
    assert [(page["file"], page["dpi"], page["kind"]) for page in told["pages"]] == [
        ("trắng.png", 150, "blank")
    ]
    assert [error["file"] for error in told["errors"]] == ["thiếu.jpg"]


@pytest.mark.engine
def test_a_page_without_a_form_is_read_and_nothing_is_invented(folder: Path) -> None:
    outcome = hrdigitize("extract", "trắng.png", "--language", "en", folder=folder)
    assert outcome.code == _ALL_READ
    assert "Document of no known form" in outcome.out
    assert outcome.err == ""


@pytest.mark.skipif(os.name == "nt", reason="names that are no text exist on POSIX only")
def test_a_name_that_is_no_text_is_no_trouble(folder: Path) -> None:
    name = os.fsdecode(b"h\xe9.jpg")
    (folder / name).write_bytes(b"abc")
    outcome = hrdigitize("extract", name, "--json", folder=folder)
    assert outcome.code == _NONE_READ
    assert json.loads(outcome.out)["errors"][0]["code"] == "file-not-image"
    assert _is_calm(outcome)


def test_a_terminal_of_ascii_is_no_trouble(tmp_path: Path) -> None:
    outcome = hrdigitize("extract", "a.jpg", "--json", folder=tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert outcome.code == _NONE_READ
    assert "Không tìm thấy" in json.loads(outcome.out)["errors"][0]["message"]


def test_without_arguments_and_display_the_missing_window_is_said(tmp_path: Path) -> None:
    outcome = hrdigitize(folder=tmp_path)
    assert outcome.code == _NONE_READ
    assert "màn hình" in outcome.err
    assert _is_calm(outcome)
    assert not (tmp_path / "data").exists()
