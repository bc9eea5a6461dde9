"""Commands, help and languages, in this process: what `python -m hrdigitize` would print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.app import App
from hrdigitize.cli.main import run
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import DocumentId
from tests.cli.programs import Outcome

#: Runs a command line; keywords are environment variables.
Program = Callable[..., Outcome]


def _no_window(_app: App, _actor: Actor, _document: DocumentId | None) -> int:
    raise AssertionError("no command here opens a window")


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str, **environ: str) -> Outcome:
        code = run(arguments, environ, open_window=_no_window)
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return start


@pytest.mark.parametrize(
    "arguments",
    [("extract",), ("extrac", "a.jpg"), ("extract", "--jsn", "a.jpg"), ("forms",), ("--langage", "vi")],
)
def test_a_wrong_command_line_is_exit_code_2(arguments: tuple[str, ...], program: Program) -> None:
    outcome = program(*arguments)
    assert outcome.code == 2
    assert "--help" in outcome.err + outcome.out


def test_the_language_can_be_chosen_in_three_ways(program: Program) -> None:
    vietnamese, english = "Không tìm thấy tệp", "The file was not found"
    assert vietnamese in program("extract", "a.jpg").err
    assert english in program("extract", "a.jpg", "--language", "en").err
    assert english in program("--language=en", "extract", "a.jpg").err
    assert english in program("extract", "a.jpg", HRDIGITIZE_LANGUAGE="en").err


def test_an_unknown_language_is_said(program: Program) -> None:
    outcome = program("extract", "a.jpg", "--language", "fr")
    assert outcome.code == 2
    assert "vi, en" in outcome.err


@pytest.mark.parametrize("command", [(), ("extract",), ("forms",), ("forms", "check"), ("sample",)])
def test_every_command_has_help(command: tuple[str, ...], program: Program) -> None:
    outcome = program(*command, "--help")
    assert outcome.code == 0
    assert "--help" in outcome.out
    assert outcome.err == ""


def test_help_speaks_the_chosen_language(program: Program) -> None:
    assert "không lưu gì cả" in program("extract", "--help").out
    assert "stores nothing" in program("extract", "--help", "--language", "en").out


def test_the_version_is_told(program: Program) -> None:
    outcome = program("--version")
    assert (outcome.code, outcome.out.split()[0]) == (0, "hrdigitize")
