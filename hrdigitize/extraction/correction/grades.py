"""Steps of pay, classes and levels: "99" for "9/9", "loại BI" for "loại B1", "hang Nhì" for "hạng Nhì".

They are short and follow a known word, so few readings are possible; where more than one is, none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: No scale of pay has more steps.
_MOST_STEPS = 12
_STEP = re.compile(r"(bậc\s?)?(\d{2,5})", re.IGNORECASE)
#: Words that have lost or changed their marks before a class: a figure, a Roman number, a letter, a rank.
_CLASS = r"(?=[.\s]?\d|\s(?:[IVX]{1,4}|[ABCĐ][12]?|[Nn]hất|[Nn]hì|[Bb]a)(?!\w))"
_COUNTED = (
    (re.compile(rf"\b([Bb])[aâấầẩẫậạ]c{_CLASS}"), r"\1ậc"),
    (re.compile(rf"\b([Hh])[aăâ]ng{_CLASS}"), r"\1ạng"),
    (re.compile(rf"\b([Ll])[oô][aăâ]i{_CLASS}"), r"\1oại"),
)
#: A leader's dot behind such a word.
_DOT_BEHIND = re.compile(r"(?<=\b[Bb]ậc)\.(?=\d)|(?<=\b[Hh]ạng)\.(?=\w)|(?<=\b[Ll]oại)\.(?=\w)")
#: A level of a language (A1-C2) or a class of health, whose figure reads as a letter.
_LEVEL = re.compile(
    r"\b((?i:loại|hạng|bậc|chỉ|độ|anh|pháp|nga|trung|đức|nhật|hàn|quốc) )(?:([ABC])[IlỊÍÌĨ|!]|13([12]))(?!\w)"
)
#: A letter or two behind a class, which is the whole of the value.
_BEHIND = re.compile(r"(?i:(?:loại|hạng) )(?:[ABCĐ][12]?|[IVX]+|\d)(?=\s\S{1,2}$)")


def step(text: str) -> str:
    """A step of pay with the slash that was lost or read as 1 ("99", "719"), where one reading is left."""
    found = _STEP.fullmatch(text)
    if found is None or int(found[2]) <= _MOST_STEPS:
        return text
    readings = set(_steps(found[2]))
    return (found[1] or "") + readings.pop() if len(readings) == 1 else text


def _steps(figures: str) -> Iterator[str]:
    """Every "step/steps" that figures may be: the slash lost, or read as the 1 in their midst."""
    for at in range(1, len(figures)):
        for rest in {figures[at:], figures[at:].removeprefix("1")}:
            own = figures[:at]
            whole = all(part and not part.startswith("0") for part in (own, rest))
            if whole and int(own) <= int(rest) <= _MOST_STEPS:
                yield f"{own}/{rest}"


def with_counted_words(text: str) -> str:
    """ "bậc", "hạng", "loại" with their marks before what they count."""
    for pattern, word in _COUNTED:
        text = pattern.sub(word, text)
    return _DOT_BEHIND.sub(" ", text)


def levels(text: str) -> str:
    """Levels and classes with the figure that read as a letter, and without a letter or two behind them."""
    text = _LEVEL.sub(lambda found: f"{found[1]}{f'{found[2]}1' if found[2] else f'B{found[3]}'}", text)
    return found.group() if (found := _BEHIND.match(text)) else text
