"""Item numbers: printed before labels, and so at the end of what stands before the next label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hrdigitize.extraction.anchors import Anchor
from hrdigitize.extraction.flow import FlowLine, Token

ITEM_NUMBER = re.compile(
    r"(?:^|(?<=[\s,;.…)?|]))(?<!\d[.,])[-–—]?[(\[]?\s*"
    r"(?:\d{1,2}(?:\s*[.,]\s*\d)?\s*[)\]}|/\-–—]+|\d\d\.\d[.:]?(?!\d)|[a-dđ]\))\s*[-–—.]?\s*$"
    r"|(?<=[,;„‚])\s+\d{1,2}\s*[,.;:]?\s*$|(?<=\s)\d{1,2}[Il!]\s*$"
    # In some sans faces a 6 is read as ó, which is no word.
    r"|(?:^|(?<=\s))\d?ó\s*[).:\-]\s*$"
)
_PARTED = re.compile(r"\||\d\s+[\-–—]")
#: All that stands before a label that opens a line, and the sign that closes its number.
_NUMBER_BEFORE = re.compile(r"^\W*(\d{1,2})(?:(?:\s*[.,]\s*|\s+)(\d{1,2}))?\s*([^\w\s]|[IlÍi]|)\W*$")
#: What parts a value from a number behind it, and what closes no value that is a figure ("60." may be one).
_CLOSES_VALUE = re.compile(r"[.,;…|]\s*$")
_BRACKET = re.compile(r"[)\]}|/\-–—]")
#: A number closed as item numbers are wherever they stand ("12.", "15.4-", "9/").
_CLOSED = re.compile(r"(?:^|(?<=[\s,;:]))\d{1,2}(?:\.\d{1,2})?[.)/\-]+\s*$")
#: A number whose bracket was read as a 1 ("131" for "13)").
_BARRED = re.compile(r"(?:^|(?<=[^\W\d_])\s)\s*(\d{1,2})1\s*$")
_FIGURES = re.compile(r"\d{1,2}")
#: A number as the figures between its stops: 15.2 is (15, 2).
_Number = tuple[int, ...]
#: A sign closes item numbers in a document when it does so this often at the start of lines.
_USUAL = 4


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a document writes item numbers ("2." or "2I" for "2/"), and which one stands before each anchor.

    usual: None where no sign closes them often enough. numbers: of the anchors in order, as far as they
    open a line with a number.
    """

    usual: re.Pattern[str] | None
    numbers: Sequence[_Number | None]

    def start_of_number(self, text: str, behind: int, *, opens_line: bool) -> int | None:
        """Where the number of the next item begins in a text that ends before a label; None if nowhere.

        behind: the anchor that the text follows. opens_line: whether the text begins its line.
        """
        barred = _BARRED.search(text)
        if barred is not None and self._counts_on(_figures(barred.group(1)), behind):
            return barred.start()
        if opens_line and _NUMBER_BEFORE.match(text):
            return 0 if self._may_follow(text, behind) else None
        found = ITEM_NUMBER.search(text) or (self.usual.search(text) if self.usual is not None else None)
        if found is None or _is_parted_value(text[: found.start()], found.group()):
            return None
        closed = _CLOSES_VALUE.search(text[: found.start()]) or _BRACKET.search(found.group())
        behind_value = any(character.isalnum() for character in text[: found.start()])
        if self._may_follow(found.group(), behind) or (closed and behind_value):
            return found.start()
        return None

    def _may_follow(self, number: str, behind: int) -> bool:
        """Whether an item may have this number here: those before have lower ones, those behind higher ones.

        A number of several parts ("15.2") may share the first with its neighbours. Where the numbers around
        do not ascend (sections that count anew, a number misread), any may follow.
        """
        before, after = self._around(behind)
        figures = _figures(number)
        if not before or not after or after[0] < before[0] or not figures:
            return True
        return before[0] + (len(figures) == 1) <= figures[0] <= after[0]

    def counts_on(self, text: str, behind: int) -> bool:
        """Whether a text ends in a number that is the next one after the last before it, or the last before
        the next, closed as numbers are closed here: an item number, for a value would be so by chance only.

        behind: the anchor that the text follows.
        """
        found = _CLOSED.search(text) or (self.usual.search(text) if self.usual is not None else None)
        if found is None:
            return False
        return self._counts_on(_figures(found.group()), behind)

    def _counts_on(self, number: _Number, behind: int) -> bool:
        before, after = self._around(behind)
        return _follows(before, number) or _follows(number, after)

    def _around(self, behind: int) -> tuple[_Number, _Number]:
        """The last number up to an anchor, and the first one after it; () where there is none."""
        before = next((one for one in reversed(self.numbers[: behind + 1]) if one is not None), ())
        after = next((one for one in self.numbers[behind + 1 :] if one is not None), ())
        return before, after


def numbering_of(lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]) -> Numbering:
    """How this document writes item numbers, from the labels that open a line."""
    before = (lines[tokens[a.first].line].text[: tokens[a.first].start] for a in anchors)
    found = [_NUMBER_BEFORE.match(text) for text in before]
    closers = Counter(one.group(3) for one in found if one is not None)
    usual = "".join(re.escape(sign) for sign, count in closers.items() if sign and count >= _USUAL)
    pattern = re.compile(rf"(?:^|[\s|])\d{{1,2}}(?:\.\d)?\s*[{usual}]\W*$") if usual else None
    numbers = [None if one is None else tuple(map(int, filter(None, one.group(1, 2)))) for one in found]
    return Numbering(pattern, numbers)


def _figures(number: str) -> _Number:
    return tuple(map(int, _FIGURES.findall(number)))


def _follows(before: _Number, number: _Number) -> bool:
    """Whether one number comes right behind the other: 12 behind 11, 15.4 behind 15.3, 16 behind 15.6."""
    if not before or not number:
        return False
    counted = (*before[:-1], before[-1] + 1)
    return number in (counted, (before[0] + 1,))


def _is_parted_value(before: str, number: str) -> bool:
    """Whether a number is all that stands before a loose dash or the rule of a box: it is the value.

    The dash or bracket of an item number stands close to it ("15.1- Trình độ").
    """
    return bool(_PARTED.search(number)) and not any(character.isalnum() for character in before)
