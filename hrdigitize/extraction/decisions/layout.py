"""Where things stand on a decision: its head and foot in two columns, title, grounds and articles.

The State sets its papers by NĐ 30/2020/NĐ-CP, annex I, the Party by HD 36-HD/VPTW, and both alike: a head
in two columns (agencies and number; motto, place and date), the kind of paper with its subject, the
grounds, the articles, and a foot in two columns (recipients; the signer's title and name). An engine
reports both columns as one line; they are parted here. Nothing is changed in what it said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.vietnamese import CAPITALS, folded
from hrdigitize.extraction.correction.document_numbers import number_put_right
from hrdigitize.extraction.correction.grounds import grounds_put_right
from hrdigitize.extraction.correction.subjects import subject_put_right
from hrdigitize.extraction.flow import FlowLine, tokens_of, words_of
from hrdigitize.extraction.spans import Part

#: How sure a place is, as the similarity of a label: the layout rules or the sentence put the value
#: there; something speaks against it; it is where the value would stand, and nothing was found.
RULED, HINTED, GUESSED = 1.0, 0.85, 0.5

#: Where no motto shows its edge, the right column begins here (share of the printed width).
_RIGHT_COLUMN = 0.42
#: Words further apart than this many word heights stand in two columns.
_GAP = 1.5
#: A subject begins within this many line heights below the title; its next lines follow closer.
_BELOW_TITLE, _CLOSE = 4.0, 1.2
#: A line that ends this share of the printed width before the margin ends its paragraph.
_SHORT_LINE = 0.1
#: A page of running text has at least so many full lines.
_FEWEST_FULL = 3
#: A line that no sign ends.
_UNENDED = re.compile(r"[\w,]\s*$")
_ALIKE = 0.8
#: What a stamp or a signature reads as is less sure than this.
_RUBBISH = 0.5
_LONGEST_HEAD = 12
#: A date with fewer figures than its year is a blank one ("ngày … tháng … năm 20…").
_YEAR = 4

# Patterns are matched without marks and case: of printed words the misread marks do no harm.
_TITLE = "quyetdinh"
_PARTY = "dangcongsanvietnam"
_MOTTOES = ("conghoaxahoichunghiavietnam", _PARTY, "doclaptudohanhphuc")
#: First words of the mottoes.
_MOTTOES_OPEN = ("cong", "dang", "doc")
LETTERS = re.compile(r"[^\W\d_]{2}")
#: What follows tells "Số" from "Sở".
_NUMBER_LABEL = re.compile(r"^[\W_]*s[o0]\s*(?:[:.]|(?=[\d/…_-]))\s*")
#: "215/QĐ-SNV", "12/2024/QĐ-UBND" (State), "88-QĐ/TU" (Party).
_NUMBER = re.compile(r"\d\w*\s?[-/]\s?(?:\d{4}\s?[-/]\s?)?[qo][dð]{1,2}(?:ns|ct)?\b(?:\s?[-/.,&]\s?\w+)*")
_CAPITALS = re.compile(rf"\b[{CAPITALS}]{{4,}}\b")
_EDGES = re.compile(r"^[\W\d_ˆ]+|(?:[^\w)]|[_ˆ])+$")
_ISSUED = re.compile(r"\bngay\b.*\bthang\b.*(?:\bnam\b.*|\d{4}\b)|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b")
_SUBJECT = re.compile(r"^[\W_]*(?:ve|v/v)\b")
_BASIS = re.compile(r"^[\W_]*can[\W_]{1,3}cu\b")
_PROPOSAL = re.compile(r"^[\W_]*(?:xet|theo de nghi)\b")
_ARTICLE = re.compile(r"^[\W_]*dieu[\s.-]*(\d{1,2}|[li|])(?!\w)[\s.,:;)-]*")
#: What opens the foot at the left.
RECIPIENTS = re.compile(r"^[\W_]*noi nhan\b\W*")
_PAGE_NUMBER = re.compile(r"^[\W_]*(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})?\W*$")
_DASHES = ("-", "–")
_ENDED = re.compile(r"[.,;:/]\W*$")
_ITEM = re.compile(r"^(?:[-+–•*]|\d{1,2}\s?[.)/-]|[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class DecisionSpan:
    """Where a key stands: its pieces (of `flow_lines`), none for a blank, and the place it has on its page.

    similarity: how sure it is that this is the place, as that of a label (0..1). proposed: what the rules for
    papers make of what was read; "" where they say nothing.
    """

    page: int
    parts: tuple[Part, ...]
    place: Box
    similarity: float
    proposed: str = ""


#: A key and where it stands.
Keyed = tuple[str, DecisionSpan]


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces of lines as one text, paragraphs parted by line ends; plain: the same, levelled."""

    parts: tuple[Part, ...]
    text: str
    plain: str

    def cut(self, start: int, end: int) -> tuple[Part, ...]:
        """The pieces that the characters [start, end) come from."""
        found: list[Part] = []
        at = 0
        for part in self.parts:
            first, last = max(start, at), min(end, at + part.end - part.start)
            if first < last:
                found.append(Part(part.line, part.start + first - at, part.start + last - at))
            at += part.end - part.start + 1
        return tuple(found)


