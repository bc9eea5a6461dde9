"""What a doubtful value may be instead: offered to the person beside it, never taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"\w+")


def other_readings(text: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Candidates that say something else than the text, each once, in their order.

    A look that puts a word elsewhere than the other one stutters where both are put together ("Bái, Bái"):
    that was read by nobody.
    """
    said = _repeated(text)
    different = (other for other in dict.fromkeys(candidates) if other and other != text)
    return tuple(other for other in different if _repeated(other) <= said)


def _repeated(text: str) -> frozenset[str]:
    """Words that stand twice in a row."""
    words = _WORD.findall(text.lower())
    return frozenset(one for one, following in pairwise(words) if one == following)
