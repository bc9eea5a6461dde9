"""Message code + parameters -> a sentence in Vietnamese or English: one catalogue for window and terminal."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from hrdigitize import bundle
from hrdigitize.domain.vietnamese import in_one_line

LANGUAGES = ("vi", "en")


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    """All messages: code -> language -> sentence. Files under resources/messages, one per room."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted((bundle.resources() / "messages").glob("*.toml")):
        for code, sentences in tomllib.loads(path.read_text("utf-8")).items():
            if code in found:
                raise ValueError(f"message {code!r} stands in two files, one of them {path.name}")
            found[code] = dict(sentences)
    return found


def codes() -> tuple[str, ...]:
    """Every code in the catalogue."""
    return tuple(_catalogue())


def sentence(code: str, params: Mapping[str, str], *, language: str = "vi") -> str:
    """The sentence for a code; KeyError for an unknown code or a parameter that is missing.

    What a parameter brings from outside (a file's name) neither begins a line nor steers a terminal.
    """
    plain = {name: in_one_line(value) for name, value in params.items()}
    return _catalogue()[code][language].format_map(plain)
