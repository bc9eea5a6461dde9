"""What a person chose for the window on this PC, and how it was left: kept in a small file, nothing personal.

A file that is missing, broken or of another version gives the usual window: nobody is kept from work by it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from hrdigitize.gui.look.colours import Scheme
from hrdigitize.messages import LANGUAGES

_log = logging.getLogger(__name__)

LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES = 1, 60
_SMALLEST_PX, _LARGEST_PX = 400, 20_000


class SchemeChoice(StrEnum):
    """By day, by night, or as the system is set."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Preferences:
    """scheme, language, idle_minutes: what was chosen. The rest is how the window was left.

    width, height: of the window in pixels, 0 where nobody changed it. lists: splitters and lists by name,
    sizes in pixels. backup_place: where the last backup went. scanner: the one that was chosen last, as the
    system calls it.
    """

    scheme: SchemeChoice = SchemeChoice.LIGHT
    language: str = LANGUAGES[0]
    idle_minutes: int = 5
    width: int = 0
    height: int = 0
    maximised: bool = False
    lists: Mapping[str, tuple[int, ...]] | None = None
    backup_place: str = ""
    scanner: str = ""

    def sizes(self, name: str) -> tuple[int, ...]:
        """How a splitter or a list was left; nothing where nobody moved it."""
        return (self.lists or {}).get(name, ())

    def scheme_of(self, system: Scheme) -> Scheme:
        """The colours that are meant, where the system has these."""
        return system if self.scheme is SchemeChoice.SYSTEM else Scheme(self.scheme.value)


class PreferenceFile:
    """The preferences of now, and their file; without a file they last as long as the program.

    A disk that refuses is no reason to disturb anybody: what was chosen holds until the program ends.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self.now = _read(path) if path is not None else Preferences()

    def change(self, **changes: object) -> None:
        """Keeps other values under the names of `Preferences`."""
        changed = replace(self.now, **changes)  # type: ignore[arg-type]  # the names are checked by replace
        if changed != self.now:
            self.now = changed
            self._write()

    def keep_sizes(self, name: str, sizes: tuple[int, ...]) -> None:
        """Keeps how a splitter or a list was left."""
        self.change(lists={**(self.now.lists or {}), name: sizes})

    def _write(self) -> None:
        if self._path is None:
            return
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(asdict(self.now), ensure_ascii=False, indent=1), "utf-8")
            part.replace(self._path)
        except OSError as refused:
            _log.warning("the window's preferences were not kept: %s", type(refused).__name__)


def _read(path: Path) -> Preferences:
    """Every value that can be one; what cannot is as usual."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    kept: dict[str, object] = {}
    for field in fields(Preferences):
        value = _CHECKS[field.name](found.get(field.name))
        if value is not None:
            kept[field.name] = value
    return Preferences(**kept)  # type: ignore[arg-type]  # each value was made by its own check


def _one_of(known: tuple[str, ...]) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in known else None


def _between(least: int, most: int) -> Callable[[object], int | None]:
    def checked(value: object) -> int | None:
        return value if type(value) is int and least <= value <= most else None

    return checked


def _scheme(value: object) -> SchemeChoice | None:
    known = _one_of(tuple(SchemeChoice))(value)
    return SchemeChoice(known) if known is not None else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _sizes(value: object) -> Mapping[str, tuple[int, ...]] | None:
    if not isinstance(value, dict):
        return None
    fits = _between(0, _LARGEST_PX)
    return {
        str(name): tuple(sizes)
        for name, sizes in value.items()
        if isinstance(sizes, list) and all(fits(size) is not None for size in sizes)
    }


_CHECKS: Mapping[str, Callable[[object], object]] = {
    "scheme": _scheme,
    "language": _one_of(LANGUAGES),
    "idle_minutes": _between(LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES),
    "width": _between(_SMALLEST_PX, _LARGEST_PX),
    "height": _between(_SMALLEST_PX, _LARGEST_PX),
    "maximised": _flag,
    "lists": _sizes,
    "backup_place": _text,
    "scanner": _text,
}
