"""Hints: printed guidance in brackets, beside and below a label, that is no value."""

from __future__ import annotations

import re

from hrdigitize.extraction.flow import words_of
from hrdigitize.formdefs.model import FormDef

#: Share of words that must be hint words: of a bracketed group, of a line without its brackets.
_HINT_GROUP = 0.6
_HINT_LINE = 0.75
#: Of a bracket behind a value that the line does not close: "1986 (Công" may go on "đoàn Việt Nam)".
_OPEN_GROUP, _OPEN_WORDS = 0.9, 3
#: Hints of labels this near (they may stand side by side, with their hints below) are looked for.
_NEIGHBOURS = 3

_GROUP = re.compile(r"[(\[{][^()\[\]{}]*(?:[)\]}]|$)")
_ITEM_NUMBER = re.compile(r"[\w.,;]\s+\d{1,2}(?:\.\d)?\s*[)\]}]$")
_TAIL_OF_HINT = re.compile(r"^\W*[^()\[\]{}:]*[)\]}]")
#: What the engine makes of a label's own "?)".
_CLOSING = re.compile(r"^\W*\w{0,2}\W*$")


def hint_words(form: FormDef, label: int, *, own: bool = False) -> frozenset[str]:
    """The words of the hints of a label and of those near it. own: of its own alone."""
    reach = 0 if own else _NEIGHBOURS
    near = form.labels[max(0, label - reach) : label + reach + 1]
    return frozenset(word for one in near for hint in one.hints for word in words_of(hint))


def share(text: str, vocabulary: frozenset[str]) -> float:
    """Share of the words that are hint words; a word the engine split or misread may still be near."""
    words = words_of(text)
    if not words:
        return 0.0
    return sum(word in vocabulary for word in words) / len(words)


def tail_length(text: str, vocabulary: frozenset[str]) -> int:
    """How many characters at the start of a text end a hint that was opened before it; 0 for none."""
    tail = _TAIL_OF_HINT.match(text)
    if tail and _ITEM_NUMBER.search(tail.group()):
        # The bracket is that of the next item's number: "Cao cấp. 18) Quản lý nhà nước".
        return 0
    if tail and (share(tail.group(), vocabulary) >= _HINT_GROUP or _CLOSING.match(tail.group())):
        return tail.end()
    return 0


def is_hint_line(text: str, vocabulary: frozenset[str], *, open_hint: bool) -> bool:
    """Whether a whole line is a printed hint. open_hint: the line above ended within one."""
    words = words_of(text)
    if not words or share(text, vocabulary) < _HINT_LINE:
        return False
    return open_hint or (len(words) >= 3 and any(bracket in text for bracket in "()[]{}"))


def cut_groups(
    text: str, vocabulary: frozenset[str], own: frozenset[str]
) -> tuple[list[tuple[int, int]], bool]:
    """What is left of the text around its bracketed hints, and whether the last hint stays open.

    own: words of the label's own hints; behind a value those of its neighbours do not count.
    """
    left: list[tuple[int, int]] = []
    at, stays_open = 0, False
    for group in _GROUP.finditer(text):
        behind_value = bool(words_of(text[at : group.start()]))
        if not _is_hint(group.group(), own if behind_value else vocabulary, behind_value=behind_value):
            continue
        left.append((at, group.start()))
        at = group.end()
        stays_open = not group.group().endswith((")", "]", "}"))
    left.append((at, len(text)))
    return [(start, end) for start, end in left if text[start:end].strip()], stays_open


def _is_hint(group: str, vocabulary: frozenset[str], *, behind_value: bool) -> bool:
    found = share(group, vocabulary)
    if behind_value and not group.endswith((")", "]", "}")):
        return found >= _OPEN_GROUP and len(words_of(group)) >= _OPEN_WORDS
    return found >= _HINT_GROUP