class Paper:
    """The lines of a decision and where its parts begin (indices of lines; None for what was not found)."""

    def __init__(self, lines: Sequence[FlowLine]) -> None:
        self.lines = lines
        self.plain = tuple(levelled(line.text) for line in lines)
        self.articles = tuple(self._articles())
        self._ruling = self.articles[0].line if self.articles else len(lines)
        self.bases = next((i for i in range(self._ruling) if _BASIS.match(self.plain[i])), None)
        # Behind the grounds, and right before article 1, the same words are the enacting ones.
        before = self._ruling - bool(self.articles) if self.bases is None else self.bases
        self.title = next((i for i in range(before) if _is_title(lines[i].text)), None)
        behind = self.articles[-1].line + 1 if self.articles else len(lines)
        self._foot = next((i for i in range(behind, len(lines)) if self._opens_foot(i)), len(lines))

    def _articles(self) -> Iterator[Part]:
        """Articles by their running number: "Điều 5 của Nghị định …" at the start of a line is none."""
        number = 1
        for index, text in enumerate(self.plain):
            found = _ARTICLE.match(text)
            if found is not None and (found[1] == str(number) or (number == 1 and not found[1].isdigit())):
                yield Part(index, found.end(), len(text))
                number += 1

    def _opens_foot(self, index: int) -> bool:
        line = self.lines[index]
        return bool(RECIPIENTS.match(self.plain[index])) or line.line.box.x > self.middle(line.page)

    def _margins(self, page: int) -> tuple[int, int]:
        """Where the print of a page begins and ends; strokes and figures at its edge are no print."""
        on_page = [line for line in self.lines if line.page == page]
        boxes = [line.line.box for line in on_page if LETTERS.search(line.text)]
        boxes = boxes or [line.line.box for line in on_page]
        return min(box.x for box in boxes), max(box.right for box in boxes)

    def middle(self, page: int) -> int:
        """Where the right column begins on a page without a motto."""
        left, right = self._margins(page)
        return left + round(_RIGHT_COLUMN * (right - left))

    def passage(self, parts: Sequence[Part]) -> Passage:
        """The parts as one text, without the room at their ends."""
        whole = tuple(kept for part in parts if (kept := self._trimmed(part)).start < kept.end)
        text = ""
        for index, part in enumerate(whole):
            if index:
                text += "\n" if self._ends_paragraph(whole[index - 1], part) else " "
            text += self.text(part)
        return Passage(whole, text, levelled(text))

    def _trimmed(self, part: Part) -> Part:
        text = self.text(part)
        start = part.start + len(text) - len(text.lstrip())
        return replace(part, start=start, end=start + len(text.strip()))

    def _ends_paragraph(self, upper: Part, lower: Part) -> bool:
        """Whether a line does not go on in the next one: a new item, or a short line and then a capital."""
        line = self.lines[upper.line]
        left, right = self._text_margins(line.page)
        short = _right_end(line) < right - _SHORT_LINE * (right - left)
        goes_on = _UNENDED.search(self.text(upper)) and self.text(lower)[:1].islower()
        if short:
            return not goes_on or bool(_ITEM.match(self.said(lower)))
        # A dash that opens the next line of a full one may part a name ("Tổ chức - Cán bộ").
        runs_on = self.said(lower).startswith(_DASHES) and not _ENDED.search(self.text(upper))
        return bool(_ITEM.match(self.said(lower))) and not runs_on

    def _text_margins(self, page: int) -> tuple[int, int]:
        """Where running text begins and ends: what one or two lines reach beyond is a stray word."""
        left, right = self._margins(page)
        ends = sorted(_right_end(line) for line in self.lines if line.page == page)
        return left, min(right, ends[-_FEWEST_FULL] if len(ends) >= _FEWEST_FULL else right)

    def text(self, part: Part) -> str:
        """A piece as the engine said it."""
        return self.lines[part.line].text[part.start : part.end]

    def said(self, part: Part) -> str:
        """A piece without marks and case."""
        return self.plain[part.line][part.start : part.end]

    def says(self, part: Part) -> bool:
        """Whether it is text: no star, no stroke, not what a stamp or a signature reads as."""
        return bool(LETTERS.search(self.said(part))) and median(self.confidences(part)) >= _RUBBISH

    def whole(self, index: int) -> Part:
        """A line as a piece."""
        return Part(index, 0, len(self.plain[index]))

    def confidences(self, part: Part) -> Sequence[float]:
        """How sure the words of a piece are."""
        return self.lines[part.line].confidences(part.start, part.end)

    @property
    def foot_lines(self) -> Sequence[int]:
        """The lines of the foot, by their indices."""
        return range(self._foot, len(self.lines))

    def box(self, part: Part) -> Box:
        """Around a piece of a line."""
        return self.lines[part.line].box_of(part.start, part.end) or self.lines[part.line].line.box

    def span(self, parts: Sequence[Part], similarity: float = RULED, *, blank: bool = False) -> DecisionSpan:
        """A value; or the blank that stands where the parts do."""
        page = self.lines[parts[0].line].page
        place = union(self.box(part) for part in parts if self.lines[part.line].page == page)
        return DecisionSpan(page, () if blank else tuple(parts), place or self.box(parts[0]), similarity)

    def columns(self, indices: Sequence[int], border: int) -> tuple[list[Part], list[Part]]:
        """The pieces of both columns, from top to bottom, however the engine ordered and joined them."""
        left: list[Part] = []
        right: list[Part] = []
        for index in sorted(indices, key=lambda i: self.lines[i].line.box.y):
            whole = self.whole(index)
            at = _motto_at(self.lines[index]) or _gap_at(self.lines[index], border)
            for part in (replace(whole, end=at), replace(whole, start=at)) if at else (whole,):
                (right if self.box(part).centre[0] > border else left).append(part)
        # A stamp ties lines of both columns together that stand at different heights.
        return sorted(left, key=self._height), sorted(right, key=self._height)

    def _height(self, part: Part) -> float:
        return self.box(part).centre[1]

    def _head_columns(self) -> tuple[list[Part], list[Part]]:
        end = self.title if self.title is not None else self.bases
        head = range(min(_LONGEST_HEAD, len(self.lines)) if end is None else end)
        if not head:
            return [], []
        mottoes = ((i, at) for i in head if (at := _motto_at(self.lines[i])) is not None)
        edges = [self.box(Part(i, at, len(self.plain[i]))).x for i, at in mottoes]
        return self.columns(head, min(edges, default=self.middle(0)))

    @property
    def is_party(self) -> bool:
        """Whether the head bears the Party's motto."""
        return any(_PARTY in "".join(words_of(line.text)) for line in self.lines[:_LONGEST_HEAD])

    def is_numbered(self) -> bool:
        """Whether the head has the number of a decision on a line, or in a column, of its own."""
        pieces = (self.said(part) for column in self._head_columns() for part in column)
        return any(_NUMBER.match(_NUMBER_LABEL.sub("", piece).lstrip()) for piece in pieces)

    def head(self) -> Iterator[Keyed]:
        """Agencies and number at the left (the superior agency first), place and date at the right."""
        left, right = self._head_columns()
        numbers = (i for i, part in enumerate(left) if self._is_number(self.said(part)))
        at = next(numbers, None)
        agency = [self._without_signs(part) for part in left[:at] if self._names_agency(part)]
        if agency:
            yield "issuing_agency", self.span(agency)
        if at is not None:
            yield "number", self._number(left[at])
        for part in (*right, *left):
            found = _ISSUED.search(self.said(part))
            if found is not None:
                yield from self._issued(part, found)
                return

    def _names_agency(self, part: Part) -> bool:
        """Text; or a word in capitals, however unsure: rules and stars below it read as signs beside it."""
        return self.says(part) or bool(_CAPITALS.search(self.text(part)))

    def _without_signs(self, part: Part) -> Part:
        """A piece without the signs at its ends: what the rule below an agency reads as."""
        text = self.text(part)
        inner = _EDGES.sub("", text)
        start = part.start + text.index(inner)
        return replace(part, start=start, end=start + len(inner))

    def _is_number(self, said: str) -> bool:
        return bool(_NUMBER_LABEL.match(said) or _NUMBER.match(said))

    def _number(self, part: Part) -> DecisionSpan:
        said = self.said(part)
        found = _NUMBER.search(said)
        if found is not None:
            whole = replace(part, start=part.start + found.start(), end=part.start + found.end())
            return replace(self.span((whole,)), proposed=number_put_right(self.text(whole)))
        label = _NUMBER_LABEL.match(said)
        behind = label.end() if label else 0
        rest = replace(part, start=part.start + behind)
        # The signs of the kind and of the agency are printed before anybody gives a number.
        return self.span((rest if rest.start < rest.end else part,), blank=not said[behind:][:1].isdigit())

    def _issued(self, part: Part, found: re.Match[str]) -> Iterator[Keyed]:
        day = replace(part, start=part.start + found.start())
        number = _NUMBER.search(found.string, 0, found.start())
        place = replace(part, start=part.start + (number.end() if number else 0), end=day.start)
        blank = not LETTERS.search(self.said(place))
        yield "issued_at", self.span((day if blank else place,), blank=blank)
        yield "issued_on", self.span((day,), blank=sum(map(str.isdigit, found[0])) < _YEAR)

    def titles(self) -> Iterator[Keyed]:
        """The kind of paper, its subject and its grounds; a proposal ("Xét đề nghị …") is no ground."""
        if self.title is not None:
            words = tokens_of((self.lines[self.title],))[:2]
            yield "doc_type", self.span((Part(self.title, words[0].start, words[-1].end),))
            subject = list(self._subject(self.title))
            if subject:
                said = " ".join(self.text(part) for part in subject)
                yield "subject", replace(self.span(subject), proposed=subject_put_right(said))
        if self.bases is not None:
            grounds = self.span(list(self._grounds(self.bases)))
            said = " ".join(self.text(part) for part in grounds.parts)
            yield "legal_bases", replace(grounds, proposed=grounds_put_right(said))

    def _subject(self, title: int) -> Iterator[Part]:
        """The lines close below the title, up to the capitals of whoever decides."""
        room = _BELOW_TITLE
        for upper, index in pairwise(range(title, self._ruling if self.bases is None else self.bases)):
            line, above = self.lines[index], self.lines[upper]
            gap = line.line.box.y - above.line.box.bottom
            capitals = line.text.isupper() and not _SUBJECT.match(self.plain[index])
            if line.page != above.page or gap > room * line.line.box.height or capitals:
                return
            yield self.whole(index)
            room = _CLOSE

    def _grounds(self, bases: int) -> Iterator[Part]:
        counts = True
        for index in range(bases, self._ruling):
            plain = self.plain[index]
            if _is_title(self.lines[index].text):
                return
            counts = (counts or bool(_BASIS.match(plain))) and not _PROPOSAL.match(plain)
            if counts and not _PAGE_NUMBER.match(plain):
                yield self.whole(index)

    def article(self, number: int) -> Passage:
        """The text of an article (from 0); empty where the paper has none."""
        if number >= len(self.articles):
            return self.passage(())
        begins = self.articles[number]
        ends = min([*(part.line for part in self.articles[number + 1 :]), self._foot])
        rest = (i for i in range(begins.line + 1, ends) if not _PAGE_NUMBER.match(self.plain[i]))
        return self.passage((begins, *(self.whole(i) for i in rest)))


