"""The foot of a decision: recipients at the left; at the right the signer's title, signature and name.

Stamp and signature lie over title and name. What is left of them is read against what offices print there
(`correction.signing`), and every proposal is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.vietnamese import folded, one_spaced
from hrdigitize.extraction.correction.recipients import recipients_put_right
from hrdigitize.extraction.correction.signing import TitleLine, is_title, title_put_right, with_deputies
from hrdigitize.extraction.decisions.layout import (
    GUESSED,
    HINTED,
    LETTERS,
    RECIPIENTS,
    RULED,
    DecisionSpan,
    Keyed,
    Paper,
)
from hrdigitize.extraction.spans import Part
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.reference.names import NameWords

_LONGEST_NAME = 6
_CAPITALS = 0.5
#: Room of a signature, in heights of the line above it.
_SIGNATURE = 4

# Patterns are matched without marks and case, as in `decision_layout`.
_NOTE = re.compile(r"^\W*(?:da ky|ky ten|ky, |chu ky|ho (?:va )?ten)")
#: Degrees before a name, misread ones as well: no name has a full stop in it. NĐ 30/2020 leaves degrees to
#: schools, hospitals, research and the arts.
_DEGREES = re.compile(
    r"^\W*(?:(?:pgs|gs|tskh|ts|ths|th\.s|bs|bsck\w{0,4}|ck\w{1,3}|ds|ks|ls|cn|ngut|ngnd)[.,\s]+"
    r"|thac si |tien si |\w{2,7}\.\s+(?=\w))+"
)
#: Not the apostrophe of "H' Đăm".
_SIGNS_AT_WORD = re.compile(r"^[^\w]+|(?<=\w\w)[^\w]+$")
#: What words of names have within them or behind them: "Văn-Coỏng", "H'Đăm".
_INNER_SIGNS = re.compile(r"[-'’]")
#: Words that open a title: "Phó Chủ tịch" is no name, though Phó is a surname.
_TITLE_WORDS = frozenset(
    (
        "bi",
        "chanh",
        "chu",
        "giam",
        "hieu",
        "pho",
        "quyen",
        "thu",
        "truong",
        "tm",
        "kt",
        "tl",
        "tuq",
        "uy",
        "ban",
    )
)


def foot(paper: Paper, lists: ReferenceLists, marks: Sequence[Sequence[Box]]) -> Iterator[Keyed]:
    """Recipients, title and name of the signer; marks: ink without text, page by page."""
    below = paper.foot_lines
    if not below:
        return
    page = paper.lines[below[0]].page
    left, right = paper.columns([i for i in below if paper.lines[i].page == page], paper.middle(page))
    yield from _recipients(paper, left)
    yield from _Signature(paper, lists).read(right, marks[page])


def _recipients(paper: Paper, left: Sequence[Part]) -> Iterator[Keyed]:
    for index, part in enumerate(left):
        label = RECIPIENTS.match(paper.said(part))
        if label is None:
            continue
        first = replace(part, start=part.start + label.end())
        named = [one for one in (first, *left[index + 1 :]) if LETTERS.search(paper.said(one))]
        if not named:
            yield "recipients", paper.span((part,), blank=True)
            return
        proposed = recipients_put_right([paper.text(one) for one in named])
        yield "recipients", replace(paper.span(named), proposed=proposed)
        return


class _Signature:
    """The right column of a foot."""

    def __init__(self, paper: Paper, lists: ReferenceLists) -> None:
        self._paper, self._names = paper, lists.names
        self._known = with_deputies(lists.lists["signing_title"].names)

    def read(self, right: Sequence[Part], marks: Sequence[Box]) -> Iterator[Keyed]:
        """Title in capitals, and a name below the signature."""
        paper = self._paper
        lettered = [
            part for part in right if LETTERS.search(paper.said(part)) and not _NOTE.match(paper.said(part))
        ]
        said = [part for part in lettered if paper.says(part)]
        named = [self._without_degrees(part) for part in said]
        at = self._name_at(named)
        name = said[at] if at is not None else None
        above = lettered[: lettered.index(name)] if name is not None else lettered
        titles = [part for part in above if self._is_title(part)] or said[:at]
        if titles:
            yield "signer_title", self._title(titles, above, marks)
        if at is not None:
            yield "signer", replace(paper.span((named[at],)), proposed=without_signs(paper.text(named[at])))
        elif titles:
            box = paper.box(titles[-1])
            room = Box(box.x, box.bottom, box.width, _SIGNATURE * box.height)
            yield "signer", replace(paper.span((titles[-1],), GUESSED, blank=True), place=room)

    def _name_at(self, named: Sequence[Part]) -> int | None:
        texts = [without_signs(self._paper.text(part)) for part in named]
        return max((i for i, text in enumerate(texts) if is_name(text, self._names)), default=None)

    def _is_title(self, part: Part) -> bool:
        """In capitals; or under a stamp, where hardly a letter is sure, most like a title that is known."""
        text = self._paper.text(part)
        return (self._paper.says(part) and _in_capitals(text)) or is_title(text, self._known)

    def _title(self, titles: Sequence[Part], above: Sequence[Part], marks: Sequence[Box]) -> DecisionSpan:
        """The rules set it in capitals: small letters, or ink below, were spoilt by the stamp.

        above: all that was read above the name, what stamp and signature read as included.
        """
        paper = self._paper
        spoilt = not all(paper.text(part).isupper() for part in titles)
        lost = any(self._goes_on_in(titles[-1], mark) for mark in marks)
        told = above if any(is_title(paper.text(part), self._known) for part in titles) else titles
        lines = [TitleLine(one_spaced(paper.text(part)), min(paper.confidences(part))) for part in told]
        span = paper.span(titles, HINTED if spoilt or lost else RULED)
        return replace(span, proposed=title_put_right(lines, self._known, party=paper.is_party))

    def _without_degrees(self, part: Part) -> Part:
        degrees = _DEGREES.match(self._paper.said(part))
        return replace(part, start=part.start + degrees.end()) if degrees else part

    def _goes_on_in(self, part: Part, mark: Box) -> bool:
        """Whether ink as high as a line lies right below: a line of the title that the stamp hides."""
        box = self._paper.box(part)
        as_line = 0.5 * box.height < mark.height < 1.6 * box.height and mark.width > 3 * box.height
        return as_line and box.x < mark.centre[0] < box.right and 0 < mark.y - box.y < 2.5 * box.height


def _in_capitals(text: str) -> bool:
    """Whether most letters are capitals: below a stamp some read as small ones."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > _CAPITALS * len(letters)


def without_signs(name: str) -> str:
    """A name without the signs around its words, and small letters before it: strokes of a signature."""
    words = [_SIGNS_AT_WORD.sub("", word) for word in name.split()]
    first = next((at for at, word in enumerate(words) if word[:1].isupper()), 0)
    return one_spaced(" ".join(words[first:]))


def is_name(text: str, names: NameWords) -> bool:
    """Two to six capitalised words, no title; where all is in capitals, the first is a surname."""
    words = one_spaced(text).split()
    lettered = all(_INNER_SIGNS.sub("", word).isalpha() and word[0].isupper() for word in words)
    if not lettered or not 2 <= len(words) <= _LONGEST_NAME:
        return False
    first, second = folded(words[0]), folded(words[1])
    spellings = names.surnames.get(first, frozenset())
    if first in _TITLE_WORDS and (words[0].title() not in spellings or second in _TITLE_WORDS):
        return False
    return bool(spellings) or not text.isupper()
