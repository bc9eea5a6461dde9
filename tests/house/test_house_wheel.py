"""The wheel carries the program, its forms and its resources, and runs away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class _Installed:
    """An environment elsewhere with the wheel in it, and an empty folder to stand in."""

    wheel: Path
    python: Path
    program: Path
    site_packages: Path
    away: Path

    def run(self, *line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            line, cwd=self.away, env=_environment(), capture_output=True, text=True, check=False, timeout=120
        )


def _environment() -> Mapping[str, str]:
    """This environment, without what could lead Python back to the checkout."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}


def _run(*line: str, cwd: Path) -> None:
    done = subprocess.run(line, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(line)}\n{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> _Installed:
    """Builds the wheel and installs it; no network: the dependencies are lent by this environment.

    A `.pth` file lends them. Python does not follow the `.pth` files of a folder that came in that way,
    so this environment's own link to the checkout stays out.
    """
    place = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(place), ".", cwd=root)
    (wheel,) = place.glob("*.whl")
    elsewhere = place / "environment"
    venv.create(elsewhere, with_pip=False)
    scripts = elsewhere / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install = ["install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    _run(sys.executable, "-m", "pip", "--python", str(python), *install, cwd=place)
    paths = sysconfig.get_paths(vars={"base": str(elsewhere), "platbase": str(elsewhere)})
    site_packages = Path(paths["purelib"])
    (site_packages / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    away = place / "away"
    away.mkdir()
    return _Installed(wheel, python, scripts / "hrdigitize", site_packages, away)


def test_the_wheel_holds_the_program_and_what_it_reads(installed: _Installed, root: Path) -> None:
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    for folder in ("forms", "resources"):
        wanted = {
            f"hrdigitize/{path.relative_to(root).as_posix()}"
            for path in (root / folder).rglob("*")
            if path.is_file() and path.suffix in (".toml", ".ttf", ".csv")
        }
        assert wanted, f"{folder}/ is empty"
        assert wanted <= names
    assert [name for name in names if name.startswith(("tests/", "benchmarks/"))] == []
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_program_is_the_wheel_not_the_checkout(installed: _Installed) -> None:
    done = installed.run(str(installed.python), "-c", "import hrdigitize; print(hrdigitize.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed.site_packages), done.stdout + done.stderr


def test_the_installed_program_finds_and_checks_its_forms(installed: _Installed) -> None:
    done = installed.run(str(installed.program), "forms", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_installed_program_explains_its_commands(installed: _Installed) -> None:
    done = installed.run(str(installed.program), "--help")
    assert done.returncode == 0, done.stdout + done.stderr
    for command in ("extract", "forms", "sample"):
        assert command in done.stdout
