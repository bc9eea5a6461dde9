"""dev.py names what is missing; the lock is whole and free of any one machine."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev
from tests.generator.faces import FAMILIES

_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==(\S+)(.*)\\$")


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    """The text of the lock."""
    return (root / "requirements.lock").read_text("utf-8")


def _pins(lock: str) -> Mapping[str, Sequence[str]]:
    """Package -> its locked versions (two where Python versions need different ones)."""
    pins: dict[str, list[str]] = {}
    for line in lock.splitlines():
        if found := _PIN.match(line):
            pins.setdefault(canonicalize_name(found[1]), []).append(found[2])
    return pins


def _start(root: Path, *arguments: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Starts dev.py on a machine where only the programs in `path` exist."""
    return subprocess.run(
        [sys.executable, str(root / "dev.py"), *arguments],
        env={**os.environ, "PATH": str(path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _program(folder: Path, name: str, script: str) -> None:
    """Puts a small shell program into the folder."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


def test_dev_needs_the_standard_library_only(root: Path) -> None:
    tree = ast.parse((root / "dev.py").read_text("utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_dev_installs_every_typeface_of_the_generator() -> None:
    assert {family.package for family in FAMILIES.values()} <= set(dev.GENERATOR_PACKAGES)


def test_readme_and_dev_know_the_same_commands(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    assert set(re.findall(r"python3 dev\.py (\w+)", readme)) == set(dev.COMMANDS)


def test_a_wrong_command_gets_the_usage_and_exit_code_2(root: Path, tmp_path: Path) -> None:
    done = _start(root, "fly", path=tmp_path)
    assert done.returncode == 2
    assert "usage: python3 dev.py" in done.stderr


def test_without_tesseract_one_sentence_names_it(root: Path, tmp_path: Path) -> None:
    done = _start(root, "check", path=tmp_path)
    assert done.returncode == 2
    assert "Tesseract is missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_vietnamese_data_one_sentence_names_it(root: Path, tmp_path: Path) -> None:
    _program(tmp_path, "tesseract", "echo eng")
    done = _start(root, "check", path=tmp_path)
    assert done.returncode == 2
    assert "vie" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_apt_the_missing_packages_are_named(root: Path, tmp_path: Path) -> None:
    _program(tmp_path, "dpkg-query", "exit 1")
    done = _start(root, "check", path=tmp_path)
    assert done.returncode == 2
    assert "apt-get is missing" in done.stderr
    assert "tesseract-ocr-vie" in done.stderr


def test_without_rights_the_exact_apt_line_is_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _program(tmp_path, "apt-get", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.MissingPartError) as missing:
        dev.install_system_packages(["libegl1", "tesseract-ocr-vie"], ["libegl1", "tesseract-ocr-vie"])
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 tesseract-ocr-vie"
    assert line in str(missing.value)


def test_only_what_dpkg_lacks_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answers = "echo 'libegl1 installed'; echo 'libglib2.0-0t64 installed'; echo 'libgl1 config-files'"
    _program(tmp_path, "dpkg-query", answers)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.missing_packages(["libegl1", "libgl1", "libglib2.0-0", "xvfb"]) == ("libgl1", "xvfb")


def test_the_lock_holds_every_dependency_in_a_version_that_fits(root: Path, lock: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    pins = _pins(lock)
    unmet = [
        text
        for text in asked
        if not any(
            Requirement(text).specifier.contains(version)
            for version in pins.get(canonicalize_name(Requirement(text).name), ())
        )
    ]
    assert unmet == []


def test_every_locked_package_has_hashes(lock: str) -> None:
    lines = lock.splitlines()
    pinned = [
        number for number, line in enumerate(lines) if "==" in line and not line.lstrip().startswith("#")
    ]
    assert len(pinned) > 30
    assert [lines[number] for number in pinned if "--hash=sha256:" not in lines[number + 1]] == []


def test_the_lock_names_no_registry_and_no_path(lock: str) -> None:
    settings = ("://", "file:", "--index", "--extra-index", "--find-links", "--trusted-host", "-e ", "@ ")
    packages = [line for line in lock.splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in packages if any(setting in line for setting in settings)] == []
