"""The subject of a paper: "V/v" (về việc) opens it in one way, whatever small print makes of its letters."""

from __future__ import annotations

import re

_ABOUT = re.compile(r"^[\W_]*[Vv]\s?/?\s?[Vv](?=[\s.:])")


def subject_put_right(text: str) -> str:
    """The subject with its opening as NĐ 30/2020/NĐ-CP, annex I, writes it; "" where nothing is to change."""
    put_right = _ABOUT.sub("V/v", text)
    return "" if put_right == text else put_right
