"""The door of the terminal: whatever happens inside, a sentence and an exit code come out."""

from __future__ import annotations

import pytest
import typer

from hrdigitize.cli.door import FAILED, STOPPED, guarded
from hrdigitize.cli.extract import exit_code
from hrdigitize.cli.language import take_language
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.services.extract import ExtractedPage, ExtractReport, FileFault

_SECRET = "Nguyễn Văn An"
_DETAILS = {"HRDIGITIZE_DETAILS": "1"}


def _stumble() -> int:
    raise RuntimeError(_SECRET)


def _refuse() -> int:
    raise UserFault("file-too-large", most=300)


def _stop() -> int:
    raise KeyboardInterrupt


def _abort() -> int:
    raise typer.Abort


def test_work_that_goes_well_keeps_its_exit_code() -> None:
    assert guarded(lambda: 1, Terminal("vi"), {}) == 1


def test_an_unforeseen_error_is_a_calm_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(_stumble, Terminal("en"), {}) == FAILED
    told = capsys.readouterr().err
    assert "RuntimeError" in told
    assert "HRDIGITIZE_DETAILS" in told
    assert _SECRET not in told
    assert "test_cli_door.py" not in told


def test_details_are_places_in_the_code_without_content(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(_stumble, Terminal("en"), _DETAILS) == FAILED
    told = capsys.readouterr().err
    assert "at test_cli_door.py, line" in told
    assert "_stumble" in told
    assert _SECRET not in told


def test_a_fault_is_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(_refuse, Terminal("vi"), {}) == FAILED
    assert capsys.readouterr().err.startswith("Tệp quá lớn (trên 300 MB).")


@pytest.mark.parametrize("work", [_stop, _abort])
def test_stopping_is_no_error(work: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(work)
    assert guarded(work, Terminal("vi"), {}) == STOPPED
    assert capsys.readouterr().err == "Đã dừng theo yêu cầu.\n"


def test_exit_codes_of_extract() -> None:
    reading = PageReading(10, 10, 300, 0, 0.0, PageKind.BLANK, (), ())
    page = ExtractedPage("a.jpg", 1, reading)
    error = FileFault("b.jpg", UserFault("file-missing"))
    assert exit_code(ExtractReport((), (page,), ())) == 0
    assert exit_code(ExtractReport((), (page,), (error,))) == 1
    assert exit_code(ExtractReport((), (), (error,))) == 2


def test_the_language_is_taken_out_of_the_arguments() -> None:
    assert take_language(["a", "--language", "en", "b"], {}) == ("en", ["a", "b"])
    assert take_language(["a", "--language=vi", "b"], {"HRDIGITIZE_LANGUAGE": "en"}) == ("vi", ["a", "b"])
    assert take_language(["a"], {"HRDIGITIZE_LANGUAGE": "en"}) == ("en", ["a"])
    assert take_language(["a"], {"HRDIGITIZE_LANGUAGE": "xx"}) == ("vi", ["a"])
    assert take_language(["--", "--language", "en"], {}) == ("vi", ["--", "--language", "en"])
    with pytest.raises(UserFault):
        take_language(["--language"], {})
