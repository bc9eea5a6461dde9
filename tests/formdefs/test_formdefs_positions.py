"""Lines of keys in a TOML text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.formdefs.positions import Location, index_lines

_TEXT = """\
# a comment with [brackets]
id = "x"
marks = [
    "one]", # ] in a comment
    "[two",
]

[groups]
person = "A"

[tables.t]
label = "T"

[[tables.t.columns]]
key = "a"

[[tables.t.columns]]
key = "b"
headers = ["H"]
options.left = "L"
"""


def test_places() -> None:
    lines = index_lines(_TEXT)
    assert lines.line(("id",)) == 2
    assert lines.line(("marks", 1)) == 3
    assert lines.line(("groups",)) == 8
    assert lines.line(("groups", "person")) == 9
    assert lines.line(("tables", "t", "columns", 0, "key")) == 15
    assert lines.line(("tables", "t", "columns", 1)) == 17
    assert lines.line(("tables", "t", "columns", 1, "headers", 0)) == 19
    assert lines.line(("tables", "t", "columns", 1, "options", "left")) == 20


def test_what_is_missing_stands_where_it_belongs() -> None:
    lines = index_lines(_TEXT)
    assert lines.line(("tables", "t", "columns", 0, "type")) == 14
    assert lines.line(("title",)) == 1


def test_repeated_keys_and_tables() -> None:
    lines = index_lines("a = 1\n[t]\nb = 1\nb = 2\n[t]\n[[l]]\nb = 1\n[[l]]\nb = 1\n")
    assert lines.repeated == ((4, "t.b"), (5, "t"))


_KEYS = st.text("abcdefgh_-", min_size=1, max_size=6)
_LEAVES = st.one_of(
    st.integers(0, 9).map(str),
    st.text("ab []#=", max_size=5).map(lambda text: f'"{text}"'),
    st.just('[\n  "a]",\n  "b = 1",\n]'),
)
_TABLES = st.dictionaries(_KEYS, _LEAVES, max_size=4)


@given(st.dictionaries(_KEYS, st.one_of(_TABLES, st.lists(_TABLES, min_size=1, max_size=3)), max_size=4))
def test_every_key_is_found_on_its_line(shape: dict[str, dict[str, str] | list[dict[str, str]]]) -> None:
    parts: list[str] = []
    for name, below in shape.items():
        for table in below if isinstance(below, list) else [below]:
            parts.append(f"[[{name}]]" if isinstance(below, list) else f"[{name}]")
            parts.extend(f"{key} = {leaf}" for key, leaf in table.items())
    text = "\n".join(parts)
    printed = text.splitlines()
    lines = index_lines(text)
    assert lines.repeated == ()
    for location in _leaves(tomllib.loads(text), ()):
        assert printed[lines.line(location) - 1].startswith(f"{location[-1]} =")


def _leaves(value: dict[str, object], at: Location) -> Iterator[Location]:
    for key, below in value.items():
        if isinstance(below, dict):
            yield from _leaves(below, (*at, key))
        elif isinstance(below, list) and below and isinstance(below[0], dict):
            for number, item in enumerate(below):
                yield from _leaves(item, (*at, key, number))
        else:
            yield (*at, key)
