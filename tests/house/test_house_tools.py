"""Lint, format, types and floors are tests like any other: what they have to say is the failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPTS = Path(sys.executable).parent

_TOOLS = {
    "lint": [sys.executable, "-m", "ruff", "check", "."],
    "format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "types": [sys.executable, "-m", "mypy"],
    "floors": [str(_SCRIPTS / "lint-imports")],
}


@pytest.mark.parametrize("tool", _TOOLS)
def test_tool_has_nothing_to_say(tool: str, root: Path) -> None:
    done = subprocess.run(_TOOLS[tool], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{tool}:\n{done.stdout}\n{done.stderr}"
