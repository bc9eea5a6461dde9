"""Levels of professional training, read out of what records say in words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from hrdigitize.domain.vietnamese import folded, one_spaced


class Level(StrEnum):
    """The levels that the forms name, highest first. OTHER: something stands there, but no level."""

    DOCTOR = "doctor"
    MASTER = "master"
    UNIVERSITY = "university"
    COLLEGE = "college"
    SECONDARY = "secondary"
    ELEMENTARY = "elementary"
    OTHER = "other"
    UNKNOWN = "unknown"


#: In order: the first that a text has is its level. "Cử nhân cao đẳng" is a college degree, so the bare
#: titles of graduates come behind the colleges. Texts are looked at without marks and case.
_SIGNS = (
    (Level.DOCTOR, r"tien si|tien sy|tskh|ts"),
    (Level.MASTER, r"thac si|thac sy|cao hoc|ths"),
    (Level.UNIVERSITY, r"dai hoc|dh"),
    (Level.COLLEGE, r"cao dang|cd"),
    (Level.UNIVERSITY, r"cu nhan|ky su|bac si|bac sy|duoc si|duoc sy|kien truc su|cn|ks|bs"),
    (Level.SECONDARY, r"trung cap|trung hoc chuyen nghiep|tc|thcn"),
    (Level.ELEMENTARY, r"so cap|sc"),
)
_PATTERNS = tuple((level, re.compile(rf"\b(?:{signs})\b")) for level, signs in _SIGNS)
#: What people write where there is nothing to say.
_NOTHING = frozenset({"", "khong", "khong co", "chua", "chua co", "-", "0"})


def level_of(texts: Iterable[str]) -> Level:
    """The highest level that one of these texts names; UNKNOWN where none of them says anything."""
    found = {_level(text) for text in texts}
    return next((level for level in Level if level in found), Level.UNKNOWN)


def _level(text: str) -> Level:
    plain = folded(one_spaced(text)).rstrip(" .,;")
    if plain in _NOTHING:
        return Level.UNKNOWN
    return next((level for level, pattern in _PATTERNS if pattern.search(plain)), Level.OTHER)
