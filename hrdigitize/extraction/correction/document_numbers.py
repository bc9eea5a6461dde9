"""Numbers of papers: figures, the sign of the kind, the sign of the agency ("215/QĐ-SNV", "88-QĐ/TU").

The State parts number and kind by a slash, kind and agency by a dash (NĐ 30/2020/NĐ-CP, annex I), the Party
the other way round (HD 36-HD/VPTW). The number itself is often written into a gap that was left for it.
"""

from __future__ import annotations

import re

from hrdigitize.domain.vietnamese import one_spaced

_ROOM_AT_SIGNS = re.compile(r"\s*([-/.,&])\s*")
#: The engine has no Đ in capitals of some faces and says the Icelandic letter, or both.
_STROKED = re.compile(r"[ĐÐ]+")


def number_put_right(text: str) -> str:
    """The number without room at its signs and with Đ for what reads as Ð."""
    return _STROKED.sub("Đ", _ROOM_AT_SIGNS.sub(r"\1", one_spaced(text)))
