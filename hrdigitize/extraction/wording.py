"""From what the engine said to what stands on the paper: specks, leaders and printed suffixes go.

No letter becomes another letter here; what is known of figures, words and places is `correction`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hrdigitize.domain.vietnamese import folded, one_spaced

_LEADERS = re.compile(r"[.…·_]{3,}|\s[.:;+](?=\s[-–]\s)|[…·_]+|(?:\s[.·\-–—]){3,}")
#: Signs that may open or close a value; any other sign at its ends is a speck, a leader or a separator.
_OPENING = "("
_CLOSING = ")%+"
#: A full stop belongs to a value that is more than one clause; behind anything less it is a leader's dot.
_SENTENCE_END = re.compile(r"\w\w\s?\.(?!\.)[\s,|_¬-]*$")
#: A paragraph ends with a full stop even where a leader's dot follows it.
_PARAGRAPH_END = re.compile(r"(?:\S+\s+){25}.*\w\w\s?\.{2}\s*$", re.DOTALL)
_SENTENCE_INNER = re.compile(r"[;:]\s|(?=(?:\S+\s){8}).*\w{2}\.\s|(?:\S+\s){12}")
_LIST_DASH = re.compile(r"^[-–—]\s*\w")
#: A dot, alone or with a space, between two words of which one is no figure.
_PEPPER = re.compile(r"(?<=[^\W\d_])[ ]?\.+[ ]?(?=[^\W_])|(?<=\d)[ ]?\.+[ ]?(?=[^\W\d_])")
#: An amount or a date is one word.
_WORDS = re.compile(r"\d[\d.,/]*\d|[^\W_]+")
_LOOSE_DOTS = re.compile(r"(?<!\d)\.+|\.+(?!\d)")
_FEWEST_GAPS = 2
_GAP_SHARE = 0.4
#: The c of "cm" reads as an e.
_UNIT_WITH_E = re.compile(r"\d[\s.,]*em$")
#: Signs that part or close values, leaders among them: alone they say nothing.
SEPARATORS = " ,.:;…·_-–—()"
_SPACE_BEFORE = re.compile(r"\s+([,;:.%)\]])")
_SPACE_IN_NUMBER = re.compile(r"(?<=\d)\s*([./,])\s+(?=\d)|(?<=\d)\s+([./,])\s*(?=\d)")


def field_text(raw: str, suffixes: Sequence[str] = (), *, sentences: bool = True) -> str:
    """The text of a field that follows its label. sentences: whether it may end with a full stop."""
    text = _stripped(_LEADERS.sub(" ", without_pepper(raw) if is_peppered(raw) else raw))
    ended = _SENTENCE_END.search(raw) or _PARAGRAPH_END.search(raw)
    if sentences and ended and _SENTENCE_INNER.search(text):
        return _finished(text) + "."
    for suffix in suffixes:
        text = _without_suffix(text, suffix)
    return _finished(text)


def is_peppered(raw: str) -> bool:
    """Whether a value was typed over its leader: a dot stands in most gaps between its words."""
    gaps = len(_PEPPER.findall(raw))
    return gaps >= _FEWEST_GAPS and gaps >= _GAP_SHARE * (len(_WORDS.findall(raw)) - 1)


def without_pepper(raw: str) -> str:
    """A value typed over its leader without the leader's dots; dots within figures stay."""
    return _LOOSE_DOTS.sub(" ", raw)


def cell_text(raw: str) -> str:
    """The text of a table cell: as a field's, but a dash that opens an item of a list stays."""
    text = one_spaced(_LEADERS.sub(" ", raw))
    listed = _LIST_DASH.match(text)
    stripped = _stripped(text)
    return _finished(f"- {stripped}" if listed and stripped else stripped)


def holds_signs(raw: str, suffixes: Sequence[str] = ()) -> bool:
    """Whether the engine saw more than separators and suffixes: in a blank, ink that it could not read."""
    rest = raw.rstrip(SEPARATORS)
    for suffix in suffixes:
        if folded(rest).endswith(folded(suffix)):
            rest = rest[: len(rest) - len(suffix)]
    return any(character not in SEPARATORS for character in rest)


def _stripped(text: str) -> str:
    """The text without the signs at its ends that are not part of it."""
    text = one_spaced(text)
    while text and not (text[0].isalnum() or text[0] in _OPENING):
        text = text[1:]
    text = _without_trail(text)
    closing = text.count(")") - text.count("(")
    while closing > 0 and text.endswith(")"):
        text, closing = _without_trail(text[:-1]), closing - 1
    return text


def _without_trail(text: str) -> str:
    while text and not (text[-1].isalnum() or text[-1] in _CLOSING):
        text = text[:-1]
    return text


def _finished(text: str) -> str:
    text = _SPACE_BEFORE.sub(r"\1", one_spaced(text))
    if not any(character.isalnum() for character in text):
        return ""
    if any(character.isalpha() for character in text):
        # "nhà cấp 4, 80 m2" is two figures.
        return text
    return _SPACE_IN_NUMBER.sub(lambda m: m.group(1) or m.group(2), text)


def _without_suffix(text: str, suffix: str) -> str:
    plain = folded(text)
    misread = _UNIT_WITH_E.search(plain) if suffix == "cm" else None
    if not plain.endswith(folded(suffix)) and misread is None:
        return text
    return _without_trail(text[: len(text) - len(suffix)])


#: Signs in a row, a sign that opens or closes a value, rare signs, a dash with room on one side only.
_ODD = re.compile(
    r"[.,;:]\s*[.,;:]|^[^\w(\"“+]|[^\w.)\]\"”%+]$|[|~_=*<>{}\\^•«»]|(?<=\w)-(?=\s)|(?<=\s)-(?=\w)"
)
_AFTER_STOP = re.compile(r"\.\s*(\w)")


def odd_signs(text: str) -> int:
    """How many signs stand as people do not set them: specks, leftovers of leaders, marks misread.

    A stop before a small letter counts as well.
    """
    stops = [found for found in _AFTER_STOP.findall(text) if str(found).islower()]
    return len(_ODD.findall(text)) + len(stops)
