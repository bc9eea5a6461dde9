"""The command `forms check` as its user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hrdigitize.cli.forms import forms
from hrdigitize.cli.terminal import Terminal


def _check(*arguments: str, language: str = "vi") -> tuple[int, str]:
    done = CliRunner().invoke(forms, ["check", *arguments], obj=Terminal(language), standalone_mode=False)
    assert done.exception is None
    return int(done.return_value), done.output


@pytest.mark.parametrize(("language", "told"), [("vi", "Không có lỗi"), ("en", "nothing wrong")])
def test_the_programs_own_forms(language: str, told: str) -> None:
    code, output = _check(language=language)
    assert code == 0
    assert told in output


def test_findings_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "small" / "form.toml"
    path.parent.mkdir()
    path.write_text('id = "large"\nnome = 1\n', "utf-8")
    code, output = _check(str(tmp_path), language="en")
    unbroken = output.replace("\n", "")
    assert code == 1
    assert f"{path}:1: The form id “large”" in unbroken
    assert f"{path}:2: There is no key “nome”" in unbroken
