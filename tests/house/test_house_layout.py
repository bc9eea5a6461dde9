"""The rules that no tool checks: rooms say what they are for, files and functions stay small."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_LONGEST_FILE = 450
_LONGEST_FUNCTION = 55

_BANNED_NAMES = frozenset({"util", "utils", "helpers", "misc", "manager", "common", "stuff"})

#: Paths that exist on one machine only. The letter in brackets keeps this file from naming one itself.
_MACHINE_PATHS = re.compile(
    r"(?<![\w.])/(?:w[o]rk|h[o]me/\w+|r[o]ot|tmp/b[r]iefs|opt/(?:wheels|pypi))/|C:\\U[s]ers\\", re.IGNORECASE
)

#: Words that mark unfinished work.
_UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|NotImplemented[E]rror)\b")


def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _rooms(root: Path) -> Iterator[Path]:
    """Every folder of the program that holds Python, at any depth."""
    yield from sorted({path.parent for path in (root / "hrdigitize").rglob("*.py")})


def test_every_room_says_what_it_is_for_and_does_nothing_else(root: Path) -> None:
    silent = [
        str(folder.relative_to(root))
        for folder in _rooms(root)
        if not (folder / "__init__.py").is_file() or not ast.get_docstring(_parse(folder / "__init__.py"))
    ]
    assert silent == []
    busy = [
        str(folder.relative_to(root))
        for folder in _rooms(root)
        if folder != root / "hrdigitize" and len(_parse(folder / "__init__.py").body) > 1
    ]
    assert busy == [], "an __init__ holds its docstring only; callers import from the module itself"


def test_every_module_and_public_class_of_the_program_has_a_docstring(root: Path) -> None:
    bare = []
    for path in sorted((root / "hrdigitize").rglob("*.py")):
        tree = _parse(path)
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
        if ast.get_docstring(tree) is None:
            bare.append(str(path.relative_to(root)))
        bare.extend(
            f"{path.relative_to(root)}: {node.name}" for node in classes if not ast.get_docstring(node)
        )
    assert bare == []


def test_files_and_functions_stay_small(root: Path, python_files: tuple[Path, ...]) -> None:
    too_long = []
    for path in python_files:
        text = path.read_text("utf-8")
        if text.count("\n") > _LONGEST_FILE:
            too_long.append(f"{path.relative_to(root)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                length = node.end_lineno - node.lineno + 1
                if length > _LONGEST_FUNCTION:
                    too_long.append(f"{path.relative_to(root)}:{node.lineno} {node.name}: {length} lines")
    assert too_long == []


def test_no_drawer_for_odds_and_ends(root: Path, python_files: tuple[Path, ...]) -> None:
    drawers = [path for path in python_files if _BANNED_NAMES & set(path.stem.split("_"))]
    drawers += [path for path in python_files if _BANNED_NAMES & set(path.relative_to(root).parts[:-1])]
    assert [str(path.relative_to(root)) for path in drawers] == []


def test_nothing_is_left_unfinished(root: Path, python_files: tuple[Path, ...]) -> None:
    places = [
        f"{path.relative_to(root)}:{number}"
        for path in python_files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if _UNFINISHED.search(line)
    ]
    assert places == []


def test_no_file_names_a_path_of_one_machine(root: Path, tracked: tuple[Path, ...]) -> None:
    places = []
    for path in tracked:
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # pictures and fonts
        for number, line in enumerate(text.splitlines(), start=1):
            if _MACHINE_PATHS.search(line):
                places.append(f"{path.relative_to(root)}:{number}: {line.strip()[:100]}")
    assert places == []


def test_no_test_looks_away(root: Path, python_files: tuple[Path, ...]) -> None:
    """What is missing fails: nothing is skipped (but by `skipif`, for another system) or expected to fail."""
    looking_away = re.compile(r"\bpytest\.(?:mark\.)?(?:sk[i]p|xf[a]il|importor[s]kip)\b")
    places = [
        f"{path.relative_to(root)}:{number}"
        for path in python_files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if looking_away.search(line)
    ]
    assert places == []


#: Contract -> the rooms that may use its libraries.
_LIBRARY_ROOMS = {
    "qt-in-gui": {"gui"},
    "sql-in-store": {"store"},
    "reportlab-in-printing": {"printing"},
    "engines-in-ocr": {"ocr"},
    "pixels": {"imaging", "ocr", "extraction", "capture"},
    "pydantic-at-borders": {"formdefs", "reference"},
}


def test_a_library_s_contract_names_every_other_room(root: Path) -> None:
    """import-linter cannot say "everywhere but here": a room that is not named would go unwatched."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contracts = {contract["id"]: contract for contract in settings["contracts"]}
    modules = (path for path in (root / "hrdigitize").iterdir() if path.suffix in ("", ".py"))
    rooms = {path.stem for path in modules if path.stem not in ("__init__", "__pycache__")}
    for name, owners in _LIBRARY_ROOMS.items():
        watched = {module.removeprefix("hrdigitize.") for module in contracts[name]["source_modules"]}
        assert watched == rooms - owners, name


def test_the_program_declares_what_it_imports_and_nothing_else(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    declared, optional = (
        {canonicalize_name(Requirement(text).name) for text in texts}
        for texts in (project["dependencies"], chain(*project["optional-dependencies"].values()))
    )
    providers = packages_distributions()
    imported = {name for path in (root / "hrdigitize").rglob("*.py") for name in _imported(_parse(path))}
    foreign = imported - sys.stdlib_module_names - {"hrdigitize"}
    known = declared | optional
    undeclared = [name for name in foreign if not known & set(_distributions(providers, name))]
    assert undeclared == []
    used = {one for name in foreign for one in _distributions(providers, name)}
    assert declared - used == set()


def _imported(tree: ast.Module) -> Iterator[str]:
    """Top-level names of everything that a module imports, at any depth."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def _distributions(providers: Mapping[str, Sequence[str]], module: str) -> tuple[str, ...]:
    return tuple(canonicalize_name(name) for name in providers.get(module, ()))