def levelled(text: str) -> str:
    """Letters without marks and case, sign for sign: what is found in it stands at the same places."""
    return "".join(plain if len(plain := folded(sign)) == 1 else sign for sign in text)


def _is_title(text: str) -> bool:
    """The kind of paper as a line of its own; in older papers with whose decision it is, in capitals."""
    letters = "".join(words_of(text))
    if text.isupper() and letters.startswith(_TITLE + "cua"):
        return True
    return Levenshtein.normalized_similarity(letters, _TITLE) >= _ALIKE


def _motto_at(line: FlowLine) -> int | None:
    """Where the motto begins that ends this line."""
    tokens = tokens_of((line,))
    rests = ["".join(one.folded for one in tokens[first:]) for first in range(len(tokens))]
    likeness = [max(Levenshtein.normalized_similarity(rest, motto) for motto in _MOTTOES) for rest in rests]
    best = max(likeness, default=0.0)
    if best < _ALIKE:
        return None
    first = tokens[likeness.index(best)]
    # Where the left column reaches up to the motto, its last word and the motto's first are read as one.
    opening = next((word for word in _MOTTOES_OPEN if first.folded.endswith(word)), first.folded)
    return first.end - len(opening)


def _gap_at(line: FlowLine, border: int) -> int | None:
    """Where the right column begins: behind the wide gap nearest to its edge."""
    found: list[tuple[int, int]] = []
    at = 0
    # Not the height of the line: a stamp makes one line of words that stand at different heights.
    wide = _GAP * median(word.box.height for word in line.line.words)
    for word, following in pairwise(line.line.words):
        at += len(word.text) + 1
        if following.box.x - word.box.right > wide:
            found.append((max(0, word.box.right - border, border - following.box.x), at))
    at = min(found, default=(0, 0))[1]
    before, behind = line.box_of(0, at), line.box_of(at, len(line.text))
    return at if before and behind and before.centre[0] < border < behind.centre[0] else None


def _right_end(line: FlowLine) -> int:
    """Where the last word of a line ends; strokes of a streak at the edge of the page are none."""
    ends = [word.box.right for word in line.line.words if LETTERS.search(word.text)]
    return max(ends, default=line.line.box.right)
