"""Where files lie: `forms/` and `resources/` of the program, and the store of whoever works with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_WINDOW = "window.json"


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


def store_folder() -> Path:
    """Where this person's store lies, by the custom of the system."""
    if sys.platform == "win32":
        return (
            Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "hrdigitize" / "store"
        )
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "hrdigitize" / "store"


def preference_file() -> Path:
    """Where this person's choices for the window lie, by the custom of the system; apart from any store."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "hrdigitize" / _WINDOW
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "hrdigitize" / _WINDOW
