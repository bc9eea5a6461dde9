"""The word "ủy", which half of all offices write "uỷ": one paper has one way of it.

Where the tone stands is the paper's own; the engine mixes both, in capitals most. Papers of an office are
written by one hand; forms are not: their labels may have another way than what is typed beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

#: Either way of the word, in any case; the letters fit each other one by one.
_WORD = re.compile(r"\b(?:ủy|uỷ)\b", re.IGNORECASE)
_SURE = 0.9
_FEWEST, _MOST = 2, 0.75


def written_way(words: Iterable[tuple[str, float]]) -> str:
    """How most sure words have it, "ủy" or "uỷ"; "" where too few do. words: text and confidence."""
    ways = Counter(found.lower() for text, sure in words if sure >= _SURE for found in _WORD.findall(text))
    if not ways:
        return ""
    way, count = ways.most_common(1)[0]
    return way if count >= _FEWEST and count >= _MOST * ways.total() else ""


def one_way(text: str, way: str) -> str:
    """The text with the word as the paper writes it, in the text's own capitals; way "": as it is."""
    if not way:
        return text
    return _WORD.sub(
        lambda found: "".join(
            new.upper() if old.isupper() else new for old, new in zip(found.group(), way, strict=True)
        ),
        text,
    )
