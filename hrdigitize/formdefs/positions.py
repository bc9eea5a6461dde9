"""On which line of a TOML file a key stands: tomllib gives values, not places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: Where a value stands in the file: keys of tables and numbers in lists, outermost first.
Location = tuple[str | int, ...]

# Bare keys only: form.toml has no other, and a list item ["…"] on a line of its own is no header.
_HEADER = re.compile(r"\s*(\[{1,2})\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Lines of keys and tables, counted from 1. repeated: (line, name) of what was declared before."""

    lines: dict[Location, int]
    repeated: tuple[tuple[int, str], ...]

    def line(self, location: Location) -> int:
        """The line of the innermost part of the location that has one; 1 where none has."""
        for length in range(len(location), 0, -1):
            found = self.lines.get(location[:length])
            if found is not None:
                return found
        return 1


@dataclass(slots=True)
class _Scan:
    """What has been seen so far, top to bottom."""

    lines: dict[Location, int] = field(default_factory=dict)
    lengths: dict[Location, int] = field(default_factory=dict)
    repeated: list[tuple[int, str]] = field(default_factory=list)

    def resolved(self, names: list[str]) -> Location:
        """The table a header names: below a list of tables, it belongs to the list's last one."""
        location: Location = ()
        for name in names:
            location = (*location, name)
            if location in self.lengths:
                location = (*location, self.lengths[location] - 1)
        return location

    def enter(self, names: list[str], line: int, *, is_list: bool) -> Location:
        """Notes a header and gives the location of the table that it opens."""
        if not is_list:
            location = self.resolved(names)
            self.note(location, line)
            return location
        whole = (*self.resolved(names[:-1]), names[-1])
        number = self.lengths.get(whole, 0)
        self.lengths[whole] = number + 1
        self.lines.setdefault(whole, line)
        location = (*whole, number)
        self.note(location, line)
        return location

    def note(self, location: Location, line: int) -> None:
        if location in self.lines:
            self.repeated.append((line, ".".join(str(part) for part in location)))
            return
        self.lines[location] = line


def index_lines(text: str) -> LineIndex:
    """Scans the headers and keys of a TOML text; keys inside inline tables are not looked at."""
    scan = _Scan()
    table: Location = ()
    for line, content in _statements(text):
        header = _HEADER.match(content)
        if header is not None:
            names = [name.strip() for name in header[2].split(".")]
            table = scan.enter(names, line, is_list=header[1] == "[[")
            continue
        key = _KEY.match(content)
        if key is not None:
            scan.note((*table, *(name.strip() for name in key[1].split("."))), line)
    return LineIndex(scan.lines, tuple(scan.repeated))


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The lines that open a statement: those inside a list over several lines are passed over."""
    depth = 0
    for number, content in enumerate(text.splitlines(), start=1):
        if depth == 0:
            yield number, content
        if depth or _KEY.match(content):
            bare = _without_strings(content)
            depth = max(0, depth + bare.count("[") - bare.count("]"))


def _without_strings(content: str) -> str:
    """The line without its strings and comment, so that brackets count only where they are syntax."""
    kept = re.sub(r'"(?:\\.|[^"\\])*"|\'[^\']*\'', "", content)
    return kept.partition("#")[0]
