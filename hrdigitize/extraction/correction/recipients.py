"""The recipients at the foot of a paper as NĐ 30/2020/NĐ-CP, annex I, sets them.

Each on a line of its own behind a dash and a space, closed by a semicolon (the Party: a comma), the last one
by a full stop; "Lưu: VT" is the registry. Small print below a grey stamp loses those signs first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hrdigitize.domain.vietnamese import one_spaced

#: The dash of an item; a shadow at the margin reads as a letter before it.
_DASH = re.compile(r"^\W*(?:\w\s)?[-–—]\W*")
_CLOSING = ";,:."
_MISREAD_END = re.compile(r"[^\w)]+$")
#: The registry: its T reads as I, l or 1.
_REGISTRY = re.compile(r"\b(Lưu\s?[:;.,]?\s?V)[TIlf1](?![^\W\d_])")
_REGISTRY_SIGNS = re.compile(r"\b(Lưu)\s?[:;.,]\s?(VT)\b(?:[.,]?\s?(?=[A-ZĐ]))?")
#: Less than this is no recipient but a speck or the edge of the stamp.
_LEAST_LETTERS = 4


def recipients_put_right(lines: Sequence[str]) -> str:
    """The recipients in one line, without the first dash; "" where none of the lines is one.

    lines: as they were read, the first one behind "Nơi nhận:".
    """
    items: list[str] = []
    for line in lines:
        dashed, text = _DASH.match(line), one_spaced(_DASH.sub("", line))
        if sum(sign.isalpha() for sign in text) < _LEAST_LETTERS and "Lưu" not in text:
            continue
        if items and not dashed and items[-1][-1] not in _CLOSING and not _opens(text):
            items[-1] = f"{items[-1]} {text}"
            continue
        items.append(text)
    if not items:
        return ""
    sign = "," if sum(one.endswith(",") for one in items) > len(items[:-1]) / 2 else ";"
    ended = [_MISREAD_END.sub("", one) + sign for one in items[:-1]]
    return _registered(" - ".join([*ended, _MISREAD_END.sub("", items[-1]) + "."]))


def _opens(text: str) -> bool:
    """Whether a line can only be an item of its own, dash or no dash."""
    return text.startswith(("Lưu", "Như "))


def _registered(text: str) -> str:
    text = _REGISTRY.sub(r"\1T", text)
    return _REGISTRY_SIGNS.sub(_registry, text)


def _registry(found: re.Match[str]) -> str:
    goes_on = found.end() < len(found.string) and found.string[found.end()].isupper()
    return f"{found[1]}: {found[2]}" + (", " if goes_on else "")
