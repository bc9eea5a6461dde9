"""What the tests of the house look at: the checkout and the files that belong to it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[Path, ...]:
    """Every file of the checkout that git keeps or would keep."""
    line = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(line, cwd=root, capture_output=True, text=True, check=True)
    files = sorted(root / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in files if path.is_file())


@pytest.fixture(scope="session")
def python_files(tracked: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those of them that are Python."""
    return tuple(path for path in tracked if path.suffix == ".py")
