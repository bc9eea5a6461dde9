"""Vietnamese text as values: one normal form inside, and a form without marks for searching."""

from __future__ import annotations

import unicodedata

_STROKE = str.maketrans("đĐ", "dD")


def nfc(text: str) -> str:
    """The composed form (NFC) that every text inside the program has."""
    return unicodedata.normalize("NFC", text)


def one_spaced(text: str) -> str:
    """NFC with every run of white space as one space and none at the ends."""
    return " ".join(nfc(text).split())


def folded(text: str) -> str:
    """Without marks and case: "Nguyễn Đức" -> "nguyen duc". For search and fuzzy comparison only."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
