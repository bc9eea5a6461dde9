"""What can be seen of a form.toml even where parts of it are malformed.

The cross-checks work on this, not on the validated shape: one wrong value must not hide every
other finding of the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrdigitize.formdefs.positions import Location


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of the file (in TOML's sense) with its place; what is malformed in it reads as absent."""

    at: Location
    values: Mapping[str, object]

    def text(self, key: str) -> str | None:
        found = self.values.get(key)
        return found if isinstance(found, str) else None

    def texts(self, key: str) -> Sequence[str]:
        found = self.values.get(key)
        return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []

    def is_set(self, key: str) -> bool:
        return self.values.get(key) is True

    def place(self, key: str) -> Location:
        return (*self.at, key)

    def entry(self, key: str) -> Entry:
        """The table below this key; an empty one where there is none."""
        found = self.values.get(key)
        return Entry(self.place(key), found if isinstance(found, dict) else {})

    def named(self, key: str) -> Mapping[str, Entry]:
        """The tables below this key by their name: `[fields.full_name]`."""
        below = self.entry(key)
        return {name: below.entry(name) for name in below.values}

    def listed(self, key: str) -> Sequence[Entry]:
        """The list of tables below this key: `[[labels]]`."""
        found = self.values.get(key)
        if not isinstance(found, list):
            return []
        return [
            Entry((*self.at, key, number), item if isinstance(item, dict) else {})
            for number, item in enumerate(found)
        ]
