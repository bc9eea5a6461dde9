"""Finds `forms/` and `resources/`: in the installed package, otherwise in the checkout beside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    """In a wheel (and a frozen program) the folder lies inside the package, in a checkout beside it."""
    for candidate in (_PACKAGE / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"{name}/ belongs to the program and is missing beside {_PACKAGE}")


def forms() -> Path:
    """The folder of the standard forms, one folder each."""
    return _folder("forms")


def resources() -> Path:
    """The folder of fonts, icons, messages, reference lists and the sample dossier."""
    return _folder("resources")
