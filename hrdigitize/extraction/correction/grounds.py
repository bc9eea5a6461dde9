"""Legal grounds of a paper: each a paragraph that begins with "Căn cứ" and is closed by a semicolon.

So NĐ 30/2020/NĐ-CP, annex I, sets them; the Party may put a dash before each. Folds, streaks and shadows
read as signs at the beginning of these paragraphs.
"""

from __future__ import annotations

import re

from hrdigitize.domain.vietnamese import one_spaced

#: What stands between two grounds, and what opens one; a small letter may open the first one.
_BETWEEN = re.compile(r"(?P<signs>[\W_]*)(?:\bC|(?<![\s\S])c)ăn[\W_]{1,3}cứ\b")
_CLOSING = re.compile(r"[\s;,.:]+$")
_STROKED = re.compile(r"(?<=Q)[ĐÐ]+(?=[-/\s])")


def grounds_put_right(text: str) -> str:
    """The grounds with their signs as the rules have them, without the last one's; "" where there are none.

    The first dash goes, as it opens the whole; the others stay where most grounds have one.
    """
    openings = list(_BETWEEN.finditer(text))
    if not openings:
        return ""
    ends = [opening.start() for opening in openings[1:]] + [len(text)]
    grounds = [
        _CLOSING.sub("", text[opening.end() : end]) for opening, end in zip(openings, ends, strict=True)
    ]
    between = [opening["signs"] for opening in openings[1:]]
    dashed = sum("-" in signs or "–" in signs for signs in between) > len(between) / 2
    sign = "; - " if dashed else "; "
    return _STROKED.sub("Đ", one_spaced(sign.join(f"Căn cứ {ground.strip()}" for ground in grounds)))
