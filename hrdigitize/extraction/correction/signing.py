"""Titles above a signature as offices print them: what a stamp left of "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".

Who signs for a body or in another's place says so before the title: "TM." for a body, "KT." in the place of
the head, "TL." and "TUQ." by order, "Q." acting (NĐ 30/2020/NĐ-CP, annex I); the Party writes "T/M", "K/T",
"T/L" (HD 36-HD/VPTW). A deputy signs in the place of the head, so the one line tells the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.syllables import is_syllable
from hrdigitize.domain.vietnamese import folded

#: A line less sure than this may have lost letters; a surer one is only given its marks.
_SURE = 0.8
#: How alike a title must be to be meant, and how much more than the next one.
_ALIKE, _MARGIN = 0.7, 0.08
#: With the head's title above, a deputy's is known from this on.
_ALIKE_DEPUTY = 0.5
_DEPUTY, _IN_PLACE = "PHÓ ", "KT. "
#: What reads as the openings; the slash of the Party's is read as I, l, 1 or left out.
_OPENINGS = (
    (re.compile(r"^TM\W+"), "TM. "),
    (re.compile(r"^KT\W+"), "KT. "),
    (re.compile(r"^TL\W+"), "TL. "),
    (re.compile(r"^TUQ\W+"), "TUQ. "),
    (re.compile(r"^Q\W+"), "Q. "),
    (re.compile(r"^T\s?[/IlÍÏỊ1!|]\s?M\W+"), "T/M "),
    (re.compile(r"^K\s?[/IlÍÏỊ1!|]\s?[Tfl]\W+"), "K/T "),
    (re.compile(r"^T\s?[/IlÍÏỊ1!|]\s?L\W+"), "T/L "),
)
#: A body never signs: somebody does for it.
_BODIES = ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "ĐẢNG ỦY", "CHI ỦY")
_FOR_BODY = "TM. "
_SLASHED = {"TM. ": "T/M ", "KT. ": "K/T ", "TL. ": "T/L "}
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A line of a title as read, and how sure it is."""

    text: str
    confidence: float


def with_deputies(titles: Iterable[str]) -> tuple[str, ...]:
    """The titles of heads and bodies with those of the heads' deputies."""
    return tuple(dict.fromkeys(one for title in titles for one in (title, *_deputies(title))))


def is_title(text: str, known: Sequence[str]) -> bool:
    """Whether a line, however badly read, is most like one of the titles known."""
    return _is_known(TitleLine(text, 0.0), known)


def title_put_right(lines: Sequence[TitleLine], known: Sequence[str], *, party: bool) -> str:
    """The title in one line as it most likely stands there; what a stamp reads as between its lines goes.

    known: titles in capitals, with those of deputies. party: whether it is a paper of the Party, which
    writes a slash where the State writes a full stop.
    """
    meant = [_line(line, known) for line in lines]
    meant = [_with_slash(one, line.text) if party else one for one, line in zip(meant, lines, strict=True)]
    meant = _without_rubbish([_below(*pair) for pair in pairwise(["", *meant])], known)
    lost = (
        len(lines) > len(meant) and meant and meant[0].startswith(_DEPUTY) and not _is_known(lines[0], known)
    )
    if meant and meant[0] in _BODIES:
        meant[0] = (_SLASHED[_FOR_BODY] if party else _FOR_BODY) + meant[0]
    if lost:
        meant = [_IN_PLACE + meant[0].removeprefix(_DEPUTY).removesuffix(" THƯỜNG TRỰC"), *meant]
    return " ".join(one for one in meant if one)


def _with_slash(meant: str, read: str) -> str:
    """The Party's opening, where no full stop was read that would speak for the State's."""
    opening = meant[:4]
    if opening not in _SLASHED or "." in read[:5]:
        return meant
    return _SLASHED[opening] + meant[4:]


def _deputies(title: str) -> tuple[str, ...]:
    return (f"{_DEPUTY}{title}", f"{_DEPUTY}{title} THƯỜNG TRỰC")


def _line(line: TitleLine, known: Sequence[str]) -> str:
    """The line with its opening and the title that is meant, each where it is known."""
    text = _EDGES.sub("", line.text)
    for pattern, opening in _OPENINGS:
        found = pattern.match(text)
        if found is not None:
            return opening + _title(text[found.end() :], line.confidence, known)
    return _title(text, line.confidence, known)


def _title(text: str, confidence: float, known: Sequence[str]) -> str:
    text = _EDGES.sub("", text)
    if text in known:
        return text
    letters = [one for one in known if folded(one) == folded(text)]
    if letters:
        return letters[0]
    if confidence >= _SURE and text.isupper() and all(is_syllable(word) for word in text.split()):
        return text
    return _nearest(text, known, _ALIKE) or text


def _nearest(text: str, known: Sequence[str], least: float) -> str:
    """The one title that the text is most like; "" for none, or for two that are nearly as like."""
    words = folded(text).split()
    # Edges of the stamp read as a letter or two before the title.
    behind = words[next((i for i, word in enumerate(words) if len(word) > 1), 0) :]
    ranked = sorted(((_likeness((words, behind), one), one) for one in known), reverse=True)[:2]
    if not ranked or ranked[0][0] < least:
        return ""
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _MARGIN else ""


def _likeness(ways: Iterable[Sequence[str]], title: str) -> float:
    return max(Levenshtein.normalized_similarity(" ".join(words), folded(title)) for words in ways)


def _without_rubbish(lines: Sequence[str], known: Sequence[str]) -> list[str]:
    """The lines without what a signature reads as, where another line is a title."""
    if not any(_core(line) in known for line in lines):
        return list(lines)
    return [line for line in lines if _core(line) in known or _is_well_made(line)]


def _core(line: str) -> str:
    return next((line.removeprefix(opening) for _, opening in _OPENINGS if line.startswith(opening)), line)


def _is_well_made(line: str) -> bool:
    """Capitals built as words, more than a letter or two each."""
    words = line.split()
    return line.isupper() and len(words) > 1 and all(len(word) > 1 and is_syllable(word) for word in words)


def _is_known(line: TitleLine, known: Sequence[str]) -> bool:
    return _core(_line(line, known)) in known


def _below(above: str, line: str) -> str:
    """A line as the deputy's of the head above it, where it is like that."""
    if not above.startswith((_IN_PLACE, "K/T ")) or line.startswith(_DEPUTY):
        return line
    return _nearest(line, _deputies(_core(above)), _ALIKE_DEPUTY) or line
