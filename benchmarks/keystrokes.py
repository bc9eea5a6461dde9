"""How many keys a text costs on a Vietnamese keyboard, and the shortest way to mend one that is wrong.

Counted as Telex types (Unikey's usual setting): a letter with its shape is two keys, a tone one more.
Shift and Caps Lock are not counted, on either side of a comparison.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


def telex_keys(text: str) -> int:
    """Keys that type the text: one a sign, one more for a shape, a tone or the stroke of Đ."""
    signs = unicodedata.normalize("NFD", text)
    return len(signs) + sum(sign in "đĐ" for sign in signs)


class Step(StrEnum):
    """A key that moves the cursor in an editor of one value."""

    LEFT = "left"
    RIGHT = "right"
    WORD_LEFT = "word-left"
    WORD_RIGHT = "word-right"
    HOME = "home"
    END = "end"


@dataclass(frozen=True, slots=True)
class Edit:
    """From a place of a text so many signs are taken out and others typed instead."""

    at: int
    out: int
    typed: str

    @property
    def keys(self) -> int:
        """Without the way there: Delete for each sign, and the signs."""
        return self.out + telex_keys(self.typed)


@dataclass(frozen=True, slots=True)
class Mending:
    """Steps and edits in the order in which they are made; keys: what all of it costs."""

    done: tuple[Step | Edit, ...]

    @property
    def keys(self) -> int:
        return sum(one.keys if isinstance(one, Edit) else 1 for one in self.done)


#: Where each step leads from a place of a text.
Moves = Callable[[str, int], Mapping[Step, int]]


def mended(text: str, wanted: str, cursor: int, moves: Moves) -> Mending:
    """The edits that make one text of the other, left to right, with the shortest way to each."""
    done: list[Step | Edit] = []
    for edit in _edits(text, wanted):
        done += _way(text, cursor, edit.at, moves)
        done.append(edit)
        text = text[: edit.at] + edit.typed + text[edit.at + edit.out :]
        cursor = edit.at + len(edit.typed)
    return Mending(tuple(done))


def _edits(text: str, wanted: str) -> Iterator[Edit]:
    """Places count in the text as the edits before have left it."""
    grown = 0
    for kind, start, end, from_, to in SequenceMatcher(None, text, wanted, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        yield Edit(start + grown, end - start, wanted[from_:to])
        grown += (to - from_) - (end - start)


def _way(text: str, start: int, goal: int, moves: Moves) -> list[Step]:
    """Breadth first: a value has a hundred places at most and six keys lead on from each."""
    came: dict[int, tuple[int, Step] | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in came:
        place = waiting.popleft()
        for step, next_place in moves(text, place).items():
            if next_place not in came:
                came[next_place] = (place, step)
                waiting.append(next_place)
    way: list[Step] = []
    place = goal
    while (before := came[place]) is not None:
        place, step = before
        way.append(step)
    return way[::-1]
